import {
  type Assumptions,
  DEFAULT_ASSUMPTIONS,
  type Override,
  type RequirementRule,
} from '../../../shared/model/index.ts';
import { fromJson } from './json.ts';
import { type Project, statement } from './project.ts';
import { deleteRow, getRow, putRow } from './rows.ts';

/** The requirement rules, in their order. */
export function readRules(project: Project): RequirementRule[] {
  return readSetting<RequirementRule[]>(project, 'rules') ?? [];
}

export function writeRules(project: Project, rules: readonly RequirementRule[]): void {
  putRow(project, 'setting', ['rules', JSON.stringify(rules)]);
}

/** The defaults, with what this project assumes otherwise laid over them. */
export function readAssumptions(project: Project): Assumptions {
  return { ...DEFAULT_ASSUMPTIONS, ...readSetting<Partial<Assumptions>>(project, 'assumptions') };
}

/** Keeps only what differs from the defaults: a default that we correct later then reaches old projects. */
export function writeAssumptions(project: Project, assumptions: Assumptions): void {
  const defaults: Readonly<Record<string, unknown>> = { ...DEFAULT_ASSUMPTIONS };
  const own = Object.entries(assumptions).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key]),
  );
  putRow(project, 'setting', ['assumptions', JSON.stringify(Object.fromEntries(own))]);
}

/** By machine id. */
export function readOverrides(project: Project): Override[] {
  return statement(project, 'SELECT json FROM machine_override ORDER BY machine_id')
    .all()
    .map(([json]) => fromJson<Override>(json));
}

export function putOverride(project: Project, override: Override): void {
  putRow(project, 'machine_override', [override.machineId, JSON.stringify(override)]);
}

/** False when there was none. */
export function removeOverride(project: Project, machineId: string): boolean {
  return deleteRow(project, 'machine_override', [machineId]);
}

function readSetting<T>(project: Project, name: 'rules' | 'assumptions'): T | undefined {
  const row = getRow(project, 'setting', [name]);
  return row && fromJson<T>(row[1]);
}
