import Database from 'better-sqlite3';
import { finding } from '../../../shared/i18n/findings/index.ts';
import type { STORE_FINDINGS } from '../../../shared/i18n/findings/store.ts';
import type { Finding, FindingParams } from '../../../shared/model/index.ts';

/** Why the store refuses. The list is closed: the border turns each into a failure. */
export const STORE_ERRORS = [
  'missing',
  'not-a-project',
  'newer',
  'damaged',
  'digest-mismatch',
  'hostile',
  'locked',
  'read-only',
  'exists',
  'disk-full',
  /** Another transaction of this process is open. */
  'busy',
  /** The file went away, or its disk fails. */
  'unreachable',
] as const;
export type StoreErrorCode = (typeof STORE_ERRORS)[number];

/** A refusal of the store: its code, the file, and what happened as a finding (so that it can be said in any language). */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly path: string;
  readonly problem: Finding;

  constructor(code: StoreErrorCode, path: string, problem: Finding, cause?: unknown) {
    super(`${code}: ${problem.code} ${JSON.stringify(problem.params)}`, { cause });
    this.name = 'StoreError';
    this.code = code;
    this.path = path;
    this.problem = problem;
  }
}

const CODE_OF_PROBLEM: Readonly<Record<keyof typeof STORE_FINDINGS, StoreErrorCode>> = {
  'store-missing': 'missing',
  'store-not-a-project': 'not-a-project',
  'store-newer': 'newer',
  'store-damaged': 'damaged',
  'store-sync-rows': 'damaged',
  'store-digest': 'digest-mismatch',
  'store-schema': 'hostile',
  'store-shape': 'hostile',
  'store-too-large': 'hostile',
  'store-foreign-journal': 'hostile',
  'store-verify-timeout': 'hostile',
  'store-verify-stopped': 'hostile',
  'store-locked': 'locked',
  'store-locked-unknown': 'locked',
  'store-read-only': 'read-only',
  'store-recovery-needs-write': 'read-only',
  'store-exists': 'exists',
  'store-disk-full': 'disk-full',
  'store-busy': 'busy',
  'store-unreachable': 'unreachable',
};

type ProblemCode = keyof typeof CODE_OF_PROBLEM;

/** A refusal from the code of its sentence; `path` is filled in. */
export function refusal(problem: ProblemCode, path: string, params: FindingParams = {}, cause?: unknown): StoreError {
  return new StoreError(CODE_OF_PROBLEM[problem], path, finding(problem, { path, ...params }), cause);
}

/** The refusal that a problem found elsewhere (in the checking process) stands for. */
export function refusalOf(problem: Finding, path: string): StoreError {
  return new StoreError(CODE_OF_PROBLEM[problem.code as ProblemCode] ?? 'damaged', path, problem);
}

/** Turns what SQLite or the file system threw into a refusal; anything else comes back as it was. */
export function asStoreError(error: unknown, path: string): unknown {
  if (error instanceof Database.SqliteError) return fromSqlite(error, path);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const problem = PROBLEM_OF_ERRNO[error.code];
    if (problem) return refusal(problem, path, { detail: error.code }, error);
  }
  return error;
}

/** Result codes: https://sqlite.org/rescode.html */
function fromSqlite(error: InstanceType<typeof Database.SqliteError>, path: string): unknown {
  const entry = PROBLEM_OF_RESULT.find(([prefix]) => error.code.startsWith(prefix));
  return entry ? refusal(entry[1], path, { detail: `${error.message} (${error.code})` }, error) : error;
}

/** The first prefix that fits. */
const PROBLEM_OF_RESULT: readonly (readonly [string, ProblemCode])[] = [
  ['SQLITE_BUSY', 'store-locked-unknown'],
  ['SQLITE_LOCKED', 'store-locked-unknown'],
  ['SQLITE_FULL', 'store-disk-full'],
  ['SQLITE_READONLY_DBMOVED', 'store-unreachable'],
  ['SQLITE_READONLY_ROLLBACK', 'store-recovery-needs-write'],
  ['SQLITE_READONLY', 'store-read-only'],
  ['SQLITE_CORRUPT', 'store-damaged'],
  ['SQLITE_NOTADB', 'store-damaged'],
  ['SQLITE_TOOBIG', 'store-damaged'],
  ['SQLITE_IOERR', 'store-unreachable'],
  ['SQLITE_CANTOPEN', 'store-unreachable'],
  ['SQLITE_PERM', 'store-read-only'],
];

const PROBLEM_OF_ERRNO: Readonly<Record<string, ProblemCode>> = {
  ENOENT: 'store-missing',
  ENOTDIR: 'store-missing',
  EEXIST: 'store-exists',
  EACCES: 'store-read-only',
  EPERM: 'store-read-only',
  EROFS: 'store-read-only',
  ENOSPC: 'store-disk-full',
  EDQUOT: 'store-disk-full',
  EIO: 'store-unreachable',
  ENAMETOOLONG: 'store-unreachable',
  EISDIR: 'store-not-a-project',
};
