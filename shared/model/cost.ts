/** A figure now (today's states last all month) and always (every hour of the month). Decimal strings. */
export interface NowAlways {
  readonly now: string;
  readonly always: string;
}

/** The items that a cost line can be about. */
export const COST_ITEMS = [
  'defender-for-servers',
  'discount',
  'trial',
  'pre-purchase',
  'licence-offset',
  'tax',
  'update-manager',
  'esu',
  'machine-configuration',
  'defender-cspm',
  'data-allowance',
  'aks-nodes',
  'direct-lower-price',
  'software-assurance',
] as const;
export type CostItem = (typeof COST_ITEMS)[number];

/** Costs beside Defender's own that the user can count in the totals. */
export const SIDE_COSTS = [
  'update-manager',
  'esu',
  'machine-configuration',
  'defender-cspm',
  'aks-nodes',
  'software-assurance',
] as const satisfies readonly CostItem[];

/** amount = quantity × unitPrice × hours. Nothing is rounded. Null price and amount: not found, never 0. */
export interface CostLine {
  readonly machineId: string | null;
  readonly subscriptionId: string | null;
  readonly item: CostItem;
  /** Name of the meter in the price book, e.g. `Standard P1 Node`. */
  readonly meter: string;
  /** Servers: 1, or a scale set's capacity. */
  readonly quantity: number;
  readonly unitPrice: string | null;
  /** Billed units of the meter: hours, or months where the meter is monthly. */
  readonly hours: NowAlways;
  readonly unit: '1/Hour' | '1/Month';
  readonly amount: { readonly now: string | null; readonly always: string | null };
  /** The state that decided, `unknown` when it is not known. */
  readonly state: string;
  /** Id of the billing-state rule or cost rule that applied. */
  readonly rule: string;
  readonly source: string;
  readonly priceDate: string;
}

export interface ScenarioCost {
  readonly id: string;
  readonly name: string;
  readonly monthly: NowAlways;
  /** True when something has no price, no known plan or no known state: the total of now is "at least". */
  readonly atLeast: boolean;
  /** The same of the total of every hour, which an unknown state leaves as it is. */
  readonly alwaysAtLeast: boolean;
  /** With unknown states at full hours and unknown plans at P2. */
  readonly atMost: NowAlways;
  readonly blocked: number;
  readonly lines: readonly CostLine[];
  readonly beside: readonly CostLine[];
}

/** One price of the price book. */
export interface Price {
  /** Id of the meter: `p1`, `p2`, `cspm`, `update-manager`, … */
  readonly meter: string;
  readonly meterName: string;
  readonly unitPrice: string;
  readonly unit: '1/Hour' | '1/Month';
  readonly currency: string;
  readonly region: string;
  readonly source: string;
  /** ISO date. */
  readonly date: string;
}

export interface PriceBook {
  readonly id: string;
  readonly name: string;
  readonly prices: readonly Price[];
}
