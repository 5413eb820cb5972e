import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { FindingView } from '../../shared/model/index.ts';
import { useText } from '../i18n/use-text.ts';
import styles from './finding-list.module.css';
import { SeverityIcon } from './severity-icon.tsx';

interface FindingListProps {
  readonly findings: readonly FindingView[];
  /** How many are shown at first; the rest is one click away. */
  readonly first?: number;
  /** How many more of its kind each stands for. */
  readonly alike?: ReadonlyMap<FindingView, number>;
  /** With the code of each, for who has to tell it to somebody. */
  readonly hasCodes?: boolean;
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Findings, the worst first: what is, and what to do. */
export function FindingList({ findings, first = 10, alike, hasCodes = false }: FindingListProps) {
  const text = useText('common');
  const [isWhole, setWhole] = useState(false);
  const sorted = findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
  const shown = isWhole ? sorted : sorted.slice(0, first);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((found, index) => (
          // The same thing may be said of the same place twice; the order does not change.
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no id.
          <li key={index} className={styles.item}>
            <SeverityIcon severity={found.severity} />
            <div className={styles.words}>
              <div>{found.message}</div>
              {found.next && <div className={styles.next}>{found.next}</div>}
              {(alike?.get(found) ?? 0) > 0 && (
                <div className={styles.place}>{text('findings.alike', { count: alike?.get(found) ?? 0 })}</div>
              )}
              {found.file && <div className={styles.place}>{placeOf(found, text)}</div>}
              {hasCodes && <div className={styles.place}>{text('failure.code', { code: found.code })}</div>}
            </div>
          </li>
        ))}
      </ul>
      {sorted.length > shown.length && (
        <Button className={styles.more} appearance="subtle" size="small" onClick={() => setWhole(true)}>
          {text('findings.more', { count: sorted.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function placeOf({ file, sheet, row }: FindingView, text: ReturnType<typeof useText<'common'>>): string {
  const parts = [file, sheet, row === null ? null : text('place.row', { row })];
  return parts.filter((part) => part !== null).join(' · ');
}
