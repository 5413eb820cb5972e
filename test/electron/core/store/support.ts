import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  closeProject,
  createProject,
  insertRecords,
  inTransaction,
  openProject,
  type Project,
  putEvidence,
  putOverride,
  type StoreError,
  writeInventory,
  writeRules,
} from '../../../../electron/core/store/index.ts';
import { aMachine, anEvidence, anInventory, aRecord, NOW } from './builders.ts';

export * from './builders.ts';

/** A folder of its own that goes with the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An open, empty project that is closed with the test. */
export function aProject(path = join(aFolder(), 'contoso.dfsplan')): Project {
  const project = createProject(path, { name: 'Contoso', now: NOW });
  onTestFinished(() => closeProject(project));
  return project;
}

/** Path of a closed project with some content of every kind. */
export function aFilledFile(machines = 40): string {
  const project = aProject();
  inTransaction(project, () => {
    putEvidence(project, anEvidence());
    const numbers = Array.from({ length: machines }, (_, index) => index + 1);
    insertRecords(
      project,
      'e1',
      numbers.map((row) => aRecord(row)),
    );
    writeInventory(project, anInventory(numbers.map((number) => aMachine(number))));
    writeRules(project, [{ when: { tag: { 環境: '本番*' } }, want: 'P2' }]);
    putOverride(project, { machineId: 'm1', want: 'none', why: '廃止予定', by: '山田', at: NOW });
  });
  closeProject(project);
  return project.path;
}

/** Closes and opens again: what comes back was in the file. */
export function reopened(project: Project, mode: 'read' | 'write' = 'write'): Project {
  closeProject(project);
  const again = openProject(project.path, { mode, now: NOW });
  onTestFinished(() => closeProject(again));
  return again;
}

/** What a call was refused with; a test fails when it was not. */
export function refusalFrom(call: () => unknown): StoreError {
  try {
    call();
  } catch (error) {
    return error as StoreError;
  }
  throw new Error('The call was not refused');
}

/** Runs a script beside these tests in a process of its own; all that it printed. */
export function runScript(
  script: string,
  args: readonly string[],
  options: { uid?: number; onLine?: (line: string, kill: () => void) => void } = {},
): Promise<string> {
  const path = new URL(script, import.meta.url).pathname;
  const uid = options.uid === undefined ? {} : { uid: options.uid };
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'], ...uid });
  const kill = (): void => void child.kill('SIGKILL');
  onTestFinished(kill);
  let output = '';
  let seen = 0;
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const lines = output.split('\n').slice(0, -1);
      for (const line of lines.slice(seen)) options.onLine?.(line, kill);
      seen = lines.length;
    });
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}
