import { expect, it } from 'vitest';
import {
  closeProject,
  iterateRecords,
  openProject,
  readEvidence,
  readOverrides,
} from '../../../../electron/core/store/index.ts';
import { aProject, NOW, runScript } from './support.ts';

const KILLS = 40;

it(`${KILLS} kills in the middle of writing lose nothing that was confirmed and leave nothing half written`, async () => {
  const project = aProject();
  closeProject(project);
  const confirmed = new Set<string>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    let lines = 0;
    const output = await runScript('writer.ts', [project.path], {
      // From at once up to some milliseconds after a confirmation: somewhere in the next transactions.
      onLine: (_, end) => {
        lines += 1;
        if (lines === 1 + (kill % 4)) setTimeout(end, Math.random() * 12);
      },
    });
    for (const batch of output.trim().split('\n')) confirmed.add(`e${batch}`);
    const again = openProject(project.path, { mode: kill % 2 === 0 ? 'read' : 'write', now: NOW });
    const batches = new Set(readEvidence(again).map(({ id }) => id));
    const overrides = new Set(readOverrides(again).map(({ machineId }) => machineId));
    const records = [...iterateRecords(again)].length;
    closeProject(again);
    expect(missingFrom(batches, confirmed)).toEqual([]);
    expect(missingFrom(overrides, confirmed)).toEqual([]);
    expect(records).toBe(batches.size * 60);
  }
  expect(confirmed.size).toBeGreaterThan(KILLS);
}, 240_000);

function missingFrom(present: ReadonlySet<string>, expected: ReadonlySet<string>): string[] {
  return [...expected].filter((id) => !present.has(id));
}
