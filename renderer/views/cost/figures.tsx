import { Link, ToggleButton } from '@fluentui/react-components';
import { useState } from 'react';
import { formatMoney } from '../../../shared/cost/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { overPeriod, PERIOD_IDS, type Period } from '../../state/money/period.ts';
import { hasNoPrice, isOpen } from './amount.tsx';
import styles from './cost.module.css';
import { ALL_LINES, type Drill } from './lines-view.tsx';
import type { CostGround } from './use-cost.ts';

interface FiguresProps {
  readonly ground: CostGround;
  readonly openLines: (drill: Drill) => void;
}

const FIGURES = ['now', 'always'] as const;

/** The two totals of the scenario, with their bounds, over a month, a year, three years. */
export function Figures({ ground, openLines }: FiguresProps) {
  const text = useText('cost');
  const [period, setPeriod] = useState<Period>('month');
  const { planned, state, currency, language } = ground;
  const { blocked } = planned.totals();
  const { total, atMost } = overPeriod(planned, state.asOf, period);
  const isPriced = !hasNoPrice(ground.total);
  const money = (amount: string) => formatMoney(amount, currency, language);
  return (
    <section aria-label={text('figures.title')}>
      <fieldset className={styles.periods} aria-label={text('period.title')}>
        {PERIOD_IDS.map((id) => (
          <ToggleButton key={id} size="small" checked={id === period} onClick={() => setPeriod(id)}>
            {text(`period.${id}`)}
          </ToggleButton>
        ))}
      </fieldset>
      <dl className={styles.figures}>
        {FIGURES.map((which) => (
          <div key={which} className={styles.figure} data-testid={`total-${which}`}>
            <dt className={styles.figureName}>{text(`figures.${which}`)}</dt>
            <dd className={styles.big}>
              {isPriced && isOpen(ground.total, which) && <span className={styles.bound}>{text('atLeast')}</span>}
              <span>{isPriced ? money(total[which]) : text('noPrice')}</span>
            </dd>
            {atMost[which] !== total[which] && (
              <dd className={styles.most}>{text('atMost', { amount: money(atMost[which]) })}</dd>
            )}
            <dd className={styles.note}>{text(`figures.${which}Note`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>
        {blocked > 0 && <>{text('blocked', { count: blocked })} </>}
        {planned.assumptions.trial && period !== 'month' && <>{text('trialOnce')} </>}
        <Link as="button" onClick={() => openLines(ALL_LINES)}>
          {text('figures.lines')}
        </Link>
      </p>
    </section>
  );
}
