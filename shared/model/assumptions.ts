import type { FilterAssumption } from './requirement.ts';
import type { EditionId, Plan } from './words.ts';

/** What the user, not the evidence, says about one tenant. */
export interface TenantAssumption {
  /** Direct onboarding allowed. */
  readonly direct?: boolean | undefined;
  /** Arc preferred over direct onboarding; default: as the edition says. */
  readonly preferArc?: boolean | undefined;
  /** A GCC-Moderate tenant: no direct onboarding there. */
  readonly gcc?: boolean | undefined;
  /** Id of the designated subscription. */
  readonly designated?: string | undefined;
}

export interface SubscriptionAssumption {
  /** Bases that it may have. */
  readonly bases?: readonly Plan[] | undefined;
  /** False: `enforce` may be switched off. True: it stays. Default: it stays where it is on. */
  readonly enforce?: boolean | undefined;
  /** In scope or not. */
  readonly scope?: boolean | undefined;
}

/** A typed exchange rate: units of the currency for one US dollar. */
export interface ExchangeRate {
  readonly rate: string;
  readonly date: string;
}

/** Everything that is assumed, with its default filled in. Money and hours are decimal strings. */
export interface Assumptions {
  readonly edition: EditionId;
  /** Hours of a month. */
  readonly hours: string;
  readonly currency: string;
  readonly tax: 'without' | 'with';
  /** Per cent, used when `tax` is `with`. */
  readonly taxRate: string;
  /** Azure region for the price book; empty: any. */
  readonly region: string;
  /** Which published price: hourly retail meters, or the monthly list. */
  readonly priceBook: 'retail' | 'list';
  /** Count remaining trial days in the first month. */
  readonly trial: boolean;
  /** Per cent off Defender meters. */
  readonly discount: string;
  /** Pre-purchased units (0: none) and the per cent that they save. */
  readonly prepurchase: { readonly units: string; readonly percent: string | null };
  /** Defender for Endpoint licence offset: servers × amount a month. */
  readonly licenceOffset: { readonly servers: string; readonly amount: string };
  readonly exceptionLimit: number;
  /** What new machines should get; null: no wish. */
  readonly newMachines: Plan | null;
  /** Side costs counted in the totals; the others stand beside. */
  readonly sideCosts: readonly string[];
  readonly rates: Readonly<Record<string, ExchangeRate>>;
  /** `METER.CUR` → typed unit price. */
  readonly prices: Readonly<Record<string, string>>;
  readonly tenants: Readonly<Record<string, TenantAssumption>>;
  readonly subscriptions: Readonly<Record<string, SubscriptionAssumption>>;
  readonly filters: readonly FilterAssumption[];
}

export const DEFAULT_ASSUMPTIONS: Assumptions = {
  edition: 'docs-2026-08',
  hours: '730',
  currency: 'USD',
  tax: 'without',
  taxRate: '0',
  region: '',
  priceBook: 'retail',
  trial: false,
  discount: '0',
  prepurchase: { units: '0', percent: null },
  licenceOffset: { servers: '0', amount: '0' },
  exceptionLimit: 20,
  newMachines: null,
  sideCosts: [],
  rates: {},
  prices: {},
  tenants: {},
  subscriptions: {},
  filters: [],
};
