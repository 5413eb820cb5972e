import type { KnownPlan, PlannedMachine } from '../model/index.ts';
import { aksLines, lowerDirectLine, serverLines, type View } from './defender-lines.ts';
import { NOTHING, type Pair, plus } from './exact.ts';
import { amountOf, type DraftLine } from './line.ts';
import type { Rates } from './rates.ts';
import { sideCosts } from './side-costs.ts';

/** What one machine costs, seen one way. */
export interface Sight {
  /** Sum of the counted lines. */
  readonly total: Pair;
  /** What pre-purchased units could pay: Defender meters at full price, in the currency and in US dollars. */
  readonly drawable: Pair;
  readonly drawableDollars: Pair | null;
  /** Servers (capacity) under a plan, and of them those that are billed now. */
  readonly servers: { readonly now: number; readonly always: number };
}

/** Everything about the cost of one machine; equal for all machines of its group. */
export interface MachineEstimate {
  readonly lines: readonly DraftLine[];
  readonly beside: readonly DraftLine[];
  readonly likely: Sight;
  readonly most: Sight;
  /** What is billed now is not known. */
  readonly isOpen: boolean;
  /** Not even with every hour: a price or the plan is not known. */
  readonly isAlwaysOpen: boolean;
  /** Counted lines of Defender for Servers itself, with what belongs to them; null: no price or no plan known. */
  readonly servers: Pair | null;
}

/** Prices one machine. @param base the plan of the scope where it ends; asked for AKS nodes only. */
export function estimateMachine(planned: PlannedMachine, base: KnownPlan, rates: Rates): MachineEstimate {
  const server = serverLines(planned, rates, 'likely');
  const lower = lowerDirectLine(planned, rates);
  const parts = [server, sideCosts(planned, rates, 'likely'), aksLines(planned, base, rates, 'likely')];
  const all = [...parts.flatMap(({ lines }) => lines), ...(lower ? [lower] : [])];
  const counted = withTax(
    all.filter((line) => line.isCounted),
    rates,
  );
  const isOpen = parts.some((part) => part.isOpen);
  const likely = sightOf(counted);
  return {
    lines: counted,
    beside: all.filter((line) => !line.isCounted),
    likely,
    most: isOpen ? sightOf(linesAtMost(planned, base, rates)) : likely,
    isOpen,
    isAlwaysOpen: isOpen && counted.some((line) => line.unitPrice === null),
    servers: server.lines.some((line) => line.unitPrice === null) ? null : sum(withTax(server.lines, rates)),
  };
}

/** The sum of the amounts that have a price. */
export function sum(lines: readonly DraftLine[]): Pair {
  return lines.reduce((total, line) => plus(total, amountOf(line)), NOTHING);
}

/** The lines, and tax on their sum as a line of its own. */
export function withTax(lines: readonly DraftLine[], rates: Rates): readonly DraftLine[] {
  const [first] = lines;
  if (!first || rates.tax.isZero()) return lines;
  const base = sum(lines);
  if (base.now.isZero() && base.always.isZero()) return lines;
  const tax: DraftLine = {
    item: 'tax',
    meter: 'Tax',
    quantity: 1,
    unitPrice: rates.tax,
    unit: '1/Month',
    hours: base,
    state: first.state,
    rule: 'TAX',
    source: 'typed: tax-rate',
    priceDate: rates.asOf,
    isCounted: true,
  };
  return [...lines, tax];
}

function linesAtMost(planned: PlannedMachine, base: KnownPlan, rates: Rates): readonly DraftLine[] {
  const view: View = 'most';
  const parts = [
    serverLines(planned, rates, view),
    sideCosts(planned, rates, view),
    aksLines(planned, base, rates, view),
  ];
  const lines = parts.flatMap((part) => part.lines.filter((line) => line.isCounted));
  return withTax(lines, rates);
}

function sightOf(lines: readonly DraftLine[]): Sight {
  const drawn = lines.filter(({ dollars, unitPrice }) => dollars !== undefined && unitPrice !== null);
  const servers = lines.filter(({ item, unitPrice }) => item === 'defender-for-servers' && unitPrice !== null);
  return {
    total: sum(lines),
    drawable: sum(drawn),
    drawableDollars: drawn.some(({ dollars }) => dollars === null)
      ? null
      : sum(drawn.map((line) => ({ ...line, unitPrice: line.dollars ?? null }))),
    servers: {
      now: count(servers.filter((line) => !line.hours.now.isZero())),
      always: count(servers),
    },
  };
}

function count(lines: readonly DraftLine[]): number {
  return lines.reduce((total, line) => total + line.quantity, 0);
}
