/** One step from the version before. Never edited after a release; the next change is a new one. */
export interface Migration {
  /** `user_version` afterwards: the position in the list, from 1. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
