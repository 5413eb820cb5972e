import { FIRST } from './0001-first.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [FIRST];

export type { Migration } from './migration.ts';
