import { describe, expect, it } from 'vitest';
import { advance, beginLive, machinesOf, rateOf, unread } from '../../../../renderer/state/connect/live-run.ts';
import { firstPick, missingRights, narrowed } from '../../../../renderer/views/connect/rights.ts';
import { actsOf, isGuid, regionsOf } from '../../../../renderer/views/connect/runs.ts';
import type { Progress, SyncRunView } from '../../../../shared/contract/index.ts';

const ALL = { resources: true, plans: true, policies: true };
const LISTED = [
  { id: 'a', name: 'Prod', state: 'Enabled', rights: ALL },
  { id: 'b', name: 'Test', state: 'Enabled', rights: { ...ALL, plans: false } },
  { id: 'c', name: 'Closed', state: 'Enabled', rights: { ...ALL, resources: false } },
  { id: 'd', name: null, state: 'Disabled', rights: null },
];

describe('subscriptions to pick', () => {
  it('say what cannot be read, and that nothing is known where that is so', () => {
    expect(LISTED.map(missingRights)).toEqual([[], ['plans'], ['resources'], null]);
  });

  it('are picked at first where they are in use and their servers can be read', () => {
    expect([...firstPick(LISTED)]).toEqual(['a', 'b']);
  });

  it('are found by name and id', () => {
    expect(narrowed(LISTED, ' PROD ').map(({ id }) => id)).toEqual(['a']);
    expect(narrowed(LISTED, 'd').map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  });
});

describe('a run while it runs', () => {
  const told = (machines: number, done: number): Progress => ({
    kind: 'progress',
    stage: 'sync',
    file: 'Prod',
    done,
    total: 4,
    rows: machines,
    subscription: { id: 'a', name: 'Prod', machines, done, total: 2 },
  });

  it('adds up what arrived, and how fast since the first row', () => {
    const begun = beginLive([
      { ...unread({ id: 'a', name: 'Prod' }), machines: 10 },
      unread({ id: 'b', name: 'Test' }),
    ]);
    const first = advance(begun, [told(10, 0)], 1_000);
    const later = advance(first, [told(40, 1), told(50, 1)], 3_000);
    expect([machinesOf(later), later.done, later.total, rateOf(first), rateOf(later)]).toEqual([50, 1, 4, 0, 20]);
  });

  it('keeps its counts while machines are joined', () => {
    const live = advance(beginLive([]), [told(7, 1)], 0);
    const joining = advance(live, [{ ...told(0, 0), stage: 'identify', total: null, subscription: undefined }], 10);
    expect([joining.stage, machinesOf(joining), joining.total]).toEqual(['identify', 7, 4]);
  });
});

describe('what can be done with a kept run', () => {
  const NOW = Date.parse('2026-11-24T09:00:00.000Z');
  const run = (part: Partial<SyncRunView>): SyncRunView => ({
    id: 's1',
    tenantId: 't',
    tenantName: null,
    signIn: { method: 'cli', clientId: null, cloud: 'public' },
    asks: { machinePlans: true, defender: true, network: true },
    startedAt: '2026-11-24T08:00:00.000Z',
    updatedAt: '2026-11-24T08:00:00.000Z',
    state: 'complete',
    isApplied: true,
    isReplaced: false,
    evidence: ['e1'],
    rows: 5,
    requests: 1,
    parts: { done: 1, total: 1, failed: 0 },
    subscriptions: [],
    findings: [],
    ...part,
  });
  const acts = (part: Partial<SyncRunView>) => actsOf(run(part), [run(part)], NOW);

  it('is to go on, to try again or to refresh, by its state and age', () => {
    expect(acts({})).toEqual(['refresh']);
    expect(acts({ isApplied: false })).toEqual(['apply', 'refresh']);
    expect(acts({ state: 'open', isApplied: false })).toEqual(['go-on', 'apply', 'anew']);
    expect(acts({ state: 'open', rows: 0 })).toEqual(['go-on', 'anew']);
    expect(acts({ state: 'open', startedAt: '2026-11-10T08:00:00.000Z' })).toEqual(['anew', 'apply']);
    expect(acts({ state: 'partial' })).toEqual(['retry', 'refresh']);
    expect(acts({ state: 'partial', startedAt: '2026-11-20T08:00:00.000Z' })).toEqual(['refresh']);
  });

  it('is nothing where a newer run of the tenant is there', () => {
    const older = run({ id: 's0' });
    expect(actsOf(older, [run({}), older], NOW)).toEqual([]);
  });
});

it('ids and regions are checked before anything is sent', () => {
  expect([isGuid(' 99999999-9999-4999-8999-999999999999 '), isGuid('contoso')]).toEqual([true, false]);
  expect(regionsOf('JapanEast, japanwest japaneast')).toEqual(['japaneast', 'japanwest']);
  expect([regionsOf(''), regionsOf('東日本')]).toEqual([[], null]);
});
