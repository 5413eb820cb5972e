import { formatMoney } from '../../../shared/cost/index.ts';
import type { Language } from '../../../shared/model/index.ts';
import type { CodedValue } from '../inventory/coded.ts';
import type { PlannedScenario } from '../planning.ts';

/** A decimal string; `unknown` where nobody told whether the machine is billed now; null: no price or no plan known. */
export type MachineMoney = string | 'unknown' | null;

/**
 * Defender's own meters of one machine, a month, as in the plan's CSV: never a false 0. Machines of one group cost the
 * same, and are priced once.
 */
export function machineMoney(figure: 'now' | 'always'): (scenario: PlannedScenario, position: number) => MachineMoney {
  const known = new WeakMap<PlannedScenario, Map<number, MachineMoney>>();
  return (scenario, position) => {
    const amounts = known.get(scenario) ?? new Map<number, MachineMoney>();
    known.set(scenario, amounts);
    const planned = scenario.planning.planned[position];
    if (!planned) return null;
    const amount = amounts.get(planned.group);
    if (amount !== undefined) return amount;
    const found = moneyOf(scenario, position, figure);
    amounts.set(planned.group, found);
    return found;
  };
}

function moneyOf({ planning, pricer }: PlannedScenario, position: number, figure: 'now' | 'always'): MachineMoney {
  const planned = planning.planned[position];
  const monthly = planned ? pricer.monthly(planned) : null;
  if (!planned || !monthly) return null;
  return figure === 'now' && !pricer.isNowKnown(planned) ? 'unknown' : monthly[figure].toFixed();
}

/** How a list shows it, sorts it and tells it apart. @param unknown the word for it */
export function moneyValue(amount: MachineMoney, currency: string, language: Language, unknown: string): CodedValue {
  if (amount === 'unknown') return { key: amount, text: unknown, sort: null };
  return {
    key: amount ?? '?',
    text: formatMoney(amount, currency, language),
    sort: amount === null ? null : Number(amount),
  };
}
