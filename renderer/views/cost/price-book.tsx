import { Button, Field, Input } from '@fluentui/react-components';
import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset';
import { useEffect, useMemo, useState } from 'react';
import { formatUnitPrice, priceFindings } from '../../../shared/cost/index.ts';
import { viewFinding } from '../../../shared/i18n/findings/index.ts';
import { useHost } from '../../host/use-host.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAppStore } from '../../state/use-app.ts';
import { problemOf } from '../../ui/assumptions/controls.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FindingList } from '../../ui/finding-list.tsx';
import { Section } from '../../ui/page.tsx';
import { useAssume } from '../../ui/use-assume.ts';
import styles from './cost.module.css';
import { PriceSource } from './price-source.tsx';
import { type PriceRow, priceRows } from './prices.ts';
import type { CostGround } from './use-cost.ts';

/** Every price with its source and date; any can be replaced by one of your own, and back. */
export function PriceBook({ ground }: { readonly ground: CostGround }) {
  const text = useText('cost');
  const { planned, state, language } = ground;
  const rows = useMemo(() => priceRows(planned.book, planned.assumptions), [planned]);
  const findings = useMemo(
    () =>
      priceFindings(planned.assumptions, state.importedPrices, state.asOf).map((found) => viewFinding(found, language)),
    [planned, state, language],
  );
  return (
    <>
      <Section title={text(`book.${planned.assumptions.priceBook}`)} actions={<ImportPrices />}>
        <p className={styles.quiet}>{text('book.text')}</p>
        <DataTable
          label={text('tab.prices')}
          rows={rows}
          keyOf={({ key }) => key}
          columns={[
            { key: 'meter', title: text('line.meter'), cell: ({ name }) => name },
            { key: 'currency', title: text('book.currency'), cell: ({ currency }) => currency },
            {
              key: 'price',
              title: text('line.unitPrice'),
              isNumber: true,
              isShort: true,
              cell: ({ price, currency }) => (
                <span className={price === null ? styles.missing : undefined}>
                  {formatUnitPrice(price?.unitPrice ?? null, currency, language)}
                </span>
              ),
            },
            {
              key: 'unit',
              title: text('book.unit'),
              cell: ({ unit }) => (
                <span className={styles.date}>{text(unit === '1/Hour' ? 'unit.hour' : 'unit.month')}</span>
              ),
            },
            {
              key: 'source',
              title: text('line.source'),
              cell: ({ price }) => (price ? <PriceSource source={price.source} language={language} /> : '–'),
            },
            {
              key: 'date',
              title: text('line.priceDate'),
              cell: ({ price }) => <span className={styles.date}>{price?.date ?? '–'}</span>,
            },
            { key: 'typed', title: text('book.typed'), cell: (row) => <TypedPrice row={row} /> },
          ]}
        />
      </Section>
      {findings.length > 0 && (
        <Section title={text('book.findings')}>
          <FindingList findings={findings} />
        </Section>
      )}
    </>
  );
}

/** Prices of the Retail Prices API: a file of them goes the way of all evidence; they are fetched where all is that asks somebody. */
function ImportPrices() {
  const text = useText('cost');
  const store = useAppStore();
  const { actions } = useHost();
  const choose = async () => {
    const paths = await actions.chooseFiles('prices');
    if (paths) await store.getState().offerFiles(paths);
  };
  return (
    <div className={styles.bookActions}>
      <Button onClick={() => void choose()}>{text('book.import')}</Button>
      <Button onClick={() => store.getState().navigate('connect', 'prices')}>{text('book.fetch')}</Button>
    </div>
  );
}

function TypedPrice({ row }: { readonly row: PriceRow }) {
  const text = useText('cost');
  const assumptionText = useText('assumptions');
  const assume = useAssume();
  const [typed, setTyped] = useState(row.typed);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setTyped(row.typed), [row.typed]);
  const save = (value: string) => {
    const found = value.trim() === '' ? null : problemOf(row.key, value.trim());
    setProblem(found);
    if (found !== null || value.trim() === row.typed) return;
    assume([[row.key, value.trim()]]);
  };
  return (
    <span className={styles.typed}>
      <Field {...(problem === null ? {} : { validationMessage: assumptionText('expected', { expected: problem }) })}>
        <Input
          size="small"
          className={styles.price}
          inputMode="decimal"
          aria-label={text('book.type', { meter: row.name, currency: row.currency })}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
          onBlur={() => save(typed)}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === 'Enter' && !nativeEvent.isComposing) save(typed);
          }}
        />
      </Field>
      {row.typed !== '' && (
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowResetRegular />}
          aria-label={text('book.resetOf', { meter: row.name, currency: row.currency })}
          onClick={() => save('')}
        >
          {text('book.reset')}
        </Button>
      )}
    </span>
  );
}
