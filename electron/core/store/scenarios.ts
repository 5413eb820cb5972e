import { BUILT_IN_SCENARIOS, type Scenario } from '../../../shared/model/index.ts';
import { fromJson } from './json.ts';
import { type Project, statement } from './project.ts';
import { deleteRow, getRow, putRow } from './rows.ts';

/** The four that come with every project, as changed here, then the project's own in the order of making. */
export function readScenarios(project: Project): Scenario[] {
  const stored = statement(project, 'SELECT json FROM scenario ORDER BY position')
    .all()
    .map(([json]) => fromJson<Scenario>(json));
  const byId = new Map([...BUILT_IN_SCENARIOS, ...stored].map((scenario) => [scenario.id, scenario]));
  return [...byId.values()];
}

export function putScenario(project: Project, scenario: Scenario): void {
  const position = positionOf(project, 'scenario', scenario.id);
  putRow(project, 'scenario', [scenario.id, position, JSON.stringify(scenario)]);
}

/** A built-in one goes back to what it was. False when nothing was stored under this id. */
export function removeScenario(project: Project, id: string): boolean {
  return deleteRow(project, 'scenario', [id]);
}

/** How somebody likes to look at the machines; the store keeps it as it is given. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly [setting: string]: unknown;
}

/** In the order of making. */
export function readSavedViews<View extends SavedView = SavedView>(project: Project): View[] {
  return statement(project, 'SELECT json FROM saved_view ORDER BY position')
    .all()
    .map(([json]) => fromJson<View>(json));
}

export function putSavedView(project: Project, view: SavedView): void {
  putRow(project, 'saved_view', [view.id, positionOf(project, 'saved_view', view.id), JSON.stringify(view)]);
}

/** False when there was none. */
export function removeSavedView(project: Project, id: string): boolean {
  return deleteRow(project, 'saved_view', [id]);
}

/** What a person said about the columns of a list, remembered by the fingerprint of its header. */
export interface RememberedColumns {
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
  readonly columns: Readonly<Record<string, string>>;
}

export function findColumnMap(project: Project, fingerprint: string): RememberedColumns | null {
  const row = getRow(project, 'column_map', [fingerprint]);
  return row ? fromJson<RememberedColumns>(row[1]) : null;
}

export function putColumnMap(project: Project, fingerprint: string, map: RememberedColumns): void {
  putRow(project, 'column_map', [fingerprint, JSON.stringify(map)]);
}

function positionOf(project: Project, table: 'scenario' | 'saved_view', id: string): number {
  const known = getRow(project, table, [id])?.[1];
  if (known !== undefined) return Number(known);
  return Number(statement(project, `SELECT coalesce(max(position), 0) + 1 FROM ${table}`).get()?.[0] ?? 1);
}
