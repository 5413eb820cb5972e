import type { Placement, Plan, Want } from '../model/index.ts';
import type { SourceId } from './sources.ts';

/** Placements that have a resource in Azure: what is decided for them depends on the base of their scope. */
export const AZURE_PLACEMENTS = ['azure-vm', 'vmss-uniform', 'aks', 'databricks', 'arc', 'arc-connector'] as const;
export type AzurePlacement = (typeof AZURE_PLACEMENTS)[number];

const PLAIN: readonly AzurePlacement[] = ['azure-vm', 'vmss-uniform', 'arc'];

/** One row of the matrix. It fits when one of its conditions holds; in a condition all fields must hold. */
interface Row<Condition, Outcome> {
  readonly id: string;
  readonly when: readonly Condition[];
  readonly outcome: Outcome;
  readonly source: SourceId;
}

/** What is looked at for a machine that has, or gets, a resource in Azure. */
export interface AzureCase {
  readonly placement: AzurePlacement;
  readonly want: Want;
  readonly base: Plan;
  /** `enforce` is on and stays. */
  readonly isEnforced: boolean;
}

interface AzureCondition {
  readonly placement?: readonly AzurePlacement[];
  readonly want?: readonly Want[];
  readonly base?: readonly Plan[];
  readonly isEnforced?: boolean;
}

interface AzureOutcome {
  /** `as-base`: the subscription's plan, or none where that is off. */
  readonly method: 'subscription' | 'resource' | 'none' | 'blocked' | 'as-base';
  readonly plan: 'base' | 'P1' | 'off';
}

export type AzureRow = Row<AzureCondition, AzureOutcome>;

/** Arc is possible or not; `needed`: possible, and something is needed that only Arc gives. */
export const ARC_WAYS = ['needed', 'possible', 'impossible'] as const;
/** Direct onboarding is possible or not; `already`: possible, and it is directly onboarded. */
export const DIRECT_WAYS = ['already', 'possible', 'impossible'] as const;

/** What is looked at for a machine outside Azure that is not in Arc. */
export interface OutsideCase {
  readonly want: Want;
  readonly arc: (typeof ARC_WAYS)[number];
  readonly direct: (typeof DIRECT_WAYS)[number];
  readonly isArcPreferred: boolean;
  /** Has a sensor, and the tenant's switch is or gets on. */
  readonly isEnrolled: boolean;
}

interface OutsideCondition {
  readonly want?: readonly Want[];
  readonly arc?: readonly OutsideCase['arc'][];
  readonly direct?: readonly OutsideCase['direct'][];
  readonly isArcPreferred?: boolean;
  readonly isEnrolled?: boolean;
}

type OutsideOutcome = 'arc-first' | 'direct' | 'none' | 'blocked';
export type OutsideRow = Row<OutsideCondition, OutsideOutcome>;

/** What is looked at before anything is decided. */
export interface BeforeCase {
  readonly isInScope: boolean;
  readonly isServer: boolean;
  readonly isClient: boolean;
  readonly isUnsupported: boolean;
  /** A person asked for a plan on this machine itself. */
  readonly isAskedByHand: boolean;
}

/** Empty id: nothing holds the machine back. */
export type BeforeRow = Row<Partial<BeforeCase>, 'keep' | 'leave-out' | 'want-none' | 'go-on'>;

/** A rule that joins others as a remark. */
export interface JoinedRow {
  readonly id: string;
  readonly joins: readonly string[];
  readonly placement: readonly Placement[];
  readonly source: SourceId;
}

export const BEFORE_ROWS: readonly BeforeRow[] = [
  { id: 'X1', when: [{ isServer: true, isInScope: false }], outcome: 'keep', source: 'planner' },
  // Met while files are joined into machines: what is no server never becomes one.
  { id: 'X3', when: [{ isServer: false }], outcome: 'leave-out', source: 'planner' },
  {
    id: 'X2',
    when: [{ isServer: true, isInScope: true, isAskedByHand: false, isClient: true }],
    outcome: 'want-none',
    source: 'integration',
  },
  {
    id: 'X6',
    when: [{ isServer: true, isInScope: true, isAskedByHand: false, isClient: false, isUnsupported: true }],
    outcome: 'want-none',
    source: 'endpoint',
  },
  {
    id: '',
    when: [
      { isServer: true, isInScope: true, isAskedByHand: true },
      { isServer: true, isInScope: true, isAskedByHand: false, isClient: false, isUnsupported: false },
    ],
    outcome: 'go-on',
    source: 'planner',
  },
];

