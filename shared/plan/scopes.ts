import {
  type Known,
  type KnownPlan,
  type Machine,
  PLANS,
  type Plan,
  type PlanInput,
  type Subscription,
} from '../model/index.ts';
import { fold } from '../text/fold.ts';
import type { Prepared } from './prepare.ts';
import type { Tenant, Tenants } from './tenants.ts';

/** A subscription, a connector, or a subscription that does not exist yet: what one base is chosen for. */
export interface Scope {
  readonly id: string;
  readonly index: number;
  readonly name: string | null;
  readonly tenant: Tenant;
  readonly kind: 'subscription' | 'connector' | 'new';
  /** Null: made up here, since machines or assumptions speak of it. */
  readonly subscription: Subscription | null;
  readonly today: KnownPlan;
  /** Machines that inherit disagree about the plan. */
  readonly isTodayContradicted: boolean;
  readonly enforce: Known<boolean>;
  /** Is on and stays, by the user's word or by a policy. */
  readonly isEnforced: boolean;
  readonly enforcingPolicy: string | null;
  /** Bases that the user allows. */
  readonly allowed: readonly Plan[];
  readonly isInScope: boolean;
  readonly hasCspm: boolean;
  readonly trialDaysLeft: number;
}

/** Id of the scope of machines in Azure whose subscription no source tells. */
export const UNKNOWN_SCOPE = 'unknown';

export interface Scopes {
  readonly all: readonly Scope[];
  get(id: string, tenant: Tenant): Scope;
  /** A scope that a source describes: by its id, or by its name where that is unique in the tenant. */
  find(idOrName: string, tenant: Tenant): Scope | null;
  /** Where a machine stands today; null: outside Azure. */
  of(machine: Machine): Scope;
}

/** Scopes from subscriptions; one that machines name and no source describes is made up, with nothing known. */
export function makeScopes(input: PlanInput, prepared: Prepared, tenants: Tenants): Scopes {
  const evidence = inheritedPlans(prepared);
  const all: Scope[] = [];
  const byId = new Map<string, Scope>();
  const add = (id: string, tenant: Tenant, subscription: Subscription | null) => {
    const scope = makeScope(id, all.length, tenant, subscription, evidence.get(id) ?? [], input);
    all.push(scope);
    byId.set(id, scope);
    return scope;
  };
  const sorted = [...input.subscriptions].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const subscription of sorted) add(subscription.id, tenants.ofSubscription(subscription), subscription);
  const get = (id: string, tenant: Tenant) => byId.get(id) ?? add(id, tenant, null);
  const find = (idOrName: string, tenant: Tenant) => {
    const byItsId = byId.get(idOrName.toLowerCase());
    if (byItsId) return byItsId;
    const named = all.filter(
      ({ name, kind, tenant: own }) => kind === 'subscription' && own === tenant && fold(name ?? '') === fold(idOrName),
    );
    return named.length === 1 ? (named[0] ?? null) : null;
  };
  const of = (machine: Machine) => {
    const tenant = tenants.of(machine);
    const id = scopeIdOf(machine);
    // What is not known of two tenants is not one scope.
    return get(id === UNKNOWN_SCOPE && tenants.all.length > 1 ? `${id}:${tenant.id}` : id, tenant);
  };
  return { all, get, find, of };
}

/** Id of the scope that a machine in Azure or Arc belongs to. */
function scopeIdOf(machine: Machine): string {
  if (machine.placement === 'arc-connector' && machine.connectorId) return machine.connectorId;
  if (machine.subscriptionId) return machine.subscriptionId;
  return machine.subscriptionName ? `name:${machine.subscriptionName.toLowerCase()}` : UNKNOWN_SCOPE;
}

function makeScope(
  id: string,
  index: number,
  tenant: Tenant,
  subscription: Subscription | null,
  inherited: readonly Plan[],
  input: PlanInput,
): Scope {
  const assumed = input.assumptions.subscriptions[id];
  const isNew = id.startsWith('new:');
  const enforcing = subscription?.policies.find(
    (policy) => policy.effect === 'enforces-subscription-plan' && !policy.isExempted,
  );
  const enforce = subscription?.enforce ?? (isNew ? false : 'unknown');
  const [evident, ...others] = inherited;
  return {
    id,
    index,
    name: subscription?.name ?? (id.startsWith('name:') ? id.slice('name:'.length) : null),
    tenant,
    kind: isNew ? 'new' : (subscription?.kind ?? (id.includes('/securityconnectors/') ? 'connector' : 'subscription')),
    subscription,
    today: todayOf(subscription, isNew, others.length === 0 ? evident : undefined),
    isTodayContradicted: others.length > 0,
    enforce,
    isEnforced: enforcing !== undefined || (enforce === true && assumed?.enforce !== false),
    enforcingPolicy: enforcing?.name ?? null,
    allowed: assumed?.bases && assumed.bases.length > 0 ? PLANS.filter((plan) => assumed.bases?.includes(plan)) : PLANS,
    isInScope: assumed?.scope !== false,
    hasCspm: subscription?.hasCspm === true,
    trialDaysLeft: subscription?.trialDaysLeft ?? 0,
  };
}

/** A machine that inherits is evidence of its subscription's plan. */
function todayOf(subscription: Subscription | null, isNew: boolean, evident: Plan | undefined): KnownPlan {
  if (isNew) return 'off';
  const told = subscription?.plan ?? 'unknown';
  return told === 'unknown' ? (evident ?? 'unknown') : told;
}

function inheritedPlans(prepared: Prepared): ReadonlyMap<string, readonly Plan[]> {
  const found = new Map<string, Plan[]>();
  for (const { machine, placement } of prepared.shapes) {
    const { plan, explicit } = machine.today;
    if (placement === null || explicit !== false || plan === 'unknown') continue;
    const id = scopeIdOf(machine);
    const plans = found.get(id) ?? [];
    if (!plans.includes(plan)) plans.push(plan);
    found.set(id, plans);
  }
  return found;
}
