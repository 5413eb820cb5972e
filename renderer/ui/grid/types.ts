import type { Sort } from '../../state/inventory/rows.ts';

export interface GridColumn {
  readonly id: string;
  readonly title: string;
  readonly width: number;
  readonly isNumber: boolean;
}

/** What stands in a cell. `tone` says it to the eye only: the text says it too. */
export interface GridCell {
  readonly text: string;
  readonly tone?: 'quiet' | 'warn' | 'bad' | 'link' | undefined;
}

export interface GridProps {
  readonly label: string;
  /** Numbers of the rows, in order. They name rows for all callbacks. */
  readonly rows: Uint32Array;
  readonly columns: readonly GridColumn[];
  /** Keep it the same as long as its answers are the same. */
  readonly cell: (row: number, column: string) => GridCell;
  readonly nameOf: (row: number) => string;
  readonly sort: Sort | null;
  readonly sortBy: (column: string) => void;
  readonly selection: ReadonlySet<number>;
  readonly select: (rows: Iterable<number>) => void;
  /** The row that is looked at closely elsewhere. */
  readonly shownRow: number | null;
  readonly open: (row: number) => void;
  /** The cursor came to a row. */
  readonly visit: (row: number) => void;
  readonly close: () => void;
  /** Rows in order; the selected ones, or the one with the cursor. */
  readonly copy: (rows: readonly number[]) => void;
  readonly resize: (column: string, width: number) => void;
}

/** Where the keyboard is: `row` is an index into `rows`, -1 the header; column 0 holds the check boxes. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

export const HEADER = -1;

/** Pixels at 100 %; the style sheet has the same. */
export const ROW_HEIGHT = 32;
