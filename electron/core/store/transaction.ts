import { writeDigests } from './digest.ts';
import { asStoreError, refusal } from './errors.ts';
import { digestPlanOf, type Project } from './project.ts';

/**
 * All that `change` writes is one transaction: it is in the file, on the disk, when this returns; or nothing is.
 * Transactions do not nest: who composes commands opens one around them.
 * @throws StoreError `read-only`, `busy`, `disk-full`, `unreachable`; and whatever `change` throws, after taking everything back.
 */
export function inTransaction<T>(project: Project, change: () => T): T {
  begin(project, 'short');
  try {
    const result = change();
    commit(project);
    return result;
  } catch (error) {
    rollback(project);
    throw asStoreError(error, project.path);
  }
}

/**
 * The same for work that waits between its writes, such as an import that streams its files. Meanwhile every
 * other transaction is refused as `busy`, so nothing foreign can be lost with it. An aborted `signal` takes
 * everything back, also after the last write.
 */
export async function inLongTransaction<T>(
  project: Project,
  change: () => Promise<T>,
  signal?: AbortSignal | undefined,
): Promise<T> {
  signal?.throwIfAborted();
  begin(project, 'long');
  try {
    const result = await change();
    signal?.throwIfAborted();
    commit(project);
    return result;
  } catch (error) {
    rollback(project);
    throw asStoreError(error, project.path);
  }
}

function begin(project: Project, kind: 'short' | 'long'): void {
  const { session } = project;
  if (project.mode === 'read') throw refusal('store-read-only', project.path);
  if (session.transaction !== 'none') throw refusal('store-busy', project.path);
  try {
    session.database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    throw asStoreError(error, project.path);
  }
  session.transaction = kind;
}

function commit(project: Project): void {
  const { session } = project;
  for (const [table, chunks] of session.touched) {
    writeDigests(session.database, digestPlanOf(project, table), chunks);
  }
  session.database.exec('COMMIT');
  end(project);
}

/** SQLite has taken a transaction back by itself after some errors, a full disk among them. */
function rollback(project: Project): void {
  end(project);
  const { database } = project.session;
  if (database.inTransaction) database.exec('ROLLBACK');
}

function end({ session }: Project): void {
  session.touched.clear();
  session.changes = null;
  session.transaction = 'none';
}
