import type { ExtensionRecord, PlanRecord } from '../../../shared/model/index.ts';
import { foldName, shortName } from './names.ts';
import type { Located, Prepared, Row } from './rows.ts';

/** Defender for Endpoint as a VM or Arc extension. Publisher: Microsoft.Azure.AzureDefenderForServers. */
const SENSOR_EXTENSIONS: ReadonlySet<string> = new Set(['mde.windows', 'mde.linux']);

/** Extension records of one machine, and what they say of its sensor. */
export interface Attached {
  readonly records: readonly Located<ExtensionRecord | PlanRecord>[];
  readonly isSensorInstalled: boolean;
  readonly failed: readonly ExtensionRecord[];
}

export interface ExtensionIndex {
  of(rows: readonly Row[], resourceId: string | null, subscriptionName: string | null): Attached;
  /** Those that met no machine. */
  unmet(): readonly Located<ExtensionRecord>[];
}

const NOTHING: Attached = { records: [], isSensorInstalled: false, failed: [] };

/** Extensions by resource id, and by name within a subscription where a report has no ids. */
export function indexExtensions(others: Prepared['others']): ExtensionIndex {
  const byKey = new Map<string, Located<ExtensionRecord>[]>();
  const unmet = new Set<Located<ExtensionRecord>>();
  for (const { record, evidence } of others) {
    if (record.type !== 'extension') continue;
    const entry = { record, evidence };
    unmet.add(entry);
    const key = keyOf(record);
    if (key === null) continue;
    const list = byKey.get(key);
    if (list) list.push(entry);
    else byKey.set(key, [entry]);
  }
  function of(rows: readonly Row[], resourceId: string | null, subscriptionName: string | null): Attached {
    if (byKey.size === 0) return NOTHING;
    const keys = new Set(rows.flatMap((row) => nameKeys(row, subscriptionName)));
    if (resourceId !== null) keys.add(resourceId);
    for (const row of rows) if (row.own) keys.add(row.own.id);
    const records = [...keys].flatMap((key) => byKey.get(key) ?? []);
    for (const record of records) unmet.delete(record);
    return records.length === 0 ? NOTHING : summary(records);
  }
  return { of, unmet: () => [...unmet] };
}

function summary(records: readonly Located<ExtensionRecord>[]): Attached {
  const newest = new Map<string, Located<ExtensionRecord>>();
  for (const entry of records) {
    const name = entry.record.extension.toLowerCase();
    const before = newest.get(name);
    if (SENSOR_EXTENSIONS.has(name) && (!before || entry.evidence.time > before.evidence.time)) newest.set(name, entry);
  }
  const sensors = [...newest.values()].map(({ record }) => record);
  return {
    records,
    isSensorInstalled: sensors.some((record) => record.state === 'succeeded'),
    failed: sensors.filter((record) => record.state === 'failed'),
  };
}

/** Null for a record that says neither the machine's id nor its subscription: a name alone meets nothing. */
function keyOf(record: ExtensionRecord): string | null {
  if (record.machineResourceId !== undefined) return record.machineResourceId;
  const short = record.machineName === undefined ? null : shortName(record.machineName);
  const scope = record.subscriptionId ?? (record.subscriptionName && foldName(record.subscriptionName));
  return short === null || !scope ? null : `${scope}/${short}`;
}

/** Names as a report without ids may write them; only rows of Azure and Arc have extensions. */
function nameKeys(row: Row, subscriptionName: string | null): string[] {
  if (row.kind === null || row.short === null) return [];
  const name = subscriptionName === null ? row.subscriptionName : foldName(subscriptionName);
  return [row.subscriptionId, name].flatMap((scope) => (scope === null ? [] : [`${scope}/${row.short}`]));
}
