import { PLAN_COLUMNS, type PlanColumnId } from '../../../../../../shared/export/columns.ts';
import { unguardFormula } from '../../../../../../shared/export/formula.ts';
import { readList, readPairs } from '../../../../../../shared/export/pairs.ts';
import {
  ARC_STATUSES,
  MACHINE_KINDS,
  type MachineKind,
  type MachineRecord,
  type MachineSource,
  METHODS,
  PLACEMENTS,
  PLANS,
  POWER_STATES,
  SENSOR_HEALTHS,
  SENSOR_ONBOARDINGS,
} from '../../../../../../shared/model/index.ts';
import type { TableFormat, TableRow } from '../../format.ts';
import { type Notes, takeNotes } from '../azure/arm/notes.ts';
import { findHeader, matchHeader } from '../headers.ts';
import { parseCount } from '../values.ts';

/** Both languages of every header; the ids are our own. */
const ALIASES = Object.fromEntries(
  PLAN_COLUMNS.map(({ id, header }) => [id, [header.en, header.ja]]),
) as unknown as Record<PlanColumnId, readonly string[]>;

/** What sort of source a machine of each kind came from. */
const SOURCES: Readonly<Record<MachineKind, MachineSource>> = {
  'azure-vm': 'azure-vm',
  vmss: 'vmss',
  arc: 'arc',
  'mde-only': 'mde-device',
  'mde-direct': 'mde-server',
  'on-premises': 'list',
};

/**
 * Our own `plan.csv`: machines, their states and today's plans come back as they were written. What was decided is
 * kept only to be compared: decisions are made anew.
 */
export const PLAN_CSV: TableFormat = {
  id: 'plan-csv',
  detect: (preview) =>
    findHeader(preview, ALIASES, ['name', 'kind', 'todayPlan', 'wants', 'method', 'rules', 'machineId'], 98),
  reader({ header, sink }) {
    const columns = matchHeader(header, ALIASES).columns;
    const notes = takeNotes(sink);
    const missing = PLAN_COLUMNS.filter(({ id }) => !columns.has(id)).map((column) => column.header.en);
    if (missing.length > 0) sink.finding('plan-csv-columns-missing', { columns: missing.join(', ') }, null);
    return {
      row: (row) => readRow(row, cellsOf(row, columns), notes),
      end: () => notes.end(),
    };
  },
};

type Cell = (id: PlanColumnId) => string | undefined;

/** Cells as they were before the guard; undefined for an empty one. */
function cellsOf(row: TableRow, columns: ReadonlyMap<PlanColumnId, number>): Cell {
  return (id) => {
    const text = unguardFormula(row.cells[columns.get(id) ?? -1] ?? '');
    return text === '' ? undefined : text;
  };
}

function readRow(row: TableRow, cell: Cell, notes: Notes): void {
  const kind = oneOf(MACHINE_KINDS, cell('kind'));
  const name = cell('name');
  if (name === undefined || kind === undefined) {
    notes.sink.finding('plan-csv-row-not-read', { name: name ?? '', kind: cell('kind') ?? '' }, row.row);
    return;
  }
  const record = machineOf(row.row, name, kind, cell);
  const evidenceDate = cell('evidenceDate');
  if (evidenceDate !== undefined) notes.sink.date(evidenceDate);
  notes.sink.record(record);
  if (record.subscriptionId !== undefined) {
    notes.subscription(row.row, record.subscriptionId, record.subscriptionName, record.tenantId);
  }
}

function machineOf(row: number, name: string, kind: MachineKind, cell: Cell): MachineRecord {
  const placement = oneOf(PLACEMENTS, cell('placement'));
  const tags = cell('tags');
  const addresses = cell('ipAddresses');
  const plan = cell('todayPlan');
  return {
    type: 'machine',
    source: SOURCES[kind],
    row,
    name,
    resourceId: cell('resourceId'),
    mdeDeviceId: cell('mdeDeviceId'),
    vmId: cell('vmId'),
    smbiosUuid: cell('smbiosUuid'),
    fqdn: cell('fqdn'),
    tenantId: cell('tenantId'),
    subscriptionId: cell('subscriptionId'),
    subscriptionName: cell('subscriptionName'),
    resourceGroup: cell('resourceGroup'),
    location: cell('location'),
    osText: cell('os'),
    power: oneOf(POWER_STATES, cell('power')),
    arcStatus: oneOf(ARC_STATUSES, cell('arcStatus')),
    arcAgentVersion: cell('arcAgentVersion'),
    sensorHealth: oneOf(SENSOR_HEALTHS, cell('sensorHealth')),
    sensorOnboarding: oneOf(SENSOR_ONBOARDINGS, cell('sensorOnboarding')),
    sensorVersion: cell('sensorVersion'),
    lastSeen: cell('lastSeen'),
    tags: tags === undefined ? undefined : { ...readPairs(tags) },
    ipAddresses: addresses === undefined ? undefined : readList(addresses),
    cores: parseCount(cell('cores')),
    capacity: kind === 'vmss' ? parseCount(cell('capacity')) : undefined,
    orchestration: placement === 'vmss-uniform' ? 'uniform' : undefined,
    isAksNodePool: placement === 'aks' || undefined,
    isDatabricks: placement === 'databricks' || undefined,
    connectorId: cell('connectorId'),
    hasEsu: yesNo(cell('hasEsu')),
    hasSoftwareAssurance: yesNo(cell('hasSoftwareAssurance')),
    plan: plan === 'unknown' ? 'unknown' : oneOf(PLANS, plan),
    isPlanExplicit: yesNo(cell('todayExplicit')),
    decided: decidedOf(cell),
  };
}

/** Method and plan as they were exported, for the comparison with the plan that is made now. */
function decidedOf(cell: Cell): MachineRecord['decided'] {
  const method = oneOf(METHODS, cell('method'));
  const plan = cell('plan');
  return method === undefined || plan === undefined ? undefined : { method, plan };
}

function oneOf<const Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined {
  return words.find((word) => word === text);
}

function yesNo(text: string | undefined): boolean | undefined {
  return text === 'yes' ? true : text === 'no' ? false : undefined;
}
