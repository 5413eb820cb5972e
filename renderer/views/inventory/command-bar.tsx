import { Button } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { useText } from '../../i18n/use-text.ts';
import { useAppStore } from '../../state/use-app.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { SavedViews } from './saved-views.tsx';
import type { Inventory } from './use-inventory.ts';

/** What can be done with the list as a whole. */
export function CommandBar({ inventory }: { readonly inventory: Inventory }) {
  const text = useText('inventory');
  const store = useAppStore();
  return (
    <>
      <Button appearance="subtle" icon={<DocumentAddRegular />} onClick={() => void store.getState().chooseFiles()}>
        {text('addFiles')}
      </Button>
      <SavedViews views={inventory.state.views} />
      <ColumnChooser machines={inventory.ground.machines} />
    </>
  );
}
