export type { StoreErrorCode } from './errors.ts';
export { STORE_ERRORS, StoreError } from './errors.ts';
export * from './evidence.ts';
export * from './facts.ts';
export * from './inventory.ts';
export { closeProject, createProject, type OpenOptions, openProject, projectDigest } from './open.ts';
export type { Project, ProjectMode } from './project.ts';
export { inLongTransaction, inTransaction } from './transaction.ts';
