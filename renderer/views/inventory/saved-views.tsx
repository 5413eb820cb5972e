import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { StarRegular } from '@fluentui/react-icons/svg/star';
import { type FormEvent, useState } from 'react';
import type { SavedView } from '../../../shared/contract/app-views.ts';
import { useText } from '../../i18n/use-text.ts';
import { DEFAULT_COLUMNS } from '../../state/inventory/columns.ts';
import { useAppStore } from '../../state/use-app.ts';
import styles from './inventory.module.css';

/** Ways of looking at the list, kept in the project with a name. */
export function SavedViews({ views }: { readonly views: readonly SavedView[] }) {
  const text = useText('inventory');
  const store = useAppStore();
  const [isSaving, setSaving] = useState(false);
  const { applyView, edit } = store.getState();
  return (
    <>
      <Menu inline>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<StarRegular />}>
            {text('views')}
          </Button>
        </MenuTrigger>
        <MenuPopover className={styles.menu}>
          <MenuList>
            <MenuItem onClick={() => applyView({ search: '', pills: [], sort: null, columns: [...DEFAULT_COLUMNS] })}>
              {text('views.default')}
            </MenuItem>
            {views.map((view) => (
              <MenuItem key={view.id} onClick={() => applyView(view)}>
                {view.name}
              </MenuItem>
            ))}
            <MenuDivider />
            <MenuItem onClick={() => setSaving(true)}>{text('views.save')}</MenuItem>
            {views.map((view) => (
              <MenuItem
                key={view.id}
                icon={<DeleteRegular />}
                onClick={() => void edit('views.remove', { id: view.id })}
              >
                {text('views.remove', { name: view.name })}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {isSaving && <SaveDialog views={views} close={() => setSaving(false)} />}
    </>
  );
}

function SaveDialog({ views, close }: { readonly views: readonly SavedView[]; readonly close: () => void }) {
  const text = useText('inventory');
  const store = useAppStore();
  const [name, setName] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { edit, filter, sort, columns } = store.getState();
    const known = views.find((view) => view.name === name.trim());
    const view = {
      ...(known ? { id: known.id } : {}),
      name: name.trim(),
      search: filter.search,
      pills: filter.pills.filter(({ isOn }) => isOn).map(({ field, values }) => ({ field, values: [...values] })),
      sort,
      columns: [...columns],
    };
    if (await edit('views.set', { view })) close();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface>
        <form onSubmit={(event) => void save(event)}>
          <DialogBody>
            <DialogTitle>{text('views.save')}</DialogTitle>
            <DialogContent>
              <Field label={text('views.name')} hint={text('views.hint')}>
                <Input value={name} onChange={(_, { value }) => setName(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button>{text('cancel')}</Button>
              </DialogTrigger>
              <Button type="submit" appearance="primary" disabled={name.trim() === ''}>
                {text('views.save.action')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
