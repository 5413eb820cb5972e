import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import {
  ARC_NEEDS,
  ARC_STATUSES,
  CONFIDENCES,
  FORMAT_IDS,
  KEY_NAMES,
  MACHINE_KINDS,
  OVERRIDE_WANTS,
  PLACEMENTS,
  PLANS,
  POWER_STATES,
  SCENARIO_KINDS,
  SENSOR_HEALTHS,
  SENSOR_ONBOARDINGS,
  SEVERITIES,
  SYNC_PART_KINDS,
  SYNC_STATES,
  WANTS,
} from '../../../shared/model/index.ts';
import { findForeignSnapshot } from './snapshot.ts';
import { TABLES, type TableName } from './tables.ts';

/**
 * The shapes of the JSON in a file from elsewhere: its digest proves only that it is as somebody wrote it. Checked once,
 * in the process that can be ended. Fields that a later version of ours adds may stand beside the ones named here.
 */

const text = z.string().max(65_536);
const texts = z.array(text).max(200_000);
const orNull = <T extends z.ZodType>(type: T) => type.nullable();
const count = z.number().int().min(0).max(1e9);
const known = z.union([z.boolean(), z.literal('unknown')]);
const knownPlan = z.enum([...PLANS, 'unknown']);
const tags = z.record(text, text);
const patterns = z.union([text, texts]);

const finding = z.looseObject({
  code: z.string().max(200),
  severity: z.enum(SEVERITIES),
  params: z.record(z.string(), z.union([text, z.number()])),
  file: text.optional(),
  sheet: text.optional(),
  row: count.optional(),
  machineId: text.optional(),
  subscriptionId: text.optional(),
});

const evidence = z.looseObject({
  id: text,
  file: text,
  format: z.enum(FORMAT_IDS),
  encoding: text,
  digest: text,
  rows: count,
  records: count,
  date: text,
  tenantId: orNull(text),
  importedAt: text,
});

/** A value of a record: all that a source can tell about one thing. */
const told = z.union([
  text,
  z.number(),
  z.boolean(),
  z.null(),
  texts,
  z.record(text, z.union([text, z.number(), z.boolean()])),
]);
const RECORD_TYPES = [
  'subscription',
  'plan',
  'policy-assignment',
  'policy-exemption',
  'extension',
  'list-entry',
  'price',
  'usage',
  'connector',
  'read',
] as const;
const place = { row: count, sheet: text.optional() };
const machineRecord = z
  .object({
    type: z.literal('machine'),
    source: text,
    name: text,
    ...place,
    tags: tags.optional(),
    ipAddresses: texts.optional(),
    capacity: count.optional(),
    cores: z.number().optional(),
  })
  .catchall(told);
const otherRecord = z.object({ type: z.enum(RECORD_TYPES), ...place }).catchall(told);
const record = z.discriminatedUnion('type', [machineRecord, otherRecord]);

const machine = z.looseObject({
  id: text,
  name: text,
  kind: z.enum(MACHINE_KINDS),
  placement: z.enum(PLACEMENTS),
  capacity: count,
  os: z.looseObject({ text: orNull(text), family: text, product: orNull(text), role: text }),
  tenantId: orNull(text),
  subscriptionId: orNull(text),
  subscriptionName: orNull(text),
  connectorId: orNull(text),
  resourceGroup: orNull(text),
  resourceId: orNull(text),
  mdeDeviceId: orNull(text),
  smbiosUuid: orNull(text),
  vmId: orNull(text),
  fqdn: orNull(text),
  location: orNull(text),
  ipAddresses: texts,
  tags,
  cores: orNull(z.number()),
  power: orNull(z.enum(POWER_STATES)),
  arcStatus: orNull(z.enum(ARC_STATUSES)),
  arcAgentVersion: orNull(text),
  sensorHealth: orNull(z.enum(SENSOR_HEALTHS)),
  sensorOnboarding: orNull(z.enum(SENSOR_ONBOARDINGS)),
  sensorVersion: orNull(text),
  lastSeen: orNull(text),
  hasEsu: z.boolean(),
  hasSoftwareAssurance: z.boolean(),
  mayBeBilledTwice: z.boolean(),
  today: z.looseObject({ plan: knownPlan, explicit: known }),
  keys: z.array(z.looseObject({ key: z.enum(KEY_NAMES), value: text, confidence: z.enum(CONFIDENCES) })),
  evidence: z.array(z.looseObject({ id: text, file: text, format: text, sheet: orNull(text), row: count, date: text })),
});

