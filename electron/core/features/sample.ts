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
      const imported = await handlers['evidence.import']({ handle, inputs: [...DEMO_FILES] }, call);
      const { rules, values, filters, overrides } = DEMO_SETTINGS;
      await handlers['requirements.set']({ handle, rules: [...rules] }, call);
      await handlers['assumptions.set']({ handle, values: [...values], filters: [...filters] }, call);
      for (const override of overrides) await handlers['overrides.set']({ handle, ...override }, call);
      return { project: projectView(opened), import: imported };
    },
  };
}
