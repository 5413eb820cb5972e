import type { ReactNode } from 'react';
import styles from './data-table.module.css';

interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  readonly isNumber?: boolean;
  /** Stays on one line. */
  readonly isShort?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string;
  /** A last line in bold, one cell for each column. */
  readonly total?: readonly ReactNode[];
}

/** A small table: everything at once, no scrolling of its own. For many rows there is the grid. */
export function DataTable<Row>({ label, columns, rows, keyOf, total }: DataTableProps<Row>) {
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, title, isNumber }) => (
              <th key={key} scope="col" data-number={isNumber || undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={keyOf(row, index)}>
              {columns.map(({ key, cell, isNumber, isShort }) => (
                <td key={key} data-number={isNumber || undefined} data-short={isShort || undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              {columns.map(({ key, isNumber }, index) => (
                <td key={key} data-number={isNumber || undefined}>
                  {total[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
