import { mergeClasses, useArrowNavigationGroup } from '@fluentui/react-components';
import type { ComponentProps } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import styles from './connect.module.css';

type TallTableProps<Row> = ComponentProps<typeof DataTable<Row>> & {
  /** What can be changed in its rows is one stop of the Tab key; arrow keys go through it. */
  readonly hasArrowKeys?: boolean;
  /** Names and numbers stand close together. */
  readonly isNarrow?: boolean;
};

/** Hundreds of rows in a part of the screen that scrolls itself: what follows the table stays near. */
export function TallTable<Row>({ hasArrowKeys = false, isNarrow = false, ...table }: TallTableProps<Row>) {
  const arrows = useArrowNavigationGroup({ axis: 'vertical', memorizeCurrent: true });
  return (
    <div
      className={mergeClasses(styles.tall, isNarrow && styles.narrow)}
      // Without something in it that takes the focus it could not be scrolled with keys.
      {...(hasArrowKeys ? arrows : { role: 'group', 'aria-label': table.label, tabIndex: 0 })}
    >
      <DataTable {...table} />
    </div>
  );
}
