import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Dropdown,
  Field,
  Input,
  Option,
} from '@fluentui/react-components';
import { useState } from 'react';
import { COLUMN_MEANINGS } from '../../../shared/i18n/labels/columns.ts';
import { COLUMN_KINDS, type ColumnKind } from '../../../shared/text/column-target.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import type { PreviewedTable } from '../../state/import-slice.ts';
import { useAppStore } from '../../state/use-app.ts';
import { DataTable } from '../../ui/data-table.tsx';
import styles from './import.module.css';
import { columnsOfMap, type MappedColumn, mappedColumns, problemsOf, retargeted, samplesOf } from './targets.ts';

interface ColumnMapProps {
  readonly table: PreviewedTable;
  readonly back: () => void;
}

/** What each column of a customer's own list means: proposed, and confirmed or changed by the user. */
export function ColumnMap({ table, back }: ColumnMapProps) {
  const text = useText('import');
  const store = useAppStore();
  const [columns, setColumns] = useState(() => mappedColumns(table));
  const problems = problemsOf(columns);
  const comma = useText('common')('list.comma');
  const confirm = () => void store.getState().mapColumns(table, columnsOfMap(columns));
  return (
    <DialogBody>
      <DialogTitle>{text('map.title', { file: tableName(table) })}</DialogTitle>
      <DialogContent className={styles.content}>
        <p className={styles.summary}>{text('map.text')}</p>
        <HeaderChoice table={table} />
        <Columns table={table} columns={columns} change={setColumns} />
        {problems.length > 0 && (
          <ul className={styles.problems}>
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>
                {problem.code === 'no-name' && text('map.problem.no-name')}
                {problem.code === 'no-word' && text('map.problem.no-word', { header: problem.header })}
                {problem.code === 'twice' &&
                  text('map.problem.twice', {
                    kind: text(`kind.${problem.kind}`),
                    headers: problem.headers.join(comma),
                  })}
              </li>
            ))}
          </ul>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={back}>{text('map.back')}</Button>
        <Button appearance="primary" disabled={problems.length > 0} onClick={confirm}>
          {text('map.confirm')}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

export function tableName({ file, sheet }: PreviewedTable): string {
  return sheet === null ? file : `${file} · ${sheet}`;
}

function HeaderChoice({ table }: { readonly table: PreviewedTable }) {
  const text = useText('import');
  const store = useAppStore();
  const comma = useText('common')('list.comma');
  const said = ({ row, cells }: PreviewedTable['rows'][number]) =>
    text('map.headerRow', {
      row,
      cells: cells
        .filter((cell) => cell.trim() !== '')
        .slice(0, 6)
        .join(comma),
    });
  const current = table.rows.find(({ row }) => row === table.headerRow);
  return (
    <Field label={text('map.header')}>
      <Dropdown
        className={styles.headerRow}
        value={current ? said(current) : ''}
        selectedOptions={[String(table.headerRow)]}
        onOptionSelect={(_, { optionValue }) => void store.getState().chooseHeader(table, Number(optionValue))}
      >
        {table.rows.map((row) => (
          <Option key={row.row} value={String(row.row)} text={said(row)}>
            {said(row)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

interface ColumnsProps {
  readonly table: PreviewedTable;
  readonly columns: readonly MappedColumn[];
  readonly change: (columns: readonly MappedColumn[]) => void;
}

function Columns({ table, columns, change }: ColumnsProps) {
  const text = useText('import');
  const comma = useText('common')('list.comma');
  const reasons = new Map(table.columns.map(({ header, why, confidence }) => [header, { why, confidence }]));
  const set = (column: MappedColumn) => change(columns.map((each) => (each.header === column.header ? column : each)));
  return (
    <DataTable
      label={text('file.columnsOf', { file: tableName(table) })}
      rows={columns}
      keyOf={({ header }) => header}
      columns={[
        { key: 'column', title: text('map.column'), cell: ({ header }) => header },
        {
          key: 'samples',
          title: text('map.samples'),
          cell: ({ header }) => <span className={styles.samples}>{samplesOf(table, header).join(comma)}</span>,
        },
        { key: 'target', title: text('map.target'), cell: (column) => <Target column={column} change={set} /> },
        {
          key: 'why',
          title: text('map.why'),
          cell: ({ header }) => {
            const reason = reasons.get(header);
            if (!reason) return null;
            return (
              <span className={styles.quiet}>
                {text(`why.${reason.why}`)} ({text(`confidence.${reason.confidence}`)})
              </span>
            );
          },
        },
      ]}
    />
  );
}

interface TargetProps {
  readonly column: MappedColumn;
  readonly change: (column: MappedColumn) => void;
}

function Target({ column, change }: TargetProps) {
  const text = useText('import');
  const language = useLanguage();
  const { header, kind, word } = column;
  return (
    <span className={styles.target}>
      <Dropdown
        size="small"
        className={styles.kind}
        aria-label={text('map.targetOf', { header })}
        value={text(`kind.${kind}`)}
        selectedOptions={[kind]}
        onOptionSelect={(_, { optionValue }) => change(retargeted(column, optionValue as ColumnKind))}
      >
        {COLUMN_KINDS.map((each) => (
          <Option key={each} value={each} text={text(`kind.${each}`)}>
            <span className={styles.option}>
              <span>{text(`kind.${each}`)}</span>
              <span className={styles.quiet}>{COLUMN_MEANINGS[each][language]}</span>
            </span>
          </Option>
        ))}
      </Dropdown>
      {(kind === 'tag' || kind === 'list') && (
        <Input
          size="small"
          aria-label={text(`map.word.${kind}`, { header })}
          value={word}
          onChange={(_, { value }) => change({ ...column, word: value })}
        />
      )}
    </span>
  );
}
