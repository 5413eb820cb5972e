import {
  type ChangedView,
  type ImportView,
  type InspectView,
  type Params,
  PlannerError,
} from '../../../../shared/contract/index.ts';
import { viewFinding } from '../../../../shared/i18n/findings/index.ts';
import type {
  Evidence,
  EvidenceView,
  Finding,
  Inventory,
  Language,
  LocatedRecord,
} from '../../../../shared/model/index.ts';
import type { Handlers } from '../../dispatch.ts';
import { resolveInventory } from '../../identity/index.ts';
import type { Ports } from '../../ports.ts';
import type { Projects } from '../../projects.ts';
import type { ColumnMap } from '../../sources/files/format.ts';
import {
  findColumnMap,
  findEvidenceByDigest,
  inLongTransaction,
  insertEvidenceFindings,
  nextId,
  type Project,
  purgeEvidence,
  putColumnMap,
  putEvidence,
  readEvidence,
  readEvidenceFindings,
  readKnownMachines,
  recordEdit,
  recordWriter,
  setEvidenceState,
} from '../../store/index.ts';
import { editIdentity, inventoryChanged, nameOf } from '../edit.ts';
import { rebuildInventory } from '../inventory/rebuild.ts';
import { type CollectedFile, collectFiles } from './collect.ts';
import { previewTables } from './preview.ts';
import { retireOlder } from './replace.ts';

type EvidenceHandlers = Pick<
  Handlers,
  | 'evidence.inspect'
  | 'evidence.preview'
  | 'evidence.import'
  | 'evidence.list'
  | 'evidence.remove'
  | 'evidence.setTenant'
>;

/** Files in: looked at, imported, listed, taken out. */
export function evidenceHandlers(projects: Projects, ports: Ports): EvidenceHandlers {
  return {
    'evidence.inspect': async (params, call) => {
      const records: LocatedRecord[] = [];
      const project = params.handle === undefined ? null : projects.get(params.handle).project;
      let last = 0;
      const { files, leftAside } = await collectFiles(
        params.inputs,
        { ...params, ...call, now: ports.now() },
        {
          findKnown: (digest) => project && findEvidenceByDigest(project, digest),
          rememberedMap: mapsOf(project, params.maps),
          nextEvidenceId: () => `e${++last}`,
          writer: (evidenceId) => (record) => records.push({ evidenceId, record }),
        },
      );
      requireInput(files, leftAside, call.language);
      const evidence = files.map((file) => file.evidence);
      let machine = 0;
      const inventory = resolveInventory({
        evidence,
        records,
        known: [],
        decisions: [],
        asOf: ports.now(),
        newId: () => `m${++machine}`,
      });
      return inspectView(files, inventory, new Set(), new Map(), call.language);
    },

    'evidence.preview': ({ handle, ...params }, { signal }) => {
      const project = handle === undefined ? null : projects.get(handle).project;
      return previewTables({ ...params, signal, rememberedMap: mapsOf(project, []) });
    },

    'evidence.import': async (params, call) => {
      const opened = projects.get(params.handle);
      const change = () => importFiles(opened.project, params, { ...call, now: ports.now() });
      const view = await inLongTransaction(opened.project, change, call.signal);
      inventoryChanged(opened);
      return view;
    },

    'evidence.list': ({ handle }, { language }) => {
      const { project } = projects.get(handle);
      return {
        evidence: readEvidence(project).map((evidence) => {
          const findings = readEvidenceFindings(project, evidence.id).map((found) => viewFinding(found, language));
          const { id, file, format, encoding, rows, records, date, tenantId, importedAt } = evidence;
          return { id, file, format, encoding, rows, records, date, tenantId, importedAt, findings: findings.length };
        }),
      };
    },

    'evidence.remove': ({ handle, id }, { language }) => {
      const opened = projects.get(handle);
      requireEvidence(opened.project, id);
      const step = { command: 'evidence.remove', at: ports.now() } as const;
      return changedView(
        editIdentity(opened, step, (project) => setEvidenceState(project, id, 'retired')),
        language,
      );
    },

    'evidence.setTenant': ({ handle, id, tenant }, { language }) => {
      const opened = projects.get(handle);
      const evidence = requireEvidence(opened.project, id);
      const told = { ...evidence, tenantId: tenant?.toLowerCase() ?? null };
      const step = { command: 'evidence.setTenant', at: ports.now() } as const;
      return changedView(
        editIdentity(opened, step, (project) => putEvidence(project, told)),
        language,
      );
    },
  };
}

/** @throws PlannerError `not-found` */
function requireEvidence(project: Project, id: string): Evidence {
  const found = readEvidence(project).find((evidence) => evidence.id === id);
  if (!found) throw new PlannerError('not-found', { name: id });
  return found;
}

