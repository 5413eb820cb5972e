import { useMemo } from 'react';
import type { ProjectState } from '../../../shared/contract/app-views.ts';
import { EXCLUSION_REASONS } from '../../../shared/i18n/labels/exclusions.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { LongTable } from '../../ui/long-table.tsx';
import styles from './evidence.module.css';

/** Rows that are no machine of the list, each with its reason. */
export function ExcludedTab({ state: { excluded } }: { readonly state: ProjectState }) {
  const text = useText('evidence');
  const reasonOf = useReason();
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { reason } of excluded) found.set(reason, (found.get(reason) ?? 0) + 1);
    return [...found].sort((a, b) => b[1] - a[1]);
  }, [excluded]);
  return (
    <div className={styles.scroll}>
      <p className={styles.intro}>{text(excluded.length === 0 ? 'excluded.none' : 'excluded.text')}</p>
      {excluded.length > 0 && (
        <>
          <ul className={styles.counts}>
            {counts.map(([reason, count]) => (
              <li key={reason}>{text('excluded.count', { reason: reasonOf(reason), count })}</li>
            ))}
          </ul>
          <LongTable
            label={text('tab.excluded')}
            rows={excluded}
            keyOf={(_, index) => String(index)}
            columns={[
              { key: 'name', title: text('excluded.name'), cell: ({ name }) => name },
              { key: 'reason', title: text('excluded.reason'), cell: ({ reason }) => reasonOf(reason) },
              { key: 'rule', title: text('excluded.rule'), cell: ({ rule }) => rule },
              {
                key: 'place',
                title: text('excluded.place'),
                cell: ({ file, row }) => `${file} · ${text('finding.rowOf', { row })}`,
              },
            ]}
          />
        </>
      )}
    </div>
  );
}

function useReason(): (reason: string) => string {
  const language = useLanguage();
  return (reason) => (isKnown(reason) ? EXCLUSION_REASONS[reason][language] : reason);
}

function isKnown(reason: string): reason is keyof typeof EXCLUSION_REASONS {
  return Object.hasOwn(EXCLUSION_REASONS, reason);
}
