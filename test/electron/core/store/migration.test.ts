import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  closeProject,
  openProject,
  type ProjectMode,
  readFacts,
  readMachines,
} from '../../../../electron/core/store/index.ts';
import { MIGRATIONS, type Migration } from '../../../../electron/core/store/migrations/index.ts';
import { openWith } from '../../../../electron/core/store/open.ts';
import { statement } from '../../../../electron/core/store/project.ts';
import { expectedSchema } from '../../../../electron/core/store/schema.ts';
import { aFilledFile, aFolder, NOW, refusalFrom } from './support.ts';

const LATEST = MIGRATIONS.length;

/** The step after the last one that there is. */
const COMING: Migration = {
  version: LATEST + 1,
  name: 'owner',
  sql: `
    ALTER TABLE saved_view ADD COLUMN owner TEXT;
    CREATE TABLE coming (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO coming VALUES ('first', '{}');
  `,
};
const NEXT = [...MIGRATIONS, COMING];

describe('migrations', () => {
  it('are numbered in order, and their schema is the one that is expected of a file', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
    expect(expectedSchema(MIGRATIONS, MIGRATIONS.length).length).toBeGreaterThan(20);
  });

  it('bring an older file up to date and keep a copy of it as it was', () => {
    const path = aFilledFile();
    const backups = join(aFolder(), 'backups');
    const project = open(path, 'write', NEXT, backups);
    expect(project.version).toEqual({ before: LATEST, now: LATEST + 1 });
    expect(statement(project, 'SELECT id FROM coming').all()).toEqual([['first']]);
    expect(readMachines(project)).toHaveLength(40);
    const copy = project.migrationBackup ?? '';
    expect([dirname(copy), basename(copy)]).toEqual([backups, `contoso.v${LATEST}.20261124090000.dfsplan`]);
    closeProject(project);

    // The file is of the new version from now on, and its digests are right.
    expect(open(path, 'write', NEXT).version).toEqual({ before: LATEST + 1, now: LATEST + 1 });
    // The copy is the old file: today's program opens it.
    expect(readMachines(open(copy, 'read', MIGRATIONS))).toHaveLength(40);
  });

  it('leave a file alone that is only read', () => {
    const path = aFilledFile();
    const before = readFileSync(path);
    const project = open(path, 'read', NEXT);
    expect(statement(project, 'SELECT id FROM coming').all()).toEqual([['first']]);
    expect(readFacts(project).name).toBe('Contoso');
    closeProject(project);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('that fail leave the file as it was', () => {
    const path = aFilledFile();
    const broken = [...MIGRATIONS, { ...COMING, sql: `${COMING.sql}; INSERT INTO coming VALUES ('first', '{}')` }];
    expect(() => openWith(path, { mode: 'write', now: NOW }, broken)).toThrow();
    expect(open(path, 'write', MIGRATIONS).version).toEqual({ before: LATEST, now: LATEST });
  });

  it('are not undone: a newer file is refused by an older program, and not changed', () => {
    const path = aFilledFile();
    closeProject(open(path, 'write', NEXT));
    const before = readFileSync(path);
    expect(refusalFrom(() => openProject(path, { mode: 'write', now: NOW })).problem).toMatchObject({
      code: 'store-newer',
      params: { version: LATEST + 1, known: LATEST },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

function open(path: string, mode: ProjectMode, migrations: readonly Migration[], backups?: string) {
  const project = openWith(path, { mode, now: NOW, backups }, migrations);
  onTestFinished(() => closeProject(project));
  return project;
}
