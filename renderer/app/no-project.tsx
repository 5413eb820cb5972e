import { Button } from '@fluentui/react-components';
import { useText } from '../i18n/use-text.ts';
import { useApp, useAppStore } from '../state/use-app.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

/** A screen that needs a project, without one. */
export function NoProject() {
  const text = useText('shell');
  const store = useAppStore();
  const screen = useApp(({ location }) => location.screen);
  return (
    <Page title={text(`screen.${screen}`)}>
      <EmptyState
        title={text('noProject.title')}
        action={
          <Button appearance="primary" onClick={() => store.getState().navigate('start')}>
            {text('noProject.action')}
          </Button>
        }
      >
        {text('noProject.text')}
      </EmptyState>
    </Page>
  );
}
