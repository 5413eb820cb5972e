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

const SECOND: Migration = {
  version: 2,
  name: 'owner',
  sql: `
    ALTER TABLE saved_view ADD COLUMN owner TEXT;
    CREATE TABLE sync (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO sync VALUES ('first', '{}');
  `,
};
const NEXT = [...MIGRATIONS, SECOND];

describe('migrations', () => {
  it('are numbered in order, and their schema is the one that is expected of a file', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
    expect(expectedSchema(MIGRATIONS, MIGRATIONS.length).length).toBeGreaterThan(20);
  });

  it('bring an older file up to date and keep a copy of it as it was', () => {
    const path = aFilledFile();
    const backups = join(aFolder(), 'backups');
    const project = open(path, 'write', NEXT, backups);
    expect(project.version).toEqual({ before: 1, now: 2 });
    expect(statement(project, 'SELECT id FROM sync').all()).toEqual([['first']]);
    expect(readMachines(project)).toHaveLength(40);
    const copy = project.migrationBackup ?? '';
    expect([dirname(copy), basename(copy)]).toEqual([backups, 'contoso.v1.20261124090000.dfsplan']);
    closeProject(project);

    // The file is of the new version from now on, and its digests are right.
    expect(open(path, 'write', NEXT).version).toEqual({ before: 2, now: 2 });
    // The copy is the old file: today's program opens it.
    expect(readMachines(open(copy, 'read', MIGRATIONS))).toHaveLength(40);
  });

  it('leave a file alone that is only read', () => {
    const path = aFilledFile();
    const before = readFileSync(path);
    const project = open(path, 'read', NEXT);
    expect(statement(project, 'SELECT id FROM sync').all()).toEqual([['first']]);
    expect(readFacts(project).name).toBe('Contoso');
    closeProject(project);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('that fail leave the file as it was', () => {
    const path = aFilledFile();
    const broken = [...MIGRATIONS, { ...SECOND, sql: `${SECOND.sql}; INSERT INTO sync VALUES ('first', '{}')` }];
    expect(() => openWith(path, { mode: 'write', now: NOW }, broken)).toThrow();
    expect(open(path, 'write', MIGRATIONS).version).toEqual({ before: 1, now: 1 });
  });

  it('are not undone: a newer file is refused by an older program, and not changed', () => {
    const path = aFilledFile();
    closeProject(open(path, 'write', NEXT));
    const before = readFileSync(path);
    expect(refusalFrom(() => openProject(path, { mode: 'write', now: NOW })).problem).toMatchObject({
      code: 'store-newer',
      params: { version: 2, known: 1 },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

function open(path: string, mode: ProjectMode, migrations: readonly Migration[], backups?: string) {
  const project = openWith(path, { mode, now: NOW, backups }, migrations);
  onTestFinished(() => closeProject(project));
  return project;
}