export const AZURE_ROWS: readonly AzureRow[] = [
  { id: 'X4', when: [{ placement: ['aks'] }], outcome: { method: 'none', plan: 'off' }, source: 'estimator' },
  { id: 'C1', when: [{ placement: ['arc-connector'] }], outcome: { method: 'as-base', plan: 'base' }, source: 'aws' },
  {
    id: 'X5',
    when: [{ placement: ['databricks'] }],
    outcome: { method: 'as-base', plan: 'base' },
    source: 'agentless',
  },
  row('A1', [{ want: ['P2'], base: ['P2'] }], { method: 'subscription', plan: 'base' }, 'enable'),
  row('A7', [{ want: ['P2'], base: ['off', 'P1'] }], { method: 'blocked', plan: 'base' }, 'pricings'),
  row('A2', [{ want: ['P1'], base: ['P1'] }], { method: 'subscription', plan: 'base' }, 'enable'),
  row('A6', [{ want: ['none'], base: ['off'] }], { method: 'none', plan: 'off' }, 'disable'),
  row(
    'A8',
    [
      { want: ['P1'], base: ['off', 'P2'], isEnforced: true },
      { want: ['none'], base: ['P1', 'P2'], isEnforced: true },
    ],
    { method: 'blocked', plan: 'base' },
    'pricings',
  ),
  row('A3', [{ want: ['P1'], base: ['P2'], isEnforced: false }], { method: 'resource', plan: 'P1' }, 'selectPlan'),
  row('A4', [{ want: ['P1'], base: ['off'], isEnforced: false }], { method: 'resource', plan: 'P1' }, 'selectPlan'),
  row(
    'A5',
    [{ want: ['none'], base: ['P1', 'P2'], isEnforced: false }],
    { method: 'resource', plan: 'off' },
    'selectPlan',
  ),
];

/** The deck's table knows no exception under a subscription-level Plan 1. */
export const NO_EXCEPTION_UNDER_P1: AzureRow = row(
  'A10',
  [{ want: ['none'], base: ['P1'], isEnforced: false }],
  { method: 'blocked', plan: 'base' },
  'deck',
);

export const OUTSIDE_ROWS: readonly OutsideRow[] = [
  { id: 'N6', when: [{ want: ['none'], isEnrolled: true }], outcome: 'direct', source: 'direct' },
  { id: 'N8', when: [{ want: ['none'], isEnrolled: false }], outcome: 'none', source: 'direct' },
  { id: 'N2', when: [{ want: ['P1'], arc: ['needed'] }], outcome: 'arc-first', source: 'overview' },
  {
    id: 'N7',
    when: [{ want: ['P1'], arc: ['possible', 'impossible'], direct: ['already'] }],
    outcome: 'direct',
    source: 'direct',
  },
  {
    id: 'N3',
    when: [
      { want: ['P1'], arc: ['impossible'], direct: ['possible'] },
      { want: ['P1'], arc: ['possible'], direct: ['possible'], isArcPreferred: false },
    ],
    outcome: 'direct',
    source: 'direct',
  },
  {
    id: 'N5',
    when: [
      { want: ['P1'], arc: ['possible'], direct: ['possible'], isArcPreferred: true },
      { want: ['P1'], arc: ['possible'], direct: ['impossible'] },
    ],
    outcome: 'arc-first',
    source: 'enable',
  },
  { id: 'N1', when: [{ want: ['P2'], arc: ['needed', 'possible'] }], outcome: 'arc-first', source: 'enable' },
  {
    id: 'N4',
    when: [{ want: ['P2'], arc: ['impossible'], direct: ['already', 'possible'] }],
    outcome: 'direct',
    source: 'direct',
  },
  {
    id: 'N9',
    when: [{ want: ['P1', 'P2'], arc: ['impossible'], direct: ['impossible'] }],
    outcome: 'blocked',
    source: 'support',
  },
];

export const JOINED_ROWS: readonly JoinedRow[] = [
  { id: 'A9', joins: ['A3', 'A4', 'A5'], placement: ['vmss-uniform'], source: 'policies' },
];

/** A condition holds when every field that it names holds: a list names the values allowed, a plain value the only one. */
export function holds<Case extends object>(
  condition: { readonly [Key in keyof Case]?: unknown },
  facts: Case,
): boolean {
  return (Object.keys(condition) as (keyof Case & string)[]).every((key) => {
    const allowed = condition[key];
    return Array.isArray(allowed) ? allowed.includes(facts[key]) : allowed === facts[key];
  });
}

function row(id: string, when: readonly AzureCondition[], outcome: AzureOutcome, source: SourceId): AzureRow {
  return { id, when: when.map((condition) => ({ placement: PLAIN, ...condition })), outcome, source };
}
