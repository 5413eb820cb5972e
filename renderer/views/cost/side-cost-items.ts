import { COST_ITEMS, type CostItem, type CostLine } from '../../../shared/model/index.ts';

/** Never in a total: another view of money that is counted already, data instead of money, units paid for already. */
const NEVER_COUNTED: ReadonlySet<CostItem> = new Set(['direct-lower-price', 'data-allowance', 'pre-purchase']);

/** The items among the lines that stand beside the total or may, in the order of the model. */
export function sideCostItems(lines: readonly CostLine[]): readonly { item: CostItem; canCount: boolean }[] {
  const present = new Set(lines.map(({ item }) => item));
  return COST_ITEMS.filter((item) => present.has(item)).map((item) => ({ item, canCount: !NEVER_COUNTED.has(item) }));
}

/** The counted items with one more or one less. */
export function withSideCost(counted: readonly string[], item: CostItem, isCounted: boolean): readonly string[] {
  const others = counted.filter((each) => each !== item);
  return isCounted ? [...others, item] : others;
}
