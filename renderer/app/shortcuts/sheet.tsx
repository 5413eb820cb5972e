import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useText } from '../../i18n/use-text.ts';
import { SHORTCUT_GROUPS, SHORTCUTS, type ShortcutGroup, type ShortcutId } from './registry.ts';
import styles from './sheet.module.css';

interface SheetProps {
  readonly isOpen: boolean;
  readonly close: () => void;
}

/** Every shortcut there is, from the list that also answers them. */
export function ShortcutSheet({ isOpen, close }: SheetProps) {
  const text = useText('shell');
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface className={styles.sheet}>
        <DialogBody>
          <DialogTitle>{text('shortcuts.title')}</DialogTitle>
          <DialogContent className={styles.groups} tabIndex={0}>
            {SHORTCUT_GROUPS.map((group) => (
              <Group key={group} group={group} />
            ))}
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{text('shortcuts.close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Group({ group }: { readonly group: ShortcutGroup }) {
  const text = useText('shell');
  const ids = (Object.keys(SHORTCUTS) as ShortcutId[]).filter((id) => SHORTCUTS[id].group === group);
  return (
    <section>
      <h3>{text(`shortcuts.group.${group}`)}</h3>
      <dl className={styles.list}>
        {ids.map((id) => (
          <div key={id} className={styles.entry}>
            <dt>{text(`shortcut.${id}`)}</dt>
            <dd className={styles.keys}>
              {SHORTCUTS[id].keys.map((keys) => (
                <kbd key={keys} className={styles.key}>
                  {keyLabel(keys)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const SYMBOLS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

function keyLabel(keys: string): string {
  const isMac = navigator.platform.startsWith('Mac');
  return keys
    .split(' ')
    .map((press) =>
      press
        .split('+')
        .map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (SYMBOLS[part] ?? part)))
        .map((part) => (part.length === 1 ? part.toUpperCase() : part))
        .join('+'),
    )
    .join(' ');
}
