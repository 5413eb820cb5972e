import type { Database, Statement } from 'better-sqlite3';
import { type Cell, type DigestPlan, digestPlan } from './digest.ts';

export type ProjectMode = 'read' | 'write';

/** An open project file. Other rooms hand it on and read `path` and `mode`; the rest is the store's own. */
export interface Project {
  readonly path: string;
  readonly mode: ProjectMode;
  /** `user_version` of the file before opening, and now. */
  readonly version: { readonly before: number; readonly now: number };
  /** Path of the copy made before a migration; null when none was needed. */
  readonly migrationBackup: string | null;
  readonly session: Session;
}

/** What the store knows of an open file. Only files of this room look inside. */
interface Session {
  readonly database: Database;
  /** Chunks by table that the open transaction has changed. */
  readonly touched: Map<string, Set<number>>;
  readonly digestPlans: Map<string, DigestPlan>;
  readonly statements: Map<string, Statement<Cell[], unknown>>;
  transaction: 'none' | 'short' | 'long';
  /** Rows changed by the edit that is being recorded; null when none is. */
  changes: RowChange[] | null;
}

/** A row before and after; null: not there. */
export interface RowChange {
  readonly table: string;
  readonly before: readonly Cell[] | null;
  readonly after: readonly Cell[] | null;
}

/** A statement of this project, prepared once. Rows come back as arrays. */
export function statement(project: Project, sql: string): Statement<Cell[], Cell[]> {
  const { statements, database } = project.session;
  let prepared = statements.get(sql);
  if (!prepared) {
    prepared = database.prepare<Cell[], unknown>(sql);
    if (prepared.reader) prepared.raw();
    statements.set(sql, prepared);
  }
  return prepared as Statement<Cell[], Cell[]>;
}

export function digestPlanOf(project: Project, table: string): DigestPlan {
  const { digestPlans, database } = project.session;
  const known = digestPlans.get(table);
  if (known) return known;
  const plan = digestPlan(database, table);
  digestPlans.set(table, plan);
  return plan;
}
