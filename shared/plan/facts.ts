import { beforeRow, type Edition } from '../matrix/editions.ts';
import { type OsSupport, supportOf } from '../matrix/operating-systems.ts';
import type { OutsideCase } from '../matrix/rows.ts';
import { type ArcNeed, type PlanInput, WANTS, type Want } from '../model/index.ts';
import { NO_RULES, RULE_LISTS, type RuleList, withRule } from './rule-lists.ts';
import type { Scope, Scopes } from './scopes.ts';
import type { Tenant, Tenants } from './tenants.ts';
import type { Group } from './wants.ts';

/** Inputs of a decision: what is known of a group before any base is chosen. */
export interface Facts {
  readonly group: Group;
  readonly tenant: Tenant;
  /** Where it stands; null: outside Azure. */
  readonly scope: Scope | null;
  /** As much as its machines have in common: what is supported, not the name of the system. */
  readonly support: OsSupport;
  /** Stays as it is: rule X1. */
  readonly isKept: boolean;
  /** What holds after rules, override, X2 and X6. */
  readonly want: Want;
  /** What of the wanted needs can be had at this date. */
  readonly needs: readonly ArcNeed[];
  readonly isEsuDropped: boolean;
  /** Rules met so far. */
  readonly rules: RuleList;
  readonly isDirectToday: boolean;
  readonly isOffboarded: boolean;
  readonly arc: OutsideCase['arc'];
  readonly direct: OutsideCase['direct'];
}

/**
 * Equal for groups of one scope that meet the same row with the same steps under every base: what of the shape, the
 * want and the rules met so far the rows ask about.
 */
export function rowKey({ group, want, rules, isOffboarded }: Facts): number {
  const { rowNumber, hasSensor } = group.shape;
  return (
    ((rowNumber * WANTS.length + WANTS.indexOf(want)) * 2 + Number(isOffboarded && hasSensor)) * RULE_LISTS +
    rules.number
  );
}

export interface FactsContext {
  readonly input: PlanInput;
  readonly edition: Edition;
  readonly tenants: Tenants;
  readonly scopes: Scopes;
  readonly support: (product: string | null) => OsSupport;
}

/** Reads the lifecycle of each product once. */
export function supportReader(asOf: string): FactsContext['support'] {
  const known = new Map<string | null, OsSupport>();
  return (product) => {
    const support = known.get(product) ?? supportOf(product, asOf);
    known.set(product, support);
    return support;
  };
}

/** Looks at one group. Step 1 of the order: what is wanted. */
export function factsOf(group: Group, context: FactsContext): Facts {
  const { input, edition, tenants, scopes } = context;
  const { machine, placement } = group.shape;
  const { override } = group.wish;
  const tenant = tenants.of(machine);
  const isHosted = machine.placement === 'mde-direct' && machine.subscriptionId !== null;
  const scope = placement !== null || isHosted ? scopes.of(machine) : null;
  const support = context.support(machine.os.product);
  const before = beforeRow(edition, {
    isInScope: input.scenario.kind !== 'as-is' && override !== 'out-of-scope' && (scope?.isInScope ?? true),
    isServer: true,
    isClient: machine.os.role === 'client',
    isUnsupported: support.defender === 'no' || machine.os.role === 'appliance',
    isAskedByHand: override !== null && override !== 'out-of-scope',
  });
  const needs = possibleNeeds(group.wish.needs, support);
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
    rules: before.id === '' ? NO_RULES : withRule(NO_RULES, before.id),
    isDirectToday,
    isOffboarded: override === 'offboard',
    arc: arcOf(group, support, needs),
    direct: directOf(group, support, tenant, isDirectToday),
  };
}

/** Extended Security Updates can be had while their window is open. */
function possibleNeeds(needs: readonly ArcNeed[], { esu }: OsSupport): readonly ArcNeed[] {
  const isEsuOpen = esu === 'available' || esu === 'billed';
  return isEsuOpen || !needs.includes('esu') ? needs : needs.filter((need) => need !== 'esu');
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
