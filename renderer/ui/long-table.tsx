import { Button } from '@fluentui/react-components';
import { type ComponentProps, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { DataTable } from './data-table.tsx';

/** What one looks through before asking for more. */
const PART = 100;

interface LongTableProps<Row> extends Omit<ComponentProps<typeof DataTable<Row>>, 'total'> {
  /** How many rows come at a time, where others stand below. */
  readonly part?: number;
}

/** A table that may be long: its first rows, and more for who wants them. It never holds the page up. */
export function LongTable<Row>({ rows, part = PART, ...table }: LongTableProps<Row>) {
  const text = useText('common');
  const [shown, setShown] = useState(part);
  const rest = rows.length - shown;
  return (
    <>
      <DataTable {...table} rows={rest > 0 ? rows.slice(0, shown) : rows} />
      {rest > 0 && (
        <Button appearance="subtle" size="small" onClick={() => setShown(shown + part)}>
          {text('table.more', { count: Math.min(part, rest), rest })}
        </Button>
      )}
    </>
  );
}
