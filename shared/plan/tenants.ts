import type { Edition } from '../matrix/editions.ts';
import type { Known, Machine, PlanInput, Subscription } from '../model/index.ts';
import type { Prepared, Shape } from './prepare.ts';

/** A tenant with its direct-onboarding switch: what is there, and what the user allows. */
export interface Tenant {
  /** Null: not known. */
  readonly id: string | null;
  readonly switchToday: Known<boolean>;
  /** Today's designated subscription, as far as evidence tells. */
  readonly designatedToday: string | null;
  /** More than one subscription calls itself designated. */
  readonly designatedSeveral: readonly string[];
  readonly isDirectAllowed: boolean;
  readonly isGcc: boolean;
  readonly isArcPreferred: boolean;
  /** The designated subscription of the plan, when the switch is on. */
  readonly designated: string;
  /** What the user named as designated and cannot be. */
  readonly designatedRefused: string | null;
  /** Ids of subscriptions of this tenant that do not exist yet. */
  readonly newId: (use: 'P1' | 'P2' | 'direct') => string;
}

export interface Tenants {
  readonly all: readonly Tenant[];
  of(machine: Machine): Tenant;
  ofSubscription(subscription: Subscription): Tenant;
}

/** The tenants of a project. What does not tell its tenant belongs to the only one there is; with several, to an unknown one. */
export function makeTenants(input: PlanInput, prepared: Prepared, edition: Edition): Tenants {
  const bySubscription = new Map(input.subscriptions.map((subscription) => [subscription.id, subscription.tenantId]));
  const told = (machine: Machine) => machine.tenantId ?? bySubscription.get(machine.subscriptionId ?? '') ?? null;
  const ids = new Set<string | null>();
  for (const subscription of input.subscriptions) ids.add(subscription.tenantId);
  for (const shape of prepared.shapes) ids.add(told(shape.machine));
  const known = [...ids].filter((id) => id !== null).sort();
  const sole = known.length === 1 ? (known[0] ?? null) : null;
  const resolve = (id: string | null) => id ?? sole;
  const shapesOf = new Map<string | null, Shape[]>();
  for (const shape of prepared.shapes) {
    const id = resolve(told(shape.machine));
    const list = shapesOf.get(id) ?? [];
    list.push(shape);
    shapesOf.set(id, list);
  }
  const keys = [...new Set([...ids].map(resolve))].sort((a, b) => (a ?? '').localeCompare(b ?? '', 'en'));
  const tenants = new Map(
    (keys.length > 0 ? keys : [null]).map((id) => {
      const subscriptions = input.subscriptions.filter((subscription) => resolve(subscription.tenantId) === id);
      return [id, makeTenant(id, subscriptions, shapesOf.get(id) ?? [], input, edition, keys.length > 1)];
    }),
  );
  const get = (id: string | null) => {
    const tenant = tenants.get(resolve(id));
    if (!tenant) throw new Error(`Tenant without entry: ${id}`);
    return tenant;
  };
  return {
    all: [...tenants.values()],
    of: (machine) => get(told(machine)),
    ofSubscription: (subscription) => get(subscription.tenantId),
  };
}

/** What the assumptions of a tenant that is not known stand under. */
export const UNKNOWN_TENANT = 'unknown';

function makeTenant(
  id: string | null,
  subscriptions: readonly Subscription[],
  shapes: readonly Shape[],
  input: PlanInput,
  edition: Edition,
  isOneOfSeveral: boolean,
): Tenant {
  const assumed = input.assumptions.tenants[id ?? UNKNOWN_TENANT];
  const isGcc = assumed?.gcc ?? false;
  const real = subscriptions.filter((subscription) => subscription.kind === 'subscription');
  const designatedSeveral = real
    .filter((subscription) => subscription.isDesignated === true)
    .map((subscription) => subscription.id)
    .sort();
  const wished = assumed?.designated?.toLowerCase();
  const isRefused = input.subscriptions.some((other) => other.id === wished && !mayHost(other, id));
  const chosen = isRefused ? undefined : wished;
  const designatedToday = designatedSeveral[0] ?? hostOfDirectMachines(shapes);
  const newId = (use: 'P1' | 'P2' | 'direct') => `new:${use}${isOneOfSeveral ? `:${id ?? UNKNOWN_TENANT}` : ''}`;
  return {
    id,
    switchToday: switchToday(designatedSeveral, real, shapes),
    designatedToday,
    designatedSeveral: designatedSeveral.length > 1 ? designatedSeveral : [],
    isGcc,
    isDirectAllowed: (assumed?.direct ?? true) && !isGcc,
    isArcPreferred: assumed?.preferArc ?? edition.isArcPreferred,
    designatedRefused: isRefused ? (wished ?? null) : null,
    designated: chosen ?? designatedToday ?? newId('direct'),
    newId,
  };
}

/** A connector cannot be designated, since what is billed there is its own cloud's; nor can another tenant's subscription. */
function mayHost({ kind, tenantId }: Subscription, tenant: string | null): boolean {
  return kind === 'subscription' && (tenantId === null || tenant === null || tenantId === tenant);
}

/** A directly onboarded server proves that the switch is on; a subscription that was not read leaves it open. */
function switchToday(
  designated: readonly string[],
  subscriptions: readonly Subscription[],
  shapes: readonly Shape[],
): Known<boolean> {
  if (designated.length > 0 || shapes.some((shape) => shape.machine.placement === 'mde-direct')) return true;
  const isOpen =
    subscriptions.length === 0 || subscriptions.some((subscription) => subscription.isDesignated === 'unknown');
  return isOpen ? 'unknown' : false;
}

/** An `mdeServers` resource stands in the designated subscription. */
function hostOfDirectMachines(shapes: readonly Shape[]): string | null {
  const hosts = shapes.flatMap(({ machine }) =>
    machine.placement === 'mde-direct' && machine.subscriptionId !== null ? [machine.subscriptionId] : [],
  );
  return [...new Set(hosts)].sort()[0] ?? null;
}
