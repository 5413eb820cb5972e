import type { CostLine, PlannedMachine, ScenarioCost, SubscriptionPlan } from '../model/index.ts';
import { Exact, NOTHING, plus, share, written, ZERO } from './exact.ts';
import { type GroupEstimate, type GroupEstimates, groupEstimates } from './groups.ts';
import { type DraftLine, writeLine } from './line.ts';
import { sum, withTax } from './machine-estimate.ts';
import { poolLines, sumSights } from './pool.ts';
import { type Pricing, type Rates, ratesOf } from './rates.ts';

/** A planned scenario and the prices for it. */
export interface ScenarioInput {
  readonly scenario: { readonly id: string; readonly name: string };
  /** Every machine of the plan; blocked ones with the plan that they get anyway. */
  readonly planned: readonly PlannedMachine[];
  /** The bases of the plan's scopes: AKS nodes are shown at them. */
  readonly subscriptions: readonly Pick<SubscriptionPlan, 'id' | 'base'>[];
  /** How many machines the plan could not place. */
  readonly blocked: number;
  readonly pricing: Pricing;
}

export type ScenarioTotals = Omit<ScenarioCost, 'lines' | 'beside'>;

/** The cost of a scenario as lines, which add up to `monthly` exactly. */
export function estimateScenario(input: ScenarioInput): ScenarioCost {
  const rates = ratesOf(input.pricing);
  const lines: CostLine[] = [];
  const beside: CostLine[] = [];
  const templates = new Map<GroupEstimate, { counted: CostLine[]; beside: CostLine[] }>();
  const groups = priceAll(input, rates, (planned, group) => {
    const template = templates.get(group) ?? writeTemplate(group);
    templates.set(group, template);
    for (const line of template.counted) lines.push(forMachine(line, planned));
    for (const line of template.beside) beside.push(forMachine(line, planned));
  });
  const { totals, pool } = totalsOf(input, groups, rates);
  const write = (line: DraftLine) => writeLine(line, null, null);
  return {
    ...totals,
    lines: [...lines, ...pool.lines.map(write)],
    beside: [...beside, ...pool.beside.map(write), ...dataAllowance(input.planned, rates)],
  };
}

/** The totals of `estimateScenario` without its lines: fast enough to follow a slider. */
export function estimateTotals(input: ScenarioInput): ScenarioTotals {
  const rates = ratesOf(input.pricing);
  return totalsOf(input, priceAll(input, rates), rates).totals;
}

/** Groups and how many machines each has; `each`, when given, is told the group of every machine in order. */
function priceAll(input: ScenarioInput, rates: Rates, each?: (planned: PlannedMachine, group: GroupEstimate) => void) {
  const bases = new Map(input.subscriptions.map(({ id, base }) => [id, base]));
  const groups = groupEstimates(rates, (id) => (id === null ? undefined : bases.get(id)) ?? 'unknown');
  for (const planned of input.planned) {
    const group = groups.of(planned);
    group.count++;
    each?.(planned, group);
  }
  return groups;
}

function totalsOf(input: ScenarioInput, groups: GroupEstimates, rates: Rates) {
  const { scenario, blocked, pricing } = input;
  const all = groups.all();
  const likely = sumSights(all.map(({ estimate, count }) => ({ sight: estimate.likely, count })));
  const most = sumSights(all.map(({ estimate, count }) => ({ sight: estimate.most, count })));
  const pool = poolLines(likely, pricing.assumptions, rates);
  const poolAtMost = poolLines(most, pricing.assumptions, rates);
  const counted = withTax(pool.lines, rates);
  const totals: ScenarioTotals = {
    id: scenario.id,
    name: scenario.name,
    monthly: written(plus(likely.total, sum(counted))),
    atLeast: all.some(({ estimate }) => estimate.isOpen),
    alwaysAtLeast: all.some(({ estimate }) => estimate.isAlwaysOpen),
    atMost: written(plus(most.total, sum(withTax(poolAtMost.lines, rates)))),
    blocked,
  };
  return { totals, pool: { lines: counted, beside: pool.beside } };
}

function writeTemplate({ estimate }: GroupEstimate): { counted: CostLine[]; beside: CostLine[] } {
  const write = (line: DraftLine) => writeLine(line, null, null);
  return { counted: estimate.lines.map(write), beside: estimate.beside.map(write) };
}

function forMachine(line: CostLine, { machine, subscriptionId }: PlannedMachine): CostLine {
  return { ...line, machineId: machine.id, subscriptionId };
}

const GIGABYTES_A_DAY = '0.5';

/**
 * 500 MB a day for each P2 server, pooled in its subscription: no money, but data that cost nothing elsewhere.
 * `hours` holds the gigabytes a month of one server. Direct onboarding gives none.
 * Source: https://learn.microsoft.com/azure/defender-for-cloud/data-ingestion-benefit, 2026-05-25
 */
function dataAllowance(planned: readonly PlannedMachine[], rates: Rates): CostLine[] {
  const servers = new Map<string | null, number>();
  for (const { plan, method, machine, subscriptionId } of planned) {
    if (plan !== 'P2' || method === 'direct') continue;
    servers.set(subscriptionId, (servers.get(subscriptionId) ?? 0) + machine.capacity);
  }
  const gigabytes = share(rates.monthHours, new Exact(24)).times(GIGABYTES_A_DAY);
  return [...servers].map(([subscriptionId, quantity]) =>
    writeLine(
      {
        item: 'data-allowance',
        meter: 'GB a month of Log Analytics data',
        quantity,
        unitPrice: ZERO,
        unit: '1/Month',
        hours: { ...NOTHING, now: gigabytes, always: gigabytes },
        state: 'all',
        rule: 'DATA',
        source: 'https://learn.microsoft.com/azure/defender-for-cloud/data-ingestion-benefit',
        priceDate: '2026-05-25',
        isCounted: false,
      },
      null,
      subscriptionId,
    ),
  );
}
