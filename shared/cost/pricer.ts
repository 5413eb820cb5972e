import type { Money, Pricer } from '../model/index.ts';
import { type Exact, ZERO } from './exact.ts';
import { groupEstimates } from './groups.ts';
import { billedUnits } from './hours.ts';
import { type Pricing, ratesOf } from './rates.ts';

/**
 * Money for planning. `monthly` is the sum of a machine's Defender for Servers lines with trial, discount and tax, as
 * `estimateScenario` writes them; side costs, pre-purchased units and the licence offset belong to no base.
 */
export function createPricer(pricing: Pricing): Pricer {
  const rates = ratesOf(pricing);
  const groups = groupEstimates(rates, () => 'unknown');
  return {
    zero: asMoney(ZERO),
    monthly(planned) {
      const { servers } = groups.of(planned).estimate;
      return servers && { now: asMoney(servers.now), always: asMoney(servers.always) };
    },
    isNowKnown: (planned) => groups.of(planned).estimate.lines.every(({ state }) => state !== 'unknown'),
    nextMachine(plan) {
      if (plan === 'off') return asMoney(ZERO);
      const { price, unit } = rates.rate(plan === 'P1' ? 'p1' : 'p2');
      const { units } = billedUnits(unit, rates.monthHours, null, true, 0);
      return price && asMoney(withDiscountAndTax(price.times(units.always), rates.discount, rates.tax));
    },
  };
}

function withDiscountAndTax(amount: Exact, discount: Exact, tax: Exact): Exact {
  const discounted = amount.minus(amount.times(discount));
  return discounted.plus(discounted.times(tax));
}

/** The model names the operations of a decimal and no library; at run time every `Money` is one of ours. */
function asMoney(amount: Exact): Money {
  return amount as unknown as Money;
}
