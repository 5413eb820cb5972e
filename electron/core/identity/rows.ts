import type { Evidence, LocatedRecord, MachineRecord, SourceRecord } from '../../../shared/model/index.ts';
import { anchorOf } from './anchors.ts';
import { domainKey, foldName, fqdnKey, isMasked, shortName, smbiosKey } from './names.ts';
import { type ArmKind, type ArmResource, kindOfSource, machineResource, ownResource } from './resources.ts';

/** Evidence with its date as a number, so that "newer" is one comparison. */
interface DatedEvidence extends Evidence {
  readonly time: number;
}

/** One machine record with its keys made ready for comparing. */
export interface Row {
  readonly record: MachineRecord;
  readonly evidence: DatedEvidence;
  readonly anchor: string;
  /** Known tenant, or null. */
  tenant: string | null;
  readonly kind: ArmKind | null;
  /** The resource that the record itself is. */
  readonly own: ArmResource | null;
  /** The resource that the record only points at. */
  readonly linked: ArmResource | null;
  readonly subscriptionId: string | null;
  /** Folded. */
  readonly subscriptionName: string | null;
  readonly resourceGroup: string | null;
  /** The SMBIOS UUID, one text for both byte orders. */
  readonly smbios: string | null;
  readonly short: string | null;
  readonly fqdn: string | null;
  readonly domain: string | null;
}

/** All other records, with their evidence. */
export type Located<T extends SourceRecord> = { readonly record: T; readonly evidence: DatedEvidence };

export interface Prepared {
  readonly rows: readonly Row[];
  /** Rows that are no server, or count elsewhere: out with a reason. */
  readonly outside: readonly Located<MachineRecord>[];
  readonly others: readonly Located<Exclude<SourceRecord, MachineRecord>>[];
  /** File → how many of its records carry a masked id. */
  readonly masked: ReadonlyMap<string, number>;
}

/** Sorts records by what they are and makes the keys of machine records ready. Records of unknown evidence are a mistake of the caller. */
export function prepareRows(evidence: readonly Evidence[], records: Iterable<LocatedRecord>): Prepared {
  const dated = new Map(evidence.map((entry) => [entry.id, { ...entry, time: Date.parse(entry.date) || 0 }]));
  const rows: Row[] = [];
  const outside: Located<MachineRecord>[] = [];
  const others: Located<Exclude<SourceRecord, MachineRecord>>[] = [];
  const masked = new Map<string, number>();
  for (const { evidenceId, record } of records) {
    const source = dated.get(evidenceId);
    if (!source) throw new Error(`A record of unknown evidence: ${evidenceId}`);
    if (hasMaskedId(record)) masked.set(source.file, (masked.get(source.file) ?? 0) + 1);
    else if (record.type !== 'machine') others.push({ record, evidence: source });
    else if (record.notServer || record.discarded) outside.push({ record, evidence: source });
    else rows.push(prepareRow(record, source));
  }
  fillTenants(rows, others);
  return { rows, outside, others, masked };
}

/** By file, sheet and row: an order that does not follow the order of reading. */
export function comparePlaces(left: Located<SourceRecord>, right: Located<SourceRecord>): number {
  return (
    compareText(left.evidence.file, right.evidence.file) ||
    compareText(left.evidence.id, right.evidence.id) ||
    compareText(left.record.sheet ?? '', right.record.sheet ?? '') ||
    left.record.row - right.record.row
  );
}

/** By code unit: the same everywhere, whatever the language of the machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function prepareRow(record: MachineRecord, evidence: DatedEvidence): Row {
  const named = ownResource(record);
  const isInstance = named !== null && named.kind === 'set' && record.source !== 'vmss';
  const own = isInstance ? null : named;
  const linked = isInstance ? named : machineResource(record.linkedResourceId);
  const fqdn = fqdnKey(record.fqdn) ?? (kindOfSource(record.source) ? null : fqdnKey(record.name));
  return {
    record,
    evidence,
    anchor: anchorOf(record, evidence.format, named),
    tenant: record.tenantId ?? evidence.tenantId,
    kind: isInstance ? 'set' : (kindOfSource(record.source) ?? cloudKind(record)),
    own,
    linked,
    subscriptionId: own?.subscriptionId ?? record.subscriptionId ?? null,
    subscriptionName: record.subscriptionName === undefined ? null : foldName(record.subscriptionName),
    resourceGroup: own?.resourceGroup ?? record.resourceGroup ?? null,
    smbios: smbiosKey(record.smbiosUuid),
    short: shortName(record.name),
    fqdn,
    domain: domainKey(record.domain) ?? (fqdn === null ? null : domainKey(fqdn.slice(fqdn.indexOf('.') + 1))),
  };
}

/** A Defender device that says it runs in Azure, or in Arc, without naming the resource. */
function cloudKind(record: MachineRecord): ArmKind | null {
  if (record.source !== 'mde-device') return null;
  if (record.cloudProvider === 'azure') return 'vm';
  return record.cloudProvider === 'arc' ? 'arc' : null;
}

function hasMaskedId(record: SourceRecord): boolean {
  switch (record.type) {
    case 'machine':
      return isMasked(record.resourceId) || isMasked(record.subscriptionId);
    case 'plan':
      return isMasked(record.scopeId) || isMasked(record.subscriptionId);
    case 'usage':
    case 'list-entry':
      return isMasked(record.resourceId) || isMasked(record.subscriptionId);
    case 'extension':
      return isMasked(record.machineResourceId) || isMasked(record.subscriptionId);
    case 'subscription':
    case 'connector':
    case 'read':
      return isMasked(record.subscriptionId);
    default:
      return false;
  }
}

/** A subscription belongs to one tenant: what one record tells of it holds for all. */
function fillTenants(rows: readonly Row[], others: Prepared['others']): void {
  const tenants = tenantsOfSubscriptions(rows, others);
  for (const row of rows) {
    const subscription = row.subscriptionId ?? row.linked?.subscriptionId;
    if (row.tenant === null && subscription) row.tenant = tenants.get(subscription) ?? null;
  }
}

/** Subscription id → tenant, from every record that tells both; the smaller id where records disagree, so that order tells nothing. */
export function tenantsOfSubscriptions(rows: readonly Row[], others: Prepared['others']): ReadonlyMap<string, string> {
  const tenants = new Map<string, string>();
  function learn(subscription: string | null | undefined, tenant: string | null | undefined): void {
    if (!subscription || !tenant) return;
    const before = tenants.get(subscription);
    if (before === undefined || tenant < before) tenants.set(subscription, tenant);
  }
  for (const row of rows) learn(row.subscriptionId ?? row.linked?.subscriptionId, row.tenant);
  for (const { record, evidence } of others) {
    if (!('subscriptionId' in record)) continue;
    learn(record.subscriptionId, ('tenantId' in record ? record.tenantId : undefined) ?? evidence.tenantId);
  }
  return tenants;
}
