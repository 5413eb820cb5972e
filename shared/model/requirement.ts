import type { ArcNeed, MachineKind, Want } from './words.ts';

/** One glob or several; `*` and `?`; compared without case and width (NFKC). */
export type Patterns = string | readonly string[];

/** All conditions must hold; none given means every machine. */
export interface When {
  /** Tag name patterns (alternatives with `|`) to value patterns. */
  readonly tag?: Readonly<Record<string, Patterns>> | undefined;
  readonly name?: Patterns | undefined;
  /** Id or name. */
  readonly subscription?: Patterns | undefined;
  readonly resourceGroup?: Patterns | undefined;
  /** Family (`windows`, `linux`), product id or text. */
  readonly os?: Patterns | undefined;
  readonly kind?: MachineKind | readonly MachineKind[] | undefined;
  /** Name of a named list. */
  readonly list?: Patterns | undefined;
}

/** The first rule that matches a machine says what is wanted for it. */
export interface RequirementRule {
  readonly when: When;
  readonly want: Want;
  readonly needs?: readonly ArcNeed[] | undefined;
  readonly note?: string | undefined;
}

/** What holds for machines that match a filter; the first that says something wins, for each field apart. */
export interface FilterAssumption {
  readonly when: When;
  readonly arcAllowed?: boolean | undefined;
  /** Id of the subscription where machines that go to Arc land. */
  readonly landing?: string | undefined;
  /** Hours a month ("200") or hours a day by days a week ("10x5"). */
  readonly hours?: string | undefined;
}

export const OVERRIDE_WANTS = ['P1', 'P2', 'none', 'offboard', 'out-of-scope'] as const;
export type OverrideWant = (typeof OVERRIDE_WANTS)[number];

/** A person's word about one machine; beats every rule. */
export interface Override {
  readonly machineId: string;
  readonly want: OverrideWant;
  readonly why: string;
  readonly by: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** A named list: which machines its names met. */
export interface NamedList {
  readonly name: string;
  readonly machineIds: readonly string[];
  /** Entries that met no machine, and entries that met several. */
  readonly missing: readonly string[];
  readonly several: readonly string[];
  readonly found: number;
}
