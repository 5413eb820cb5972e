import type { MachineDetailView } from '../../../../shared/contract/index.ts';
import { viewFinding } from '../../../../shared/i18n/findings/index.ts';
import type { EvidenceRef, Language, Machine, MachineRecord } from '../../../../shared/model/index.ts';
import { findRecords, type Project, readInventory, readOverrides } from '../../store/index.ts';

/** Fields of a record that are the machine's own under another name, or that only steer the joining. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['type', 'row', 'sheet', 'source']);

type Told = MachineDetailView['fields'][number]['values'][number];

/** One machine with everything that any source said of it, the value that counts first. */
export function machineDetails(project: Project, machine: Machine, language: Language): MachineDetailView {
  const inventory = readInventory(project);
  const fields = new Map<string, Told[]>();
  for (const place of machine.evidence) {
    for (const record of findRecords(project, { evidenceId: place.id, row: place.row })) {
      if (record.type !== 'machine' || (record.sheet ?? null) !== place.sheet) continue;
      collectFields(record, place, machine, fields);
    }
  }
  return {
    machine,
    fields: [...fields].map(([field, values]) => ({
      field,
      values: values.toSorted((a, b) => Number(b.isUsed) - Number(a.isUsed) || b.date.localeCompare(a.date)),
    })),
    override: readOverrides(project).find(({ machineId }) => machineId === machine.id) ?? null,
    findings: inventory.findings
      .filter(({ machineId }) => machineId === machine.id)
      .map((found) => viewFinding(found, language)),
    usage: inventory.usage.filter(({ machineId }) => machineId === machine.id),
  };
}

function collectFields(record: MachineRecord, place: EvidenceRef, machine: Machine, fields: Map<string, Told[]>): void {
  for (const [field, told] of Object.entries(record)) {
    if (NOT_SHOWN.has(field) || told === undefined) continue;
    const value = textOf(told);
    const entry: Told = {
      value,
      isUsed: value === usedText(machine, field),
      evidenceId: place.id,
      file: place.file,
      sheet: place.sheet,
      row: place.row,
      date: place.date,
    };
    fields.set(field, [...(fields.get(field) ?? []), entry]);
  }
}

/** The machine's own value of a field of its records, as text. */
function usedText(machine: Machine, field: string): string | null {
  if (field === 'osText') return machine.os.text;
  if (field === 'plan') return machine.today.plan;
  const value: unknown = (machine as unknown as Readonly<Record<string, unknown>>)[field];
  return value === undefined || value === null ? null : textOf(value);
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