const subscription = z.looseObject({
  id: text,
  name: orNull(text),
  tenantId: orNull(text),
  kind: z.enum(['subscription', 'connector']),
  isNameOnly: z.boolean(),
  plan: knownPlan,
  enforce: known,
  trialDaysLeft: orNull(z.number()),
  isDesignated: known,
  hasCspm: known,
  arePoliciesRead: z.boolean(),
  policies: z.array(z.looseObject({ assignmentId: text, name: text, definitionId: text })),
});

const inventoryPart = z.union([
  finding,
  z.looseObject({ machines: texts, key: z.enum(KEY_NAMES), confidence: z.enum(CONFIDENCES) }),
  z.looseObject({ machines: texts, decision: count }),
  z.looseObject({ name: text, rule: text, reason: text, file: text, row: count }),
  z.looseObject({ name: text, machineIds: texts, missing: texts, several: texts, found: count }),
  z.looseObject({ machineId: orNull(text), resourceId: text, meterName: text, hours: text, cost: text }),
  z.looseObject({
    tenantId: orNull(text),
    subscriptionId: orNull(text),
    read: z.looseObject({}),
    gaps: z.array(z.looseObject({ gap: text })),
  }),
]);

const when = z.looseObject({
  tag: z.record(text, patterns).optional(),
  name: patterns.optional(),
  subscription: patterns.optional(),
  resourceGroup: patterns.optional(),
  os: patterns.optional(),
  kind: patterns.optional(),
  list: patterns.optional(),
});
const rules = z
  .array(
    z.looseObject({
      when,
      want: z.enum(WANTS),
      needs: z.array(z.enum(ARC_NEEDS)).optional(),
      note: text.optional(),
    }),
  )
  .max(10_000);
const assumptions = z.record(z.string().max(100), z.json());

const decision = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('merge'), anchors: z.tuple([text, text]) }),
  z.looseObject({ kind: z.literal('split'), anchor: text }),
  z.looseObject({ kind: z.literal('decline'), anchors: texts }),
]);
const cells = z.array(z.union([z.string(), z.number(), z.null()])).max(20);
const changes = z.array(
  z.strictObject({
    table: z.string().refine((name) => name in TABLES && TABLES[name as TableName].isUndoable),
    before: orNull(cells),
    after: orNull(cells),
  }),
);

const syncRun = z.looseObject({
  id: text,
  tenantId: text,
  tenantName: orNull(text),
  signIn: z.looseObject({ method: text, clientId: orNull(text), cloud: text }),
  startedAt: text,
  updatedAt: text,
  state: z.enum(SYNC_STATES),
  subscriptions: z.array(z.looseObject({ id: text, name: orNull(text) })).max(10_000),
  asks: z.looseObject({ machinePlans: z.boolean(), defender: z.boolean(), network: z.boolean() }),
  evidence: texts,
  requests: count,
  findings: z.array(finding).max(10_000),
});
const syncPart = z.looseObject({
  kind: z.enum(SYNC_PART_KINDS),
  query: orNull(text),
  subscriptions: texts,
  state: z.enum(['open', 'done', 'failed', 'skipped']),
  token: orNull(text),
  rows: count,
  total: orNull(count),
  machines: z.record(text, count),
  findings: z.array(finding).max(10_000),
});

