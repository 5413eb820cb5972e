import { formatMoney, type LineSum } from '../../../shared/cost/index.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import styles from './cost.module.css';

interface AmountProps {
  readonly sum: LineSum;
  readonly which: 'now' | 'always';
  readonly currency: string;
}

/** A sum; where it is not the whole truth it says so. */
export function Amount({ sum, which, currency }: AmountProps) {
  const text = useText('cost');
  const language = useLanguage();
  // A sum of lines without any price is no 0.
  if (hasNoPrice(sum)) return <span className={styles.quiet}>{text('noPrice')}</span>;
  return (
    <span className={styles.amount}>
      {isOpen(sum, which) && <span className={styles.bound}>{text('atLeast')}</span>}
      <span>{formatMoney(sum.monthly[which], currency, language)}</span>
    </span>
  );
}

/** A state that is not known leaves open what is billed now; every hour of the month is billed in any state. */
export function isOpen(sum: LineSum, which: 'now' | 'always'): boolean {
  return which === 'now' ? sum.atLeast : sum.missing > 0;
}

export function hasNoPrice({ lines, missing }: LineSum): boolean {
  return lines > 0 && missing === lines;
}
