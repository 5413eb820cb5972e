import { finding } from '../../../shared/i18n/findings/index.ts';
import type { Finding } from '../../../shared/model/index.ts';
import { asStoreError, StoreError } from './errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { closeProject, openWith, projectDigest } from './open.ts';
import type { Project } from './project.ts';
import { findShapeProblem } from './shapes.ts';

/** What looking through a file came to. `problem` null: it may be opened. */
export interface Verification {
  readonly version: number | null;
  readonly digest: string | null;
  readonly problem: Finding | null;
}

/**
 * Looks through a file in this process: all that opening does, and the shape of every value. A hostile file can hold it
 * for ever, which is why `verifyInChild` runs it elsewhere. Damage is an answer, not an exception.
 */
export function verifyFile(path: string): Verification {
  let project: Project | undefined;
  try {
    project = openWith(path, { mode: 'read', now: '' }, MIGRATIONS);
    const wrong = findShapeProblem(project.session.database);
    const problem = wrong && finding('store-shape', { ...wrong });
    return { version: project.version.before, digest: projectDigest(project), problem };
  } catch (error) {
    const refused = asStoreError(error, path);
    if (!(refused instanceof StoreError)) throw refused;
    return { version: null, digest: null, problem: refused.problem };
  } finally {
    if (project) closeProject(project);
  }
}
