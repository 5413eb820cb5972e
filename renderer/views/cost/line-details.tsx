import { Button, Link } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { formatUnitPrice } from '../../../shared/cost/index.ts';
import { COST_ITEM_TEXTS } from '../../../shared/i18n/cost/items.ts';
import { COST_RULE_TEXTS } from '../../../shared/i18n/cost/rules.ts';
import type { CostLine } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { positionsOf } from '../../state/money/keys.ts';
import { useAppStore } from '../../state/use-app.ts';
import { KeyValues } from '../../ui/key-values.tsx';
import { Money } from '../../ui/money.tsx';
import { useWord } from '../../ui/use-word.ts';
import styles from './cost.module.css';
import { PriceSource } from './price-source.tsx';
import type { CostGround } from './use-cost.ts';

interface LineDetailsProps {
  readonly ground: CostGround;
  readonly line: CostLine;
  readonly isCounted: boolean;
  readonly close: () => void;
}

/** One line, and why its amount is what it is. */
export function LineDetails({ ground, line, isCounted, close }: LineDetailsProps) {
  const text = useText('cost');
  const { language, currency, scope } = ground;
  const word = useWord();
  return (
    <div className={styles.details}>
      <header className={styles.detailsHeader}>
        <h2>{COST_ITEM_TEXTS[line.item][language]}</h2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={text('details.close')} onClick={close} />
      </header>
      <Formula ground={ground} line={line} which="now" />
      <Formula ground={ground} line={line} which="always" />
      <KeyValues
        entries={[
          { key: text('line.machine'), value: <MachineLink ground={ground} line={line} /> },
          { key: text('line.subscription'), value: line.subscriptionId === null ? null : scope(line.subscriptionId) },
          { key: text('line.state'), value: line.state === 'all' ? null : word('state', line.state) },
          {
            key: text('line.rule'),
            value: (
              <>
                {COST_RULE_TEXTS[line.rule]?.[language] ?? line.rule}{' '}
                <span className={styles.quiet}>({line.rule})</span>
              </>
            ),
          },
          { key: text('line.meter'), value: line.meter },
          {
            key: text('line.unitPrice'),
            value: `${formatUnitPrice(line.unitPrice, currency, language)} (${text(line.unit === '1/Hour' ? 'unit.hour' : 'unit.month')})`,
          },
          { key: text('line.source'), value: <PriceSource source={line.source} language={language} /> },
          { key: text('line.priceDate'), value: line.priceDate },
          { key: text('line.counted'), value: text(isCounted ? 'counted.yes' : 'counted.no') },
        ]}
      />
      <WhyPlanned ground={ground} line={line} />
    </div>
  );
}

/** quantity × unit price × hours = amount, with the digits that count. */
function Formula({
  ground,
  line,
  which,
}: Pick<LineDetailsProps, 'ground' | 'line'> & { readonly which: 'now' | 'always' }) {
  const text = useText('cost');
  const { language, currency } = ground;
  return (
    <div className={styles.formula}>
      <div className={styles.figureName}>{text(`figures.${which}`)}</div>
      <div className={styles.result}>
        <Money amount={line.amount[which]} currency={currency} />
      </div>
      <div className={styles.quiet}>
        {text(line.unit === '1/Hour' ? 'formula.hours' : 'formula.months', {
          quantity: line.quantity,
          price: formatUnitPrice(line.unitPrice, currency, language),
          hours: Number(line.hours[which]),
        })}
      </div>
    </div>
  );
}

function MachineLink({ ground: { machines }, line: { machineId } }: Pick<LineDetailsProps, 'ground' | 'line'>) {
  const text = useText('cost');
  const store = useAppStore();
  const machine = machineId === null ? undefined : machines[positionsOf(machines).get(machineId) ?? -1];
  if (!machine) return <>{text('ofAll')}</>;
  return (
    <Link as="button" inline onClick={() => store.getState().navigate('inventory', machine.id)}>
      {machine.name}
    </Link>
  );
}

/** The plan that the line pays for, in the words of the plan itself. */
function WhyPlanned({ ground: { machines, planned }, line: { machineId } }: Pick<LineDetailsProps, 'ground' | 'line'>) {
  const text = useText('cost');
  const position = machineId === null ? undefined : positionsOf(machines).get(machineId);
  if (position === undefined) return null;
  return (
    <section className={styles.why} aria-label={text('details.why')}>
      <h3>{text('details.why')}</h3>
      <p>{planned.planning.recommendation(position).reason}</p>
    </section>
  );
}
