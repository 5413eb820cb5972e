import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  backupProject,
  closeProject,
  inLongTransaction,
  insertRecords,
  inTransaction,
  openProject,
  projectDigest,
  putEvidence,
  readFacts,
  readMachines,
  saveProjectAs,
} from '../../../../electron/core/store/index.ts';
import { aFilledFile, aFolder, anEvidence, aProject, aRecord, NOW, refusalFrom } from './support.ts';

describe('a copy', () => {
  it('holds the same content and stands alone', () => {
    const project = openProject(aFilledFile(), { mode: 'read', now: NOW });
    onTestFinished(() => closeProject(project));
    const target = join(aFolder(), '写し #1.dfsplan');
    saveProjectAs(project, target);
    const copy = openProject(target, { mode: 'write', now: NOW });
    expect(projectDigest(copy)).toBe(projectDigest(project));
    expect(readFacts(copy)).toEqual(readFacts(project));
    closeProject(copy);
    expect(readdirSync(dirname(target))).toEqual(['写し #1.dfsplan']);
  });

  it('never takes the place of a file unless that is wanted', () => {
    const project = aProject();
    const target = join(aFolder(), 'x.dfsplan');
    writeFileSync(target, 'mine');
    expect(refusalFrom(() => saveProjectAs(project, target)).code).toBe('exists');
    expect(readFileSync(target, 'utf8')).toBe('mine');
    saveProjectAs(project, target, { overwrite: true });
    expect(readFileSync(target, 'latin1').slice(0, 15)).toBe('SQLite format 3');
    expect(refusalFrom(() => saveProjectAs(project, project.path, { overwrite: true })).code).toBe('exists');
  });

  it('is not made in the middle of a transaction, or where there is no folder', async () => {
    const project = aProject();
    await inLongTransaction(project, async () => {
      expect(refusalFrom(() => saveProjectAs(project, join(aFolder(), 'x.dfsplan'))).code).toBe('busy');
    });
    expect(refusalFrom(() => saveProjectAs(project, join(aFolder(), 'no', 'x.dfsplan'))).code).toBe('missing');
  });

  it('is put aside with its reason; the newest stay', () => {
    const project = aProject();
    const folder = join(aFolder(), 'backups');
    mkdirSync(folder);
    writeFileSync(join(folder, 'another.dfsplan'), '');
    const made = [1, 2, 3, 4].map((day) =>
      backupProject(project, { folder, now: `2026-11-0${day}T00:00:00Z`, reason: 'import', keep: 2 }),
    );
    expect(made.map((path) => existsSync(path))).toEqual([false, false, true, true]);
    expect(readdirSync(folder)).toHaveLength(3);
    const copy = openProject(made[3] ?? '', { mode: 'read', now: NOW });
    expect(readFacts(copy)).toEqual(readFacts(project));
    closeProject(copy);
  });
});

/** A full disk needs a small one, and a small one needs the right to mount it. */
function smallDisk(megabytes: number): string | null {
  const folder = aFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

describe('a full disk', () => {
  it('takes a transaction back as a whole and leaves the project usable', (context) => {
    const folder = smallDisk(4);
    if (folder === null) return context.skip('no right to mount a small disk');
    const project = aProject(join(folder, 'x.dfsplan'));
    inTransaction(project, () => putEvidence(project, anEvidence()));
    const before = projectDigest(project);
    const fill = (rows: number) => () =>
      inTransaction(project, () =>
        insertRecords(
          project,
          'e1',
          Array.from({ length: rows }, (_, row) => aRecord(row + 1, { osText: 'x'.repeat(500) })),
        ),
      );
    expect(refusalFrom(fill(20_000)).code).toBe('disk-full');
    expect(projectDigest(project)).toBe(before);
    expect(fill(100)()).toBe(100);
    expect(() => writeFileSync(join(folder, 'filler'), Buffer.alloc(8 * 1024 ** 2))).toThrow('ENOSPC');
    expect(refusalFrom(() => saveProjectAs(project, join(folder, 'copy.dfsplan'))).code).toBe('disk-full');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    closeProject(project);
    const again = openProject(project.path, { mode: 'read', now: NOW });
    expect(readMachines(again)).toEqual([]);
    closeProject(again);
  });
});
