import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  closeProject,
  createProject,
  inLongTransaction,
  insertRecords,
  inTransaction,
  iterateRecords,
  nextId,
  openProject,
  projectDigest,
  putEvidence,
  readFacts,
  readInventory,
  writeInventory,
} from '../../../../electron/core/store/index.ts';
import {
  aFolder,
  aMachine,
  anEvidence,
  anInventory,
  aProject,
  aRecord,
  NOW,
  refusalFrom,
  reopened,
} from './support.ts';

describe('a project file', () => {
  it('keeps records and machines', () => {
    const project = aProject();
    const machines = [aMachine(1), aMachine(2)];
    inTransaction(project, () => {
      putEvidence(project, anEvidence());
      insertRecords(project, 'e1', [aRecord(1), aRecord(2)]);
      writeInventory(project, anInventory(machines));
    });
    const digest = projectDigest(project);
    const again = reopened(project, 'read');
    expect(projectDigest(again)).toBe(digest);
    expect(readFacts(again).name).toBe('Contoso');
    expect([...iterateRecords(again)].map(({ record }) => record)).toEqual([aRecord(1), aRecord(2)]);
    expect(readInventory(again)).toEqual(anInventory(machines));
  });

  it('is one file at rest', () => {
    const project = aProject();
    inTransaction(project, () => nextId(project, 'e'));
    closeProject(project);
    expect(readdirSync(dirname(project.path))).toEqual(['contoso.dfsplan']);
  });

  it('is never overwritten by a new one', () => {
    const project = aProject();
    expect(refusalFrom(() => createProject(project.path, { name: 'Other', now: NOW })).code).toBe('exists');
  });

  it('is not made where there is no folder', () => {
    const path = join(aFolder(), 'nowhere', 'x.dfsplan');
    expect(refusalFrom(() => createProject(path, { name: 'X', now: NOW })).code).toBe('missing');
    expect(refusalFrom(() => openProject(path, { mode: 'read', now: NOW })).code).toBe('missing');
    expect(existsSync(dirname(path))).toBe(false);
  });

  it('is not made under a name that leaves no room for a journal', () => {
    const path = join(aFolder(), `${'長'.repeat(81)}.dfsplan`);
    expect(refusalFrom(() => createProject(path, { name: 'X', now: NOW })).problem.params.detail).toBe('ENAMETOOLONG');
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it.each([
    ['Japanese', '株式会社コントソ 様 - サーバー一覧.dfsplan'],
    ['address characters', 'a#b?c%20d&e=f.dfsplan'],
    ['a name that looks like a URI', 'file:x?mode=memory'],
    ['spaces', ' x y.dfsplan'],
    ['a long name', `${'n'.repeat(230)}.dfsplan`],
  ])('opens under a path with %s', (_, name) => {
    const path = join(aFolder(), name);
    const project = aProject(path);
    expect(project.path).toBe(path);
    expect(existsSync(path)).toBe(true);
    expect(readFacts(reopened(project, 'read')).name).toBe('Contoso');
  });
});

describe('a transaction', () => {
  it('leaves the file as it was when something is thrown', () => {
    const project = aProject();
    const before = projectDigest(project);
    expect(() =>
      inTransaction(project, () => {
        putEvidence(project, anEvidence());
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(projectDigest(project)).toBe(before);
    expect(projectDigest(reopened(project))).toBe(before);
  });

  it('can be cancelled after 100,000 rows', async () => {
    const project = aProject();
    const before = projectDigest(project);
    const cancel = new AbortController();
    const work = inLongTransaction(
      project,
      async () => {
        putEvidence(project, anEvidence());
        for (let part = 0; part < 10; part += 1) {
          insertRecords(
            project,
            'e1',
            Array.from({ length: 10_000 }, (_, row) => aRecord(part * 10_000 + row + 1)),
          );
          await new Promise(setImmediate);
        }
        cancel.abort();
      },
      cancel.signal,
    );
    await expect(work).rejects.toThrow('abort');
    expect(projectDigest(reopened(project))).toBe(before);
  });

  it('of another command is refused while a long one is open', async () => {
    const project = aProject();
    let end = () => {};
    const work = inLongTransaction(project, () => new Promise<void>((resolve) => (end = resolve)));
    expect(refusalFrom(() => inTransaction(project, () => nextId(project, 'e'))).code).toBe('busy');
    end();
    await work;
    expect(inTransaction(project, () => nextId(project, 'e'))).toBe('e1');
  });

  it('is needed for every write', () => {
    const project = aProject();
    expect(() => putEvidence(project, anEvidence())).toThrow('outside a transaction');
  });

  it('is refused on a project opened for reading', () => {
    const project = reopened(aProject(), 'read');
    expect(refusalFrom(() => inTransaction(project, () => 1)).code).toBe('read-only');
  });
});
