import type { CostItem, CostLine } from '../model/index.ts';
import { type Exact, NOTHING, type Pair, times, written } from './exact.ts';

/** A cost line with exact figures, before it belongs to a machine: machines of one group share it. */
export interface DraftLine {
  readonly item: CostItem;
  readonly meter: string;
  readonly quantity: number;
  /** Null: not found. */
  readonly unitPrice: Exact | null;
  /** The unit price in US dollars where pre-purchased units may pay for the line; null: not found, absent: they may not. */
  readonly dollars?: Exact | null;
  readonly unit: '1/Hour' | '1/Month';
  readonly hours: Pair;
  readonly state: string;
  readonly rule: string;
  readonly source: string;
  readonly priceDate: string;
  /** In the total; the others stand beside. */
  readonly isCounted: boolean;
}

/** quantity × unit price × hours; nothing where no price was found (a sum with such a line says "at least"). */
export function amountOf(line: DraftLine): Pair {
  return line.unitPrice === null ? NOTHING : times(line.hours, line.unitPrice.times(line.quantity));
}

/** The line as everybody reads it, for one machine (or for a subscription, or for none). */
export function writeLine(draft: DraftLine, machineId: string | null, subscriptionId: string | null): CostLine {
  const { item, meter, quantity, unit, state, rule, source, priceDate } = draft;
  return {
    machineId,
    subscriptionId,
    item,
    meter,
    quantity,
    unitPrice: draft.unitPrice?.toFixed() ?? null,
    hours: written(draft.hours),
    unit,
    amount: draft.unitPrice === null ? { now: null, always: null } : written(amountOf(draft)),
    state,
    rule,
    source,
    priceDate,
  };
}
