import { copyFileSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DEMO_FILES, DEMO_SETTINGS } from '../demo/index.ts';
import type { Handlers } from '../dispatch.ts';
import type { Projects } from '../projects.ts';
import { projectView } from './project.ts';

type Needed = Pick<Handlers, 'evidence.import' | 'requirements.set' | 'overrides.set' | 'assumptions.set'>;

/** The invented customer as a project of its own, through the same methods that a user's project goes through. */
export function sampleHandlers(projects: Projects, handlers: Needed): Pick<Handlers, 'project.createSample'> {
  return {
    'project.createSample': async ({ path }, call) => {
      const opened = projects.create(path, DEMO_SETTINGS.name);
      const { handle } = opened;
      const folder = mkdtempSync(join(tmpdir(), 'dfs-sample-'));
      try {
        const imported = await handlers['evidence.import']({ handle, inputs: datedFiles(folder) }, call);
        const { rules, values, filters, overrides } = DEMO_SETTINGS;
        await handlers['requirements.set']({ handle, rules: [...rules] }, call);
        await handlers['assumptions.set']({ handle, values: [...values], filters: [...filters] }, call);
        for (const override of overrides) await handlers['overrides.set']({ handle, ...override }, call);
        return { project: projectView(opened), import: imported };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** The files with the dates that they would have from the customer: what was read of when follows from them. */
function datedFiles(folder: string): string[] {
  const collected = new Date(DEMO_SETTINGS.collectedAt);
  return DEMO_FILES.map((file) => {
    const copy = join(folder, basename(file));
    copyFileSync(file, copy);
    utimesSync(copy, collected, collected);
    return copy;
  });
}
