import type { Finding } from '../../../shared/model/index.ts';
import { countedFinding, identityFinding } from './findings.ts';
import type { Resolved } from './resolved.ts';

/** What is open about tenants, subscriptions and connectors. */
export function reportScopes(resolved: Resolved): readonly Finding[] {
  return [...reportTenants(resolved), ...reportNames(resolved), ...reportPlans(resolved), ...reportPolicies(resolved)];
}

/** With one tenant, every file is that tenant's; with several, a file must say. One finding for each file. */
function reportTenants({ prepared, joined, scopes }: Resolved): Finding[] {
  if (scopes.tenants.length < 2) return [];
  const rows = new Map<string, number>();
  for (const [position, row] of prepared.rows.entries()) {
    if (row.tenant !== null || joined.clusters.at(position).tenant !== null) continue;
    rows.set(row.evidence.file, (rows.get(row.evidence.file) ?? 0) + 1);
  }
  return [...rows].map(([file, count]) =>
    identityFinding('identity-tenant-unclear', { rows: count, tenants: scopes.tenants.length }, { file }),
  );
}

function reportNames({ scopes, joined, prepared }: Resolved): Finding[] {
  const asked = new Set(
    prepared.rows.flatMap((row) => (row.subscriptionId === null ? (row.subscriptionName ?? []) : [])),
  );
  const shared = [...joined.names].filter(([name, ids]) => ids.length > 1 && asked.has(name));
  const nameOnly = scopes.subscriptions.filter(
    (scope) => scope.isNameOnly && !joined.names.has(scope.id.slice('name:'.length)),
  );
  return [
    ...nameOnly.map(({ id, name }) =>
      identityFinding('identity-subscription-name-only', { name: name ?? id }, { subscriptionId: id }),
    ),
    ...shared.map(([name, ids]) => identityFinding('identity-subscription-name-shared', { name, count: ids.length })),
  ];
}

function reportPlans({ scopes }: Resolved): Finding[] {
  const withMachinePlans = new Set([...scopes.machinePlans.keys()].map((id) => id.split('/')[2]));
  const found: Finding[] = scopes.contradicted.map(({ id, told, inherited }) =>
    identityFinding(
      'identity-plan-contradicted',
      { subscription: nameOf(scopes, id), told, inherited },
      { subscriptionId: id },
    ),
  );
  for (const { id, kind, plan, coverage } of scopes.subscriptions) {
    const place = { subscriptionId: id };
    if (kind === 'connector') {
      if (plan === 'unknown')
        found.push(identityFinding('identity-connector-unread', { connector: nameOf(scopes, id) }, place));
      continue;
    }
    // A subscription that is off and yet not "NotCovered" has machines that were switched on by themselves.
    const hasExceptions = coverage === 'PartiallyCovered' || (plan === 'off' && coverage === 'FullyCovered');
    if (coverage !== null && hasExceptions && !withMachinePlans.has(id)) {
      found.push(identityFinding('identity-exceptions-unread', { subscription: nameOf(scopes, id), coverage }, place));
    }
  }
  for (const id of scopes.inferredDesignated) {
    found.push(
      identityFinding('identity-designated-inferred', { subscription: nameOf(scopes, id) }, { subscriptionId: id }),
    );
  }
  return found;
}

function reportPolicies({ scopes }: Resolved): Finding[] {
  return scopes.subscriptions.flatMap(({ id, policies }) => {
    const initiatives = policies.filter((policy) => policy.effect === 'unknown-initiative' && !policy.isExempted);
    const names = initiatives.map((policy) => policy.name);
    return countedFinding(
      'identity-initiative-unknown',
      names,
      { subscription: nameOf(scopes, id) },
      { subscriptionId: id },
    );
  });
}

function nameOf(scopes: Resolved['scopes'], id: string): string {
  return scopes.byId.get(id)?.name ?? id;
}
