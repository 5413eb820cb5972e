import { finding } from '../i18n/findings/index.ts';
import type { Assumptions, CostLine, Finding, ScenarioCost } from '../model/index.ts';
import { UNKNOWN_PLAN_RULE } from './defender-lines.ts';
import { Exact, times } from './exact.ts';
import { PREPURCHASE_TIERS, prepurchasePercent } from './pool.ts';

const MONTHS_OF_A_YEAR = 12;

/** What a scenario's figures leave open, counted: missing prices, unknown states and plans, prices that sources dispute. */
export function costFindings(cost: ScenarioCost, assumptions: Assumptions): Finding[] {
  const servers = cost.lines.filter(({ item }) => item === 'defender-for-servers');
  const inAllLines = [...cost.lines, ...cost.beside];
  return [
    ...missingPrices(cost.lines, assumptions.currency),
    ...counted(
      'cost-state-unknown',
      servers.filter(({ state }) => state === 'unknown'),
    ),
    ...counted(
      'cost-plan-unknown',
      servers.filter(({ rule }) => rule === UNKNOWN_PLAN_RULE),
    ),
    ...counted(
      'cost-direct-two-prices',
      servers.filter(({ rule }) => rule === 'DIRECT-P2'),
    ),
    ...counted(
      'cost-update-manager-connector',
      inAllLines.filter(({ rule }) => rule === 'UM-connector'),
    ),
    ...prepurchaseFindings(cost, assumptions),
  ];
}

function counted(code: string, lines: readonly CostLine[]): Finding[] {
  const servers = lines.reduce((total, { quantity }) => total + quantity, 0);
  return servers === 0 ? [] : [finding(code, { servers })];
}

function missingPrices(lines: readonly CostLine[], currency: string): Finding[] {
  const byMeter = Map.groupBy(
    lines.filter(({ unitPrice, rule }) => unitPrice === null && rule !== UNKNOWN_PLAN_RULE),
    ({ meter }) => meter,
  );
  return [...byMeter].map(([meter, missing]) =>
    finding('cost-price-missing', {
      meter,
      currency,
      servers: missing.reduce((total, { quantity }) => total + quantity, 0),
    }),
  );
}

function prepurchaseFindings(cost: ScenarioCost, { prepurchase, discount }: Assumptions): Finding[] {
  const units = new Exact(prepurchase.units);
  const percent = prepurchasePercent(prepurchase);
  if (units.isZero()) return [];
  if (percent === null) return [finding('cost-prepurchase-tier', { units: prepurchase.units })];
  const tier = PREPURCHASE_TIERS.findLast((candidate) => units.greaterThanOrEqualTo(candidate.units));
  const drawn = cost.lines.find(({ rule }) => rule === 'PREPURCHASE');
  const unused = cost.beside.find(({ rule }) => rule === 'PREPURCHASE-unused');
  const isBetween = prepurchase.percent === null && tier !== undefined && !units.equals(tier.units);
  const isUndrawn = drawn !== undefined && new Exact(drawn.hours.always).isZero();
  return [
    ...(isBetween
      ? [finding('cost-prepurchase-between', { units: prepurchase.units, tier: tier.units, percent })]
      : []),
    ...(isUndrawn && cost.lines.some(({ item }) => item === 'defender-for-servers')
      ? [finding('cost-prepurchase-dollars')]
      : []),
    ...(unused && !isUndrawn
      ? [finding('cost-prepurchase-unused', { units: prepurchase.units, used: used(units, unused) })]
      : []),
    ...(new Exact(discount).isZero() ? [] : [finding('cost-discount-not-combined', { discount })]),
  ];
}

/** Whole units of a year that would be used if everything ran all the time. */
function used(units: Exact, unused: CostLine): string {
  const { always } = times(
    { now: new Exact(unused.hours.now), always: new Exact(unused.hours.always) },
    MONTHS_OF_A_YEAR,
  );
  return units.minus(always).toDecimalPlaces(0).toFixed();
}
