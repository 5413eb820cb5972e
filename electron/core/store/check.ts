import { fork } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { finding, viewFinding } from '../../../shared/i18n/findings/index.ts';
import type { Finding, Language } from '../../../shared/model/index.ts';
import { startable } from '../sibling.ts';
import { refusal, refusalOf } from './errors.ts';
import { type OpenOptions, openProject } from './open.ts';
import type { Project } from './project.ts';
import { isClosedHere } from './trust.ts';
import type { Verification } from './verify-file.ts';

const ANSWER = z.object({
  version: z.number().nullable(),
  digest: z.string().nullable(),
  problem: z
    .object({
      code: z.string(),
      severity: z.enum(['info', 'warning', 'error']),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
});

export interface ChildOptions {
  /** Default: five seconds, and a tenth of a second for each megabyte. */
  readonly deadlineMs?: number | undefined;
}

/**
 * Looks through a file in a process of its own, which is ended when it does not answer in time.
 * Never rejects because of the file: a process that hangs or dies is a problem of the file.
 */
export function verifyInChild(path: string, options: ChildOptions = {}): Promise<Verification> {
  const absolute = resolve(path);
  if (!existsSync(absolute)) return Promise.resolve(unanswered(refusal('store-missing', absolute).problem));
  const deadlineMs = options.deadlineMs ?? 5_000 + (statSync(absolute).size / 1024 ** 2) * 100;
  const child = fork(startable(new URL('./probe.ts', import.meta.url)), [absolute], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolveWith) => {
    let answer: Verification | undefined;
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, deadlineMs);
    child.on('message', (message) => {
      answer = ANSWER.parse(message);
    });
    child.on('error', () => child.kill('SIGKILL'));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (answer) resolveWith(answer);
      else if (timedOut)
        resolveWith(unanswered(finding('store-verify-timeout', { seconds: Math.ceil(deadlineMs / 1000) })));
      else resolveWith(unanswered(finding('store-verify-stopped', { detail: signal ?? String(code) })));
    });
  });
}

function unanswered(problem: Finding): Verification {
  return { version: null, digest: null, problem };
}

/**
 * Opens a file of any origin: one that this computer did not close last is looked through in a child process first.
 * @param options trust: folder of the notes of `rememberClosed`; without it every file is looked through
 * @throws StoreError as `openProject` does
 */
export async function openVerified(
  path: string,
  options: OpenOptions & ChildOptions & { readonly trust?: string | undefined },
): Promise<Project> {
  if (options.trust === undefined || !isClosedHere(options.trust, path)) {
    const { problem } = await verifyInChild(path, options);
    if (problem) throw refusalOf(problem, resolve(path));
  }
  return openProject(path, options);
}

/** The answer of the verb `check`, with the problems as sentences. */
export interface ProjectCheck {
  readonly ok: boolean;
  readonly version: number | null;
  readonly digest: string | null;
  readonly problems: readonly string[];
}

/** Looks through a file and says what is wrong with it. Never rejects because of the file. */
export async function checkProject(
  path: string,
  options: ChildOptions & { readonly language?: Language | undefined } = {},
): Promise<ProjectCheck> {
  const { version, digest, problem } = await verifyInChild(path, options);
  const problems = problem ? [viewFinding(problem, options.language ?? 'en').message] : [];
  return { ok: problem === null, version, digest, problems };
}
