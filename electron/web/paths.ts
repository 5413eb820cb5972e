import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { CallRequest } from '../../shared/contract/client.ts';
import { describeFailure, type Failure } from '../../shared/contract/failures.ts';
import type { ProjectsView } from '../../shared/contract/index.ts';
import type { Method, Params } from '../../shared/contract/schemas.ts';

/** Where the page may reach; whoever holds the token still has no way to the rest of the disk. */
export interface Reach {
  /** Folder of the page's projects. */
  readonly projects: string;
  /** The project that the host was started with, wherever it lies. */
  readonly file: string | null;
  /** Folder of the uploaded files. */
  readonly uploads: string;
}

/** `shown`: only compared with a list. `never`: the page has another way, such as saving a rendered file. */
type Kind = 'project' | 'upload' | 'shown' | 'never';

type PathParams<M extends Method> = Extract<keyof Params<M>, 'path' | 'inputs' | 'to'>;

/** Every parameter that is a path; the compiler asks for the entry of a new method. */
const PATHS: {
  readonly [M in Method as PathParams<M> extends never ? never : M]: { readonly [P in PathParams<M>]: Kind };
} = {
  'project.create': { path: 'project' },
  'project.open': { path: 'project' },
  'project.createSample': { path: 'project' },
  'project.check': { path: 'project' },
  'project.saveAs': { path: 'project' },
  'evidence.inspect': { inputs: 'upload' },
  'evidence.import': { inputs: 'upload' },
  'evidence.preview': { inputs: 'upload' },
  'export.write': { to: 'never' },
  'collector.write': { to: 'never' },
  'app.forgetProject': { path: 'shown' },
};

/** @returns the failure for the first path that is out of reach; null: all are within */
export function pathFailure(request: CallRequest, reach: Reach): Failure | null {
  const kinds: Readonly<Record<string, Kind>> | undefined = Object.hasOwn(PATHS, request.method)
    ? PATHS[request.method as keyof typeof PATHS]
    : undefined;
  const params = (request.params ?? {}) as Readonly<Record<string, unknown>>;
  for (const [name, kind] of Object.entries(kinds ?? {})) {
    for (const path of [params[name]].flat()) {
      // What is no text is refused by the core, which checks the shape.
      if (typeof path !== 'string' || isWithinReach(path, kind, reach)) continue;
      return describeFailure('path-not-allowed', request.language, {
        path: path.slice(0, 300),
        folder: reach.projects,
      });
    }
  }
  return null;
}

/** The projects that the page can open; others that the app knows are for the desktop and the command line. */
export function reachableProjects(view: ProjectsView, reach: Reach): ProjectsView {
  return { projects: view.projects.filter(({ path }) => isProjectPath(path, reach)) };
}

function isWithinReach(path: string, kind: Kind, reach: Reach): boolean {
  if (path.includes('\0') || path.length > 4_096) return false;
  if (kind === 'project') return isProjectPath(path, reach);
  if (kind === 'upload') return isInside(realPath(path), realPath(reach.uploads));
  return kind === 'shown';
}

/** Directly in the projects folder, under the ending of projects; not a link to somewhere else. */
function isProjectPath(path: string, { projects, file }: Reach): boolean {
  if (!isAbsolute(path)) return false;
  const real = realPath(path);
  if (real === '') return false;
  if (file !== null && real === realPath(file)) return true;
  return path.endsWith('.dfsplan') && dirname(real) === realPath(projects);
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return path !== '' && way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

/** Without links and dots, as far as it exists. A link that leads to nothing yet leads nowhere: it may be out of reach. */
function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = dirname(absolute);
    if (parent === absolute || isThere(absolute)) return '';
    return join(realPath(parent), basename(absolute));
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
