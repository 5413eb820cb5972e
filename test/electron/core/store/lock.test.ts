import { chmodSync, chownSync, existsSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  checkProject,
  closeProject,
  inTransaction,
  nextId,
  openProject,
  type ProjectMode,
  readFacts,
} from '../../../../electron/core/store/index.ts';
import { aFilledFile, NOW, refusalFrom, runScript } from './support.ts';

describe('a file that is open', () => {
  it('for writing is refused to every other process, which hears who has it', async () => {
    const path = aFilledFile();
    const project = open(path, 'write');
    expect(JSON.parse(await runScript('opener.ts', [path, 'write']))).toEqual({
      code: 'locked',
      problem: 'store-locked',
    });
    expect(JSON.parse(await runScript('opener.ts', [path, 'read']))).toEqual({
      code: 'locked',
      problem: 'store-locked',
    });
    const { ok, problems } = await checkProject(path);
    expect({ ok, problems }).toEqual({ ok: false, problems: [expect.stringContaining(hostname())] });
    // Nothing of that has loosened the lock, or lost what comes now.
    inTransaction(project, () => nextId(project, 'x'));
    expect(JSON.parse(await runScript('opener.ts', [path, 'write']))).toMatchObject({ code: 'locked' });
    closeProject(project);
    expect(await runScript('opener.ts', [path, 'write'])).toBe('open\n');
  });

  it('for reading may be read by others and not written', async () => {
    const path = aFilledFile();
    open(path, 'read');
    expect(await runScript('opener.ts', [path, 'read'])).toBe('open\n');
    expect(JSON.parse(await runScript('opener.ts', [path, 'write']))).toMatchObject({ code: 'locked' });
  });

  it('is refused to a second opener in this process without touching its lock', async () => {
    const path = aFilledFile();
    open(path, 'write');
    const refused = refusalFrom(() => openProject(path, { mode: 'read', now: NOW }));
    expect(refused.problem).toMatchObject({
      code: 'store-locked',
      params: { pid: process.pid, host: hostname(), since: NOW },
    });
    expect(JSON.parse(await runScript('opener.ts', [path, 'write']))).toMatchObject({ code: 'locked' });
  });

  it.each([
    ['damaged', '{"pid":"rm -rf"'],
    ['of a wrong shape', '{"pid":"1","host":1}'],
    ['huge', ' '.repeat(100_000)],
    // Larger than process ids of Linux can be.
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), since: NOW })],
  ])('is refused without a name when the note beside it is %s', async (_, note) => {
    const path = aFilledFile();
    open(path, 'write');
    writeFileSync(`${path}-open`, note);
    expect(refusalFrom(() => openProject(path, { mode: 'write', now: NOW })).problem.code).toBe('store-locked-unknown');
  });

  it('by a process that was killed is free again, whatever its note says', async () => {
    const path = aFilledFile();
    await runScript('opener.ts', [path, 'write', 'hold'], { onLine: (_, kill) => kill() });
    expect(existsSync(`${path}-open`)).toBe(true);
    expect(readFacts(open(path, 'write')).name).toBe('Contoso');
  });
});

/** Rights mean nothing to root: the tests then open as nobody. */
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

describe.skipIf(!isRoot)('a file that may not be written', () => {
  it('is opened for reading only', async () => {
    const path = aFilledFile();
    chmodSync(dirname(path), 0o755);
    chmodSync(path, 0o444);
    expect(await runScript('opener.ts', [path, 'read'], { uid: NOBODY })).toBe('open\n');
    expect(JSON.parse(await runScript('opener.ts', [path, 'write'], { uid: NOBODY }))).toEqual({
      code: 'read-only',
      problem: 'store-read-only',
    });
  });

  it('because of its folder is opened for reading only', async () => {
    const path = aFilledFile();
    chmodSync(dirname(path), 0o555);
    chownSync(path, NOBODY, NOBODY);
    expect(await runScript('opener.ts', [path, 'read'], { uid: NOBODY })).toBe('open\n');
    expect(JSON.parse(await runScript('opener.ts', [path, 'write'], { uid: NOBODY }))).toMatchObject({
      code: 'read-only',
    });
  });

  it('and was left in the middle of a write says what to do', async () => {
    const path = aFilledFile();
    chmodSync(dirname(path), 0o755);
    chmodSync(path, 0o444);
    writeFileSync(`${path}-journal`, 'x'.repeat(600), { mode: 0o444 });
    expect(JSON.parse(await runScript('opener.ts', [path, 'read'], { uid: NOBODY }))).toEqual({
      code: 'read-only',
      problem: 'store-recovery-needs-write',
    });
  });
});

function open(path: string, mode: ProjectMode) {
  const project = openProject(path, { mode, now: NOW });
  onTestFinished(() => closeProject(project));
  return project;
}
