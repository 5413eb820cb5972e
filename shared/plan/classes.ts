import { type Facts, rowKey } from './facts.ts';
import { interner, type Prepared } from './prepare.ts';
import type { Priced } from './pricing.ts';

/** Groups of one scope that meet the same row and have the same price under every base. */
export interface RowClass {
  /** One of them: any will do. */
  readonly facts: Facts;
  count: number;
  /** How many machines have which price, as far as Defender's own meters ask. */
  readonly parts: readonly Priced[];
}

/** More than there are schedules in one project. */
const SCHEDULES = 10_000;

/** Brings a scope's groups together: three bases are tried on few classes, not on many groups. */
export function classesOf(decided: readonly Facts[], prepared: Prepared): readonly RowClass[] {
  const hours = interner();
  const classes = new Map<
    number,
    { facts: Facts; count: number; byMoney: Map<number, { price: number; count: number }> }
  >();
  for (const facts of decided) {
    const key = rowKey(facts) * SCHEDULES + hours(facts.group.wish.hours ?? '');
    let found = classes.get(key);
    if (!found) {
      found = { facts, count: 0, byMoney: new Map() };
      classes.set(key, found);
    }
    found.count += facts.group.count;
    for (const { price, count } of facts.group.parts) {
      const money = prepared.priceShapes[price]?.moneyShape ?? -1;
      const known = found.byMoney.get(money);
      if (known) known.count += count;
      else found.byMoney.set(money, { price, count });
    }
  }
  return [...classes.values()].map(({ facts, count, byMoney }) => ({ facts, count, parts: [...byMoney.values()] }));
}
