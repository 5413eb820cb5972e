import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  addSyncParts,
  addSyncRows,
  clearSyncRows,
  inTransaction,
  iterateSyncRows,
  putSyncPart,
  putSyncRun,
  readSyncParts,
  readSyncRuns,
  removeSyncRun,
  StoreError,
} from '../../../../electron/core/store/index.ts';
import { statement } from '../../../../electron/core/store/project.ts';
import { insertRow } from '../../../../electron/core/store/rows.ts';
import { NEXT_PAGE } from '../../../../electron/core/store/sync.ts';
import type { SyncPart, SyncRun } from '../../../../shared/model/index.ts';
import { aProject, NOW, reopened } from './support.ts';

const RUN: SyncRun = {
  id: 's1',
  tenantId: 't',
  tenantName: 'Contoso',
  signIn: { method: 'cli', clientId: null, cloud: 'public' },
  startedAt: NOW,
  updatedAt: NOW,
  state: 'open',
  subscriptions: [],
  asks: { machinePlans: true, defender: true, network: true },
  evidence: [],
  requests: 0,
  findings: [],
};
const PART: SyncPart = {
  kind: 'graph',
  query: 'virtual-machines',
  subscriptions: [],
  state: 'open',
  token: null,
  rows: 0,
  total: null,
  machines: {},
  findings: [],
};

function aRun() {
  const project = aProject();
  const parts = inTransaction(project, () => {
    putSyncRun(project, RUN);
    return addSyncParts(project, 's1', [PART, { ...PART, query: 'arc-machines' }]);
  });
  const [first, second] = parts;
  if (!first || !second) throw new Error('no parts');
  return { project, first, second };
}

/** Text that does not pack, so that a page of it is too large for a cell. */
function noise(length: number, seed: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (state % 90));
  }).join('');
}

describe('rows of a sync', () => {
  it('come back in their order after closing, also those of a page that is too large for one cell', () => {
    const { project, first, second } = aRun();
    const rows = Array.from({ length: 30 }, (_, index) => ({ id: index, text: noise(60_000, index) }));
    inTransaction(project, () => {
      addSyncRows(project, first, rows);
      addSyncRows(project, second, [{ other: true }]);
      addSyncRows(project, first, [{ id: 30 }]);
      putSyncPart(project, { ...first, rows: 31, token: 'next' });
    });
    const again = reopened(project);
    const [part] = readSyncParts(again, 's1');
    expect(part).toMatchObject({ rows: 31, token: 'next' });
    expect([...iterateSyncRows(again, first)]).toEqual([...rows, { id: 30 }]);
    expect(Number(statement(again, 'SELECT count(*) FROM sync_page').get()?.[0])).toBeGreaterThan(3);
  });

  it('go with their part, and with their run', () => {
    const { project, first, second } = aRun();
    inTransaction(project, () => {
      addSyncRows(project, first, [1, 2]);
      addSyncRows(project, second, [3]);
      clearSyncRows(project, first);
    });
    expect([[...iterateSyncRows(project, first)], [...iterateSyncRows(project, second)]]).toEqual([[], [3]]);
    inTransaction(project, () => removeSyncRun(project, 's1'));
    expect([readSyncRuns(project), readSyncParts(project, 's1'), [...iterateSyncRows(project, second)]]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it.each([
    ['packed to burst', () => gzipSync(Buffer.alloc(100 * 2 ** 20, 32)).toString('base64')],
    ['not packed', () => '[{"id":1}]'],
    [
      'cut off',
      () =>
        gzipSync(JSON.stringify([{ id: 1 }]))
          .subarray(0, 20)
          .toString('base64'),
    ],
    ['no JSON', () => gzipSync('[{"id":').toString('base64')],
    ['no list', () => gzipSync('{}').toString('base64')],
    ['empty', () => ''],
  ])('that are %s are refused by name, with what to do', (_, packed) => {
    const { project, first } = aRun();
    inTransaction(project, () => insertRow(project, 'sync_page', [1, first.key, 1, packed()]));
    const read = () => [...iterateSyncRows(project, first)];
    expect(read).toThrow(StoreError);
    expect(read).toThrow(/^damaged: store-sync-rows/);
  });

  it('are found by an index', () => {
    const { project } = aRun();
    const plan = statement(project, `EXPLAIN QUERY PLAN ${NEXT_PAGE}`).all(1, 0).join(' ');
    expect(plan).toContain('sync_page_part');
    expect(plan).not.toContain('SCAN');
  });
});
