import type { ReactNode } from 'react';
import styles from './key-values.module.css';

interface KeyValuesProps {
  /** Entries whose value is null are not shown. */
  readonly entries: readonly { readonly key: string; readonly value: ReactNode }[];
}

/** Names and values under each other. */
export function KeyValues({ entries }: KeyValuesProps) {
  return (
    <dl className={styles.list}>
      {entries.map(({ key, value }) =>
        value === null ? null : (
          <div key={key} className={styles.entry}>
            <dt className={styles.key}>{key}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
