import type { SyncRun } from '../../../../shared/model/index.ts';
import type { AzureTenant } from '../../sources/azure/index.ts';
import type { Project, StoredPart } from '../../store/index.ts';
import type { Batch } from './save.ts';
import type { Tracker } from './tracker.ts';

/** What reading a part needs of its surroundings. */
export interface FetchContext {
  readonly project: Project;
  readonly tenant: AzureTenant;
  readonly run: SyncRun;
  readonly tracker: Tracker;
  /** Writes now, or as soon as the project is free. */
  save(change: () => void): Promise<void>;
  /** For small answers: written together with others. */
  readonly batch: Batch;
  /** A subscription as people call it. */
  nameOf(subscriptionId: string): string;
  /** ARM ids of the machines that were read, by subscription. */
  machines(): ReadonlyMap<string, readonly string[]>;
}

/** Reads one part to its end and leaves it `done` or `skipped`. @throws AzureError when it cannot be read */
export type PartReader = (part: StoredPart, context: FetchContext, signal: AbortSignal) => Promise<void>;
