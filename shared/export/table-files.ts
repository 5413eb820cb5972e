import { notFound } from '../cost/index.ts';
import { COST_ITEM_TEXTS } from '../i18n/cost/items.ts';
import { COST_RULE_TEXTS } from '../i18n/cost/rules.ts';
import { sourceText } from '../i18n/cost/sources.ts';
import { CELL_TEXTS } from '../i18n/export/words.ts';
import { viewFinding } from '../i18n/findings/index.ts';
import { EXCLUSION_REASONS } from '../i18n/labels/exclusions.ts';
import type { CostLine, Plan, PostureCandidate, SubscriptionPlan, Text } from '../model/index.ts';
import { COST_COLUMNS, EXCLUDED_COLUMNS, FINDING_COLUMNS, SUBSCRIPTION_COLUMNS } from './columns.ts';
import { type Cell, csvChunks, SENTENCES } from './csv.ts';
import { type ExportFile, type ExportInput, scopeNames } from './input.ts';

/** `subscriptions.csv`: a row for each scope of the plan. */
export function subscriptionsFile(input: ExportInput): ExportFile {
  const { plan, language, currency } = input;
  const designated = new Set(plan.direct.flatMap((direct) => (direct.switch ? [direct.designated] : [])));
  const names = scopeNames(input);
  const candidate = (base: Plan) => candidateCells(base, language);
  return {
    name: 'subscriptions.csv',
    rows: plan.subscriptions.length,
    chunks: () =>
      csvChunks(SUBSCRIPTION_COLUMNS, language, plan.subscriptions, {
        name: ({ id, name }) => name ?? names.get(id) ?? id,
        id: ({ id }) => id,
        kind: ({ kind }) => kind,
        tenantId: ({ tenantId }) => tenantId,
        machines: ({ machines }) => machines,
        todayPlan: ({ today }) => today.plan,
        todayEnforce: ({ today }) => (today.enforce === 'unknown' ? 'unknown' : today.enforce ? 'yes' : 'no'),
        base: ({ base }) => base,
        exceptions: ({ exceptions }) => exceptions,
        unmet: ({ unmet }) => unmet,
        designated: ({ id }) => (designated.has(id) ? 'yes' : 'no'),
        ...candidate('off'),
        ...candidate('P1'),
        ...candidate('P2'),
        currency: () => currency,
        findings: ({ findings }) => findings.map((found) => viewFinding(found, language).message).join(SENTENCES),
      }),
  };
}

type CandidateCell = (row: SubscriptionPlan) => Cell;

function candidateCells<const Base extends Plan>(base: Base, language: ExportInput['language']) {
  const of =
    (read: (candidate: PostureCandidate) => Cell): CandidateCell =>
    ({ candidates }) => {
      const found = candidates.find((candidate) => candidate.base === base);
      return found ? read(found) : null;
    };
  const money = (read: (candidate: PostureCandidate) => string | null | undefined) =>
    of((candidate) => read(candidate) ?? notFound(language));
  return {
    [`${base}.allowed`]: of(({ allowed }) => (allowed ? 'yes' : 'no')),
    [`${base}.unmet`]: of(({ unmet }) => unmet),
    [`${base}.exceptions`]: of(({ exceptions }) => exceptions),
    [`${base}.changes`]: of(({ changes }) => changes),
    [`${base}.monthlyNow`]: money(({ monthly }) => monthly?.now),
    [`${base}.monthlyAlways`]: money(({ monthly }) => monthly?.always),
    [`${base}.nextMachine`]: money(({ nextMachine }) => nextMachine),
  } as Record<
    `${Base}.${'allowed' | 'unmet' | 'exceptions' | 'changes' | 'monthlyNow' | 'monthlyAlways' | 'nextMachine'}`,
    CandidateCell
  >;
}

interface CostRow {
  readonly line: CostLine;
  readonly isCounted: boolean;
}

/** `cost.csv`: every line, first those that make the total, then those that stand beside. */
export function costFile(input: ExportInput): ExportFile {
  const { cost, language, currency } = input;
  const machines = new Map(input.machines.map(({ id, name }) => [id, name]));
  const names = scopeNames(input);
  return {
    name: 'cost.csv',
    rows: cost.lines.length + cost.beside.length,
    chunks: () =>
      csvChunks(COST_COLUMNS, language, costRows(input), {
        scenario: () => cost.name,
        counted: ({ isCounted }) => CELL_TEXTS[isCounted ? 'counted' : 'beside'][language],
        name: ({ line }) => machines.get(line.machineId ?? '') ?? null,
        subscriptionName: ({ line }) => names.get(line.subscriptionId ?? '') ?? line.subscriptionId,
        item: ({ line }) => line.item,
        itemText: ({ line }) => COST_ITEM_TEXTS[line.item][language],
        meter: ({ line }) => line.meter,
        quantity: ({ line }) => line.quantity,
        unitPrice: ({ line }) => line.unitPrice ?? notFound(language),
        unit: ({ line }) => line.unit,
        hoursNow: ({ line }) => line.hours.now,
        hoursAlways: ({ line }) => line.hours.always,
        amountNow: ({ line }) => line.amount.now ?? notFound(language),
        amountAlways: ({ line }) => line.amount.always ?? notFound(language),
        currency: () => currency,
        state: ({ line }) => line.state,
        rule: ({ line }) => line.rule,
        ruleText: ({ line }) => COST_RULE_TEXTS[line.rule]?.[language] ?? null,
        source: ({ line }) => sourceText(line.source, language),
        priceDate: ({ line }) => line.priceDate,
        machineId: ({ line }) => line.machineId,
        subscriptionId: ({ line }) => line.subscriptionId,
      }),
  };
}

function* costRows({ cost }: ExportInput): Generator<CostRow> {
  for (const line of cost.lines) yield { line, isCounted: true };
  for (const line of cost.beside) yield { line, isCounted: false };
}

/** `excluded.csv`: rows that left the list, with their reason. */
export function excludedFile({ excluded, language }: ExportInput): ExportFile {
  return {
    name: 'excluded.csv',
    rows: excluded.length,
    chunks: () =>
      csvChunks(EXCLUDED_COLUMNS, language, excluded, {
        name: ({ name }) => name,
        rule: ({ rule }) => rule,
        reason: ({ reason }) => reason,
        reasonText: ({ reason }) => (EXCLUSION_REASONS as Readonly<Record<string, Text>>)[reason]?.[language] ?? reason,
        file: ({ file }) => file,
        row: ({ row }) => row,
      }),
  };
}

/** `findings.csv`: errors first, then warnings, then what is good to know; else in the order in which they came. */
export function findingsFile({ machines, language, findings }: ExportInput): ExportFile {
  const names = new Map(machines.map(({ id, name }) => [id, name]));
  const order = ['error', 'warning', 'info'];
  const sorted = findings.toSorted((left, right) => order.indexOf(left.severity) - order.indexOf(right.severity));
  return {
    name: 'findings.csv',
    rows: findings.length,
    chunks: () =>
      csvChunks(FINDING_COLUMNS, language, views(), {
        severity: ({ severity }) => severity,
        message: ({ message }) => message,
        next: ({ next }) => next,
        file: ({ file }) => file,
        sheet: ({ sheet }) => sheet,
        row: ({ row }) => row,
        name: ({ machineId }) => names.get(machineId ?? '') ?? null,
        machineId: ({ machineId }) => machineId,
        code: ({ code }) => code,
      }),
  };
  function* views() {
    for (const found of sorted) yield viewFinding(found, language);
  }
}
