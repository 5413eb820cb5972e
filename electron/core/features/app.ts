import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectsView } from '../../../shared/contract/index.ts';
import { forgetProject, readRecent, readSettings, writeSettings } from '../app-data.ts';
import type { Handlers } from '../dispatch.ts';
import type { Ports } from '../ports.ts';

type AppHandlers = Pick<
  Handlers,
  'app.info' | 'app.settings' | 'app.setSettings' | 'app.projects' | 'app.forgetProject'
>;

/** The app itself: version, folders, settings, the projects it knows. */
export function appHandlers({ home }: Ports): AppHandlers {
  const projectsFolder = join(home, 'projects');
  return {
    'app.info': () => ({ version: readVersion(), projectsFolder, dataFolder: home }),
    'app.settings': () => readSettings(home),
    'app.setSettings': (change) => {
      const known = readSettings(home);
      const { language = known.language, theme = known.theme, by = known.by } = change;
      const { clientId = known.clientId, cloud = known.cloud } = change;
      writeSettings(home, { language, theme, by, clientId, cloud });
      return readSettings(home);
    },
    'app.projects': () => listProjects(home, projectsFolder),
    'app.forgetProject': ({ path }) => {
      forgetProject(home, path);
      return listProjects(home, projectsFolder);
    },
  };
}

/** Opened projects, the last one first, then those that lie in the projects folder and were never opened here. */
function listProjects(home: string, folder: string): ProjectsView {
  const recent = readRecent(home).map((project) => ({ ...project, exists: existsSync(project.path) }));
  const known = new Set(recent.map(({ path }) => path));
  const others = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.dfsplan') && !known.has(join(folder, name)))
    .map((name) => {
      const path = join(folder, name);
      return { path, name: name.replace(/\.dfsplan$/, ''), openedAt: statSync(path).mtime.toISOString(), exists: true };
    });
  return { projects: [...recent, ...others] };
}

/** The version stands once, in package.json. */
function readVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
