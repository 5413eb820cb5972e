import { formatMoney } from '../../../shared/cost/index.ts';
import type { Language, NowAlways } from '../../../shared/model/index.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import styles from './compare.module.css';
import { moneyDelta } from './deltas.ts';
import type { Figure } from './figures.ts';

interface MoneyCellProps {
  readonly monthly: NowAlways;
  /** Of the first column; null: this is the first. */
  readonly first: NowAlways | null;
  readonly figure: Figure;
  readonly currency: string;
  readonly isAtLeast?: boolean;
  /** Prices were not found: nothing is then no 0. */
  readonly isMissing?: boolean;
  readonly isBig?: boolean;
}

/** An amount, and below it how it differs from the first column's. */
export function MoneyCell({
  monthly,
  first,
  figure,
  currency,
  isAtLeast = false,
  isMissing = false,
  isBig = false,
}: MoneyCellProps) {
  const text = useText('compare');
  const language = useLanguage();
  if (isMissing && Number(monthly.always) === 0) return <div className={styles.bound}>{text('noPrice')}</div>;
  const delta = first && moneyDelta(first, monthly, figure);
  return (
    <>
      <div className={isBig ? styles.big : styles.number}>
        {isAtLeast && <span className={styles.bound}>{text('atLeast')}</span>}
        {formatMoney(monthly[figure], currency, language)}
      </div>
      <div className={styles.delta}>
        {delta &&
          [
            signed(delta.amount, currency, language),
            delta.share === null ? '' : text('share', { share: delta.share }),
          ].join(' ')}
      </div>
    </>
  );
}

function signed(amount: string, currency: string, language: Language): string {
  return `${Number(amount) > 0 ? '+' : ''}${formatMoney(amount, currency, language)}`;
}

interface CountCellProps {
  readonly count: number;
  /** Of the first column; null: this is the first. */
  readonly first: number | null;
  /** Servers that win or lose something; otherwise only more or fewer. */
  readonly isFeature?: boolean;
}

/** A count, and beside it how it differs from the first column's. */
export function CountCell({ count, first, isFeature = false }: CountCellProps) {
  const text = useText('compare');
  const change = first === null ? 0 : count - first;
  return (
    <div className={styles.count}>
      <span
        className={styles.change}
        data-better={isFeature && change > 0 ? true : undefined}
        data-worse={isFeature && change < 0 ? true : undefined}
      >
        {change === 0
          ? ''
          : isFeature
            ? text(change > 0 ? 'won' : 'lost', { count: Math.abs(change) })
            : text(change > 0 ? 'more' : 'fewer', { count: Math.abs(change) })}
      </span>
      <span className={styles.number}>{text('number', { value: count })}</span>
    </div>
  );
}
