import type { KnownPlan, PlannedMachine } from '../model/index.ts';
import { type Billing, billingOf } from './billing-states.ts';
import { type Exact, minus, type Pair } from './exact.ts';
import { type BilledUnits, billedUnits } from './hours.ts';
import type { DraftLine } from './line.ts';
import type { Rate, Rates } from './rates.ts';

/** Names the line of a machine whose plan is not known. */
export const UNKNOWN_PLAN_RULE = 'PLAN-unknown';

/**
 * What of a machine Defender bills. `likely` follows what is known, and prices nothing that is not;
 * `most` takes unknown states at full hours and unknown plans at P2.
 */
export type View = 'likely' | 'most';

/** The Defender lines of one machine, and what of them pre-purchased units could pay. */
export interface DefenderLines {
  readonly lines: readonly DraftLine[];
  /** A price or a state is not known: totals are "at least". */
  readonly isOpen: boolean;
}

/** Defender for Servers: the plan's line, then trial and discount as negative lines. Empty when the plan is off. */
export function serverLines(planned: PlannedMachine, rates: Rates, view: View): DefenderLines {
  const plan = planOf(planned, view);
  if (plan === 'off') return { lines: [], isOpen: false };
  const billing = viewed(billingOf(planned), view);
  const isUnknownState = billing.billed === 'unknown';
  if (plan === 'unknown') return { lines: [unknownPlan(planned, rates, billing)], isOpen: true };
  const { charged, rule } = chargedPlan(plan, planned, rates);
  const rate = rates.rate(charged === 'P1' ? 'p1' : 'p2');
  const lines = meteredLines(
    'defender-for-servers',
    planned,
    rates,
    rate,
    { ...billing, rule: rule ?? billing.rule },
    true,
  );
  return { lines, isOpen: isUnknownState || rate.price === null };
}

/** The lower price of a direct machine whose designated subscription has P2: shown, never counted. */
export function lowerDirectLine(planned: PlannedMachine, rates: Rates): DraftLine | null {
  if (planned.plan === 'off' || planned.plan === 'unknown' || !isOnP2Designated(planned)) return null;
  const { charged } = chargedPlan(planned.plan, planned, rates);
  const rate = rates.rate(charged === 'P1' ? 'p2' : 'p1');
  const [line] = meteredLines('defender-for-servers', planned, rates, rate, billingOf(planned), false);
  return line ? { ...line, item: 'direct-lower-price', rule: 'DIRECT-P2', isCounted: false } : null;
}

/** AKS nodes at the plan of their subscription: sources disagree whether Servers bills them. Beside, unless chosen. */
export function aksLines(planned: PlannedMachine, base: KnownPlan, rates: Rates, view: View): DefenderLines {
  if (planned.machine.placement !== 'aks') return { lines: [], isOpen: false };
  const isCounted = rates.isCounted('aks-nodes');
  const { lines, isOpen } = serverLines({ ...planned, plan: base }, rates, view);
  const [nodes, ...reductions] = lines.map((line): DraftLine => ({ ...line, isCounted }));
  if (!nodes) return { lines: [], isOpen: false };
  const rule = nodes.rule === UNKNOWN_PLAN_RULE ? nodes.rule : 'AKS';
  return {
    lines: [{ ...nodes, item: 'aks-nodes', rule }, ...(isCounted ? reductions : [])],
    isOpen: isCounted && isOpen,
  };
}

/** Defender CSPM bills VMs and scale sets that are not deallocated; not Arc, not Databricks. */
export function cspmLines(planned: PlannedMachine, rates: Rates, view: View): DefenderLines {
  const { placement } = planned.machine;
  if (!planned.hasCspm || (placement !== 'azure-vm' && placement !== 'vmss-uniform'))
    return { lines: [], isOpen: false };
  const rate = rates.rate('cspm');
  const billing = viewed(billingOf(planned), view);
  const isCounted = rates.isCounted('defender-cspm');
  const lines = meteredLines('defender-cspm', planned, rates, rate, { ...billing, rule: 'CSPM' }, isCounted);
  return { lines, isOpen: isCounted && (billing.billed === 'unknown' || rate.price === null) };
}

