import { describe, expect, it } from 'vitest';
import { CAPABILITIES, type CapabilityCase, hasCapability } from '../../../shared/matrix/capabilities.ts';
import type { EditionId } from '../../../shared/model/index.ts';

function idsOf(wish: Partial<CapabilityCase>, edition: EditionId = 'docs-2026-08'): string[] {
  const planned: CapabilityCase = {
    plan: 'P2',
    method: 'subscription',
    connectsTo: null,
    designatedPlan: null,
    machine: { placement: 'azure-vm' },
    ...wish,
  };
  return CAPABILITIES.filter((capability) => hasCapability(capability, planned, edition)).map(({ id }) => id);
}

describe('what a plan brings to a server', () => {
  it('Plan 2 brings everything in Azure, and all that Plan 1 brings', () => {
    expect(idsOf({})).toHaveLength(CAPABILITIES.length);
    const p1 = idsOf({ plan: 'P1' });
    expect(p1).toEqual(['hybrid', 'auto-onboarding', 'edr', 'compliance', 'agent-vulnerabilities']);
  });

  it('nothing comes with no plan or one that is not known, nor to AKS nodes', () => {
    expect(idsOf({ plan: 'off' })).toEqual([]);
    expect(idsOf({ plan: 'unknown' })).toEqual([]);
    expect(idsOf({ machine: { placement: 'aks' } })).toEqual([]);
  });

  it('what works at the network of Azure does not come through Arc', () => {
    const azureOnly = ['network-layer', 'just-in-time', 'network-map'];
    const arc = idsOf({ machine: { placement: 'on-premises' }, connectsTo: 'arc', method: 'arc-then-subscription' });
    expect(azureOnly.filter((id) => arc.includes(id))).toEqual([]);
    expect(arc).toContain('file-integrity');
  });

  it('direct onboarding brings Plan 1; premium vulnerability management by the newer documents only', () => {
    const direct = { method: 'direct', plan: 'P1', machine: { placement: 'mde-direct' } } as const;
    expect(idsOf({ ...direct, designatedPlan: 'P1' })).not.toContain('premium-vulnerability-management');
    expect(idsOf({ ...direct, designatedPlan: 'P2' })).toContain('premium-vulnerability-management');
    expect(idsOf({ ...direct, designatedPlan: 'P2' }, 'deck-2024-04')).not.toContain(
      'premium-vulnerability-management',
    );
    expect(idsOf({ ...direct, designatedPlan: 'P2' })).not.toContain('file-integrity');
  });

  it('Databricks machines are not scanned without an agent', () => {
    expect(idsOf({ machine: { placement: 'databricks' } })).not.toContain('agentless-vulnerabilities');
  });
});
