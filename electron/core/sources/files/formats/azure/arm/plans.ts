import type { ConnectorRecord, KnownPlan, PlanRecord } from '../../../../../../../shared/model/index.ts';
import { parseArmId } from '../../../../../../../shared/text/arm-id.ts';
import { guidOf, lowerOf, parseDecimal, parseFlag, textOf } from '../../values.ts';
import { at, type JsonObject, listOf, property, type Resource } from './item.ts';
import type { Notes } from './notes.ts';

const PLAN_NAMES: ReadonlyMap<string, PlanRecord['planName']> = new Map([
  ['virtualmachines', 'VirtualMachines'],
  ['cloudposture', 'CloudPosture'],
]);

/** Defender for Servers or Defender CSPM by the name of a plan; undefined for Defender's other plans. */
export function planNameOf(name: string | undefined): PlanRecord['planName'] | undefined {
  return PLAN_NAMES.get((name ?? '').trim().toLowerCase());
}

/** Fields that only answers of later API versions have: where one is there, a missing sub-plan means the full plan. */
const LATER_FIELDS = ['enablementTime', 'enforce', 'inherited', 'resourcesCoverageStatus', 'extensions', 'subPlan'];

/**
 * One `Microsoft.Security/pricings` answer, of a subscription, a machine or a connector, wrapped (`properties`) or flat (`az`).
 * Null for a plan that is not kept. What was not done as asked (`operationStatus` Failed) becomes a finding.
 * Shape: https://learn.microsoft.com/rest/api/defenderforcloud/pricings (2024-01-01); its booleans are texts.
 */
export function pricing(resource: Resource, row: number, notes: Notes): PlanRecord | null {
  const { item } = resource;
  const planName = planNameOf(resource.name);
  if (planName === undefined) {
    notes.passOver('azure-plans-other', row, resource.name);
    return null;
  }
  const scopeId = resource.id.replace(/\/providers\/microsoft\.security\/pricings\/[^/]+$/, '');
  const scope = scopeOf(scopeId);
  const plan = planOf(item, planName);
  if (plan === 'unknown') notes.count('azure-plan-unknown', row, scopeId);
  if (textOf(property(item, 'managedBy')) ?? textOf(property(item, 'originatedFrom'))) {
    notes.count('azure-plan-managed-elsewhere', row, scopeId);
  }
  reportFailures(item, row, scopeId, notes);
  return {
    type: 'plan',
    row,
    scope,
    scopeId,
    subscriptionId: resource.subscriptionId,
    subscriptionName: textOf(at(item, 'subscriptionName')),
    tenantId: guidOf(at(item, 'tenantId')),
    planName,
    plan,
    enforce: scope === 'subscription' ? parseFlag(property(item, 'enforce')) : undefined,
    isInherited: scope === 'machine' ? parseFlag(property(item, 'inherited')) : undefined,
    coverage: coverageOf(property(item, 'resourcesCoverageStatus')),
    trialDaysLeft: trialDays(property(item, 'freeTrialRemainingTime')),
    isDesignated: scope === 'subscription' ? extensionOf(item, plan, 'MdeDesignatedSubscription') : undefined,
    isAgentlessScanOn: extensionOf(item, plan, 'AgentlessVmScanning'),
  };
}

/** An AWS, GCP or other security connector with its Defender for Servers offering. */
export function connector(resource: Resource, row: number): ConnectorRecord {
  const environment = lowerOf(property(resource.item, 'environmentName'));
  return {
    type: 'connector',
    row,
    connectorId: resource.id,
    name: resource.name,
    cloud: environment === 'aws' || environment === 'gcp' ? environment : 'other',
    subscriptionId: resource.subscriptionId,
    tenantId: guidOf(at(resource.item, 'tenantId')),
    plan: offeringPlan(property(resource.item, 'offerings')),
  };
}

/** Servers offerings are `DefenderForServersAws` and `DefenderForServersGcp`; one that is not listed is off. */
function offeringPlan(offerings: unknown): KnownPlan {
  if (!Array.isArray(offerings)) return 'unknown';
  const servers = offerings.find((offering) => /^defenderforservers/.test(lowerOf(at(offering, 'offeringType')) ?? ''));
  if (servers === undefined) return 'off';
  return subPlanOf(at(servers, 'subPlan.type') ?? at(servers, 'subPlan')) ?? 'unknown';
}

function scopeOf(scopeId: string): PlanRecord['scope'] {
  const type = parseArmId(scopeId)?.type ?? '';
  if (type === '') return 'subscription';
  return type === 'microsoft.security/securityconnectors' ? 'connector' : 'machine';
}

/** CSPM has no sub-plans; where it is on, it is kept as the full plan. */
function planOf(item: JsonObject, planName: PlanRecord['planName']): KnownPlan {
  const tier = lowerOf(property(item, 'pricingTier'));
  if (tier === 'free') return 'off';
  if (tier !== 'standard') return 'unknown';
  if (planName === 'CloudPosture') return 'P2';
  const subPlan = textOf(property(item, 'subPlan'));
  if (subPlan !== undefined) return subPlanOf(subPlan) ?? 'unknown';
  return LATER_FIELDS.some((name) => property(item, name) !== undefined) ? 'P2' : 'unknown';
}

function subPlanOf(value: unknown): 'P1' | 'P2' | undefined {
  const text = lowerOf(value);
  return text === 'p1' ? 'P1' : text === 'p2' ? 'P2' : undefined;
}

function coverageOf(value: unknown): PlanRecord['coverage'] {
  const text = lowerOf(value);
  return (['FullyCovered', 'PartiallyCovered', 'NotCovered'] as const).find((word) => word.toLowerCase() === text);
}

/** An extension that is not listed is off, and a plan that is off has none; without a list nothing is known. */
function extensionOf(item: JsonObject, plan: KnownPlan, name: string): boolean | undefined {
  const extensions = property(item, 'extensions');
  if (!Array.isArray(extensions)) return plan === 'off' ? false : undefined;
  const found = extensions.find((extension) => lowerOf(at(extension, 'name')) === name.toLowerCase());
  return found === undefined ? false : parseFlag(at(found, 'isEnabled'));
}

function reportFailures(item: JsonObject, row: number, scopeId: string, notes: Notes): void {
  for (const extension of listOf(property(item, 'extensions'))) {
    if (lowerOf(at(extension, 'operationStatus.code')) !== 'failed') continue;
    const params = {
      extension: textOf(at(extension, 'name')) ?? '?',
      scope: scopeId,
      message: textOf(at(extension, 'operationStatus.message')) ?? '?',
    };
    notes.sink.finding('azure-plan-extension-failed', params, row);
  }
}

/**
 * Whole days that are left of a trial, rounded up: ISO 8601 (`P12DT3H`, REST), `12 days, 3:00:00` (`az`),
 * `12.03:00:00` (PowerShell). Undefined when the text is none of them.
 */
function trialDays(value: unknown): number | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const iso = /^P(?:(\d+)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(text);
  const clock = /^(?:(\d+)(?: days?,? ?|\.))?(\d{1,2}):(\d{2}):(\d{2}(?:\.\d+)?)$/i.exec(text);
  if (!iso && !clock) return undefined;
  const [weeks, days, hours, minutes, seconds] = (iso ? iso.slice(1) : ['0', ...(clock ?? []).slice(1)]).map((part) =>
    Number(parseDecimal(part ?? '0') ?? 0),
  );
  const total = (weeks ?? 0) * 7 + (days ?? 0) + (hours ?? 0) / 24 + (minutes ?? 0) / 1440 + (seconds ?? 0) / 86_400;
  return Math.ceil(total);
}
