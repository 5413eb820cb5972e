import type { ReactNode } from 'react';
import styles from './compare.module.css';

export interface TableRow {
  readonly key: string;
  readonly title: ReactNode;
  readonly note?: string | undefined;
  readonly cells: readonly ReactNode[];
}

export interface TableGroup {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly TableRow[];
}

interface ColumnsTableProps {
  readonly label: string;
  /** One for each scenario. */
  readonly heads: readonly { readonly id: string; readonly head: ReactNode }[];
  readonly groups: readonly TableGroup[];
}

/** Scenarios as columns of equal width: tables one below the other line up, and nothing moves while figures change. */
export function ColumnsTable({ label, heads, groups }: ColumnsTableProps) {
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table} aria-label={label} data-columns={heads.length}>
        <colgroup>
          <col className={styles.titles} />
          {heads.map(({ id }) => (
            <col key={id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td />
            {heads.map(({ id, head }) => (
              <th key={id} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, title, rows }) => (
          <tbody key={key}>
            {title !== '' && (
              <tr>
                <th scope="rowgroup" colSpan={heads.length + 1} className={styles.groupTitle}>
                  {title}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" className={styles.rowTitle}>
                  {row.title}
                  {row.note && <span className={styles.rowNote}>{row.note}</span>}
                </th>
                {row.cells.map((cell, at) => (
                  <td key={heads[at]?.id ?? at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
