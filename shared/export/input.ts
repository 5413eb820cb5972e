import type {
  ExcludedMachine,
  Finding,
  Language,
  Machine,
  PlanResult,
  ScenarioCost,
  Subscription,
} from '../model/index.ts';

/** Everything that the files say, of one scenario. */
export interface ExportInput {
  readonly machines: readonly Machine[];
  readonly subscriptions: readonly Subscription[];
  readonly excluded: readonly ExcludedMachine[];
  /** Of the evidence, the plan and the cost together. */
  readonly findings: readonly Finding[];
  readonly plan: PlanResult;
  readonly cost: ScenarioCost;
  readonly currency: string;
  readonly language: Language;
}

/** One file to be written. */
export interface ExportFile {
  /** Safe on Windows, unique among the files of one export. */
  readonly name: string;
  /** Lines without the header. */
  readonly rows: number;
  /** Its text in pieces, made while they are asked for. */
  chunks(): Iterable<string>;
}

/** Names of scopes by id; ids of landing subscriptions that do not exist yet stand for themselves. */
export function scopeNames({
  subscriptions,
  plan,
}: Pick<ExportInput, 'subscriptions' | 'plan'>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, name } of [...plan.subscriptions, ...subscriptions]) if (name !== null) names.set(id, name);
  return names;
}
