import { Button } from '@fluentui/react-components';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { useText } from '../i18n/use-text.ts';
import type { Screen } from '../state/navigation-slice.ts';
import { selectOpenProject } from '../state/selectors.ts';
import { useApp, useAppStore } from '../state/use-app.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './partial-note.module.css';

/** Screens without a number of the customer's in them, and the one that tells all of it. */
const WITHOUT_NUMBERS: ReadonlySet<Screen> = new Set(['connect', 'settings', 'about']);

/** Over every number and total that a run which is not whole makes too low. */
export function PartialNote() {
  const text = useText('connect');
  const store = useAppStore();
  const screen = useApp(({ location }) => location.screen);
  const findings = useApp((state) => selectOpenProject(state)?.state.findings);
  const partial = findings?.filter(({ code }) => code === 'azure-sync-partial') ?? [];
  if (partial.length === 0 || WITHOUT_NUMBERS.has(screen)) return null;
  return (
    <div className={styles.note} role="note">
      <Icon of={WarningFilled} className={styles.icon} />
      <div className={styles.words}>
        {partial.map(({ message }) => (
          <div key={message}>{message}</div>
        ))}
      </div>
      <Button size="small" onClick={() => store.getState().navigate('connect')}>
        {text('partial.action')}
      </Button>
    </div>
  );
}
