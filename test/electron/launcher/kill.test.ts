import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectState } from '../../../shared/contract/index.ts';
import { type RunningCore, startCore, until, unwrap } from '../../support/core-process.ts';

/** A core that is killed at any moment of any edit loses nothing that it had acknowledged, and leaves nothing half done. */

const MOMENTS = 40;
const ROWS = 400;

let core: RunningCore;
let handle = '';
let machines: string[] = [];

beforeAll(async () => {
  core = startCore();
  const path = join(core.home, 'killed.dfsplan');
  handle = unwrap(await core.client.call('project.create', { path, name: 'Killed' })).handle;
  await importFleet(0);
  machines = unwrap(await core.client.call('inventory.machines', { handle })).machines.map(({ id }) => id);
  // Steps enough to take back, so that no undo reaches the first import.
  for (let step = 0; step < MOMENTS / 4; step++) await override(-step);
});
afterAll(() => core.launcher.close());

describe('a core that is killed', () => {
  it(`at ${MOMENTS} moments of import, bulk override and undo, keeps every acknowledged edit`, async () => {
    const outcomes = { acknowledged: 0, takenBack: 0, keptAllTheSame: 0 };
    for (let moment = 0; moment < MOMENTS; moment++) {
      const edit = EDITS[moment % EDITS.length] ?? importFleet;
      const before = fingerprint(await state());
      const isAcknowledged = await killAfter(delayOf(moment), edit(moment));
      await until(() => core.events.filter(({ kind }) => kind === 'core-restarted').length === moment + 1);
      // Opening it again has proved schema, integrity and the digests of all tables.
      expect(core.events.at(-1)).toMatchObject({ projects: [{ handle, failure: null }] });
      const after = await state();
      expectWhole(after);
      if (isAcknowledged) expect(fingerprint(after)).not.toBe(before);
      if (isAcknowledged) expectDone(edit, moment, after);
      const isKept = fingerprint(after) !== before;
      outcomes[isAcknowledged ? 'acknowledged' : isKept ? 'keptAllTheSame' : 'takenBack'] += 1;
    }
    // Both sides of the commit were met, or the moments prove nothing.
    expect(outcomes.acknowledged).toBeGreaterThan(0);
    expect(outcomes.takenBack).toBeGreaterThan(0);
  }, 600_000);
});

describe('a core that hangs', () => {
  it.skipIf(process.platform === 'win32')('is ended and replaced, and its projects are there again', async () => {
    const hung = startCore({ heartbeat: { everyMs: 1_000, missed: 25 } });
    const path = join(hung.home, 'hung.dfsplan');
    const opened = unwrap(await hung.client.call('project.create', { path, name: 'Hung' }));
    unwrap(await hung.client.call('project.rename', { handle: opened.handle, name: 'Acknowledged' }));
    execFileSync('kill', ['-STOP', String(hung.process().pid)]);
    const answer = await hung.client.call('project.state', { handle: opened.handle });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'core-stopped' } });
    await until(() => hung.events.some(({ kind }) => kind === 'core-restarted'));
    const again = unwrap(await hung.client.call('project.state', { handle: opened.handle }));
    expect([again.project.name, hung.starts()]).toEqual(['Acknowledged', 2]);
    await hung.launcher.close();
  });
});

type Edit = (moment: number) => Promise<{ readonly ok: boolean }>;

const EDITS: readonly Edit[] = [importFleet, override, undo, override];

function override(moment: number): Promise<{ readonly ok: boolean }> {
  const want = moment % 2 === 0 ? 'P1' : 'P2';
  return core.client.call('overrides.set', { handle, machines, want, why: reasonOf(moment) });
}

function undo(): Promise<{ readonly ok: boolean }> {
  return core.client.call('history.undo', { handle });
}

function reasonOf(moment: number): string {
  return `moment ${moment}`;
}

/** A newer export of the same machines, in which each has another size. */
function importFleet(moment: number): Promise<{ readonly ok: boolean }> {
  const file = join(core.home, 'fleet.csv');
  const rows = Array.from({ length: ROWS }, (_, at) =>
    [
      `srv${at}`,
      `/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/rg/providers/microsoft.compute/virtualmachines/srv${at}`,
      `size${moment}`,
    ].join(','),
  );
  writeFileSync(file, `name,id,hardwareProfile\r\n${rows.join('\r\n')}\r\n`);
  return core.client.call('evidence.import', { handle, inputs: [file] });
}

/** From at once to after the end of a usual edit, spread evenly over the moments of each kind. */
function delayOf(moment: number): number {
  const share = ((moment * 7) % MOMENTS) / MOMENTS;
  return Math.round(share * share * 900);
}

/** @returns whether the edit was acknowledged before the core was dead */
async function killAfter(milliseconds: number, answer: Promise<{ readonly ok: boolean }>): Promise<boolean> {
  await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
  core.process().kill();
  return (await answer).ok;
}

async function state(): Promise<ProjectState> {
  return unwrap(await core.client.call('project.state', { handle }));
}

/** What an edit changes. */
function fingerprint({ overrides, evidence, undo, redo }: ProjectState): string {
  const reasons = new Set(overrides.map(({ want, why }) => `${want} ${why}`));
  return JSON.stringify([overrides.length, [...reasons], evidence.map(({ id, digest }) => [id, digest]), undo, redo]);
}

/** All or nothing of every bulk edit. */
function expectWhole({ overrides, subscriptions }: ProjectState): void {
  expect(overrides.length).toBe(machines.length);
  expect(new Set(overrides.map(({ why }) => why)).size).toBe(1);
  expect(subscriptions.length).toBe(1);
}

function expectDone(edit: Edit, moment: number, { overrides, redo, undo: last }: ProjectState): void {
  if (edit === override) expect(overrides[0]?.why).toBe(reasonOf(moment));
  if (edit === importFleet) expect(last?.command).toBe('evidence.import');
  if (edit === undo) expect(redo).not.toBeNull();
}
