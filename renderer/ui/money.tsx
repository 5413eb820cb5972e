import { formatMoney } from '../../shared/cost/display.ts';
import { useLanguage } from '../i18n/use-text.ts';
import styles from './money.module.css';

interface MoneyProps {
  /** Decimal string; null: no price found. */
  readonly amount: string | null;
  readonly currency: string;
}

/** An amount with its currency. A missing price is said, never shown as nothing. */
export function Money({ amount, currency }: MoneyProps) {
  const language = useLanguage();
  return (
    <span className={styles.money} data-missing={amount === null || undefined}>
      {formatMoney(amount, currency, language)}
    </span>
  );
}
