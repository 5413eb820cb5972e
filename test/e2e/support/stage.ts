import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { unzip } from '../../support/unzip.ts';
import { launchDesktop } from './desktop.ts';
import { dropFiles } from './drop.ts';
import { launchWeb } from './web.ts';
import { wordsOf } from './words.ts';

/** A host with its page, and what differs between hosts: how files get out, and how it is closed and started again. */
export interface Stage {
  readonly page: Page;
  /** Console errors, policy violations and what pages threw. */
  readonly problems: readonly string[];
  /** Where a project of this name is made. */
  projectFile(name: string): string;
  drop(paths: readonly string[]): Promise<void>;
  /** On the screen of exports: takes every listed file. @returns bytes by name */
  takeExport(count: number): Promise<ReadonlyMap<string, Buffer>>;
  close(): Promise<void>;
}

/** A home that outlives the hosts started on it. */
export interface Theatre {
  /** Starts the host; what was there at the last close is there again. */
  open(): Promise<Stage>;
  remove(): void;
}

const words = wordsOf('en');

export async function webTheatre(): Promise<Theatre> {
  const home = await mkdtemp(join(tmpdir(), 'planner-scenario-'));
  return {
    remove: () => rmSync(home, { recursive: true, force: true }),
    async open() {
      const { page, problems, close } = await launchWeb({ home });
      return {
        page,
        problems,
        projectFile: (name) => join(home, 'projects', `${name}.dfsplan`),
        drop: (paths) => dropFiles(page, 'body', paths),
        takeExport: (count) => download(page, count),
        close,
      };
    },
  };
}

export async function desktopTheatre(): Promise<Theatre> {
  const home = await mkdtemp(join(tmpdir(), 'planner-scenario-'));
  const projectFile = (name: string) => join(home, `${name}.dfsplan`);
  return {
    remove: () => rmSync(home, { recursive: true, force: true }),
    async open() {
      const desktop = await launchDesktop({ home });
      const { page, problems, close } = desktop;
      await desktop.answerDialogs({ save: projectFile('Minato') });
      return {
        page,
        problems,
        projectFile,
        drop: (paths) => desktop.drop('body', paths),
        async takeExport(count) {
          const folder = await mkdtemp(join(home, 'export-'));
          await desktop.answerDialogs({ open: [folder] });
          await page.getByRole('button', { name: words.export('write') }).click();
          await page.getByRole('heading', { name: words.export('written', { count }) }).waitFor();
          return readFolder(folder);
        },
        close,
      };
    },
  };
}

async function download(page: Page, count: number): Promise<ReadonlyMap<string, Buffer>> {
  const [got] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.export('downloadAll', { count }) }).click(),
  ]);
  return unzip(readFileSync(await got.path()));
}

/** Every file in a folder. */
export function readFolder(folder: string): ReadonlyMap<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [basename(path), readFileSync(path)]));
}
