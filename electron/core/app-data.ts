import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { THEMES } from '../../shared/contract/index.ts';
import { AZURE_CLOUDS, LANGUAGES } from '../../shared/model/index.ts';
import { isGuid } from '../../shared/text/arm-id.ts';

/** The app's own small files in its data folder. A broken one never blocks the start: it counts as absent. */

const SETTINGS = z.object({
  language: z.enum([...LANGUAGES, 'system']).catch('system'),
  theme: z.enum(THEMES).catch('system'),
  by: z.string().catch(''),
  clientId: z.string().refine(isGuid).nullable().catch(null),
  cloud: z.enum(AZURE_CLOUDS).catch('public'),
});

const RECENT = z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string() }));

export type Settings = z.infer<typeof SETTINGS>;
export type RecentProject = z.infer<typeof RECENT>[number];

/** So many projects are remembered. */
const MOST_RECENT = 30;

export function readSettings(home: string): Settings {
  return SETTINGS.safeParse(readJson(join(home, 'settings.json'))).data ?? SETTINGS.parse({});
}

export function writeSettings(home: string, settings: Settings): void {
  writeJson(join(home, 'settings.json'), settings);
}

/** The last opened first. */
export function readRecent(home: string): RecentProject[] {
  return RECENT.safeParse(readJson(join(home, 'recent.json'))).data ?? [];
}

export function rememberProject(home: string, project: RecentProject): void {
  const others = readRecent(home).filter(({ path }) => path !== project.path);
  writeJson(join(home, 'recent.json'), [project, ...others].slice(0, MOST_RECENT));
}

export function forgetProject(home: string, path: string): void {
  writeJson(
    join(home, 'recent.json'),
    readRecent(home).filter((project) => project.path !== path),
  );
}

function readJson(path: string): unknown {
  try {
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  } catch {
    return null;
  }
}

/** Whole or not at all; a folder that cannot be written only means that nothing is remembered. */
function writeJson(path: string, value: unknown): void {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(value, null, 2), { mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    // Not remembered.
  }
}
