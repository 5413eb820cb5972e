import { expect, it } from 'vitest';
import { filesWithoutTenant, tenantsOf } from '../../../renderer/state/tenants.ts';
import type { ProjectState } from '../../../shared/contract/index.ts';

const STATE = {
  evidence: [
    { id: 'e1', file: 'list.csv', tenantId: null },
    { id: 'e2', file: 'list.csv', tenantId: 'b' },
    { id: 'e3', file: 'vm.json', tenantId: null },
  ],
  subscriptions: [
    { name: 'Prod', tenantId: 'c', kind: 'subscription' },
    { name: 'Dev', tenantId: 'c', kind: 'subscription' },
    { name: 'aws', tenantId: 'c', kind: 'connector' },
    { name: 'Lost', tenantId: null, kind: 'subscription' },
  ],
  findings: [{ code: 'identity-tenant-unclear', file: 'list.csv' }],
} as unknown as ProjectState;

it('tenants are those that subscriptions and files name, with what people know them by', () => {
  expect(tenantsOf(STATE)).toEqual([
    { id: 'b', subscriptions: [] },
    { id: 'c', subscriptions: ['Prod', 'Dev'] },
  ]);
});

it('files are asked for whose rows may be of any tenant, unless it was said already', () => {
  expect(filesWithoutTenant(STATE).map(({ id }) => id)).toEqual(['e1']);
});
