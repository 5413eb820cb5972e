import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Textarea,
} from '@fluentui/react-components';
import { type FormEvent, useDeferredValue, useMemo, useState } from 'react';
import type { ProjectState } from '../../../shared/contract/app-views.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAppStore } from '../../state/use-app.ts';
import { parseNames } from './names.ts';
import styles from './requirements.module.css';

export interface ListDraft {
  /** Name of the list that is edited; null: a new one. */
  readonly known: string | null;
  readonly names: string;
}

interface ListDialogProps {
  readonly draft: ListDraft;
  readonly state: ProjectState;
  readonly close: () => void;
}

/** Names in, one a line; what of them is found shows in the table when they are saved. */
export function ListDialog({ draft, state, close }: ListDialogProps) {
  const text = useText('requirements');
  const store = useAppStore();
  const [name, setName] = useState(draft.known ?? '');
  const [typed, setTyped] = useState(draft.names);
  const asked = useDeferredValue(typed);
  const names = useMemo(() => parseNames(asked), [asked]);
  const [isSaving, setSaving] = useState(false);
  const isTaken = state.lists.some((list) => list.name === name.trim()) && !state.pastedLists.includes(name.trim());
  const isReady = name.trim() !== '' && names.length > 0 && !isTaken && !isSaving;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    setSaving(true);
    const { edit, tell } = store.getState();
    const reply = await edit('lists.set', { name: name.trim(), names: [...parseNames(typed)] });
    setSaving(false);
    if (!reply) return;
    tell('edited', { offersUndo: true });
    close();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface>
        <form onSubmit={(event) => void save(event)}>
          <DialogBody>
            <DialogTitle>
              {draft.known === null ? text('lists.dialog.new') : text('lists.dialog.edit', { name: draft.known })}
            </DialogTitle>
            <DialogContent className={styles.form}>
              <Field
                label={text('lists.dialog.name')}
                {...(isTaken ? { validationMessage: text('lists.dialog.taken') } : {})}
              >
                <Input value={name} disabled={draft.known !== null} onChange={(_, { value }) => setName(value)} />
              </Field>
              <Field label={text('lists.dialog.names')} hint={text('lists.dialog.hint', { count: names.length })}>
                <Textarea rows={12} resize="vertical" value={typed} onChange={(_, { value }) => setTyped(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={close}>{text('lists.dialog.cancel')}</Button>
              <Button type="submit" appearance="primary" disabled={!isReady}>
                {text('lists.dialog.save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