function changedView({ changed, inventory }: ReturnType<typeof editIdentity>, language: Language): ChangedView {
  return { machines: changed, findings: inventory.findings.map((found) => viewFinding(found, language)) };
}

interface ImportCall extends Omit<Parameters<typeof collectFiles>[1], 'as' | 'encoding' | 'map' | 'tenant'> {
  readonly language: Language;
}

async function importFiles(
  project: Project,
  params: Parameters<Handlers['evidence.import']>[0],
  call: ImportCall,
): Promise<ImportView> {
  // Before anything new comes: what was replaced so long ago that no step brings it back.
  purgeEvidence(project);
  const known = new Set(readKnownMachines(project).map(({ id }) => id));
  for (const { fingerprint, map } of params.maps ?? []) putColumnMap(project, fingerprint, map);
  const { map } = params;
  const { files, leftAside } = await collectFiles(
    params.inputs,
    { ...params, ...call },
    {
      findKnown: (digest) => findEvidenceByDigest(project, digest),
      rememberedMap: mapsOf(project, []),
      ...(map && { mapped: (fingerprint) => putColumnMap(project, fingerprint, map) }),
      nextEvidenceId: () => nextId(project, 'e'),
      writer: (evidenceId) => recordWriter(project, evidenceId),
    },
  );
  requireInput(files, leftAside, call.language);
  const read = files.filter(({ outcome }) => outcome !== 'known');
  for (const { evidence, findings } of read) {
    // Known first, counted then: only the counting is the step that can be taken back.
    putEvidence(project, evidence, 'retired');
    insertEvidenceFindings(project, evidence.id, findings);
  }
  const told = files.flatMap(({ outcome, evidence }) => (outcome === 'known' ? [evidence.id] : []));
  const step = nameOf({ command: 'evidence.import', at: call.now, count: read.length || told.length }, { joins: 1 });
  const replaced = recordEdit(project, step, () => {
    for (const { evidence } of read) setEvidenceState(project, evidence.id, 'active');
    if (params.tenant !== undefined) tellTenant(project, new Set(told), params.tenant);
    return retireOlder(project, read);
  });
  for (const [id, findings] of replaced) insertEvidenceFindings(project, id, findings);
  call.progress({ kind: 'progress', stage: 'identify', file: null, done: 0, total: null, rows: 0 });
  const inventory = rebuildInventory(project, call.now);
  return {
    ...inspectView(files, inventory, known, replaced, call.language),
    findings: inventory.findings.map((found) => viewFinding(found, call.language)),
  };
}

/** Files that the project has already belong where this call says. */
function tellTenant(project: Project, ids: ReadonlySet<string>, tenant: string): void {
  const tenantId = tenant.toLowerCase();
  for (const evidence of readEvidence(project)) {
    if (ids.has(evidence.id) && evidence.tenantId !== tenantId) putEvidence(project, { ...evidence, tenantId });
  }
}

/** What is known of columns: by this call, else by the project. */
function mapsOf(
  project: Project | null,
  maps: Params<'evidence.inspect'>['maps'] = [],
): (fingerprint: string) => ColumnMap | null {
  const given = new Map(maps.map(({ fingerprint, map }) => [fingerprint, map]));
  return (fingerprint) => given.get(fingerprint) ?? (project && findColumnMap(project, fingerprint));
}

/** Refuses when nothing at all could be read; one unreadable file among others is a finding. */
function requireInput(files: readonly CollectedFile[], leftAside: readonly string[], language: Language): void {
  if (files.some(({ outcome }) => outcome !== 'unreadable')) return;
  const reasons = files.flatMap(({ evidence, findings }) =>
    findings.slice(0, 1).map((found) => {
      const { message, next } = viewFinding(found, language);
      return `${evidence.file}: ${message} ${next}`;
    }),
  );
  const detail = reasons.length > 0 ? reasons.slice(0, 5).join(' · ') : leftAside.slice(0, 5).join(', ') || '0';
  throw new PlannerError('no-input', { detail });
}

function inspectView(
  files: readonly CollectedFile[],
  inventory: Inventory,
  known: ReadonlySet<string>,
  more: ReadonlyMap<string, readonly Finding[]>,
  language: Language,
): InspectView {
  return {
    evidence: files.map((file) => evidenceView(file, more.get(file.evidence.id) ?? [], language)),
    machines: inventory.machines.length,
    new: inventory.machines.filter(({ id }) => !known.has(id)).length,
    merged: inventory.machines.filter(({ evidence }) => new Set(evidence.map(({ id }) => id)).size > 1).length,
    excluded: inventory.excluded.length,
  };
}

function evidenceView(file: CollectedFile, more: readonly Finding[], language: Language): EvidenceView {
  const { id, file: name, format, encoding, rows, records } = file.evidence;
  const findings = [...more, ...file.findings].map((found) => viewFinding(found, language));
  return { id, file: name, format, encoding, rows, records, findings };
}
