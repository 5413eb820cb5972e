import { Link } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { selectFindings } from '../../state/findings.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { FindingList } from '../../ui/finding-list.tsx';
import styles from './start.module.css';

/** As many as fit beside the figures; all are in the screens that they are about. */
const FIRST = 6;

/** What needs attention, each kind once: the same is often said of hundreds of subscriptions. */
export function TopFindings() {
  const text = useText('start');
  const store = useAppStore();
  const findings = useApp(selectFindings);
  const kinds = useMemo(() => {
    const serious = findings.filter(({ severity }) => severity !== 'info');
    return [...Map.groupBy(serious, ({ code }) => code).values()];
  }, [findings]);
  if (kinds.length === 0) return <p className={styles.quiet}>{text('findings.none')}</p>;
  const alike = new Map(kinds.flatMap(([first, ...others]) => (first ? [[first, others.length]] : [])));
  return (
    <>
      <FindingList findings={[...alike.keys()]} alike={alike} first={FIRST} />
      <p className={styles.all}>
        <Link as="button" onClick={() => store.getState().navigate('evidence')}>
          {text('findings.all', { count: findings.length })}
        </Link>
      </p>
    </>
  );
}
