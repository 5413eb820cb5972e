import { useText } from '../../i18n/use-text.ts';
import { selectFindings } from '../../state/findings.ts';
import { useApp } from '../../state/use-app.ts';
import { FindingList } from '../../ui/finding-list.tsx';
import styles from './start.module.css';

/** As many as fit beside the figures; all are in the screens that they are about. */
const FIRST = 6;

export function TopFindings() {
  const text = useText('start');
  const findings = useApp(selectFindings);
  const serious = findings.filter(({ severity }) => severity !== 'info');
  if (serious.length === 0) return <p className={styles.quiet}>{text('findings.none')}</p>;
  return <FindingList findings={serious} first={FIRST} />;
}
