import { FIRST } from './0001-first.ts';
import { SYNC } from './0002-sync.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [FIRST, SYNC];

export type { Migration } from './migration.ts';