/** In the view of the most, what is not known is billed. */
export function viewed(billing: Billing, view: View): Billing {
  return view === 'most' && billing.billed === 'unknown' ? { ...billing, billed: true } : billing;
}

function planOf({ plan }: PlannedMachine, view: View): KnownPlan {
  return view === 'most' && plan === 'unknown' ? 'P2' : plan;
}

function isOnP2Designated({ method, designatedPlan }: PlannedMachine): boolean {
  return method === 'direct' && designatedPlan === 'P2';
}

/** No source says which price is billed for a direct machine on a P2 subscription: the higher one is taken. */
function chargedPlan(
  plan: 'P1' | 'P2',
  planned: PlannedMachine,
  rates: Rates,
): { charged: 'P1' | 'P2'; rule?: string } {
  if (!isOnP2Designated(planned)) return { charged: plan };
  const [p1, p2] = [rates.rate('p1').price, rates.rate('p2').price];
  return { charged: p1 && p2 && p1.greaterThan(p2) ? 'P1' : 'P2', rule: 'DIRECT-P2' };
}

/** A plan that is not known has no price of its own: between 0 and P2. */
function unknownPlan(planned: PlannedMachine, rates: Rates, billing: Billing): DraftLine {
  const rate = rates.rate('p2');
  const { units } = billedUnits(rate.unit, rates.monthHours, rates.running(planned), billing.billed === true, 0);
  return {
    item: 'defender-for-servers',
    meter: `${rates.rate('p1').meter} / ${rate.meter}`,
    quantity: planned.machine.capacity,
    unitPrice: null,
    unit: rate.unit,
    hours: units,
    state: billing.state,
    rule: UNKNOWN_PLAN_RULE,
    source: `plan unknown; at most: ${rate.source}`,
    priceDate: rate.priceDate,
    isCounted: true,
  };
}

function meteredLines(
  item: DraftLine['item'],
  planned: PlannedMachine,
  rates: Rates,
  rate: Rate,
  billing: Billing,
  isCounted: boolean,
): DraftLine[] {
  const trialDays = rates.withTrial && item === 'defender-for-servers' ? planned.trialDaysLeft : 0;
  const billed = billedUnits(rate.unit, rates.monthHours, rates.running(planned), billing.billed === true, trialDays);
  const line: DraftLine = {
    item,
    meter: rate.meter,
    quantity: planned.machine.capacity,
    unitPrice: rate.price,
    dollars: rate.dollars,
    unit: rate.unit,
    hours: billed.units,
    state: billing.state,
    rule: billing.rule,
    source: rate.source,
    priceDate: rate.priceDate,
    isCounted,
  };
  return rate.price === null || !isCounted ? [line] : [line, ...reductions(line, rate.price, billed, rates)];
}

/** The trial takes its hours off first; the discount is on what is left. */
function reductions(line: DraftLine, price: Exact, billed: BilledUnits, rates: Rates): DraftLine[] {
  const lines: DraftLine[] = [];
  if (!isNothing(billed.trial)) {
    const dollars = line.dollars?.negated() ?? null;
    lines.push({ ...line, item: 'trial', rule: 'TRIAL', unitPrice: price.negated(), dollars, hours: billed.trial });
  }
  const hours = minus(billed.units, billed.trial);
  if (!rates.discount.isZero() && !isNothing(hours)) {
    const { dollars: _, ...undrawn } = line;
    lines.push({
      ...undrawn,
      item: 'discount',
      rule: 'DISCOUNT',
      unitPrice: price.times(rates.discount).negated(),
      hours,
    });
  }
  return lines;
}

function isNothing(pair: Pair): boolean {
  return pair.now.isZero() && pair.always.isZero();
}
