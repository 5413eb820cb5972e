import { beforeRow, type Edition } from '../matrix/editions.ts';
import { type OsSupport, supportOf } from '../matrix/operating-systems.ts';
import type { OutsideCase } from '../matrix/rows.ts';
import type { ArcNeed, PlanInput, Want } from '../model/index.ts';
import type { Scope, Scopes } from './scopes.ts';
import type { Tenant, Tenants } from './tenants.ts';
import type { Group } from './wants.ts';

/** Inputs of a decision: what is known of a group before any base is chosen. */
export interface Facts {
  readonly group: Group;
  readonly tenant: Tenant;
  /** Where it stands; null: outside Azure. */
  readonly scope: Scope | null;
  readonly support: OsSupport;
  /** Stays as it is: rule X1. */
  readonly isKept: boolean;
  /** What holds after rules, override, X2 and X6. */
  readonly want: Want;
  /** What of the wanted needs can be had at this date. */
  readonly needs: readonly ArcNeed[];
  readonly isEsuDropped: boolean;
  /** Rules met so far. */
  readonly rules: readonly string[];
  readonly isDirectToday: boolean;
  readonly isOffboarded: boolean;
  readonly arc: OutsideCase['arc'];
  readonly direct: OutsideCase['direct'];
}

/** Looks at one group. Step 1 of the order: what is wanted. */
export function factsOf(group: Group, input: PlanInput, edition: Edition, tenants: Tenants, scopes: Scopes): Facts {
  const { machine, placement } = group.shape;
  const { override } = group.wish;
  const tenant = tenants.of(machine);
  const isHosted = machine.placement === 'mde-direct' && machine.subscriptionId !== null;
  const scope = placement !== null || isHosted ? scopes.of(machine) : null;
  const support = supportOf(machine.os.product, input.asOf);
  const before = beforeRow(edition, {
    isInScope: input.scenario.kind !== 'as-is' && override !== 'out-of-scope' && (scope?.isInScope ?? true),
    isServer: true,
    isClient: machine.os.role === 'client',
    isUnsupported: support.defender === 'no' || machine.os.role === 'appliance',
    isAskedByHand: override !== null && override !== 'out-of-scope',
  });
  const needs = group.wish.needs.filter(
    (need) => need !== 'esu' || support.esu === 'available' || support.esu === 'billed',
  );
  const isDirectToday = isDirect(group, tenant);
  return {
    group,
    tenant,
    scope: placement === null ? null : scope,
    support,
    isKept: before.outcome === 'keep',
    want: before.outcome === 'want-none' ? 'none' : group.wish.want,
    needs,
    isEsuDropped: needs.length < group.wish.needs.length,
    rules: before.id === '' ? [] : [before.id],
    isDirectToday,
    isOffboarded: override === 'offboard',
    arc: arcOf(group, support, needs),
    direct: directOf(group, support, tenant, isDirectToday),
  };
}

/** Directly onboarded: an `mdeServers` resource, or onboarded outside Azure while the tenant's switch is on. */
function isDirect({ shape }: Group, tenant: Tenant): boolean {
  if (shape.machine.placement === 'mde-direct') return true;
  return shape.placement === null && shape.hasSensor && tenant.switchToday === true;
}

function arcOf({ wish }: Group, support: OsSupport, needs: readonly ArcNeed[]): OutsideCase['arc'] {
  if (support.arc !== 'yes' || !wish.isArcAllowed) return 'impossible';
  return needs.length > 0 ? 'needed' : 'possible';
}

/** Where no source tells the product, a sensor that is onboarded shows that it is supported. */
function directOf({ shape }: Group, support: OsSupport, tenant: Tenant, isDirectToday: boolean): OutsideCase['direct'] {
  const isSupported = support.defender === 'yes' || (support.defender === 'unknown' && shape.hasSensor);
  if (!tenant.isDirectAllowed || !isSupported) return 'impossible';
  return isDirectToday ? 'already' : 'possible';
}
