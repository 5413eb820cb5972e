import type { Text } from './words.ts';

export const SEVERITIES = ['info', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What may stand in a finding's sentence. */
export type FindingParams = Readonly<Record<string, string | number>>;

/**
 * Something that was not read, guessed, merged weakly or priced without a source.
 * It is kept as a code with its parameters, so that it can be said in any language later;
 * the sentences stand in `shared/i18n/findings`.
 */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly params: FindingParams;
  /** Name of the file (or sync) that it is about, where there is one. */
  readonly file?: string | undefined;
  readonly sheet?: string | undefined;
  /** 1-based: line of a text file, row of a sheet, position of a JSON item. */
  readonly row?: number | undefined;
  /** Machine or subscription that it is about, where there is one. */
  readonly machineId?: string | undefined;
  readonly subscriptionId?: string | undefined;
}

/** The sentences of one finding code: what is, and what to do next. `{name}` stands for a parameter. */
export interface FindingText {
  readonly severity: Severity;
  readonly message: Text;
  readonly next: Text;
}

/** A finding as `--json` and the screen show it. */
export interface FindingView {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly machineId: string | null;
  readonly message: string;
  readonly next: string;
}
