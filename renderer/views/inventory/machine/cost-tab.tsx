import { useMemo } from 'react';
import type { MachineDetailView } from '../../../../shared/contract/app-views.ts';
import { formatUnitPrice } from '../../../../shared/cost/display.ts';
import { COST_ITEM_TEXTS } from '../../../../shared/i18n/cost/items.ts';
import { COST_RULE_TEXTS } from '../../../../shared/i18n/cost/rules.ts';
import { sourceText } from '../../../../shared/i18n/cost/sources.ts';
import type { CostLine } from '../../../../shared/model/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { InventoryGround } from '../../../state/inventory/columns.ts';
import type { Loading } from '../../../state/loading.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Money } from '../../../ui/money.tsx';
import { Block } from './block.tsx';
import styles from './machine.module.css';

interface CostTabProps {
  readonly ground: InventoryGround;
  readonly position: number;
  readonly detail: Loading<MachineDetailView>;
}

/** Every cost line of the machine, with how its amount comes about. */
export function CostTab({ ground, position, detail }: CostTabProps) {
  const text = useText('machine');
  const { lines, beside } = useMemo(() => ground.planned.linesOf(position), [ground.planned, position]);
  const usage = detail.kind === 'ready' ? detail.value.usage : [];
  return (
    <>
      <Block title={text('cost.lines')}>
        {lines.length === 0 ? (
          <p className={styles.quiet}>{text('cost.none')}</p>
        ) : (
          <Lines ground={ground} lines={lines} />
        )}
      </Block>
      {beside.length > 0 && (
        <Block title={text('cost.beside')}>
          <Lines ground={ground} lines={beside} />
        </Block>
      )}
      {usage.length > 0 && (
        <Block title={text('cost.billed')}>
          <DataTable
            label={text('cost.billed')}
            rows={usage}
            keyOf={({ meterName }) => meterName}
            columns={[
              { key: 'meter', title: text('cost.meter'), cell: ({ meterName }) => meterName },
              { key: 'from', title: text('cost.days'), cell: ({ from, to }) => `${from} – ${to}` },
              { key: 'hours', title: text('cost.hours'), isNumber: true, cell: ({ hours }) => hours },
              {
                key: 'cost',
                title: text('cost.amount'),
                isNumber: true,
                cell: ({ cost, currency }) => <Money amount={cost} currency={currency} />,
              },
            ]}
          />
        </Block>
      )}
    </>
  );
}

function unitsText({ unit, hours: { now, always } }: CostLine) {
  if (unit !== '1/Hour') return now === always ? 'cost.monthsBoth' : 'cost.monthsOf';
  return now === always ? 'cost.hoursBoth' : 'cost.hoursOf';
}

function Lines({ ground, lines }: { readonly ground: InventoryGround; readonly lines: readonly CostLine[] }) {
  const text = useText('machine');
  const { language, planned } = ground;
  const { currency } = planned.assumptions;
  return (
    <DataTable
      label={text('cost.lines')}
      rows={lines}
      keyOf={({ item, meter }, index) => `${item} ${meter} ${index}`}
      columns={[
        {
          key: 'item',
          title: text('cost.item'),
          cell: (line) => (
            <>
              <div>{COST_ITEM_TEXTS[line.item][language]}</div>
              <div className={styles.small}>
                {line.meter} · {line.quantity} × {formatUnitPrice(line.unitPrice, currency, language)} ×{' '}
                {text(unitsText(line), { ...line.hours })}
              </div>
              <div className={styles.small}>{COST_RULE_TEXTS[line.rule]?.[language] ?? line.rule}</div>
              <div className={styles.small}>
                {sourceText(line.source, language)} · {line.priceDate}
              </div>
            </>
          ),
        },
        {
          key: 'now',
          title: text('cost.now'),
          isNumber: true,
          cell: ({ amount }) => <Money amount={amount.now} currency={currency} />,
        },
        {
          key: 'always',
          title: text('cost.always'),
          isNumber: true,
          cell: ({ amount }) => <Money amount={amount.always} currency={currency} />,
        },
      ]}
    />
  );
}