const column = {
  values: z.union([z.string(), z.array(z.unknown())]),
  index: orNull(z.string()),
  width: z.literal([1, 2, 4]),
};

/** By table; `setting` by its name. */
const SHAPES: Readonly<Record<string, z.ZodType>> = {
  fact: z.looseObject({ id: z.string().max(100), name: z.string().max(1_000), createdAt: z.string().max(40) }),
  rules,
  assumptions,
  evidence,
  evidence_finding: finding,
  record,
  machine,
  known_machine: texts,
  snapshot_column: z.strictObject({ ...column, heads: z.strictObject(column).optional() }),
  subscription,
  inventory_part: inventoryPart,
  identity_decision: decision,
  pasted_list: z.looseObject({ name: text, names: texts }),
  machine_override: z.looseObject({
    machineId: text,
    want: z.enum(OVERRIDE_WANTS),
    why: text,
    by: orNull(text),
    at: text,
  }),
  scenario: z.looseObject({
    id: text,
    name: text,
    kind: z.enum(SCENARIO_KINDS),
    rules: orNull(rules),
    assumptions,
  }),
  saved_view: z.looseObject({ id: text, name: text }).catchall(z.json()),
  column_map: z.looseObject({
    sheet: text.optional(),
    headerRow: count.optional(),
    columns: z.record(text, text),
  }),
  sync_run: syncRun,
  sync_part: syncPart,
  edit: z.strictObject({ params: z.record(z.string(), z.union([text, z.number()])).optional(), changes }),
};

export interface ShapeProblem {
  readonly table: string;
  readonly key: string;
  readonly detail: string;
}

/** The first row whose JSON has not its shape; null when all have. The schema has to be proved first. */
export function findShapeProblem(database: Database): ShapeProblem | null {
  const hasFacts = database.prepare("SELECT count(*) FROM fact WHERE name = 'project'").pluck().get() === 1;
  if (!hasFacts) return { table: 'fact', key: 'project', detail: 'missing' };
  for (const [table, { columns }] of Object.entries(TABLES)) {
    const large = findLargeRow(database, table, columns);
    if (large !== undefined) return { table, key: String(large).slice(0, 100), detail: 'too large' };
    if (!columns.some((column) => column === 'json')) continue;
    const rows = database.prepare<[], { json: string }>(`SELECT ${columns[0]} AS key, json FROM ${table}`).raw();
    for (const [key, json] of rows.iterate() as Iterable<[unknown, string]>) {
      const detail = problemOf(SHAPES[table] ?? SHAPES[String(key)], json);
      if (detail !== null) return { table, key: String(key).slice(0, 100), detail };
    }
  }
  const foreign = findForeignSnapshot(database);
  return foreign === null ? null : { table: 'snapshot_column', key: foreign, detail: 'not what the machines say' };
}

/** Bytes of all cells of a row; lists and edits may hold something for each of many machines. */
const MAX_ROW_BYTES = 1_100_000;
const MAX_LARGE_ROW_BYTES = 68_000_000;
const LARGE_TABLES: ReadonlySet<string> = new Set([
  'snapshot_column',
  'inventory_part',
  'pasted_list',
  'edit',
] satisfies TableName[]);

/** Sizes first: a cell is read into memory as a whole. */
function findLargeRow(database: Database, table: string, columns: readonly string[]): unknown {
  const bytes = columns.map((column) => `coalesce(octet_length(${column}), 0)`).join(' + ');
  const limit = LARGE_TABLES.has(table) ? MAX_LARGE_ROW_BYTES : MAX_ROW_BYTES;
  return database.prepare(`SELECT substr(${columns[0]}, 1, 100) FROM ${table} WHERE ${bytes} > ?`).pluck().get(limit);
}

function problemOf(shape: z.ZodType | undefined, json: string): string | null {
  if (!shape) return 'not known';
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return 'no JSON';
  }
  const checked = shape.safeParse(value);
  if (checked.success) return null;
  const [issue] = checked.error.issues;
  return `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 300);
}
