import { Link } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { selectFindings } from '../../state/findings.ts';
import { selectProjectState } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { FindingList } from '../../ui/finding-list.tsx';
import styles from './start.module.css';

/** As many as fit beside the figures; all are in the screens that they are about. */
const FIRST = 6;

/**
 * What needs attention, each kind once: the same is often said of hundreds of subscriptions. What was found in files is
 * counted here and read where they stand.
 */
export function TopFindings() {
  const text = useText('start');
  const findings = useApp(selectFindings);
  const inFiles = useApp((app) =>
    (selectProjectState(app)?.evidence ?? []).reduce((sum, { warnings }) => sum + warnings, 0),
  );
  const kinds = useMemo(() => {
    const serious = findings.filter(({ severity }) => severity !== 'info');
    return [...Map.groupBy(serious, ({ code }) => code).values()];
  }, [findings]);
  if (kinds.length === 0 && inFiles === 0) return <p className={styles.quiet}>{text('findings.none')}</p>;
  const alike = new Map(kinds.flatMap(([first, ...others]) => (first ? [[first, others.length]] : [])));
  return (
    <>
      <FindingList findings={[...alike.keys()]} alike={alike} first={FIRST} />
      {inFiles > 0 && <InFiles count={inFiles} />}
    </>
  );
}

function InFiles({ count }: { readonly count: number }) {
  const text = useText('start');
  const store = useAppStore();
  return (
    <p className={styles.inFiles}>
      <Link as="button" onClick={() => store.getState().navigate('evidence', 'findings')}>
        {text('findings.files', { count })}
      </Link>
    </p>
  );
}
