import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { closeProject, inTransaction, openProject } from '../../../../../electron/core/store/index.ts';
import { statement } from '../../../../../electron/core/store/project.ts';
import { putRow } from '../../../../../electron/core/store/rows.ts';
import { aFleet, type Connected, clock, connected, SIGN_IN } from '../../../../support/azure-server/connected.ts';

/** Opens the project again after something else was written in place of every page of the sync. */
async function damaged(place: Connected, packed: string): Promise<string> {
  await place.call('project.close', { handle: place.handle });
  const project = openProject(place.path, { mode: 'write', now: clock.now });
  const pages = statement(project, 'SELECT * FROM sync_page').all();
  inTransaction(project, () => {
    for (const [key = null, part = null, rows = null] of pages) putRow(project, 'sync_page', [key, part, rows, packed]);
  });
  closeProject(project);
  return (await place.call('project.open', { path: place.path, mode: 'write' })).handle;
}

describe('what a sync has kept, damaged', () => {
  it('is a failure with a next step; the list stays, and after the run was forgotten a sync works again', async () => {
    const place = await connected(aFleet([{ vms: 3 }]));
    const { run } = await place.sync();
    const handle = await damaged(place, 'no rows at all');
    const replied = await place.reply('sync.apply', { handle, run: run.id });
    expect(replied).toMatchObject({ ok: false, failure: { code: 'project-damaged' } });
    expect(replied.ok ? '' : replied.failure.next).toContain('sync again');
    expect((await place.call('inventory.machines', { handle })).machines).toHaveLength(3);
    await place.call('sync.forget', { handle, run: run.id });
    expect(await place.call('sync.run', { handle, signIn: SIGN_IN })).toMatchObject({ run: { state: 'complete' } });
  });

  it('is passed over by a sync from the beginning that reads all of it anew', async () => {
    const place = await connected(aFleet([{ vms: 3 }]));
    await place.sync();
    const handle = await damaged(place, 'no rows at all');
    const view = await place.sync({ handle, fresh: true });
    expect([view.machines, view.run.state]).toEqual([3, 'complete']);
  });

  it('of another shape is told row by row', async () => {
    const place = await connected(aFleet([{ vms: 3, enforce: true }]));
    const { run } = await place.sync();
    const rows = [5, null, 'text', [], {}, { id: 7 }, { id: '/subscriptions', properties: 'none' }, { type: {} }];
    const handle = await damaged(place, gzipSync(JSON.stringify(rows)).toString('base64'));
    const view = await place.call('sync.apply', { handle, run: run.id });
    const told = view.evidence.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect([view.machines, view.gone.length]).toEqual([0, 3]);
    expect(new Set(told)).toContain('azure-item-not-understood');
  });
});
