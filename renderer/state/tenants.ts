import type { ProjectState } from '../../shared/contract/app-views.ts';

export interface KnownTenant {
  readonly id: string;
  /** Names of its subscriptions, which people know better than its id. */
  readonly subscriptions: readonly string[];
}

/** Tenants that some file or sync of the project names, in order of their ids. */
export function tenantsOf({ subscriptions, evidence }: ProjectState): readonly KnownTenant[] {
  const tenants = new Map<string, string[]>();
  for (const { tenantId } of evidence) if (tenantId !== null) tenants.set(tenantId, []);
  for (const { tenantId, name, kind } of subscriptions) {
    if (tenantId === null) continue;
    const names = tenants.get(tenantId) ?? [];
    if (name !== null && kind === 'subscription') names.push(name);
    tenants.set(tenantId, names);
  }
  return [...tenants].map(([id, names]) => ({ id, subscriptions: names })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

export type EvidenceEntry = ProjectState['evidence'][number];

/** Files with rows that may be of any of the project's tenants. */
export function filesWithoutTenant({ evidence, findings }: ProjectState): readonly EvidenceEntry[] {
  const unclear = new Set(findings.flatMap(({ code, file }) => (code === 'identity-tenant-unclear' ? [file] : [])));
  return evidence.filter(({ file, tenantId }) => tenantId === null && unclear.has(file));
}
