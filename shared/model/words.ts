/**
 * The words of the field, as closed lists. Everything else in the project is written with them.
 * Spelling and meaning: the section "Words" of the user guide; Microsoft's spelling wins.
 */

/** A Defender for Servers plan, or none. */
export const PLANS = ['off', 'P1', 'P2'] as const;
export type Plan = (typeof PLANS)[number];

/** A plan as far as it is known. Unknown is not "off". */
export type KnownPlan = Plan | 'unknown';

/** What is wanted for a machine, after requirement rules and overrides. */
export const WANTS = ['none', 'P1', 'P2'] as const;
export type Want = (typeof WANTS)[number];

/** A yes or no that evidence may leave open. */
export type Known<T> = T | 'unknown';

/** How a machine comes under its plan. */
export const METHODS = [
  'subscription',
  'resource',
  'direct',
  'arc-then-subscription',
  'arc-then-resource',
  'none',
  'blocked',
] as const;
export type Method = (typeof METHODS)[number];

/** What somebody has to do to one machine, in the order of doing. */
export const STEPS = [
  'none',
  'remove-override',
  'set-p1',
  'set-off',
  'connect-arc',
  'onboard-sensor',
  'offboard-sensor',
] as const;
export type Step = (typeof STEPS)[number];

/** What only Azure Arc can give to a machine outside Azure. */
export const ARC_NEEDS = ['update-manager', 'esu', 'azure-policy', 'backup', 'monitor'] as const;
export type ArcNeed = (typeof ARC_NEEDS)[number];

/** The kind of a machine as users and `--json` see it. */
export const MACHINE_KINDS = ['azure-vm', 'vmss', 'arc', 'mde-only', 'mde-direct', 'on-premises'] as const;
export type MachineKind = (typeof MACHINE_KINDS)[number];

/** Where a machine stands, as finely as the decision matrix asks. */
export const PLACEMENTS = [
  'azure-vm',
  'vmss-uniform',
  'aks',
  'databricks',
  'arc',
  'arc-connector',
  'mde-direct',
  'mde-only',
  'on-premises',
] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** Languages of everything that a person reads. */
export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>;

/** The editions of the decision matrix. */
export const EDITION_IDS = ['docs-2026-08', 'deck-2024-04'] as const;
export type EditionId = (typeof EDITION_IDS)[number];

/** For the end of a `switch` over a union: the compiler proves that nothing is left. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`);
}
