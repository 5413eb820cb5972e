import { methodWord, planWord, scopeWord } from '../../../shared/i18n/plan/words.ts';
import type { Language, Machine } from '../../../shared/model/index.ts';
import type { Decided } from '../../../shared/plan/index.ts';
import { naturalKey } from '../../../shared/text/fold.ts';
import type { CodedValue } from '../../state/inventory/coded.ts';
import { type List, type ListColumn, listColumn } from '../../state/lists/list.ts';
import { machineMoney, moneyValue } from '../../state/money/machine-money.ts';
import type { PlannedScenario } from '../../state/planning.ts';

/** All machines with what each scenario plans for them; a row's number is the machine's position. */
export interface DifferenceList extends List {
  /** How many machines are not planned alike everywhere. */
  readonly different: number;
}

interface DifferenceWords {
  readonly placement: (placement: string) => string;
  readonly isDifferent: (is: boolean) => string;
  /** Where a state is not known, and so what it costs now. */
  readonly unknown: string;
}

/** Ids of a scenario's columns, by its place among the compared ones. */
export const planColumn = (at: number): string => `plan${at}`;
export const moneyColumn = (at: number): string => `money${at}`;

export function differenceList(
  scenarios: readonly PlannedScenario[],
  machines: readonly Machine[],
  figure: 'now' | 'always',
  language: Language,
  words: DifferenceWords,
): DifferenceList {
  const differs = differences(scenarios, machines.length);
  const count = machines.length;
  const named = (key: string, text: string): CodedValue => ({ key, text, sort: text === '' ? null : naturalKey(text) });
  const ofMachine = (
    id: string,
    width: number,
    pick: (machine: Machine) => string,
    isFilter = false,
    word = (key: string) => key,
  ) =>
    listColumn(count, {
      id,
      width,
      isFilter,
      pick: (row) => pick(machines[row] as Machine),
      view: (key) => named(key, word(key)),
    });
  return {
    count,
    different: differs.reduce((sum, each) => sum + each, 0),
    searchIn: 'machine',
    columns: [
      ofMachine('machine', 180, ({ name }) => name),
      ...scenarios.flatMap((scenario, at) => [
        planOfMachine(scenario, planColumn(at), count, language),
        moneyOfMachine(scenario, moneyColumn(at), count, figure, language, words.unknown),
      ]),
      ofMachine('subscription', 160, (machine) => machine.subscriptionName ?? machine.subscriptionId ?? '', true),
      ofMachine('placement', 140, ({ placement }) => placement, true, words.placement),
      listColumn(count, {
        id: 'different',
        width: 100,
        pick: (row) => differs[row] === 1,
        view: (is) => named(String(is), words.isDifferent(is)),
      }),
    ],
  };
}

/** 1 where a scenario plans otherwise than the first: plan, method or where the machine ends. */
function differences([first, ...others]: readonly PlannedScenario[], count: number): Uint8Array {
  const differs = new Uint8Array(count);
  if (!first) return differs;
  for (const other of others) {
    // Both plans have few groups, so few pairs are compared.
    const known = new Map<Decided, Map<Decided, boolean>>();
    for (let row = 0; row < count; row += 1) {
      const [a, b] = [first.planning.decided(row), other.planning.decided(row)];
      const pairs = known.get(a) ?? new Map<Decided, boolean>();
      known.set(a, pairs);
      const is = pairs.get(b) ?? !isSame(a, b);
      pairs.set(b, is);
      if (is) differs[row] = 1;
    }
  }
  return differs;
}

export function isSame(a: Decided, b: Decided): boolean {
  return a.plan === b.plan && a.method === b.method && a.subscriptionId === b.subscriptionId;
}

/** Plan, method and, for a machine that moves, where it ends. */
export function decidedText(decided: Decided, { planning }: PlannedScenario, language: Language): string {
  const { plan, method, subscriptionId } = decided;
  const isNew = subscriptionId?.startsWith('new:') ?? false;
  const scope = planning.subscriptions.find(({ id }) => id === subscriptionId);
  const place =
    isNew && subscriptionId !== null ? [scopeWord({ id: subscriptionId, name: scope?.name ?? null }, language)] : [];
  if (method === 'none') return methodWord(method, language);
  return [planWord(plan, language), methodWord(method, language), ...place].join(' · ');
}

function planOfMachine(scenario: PlannedScenario, id: string, count: number, language: Language): ListColumn {
  const order = ['none', 'off', 'P1', 'P2', 'unknown'];
  return listColumn(count, {
    id,
    width: 250,
    isFilter: true,
    pick: (row) => scenario.planning.decided(row),
    view: (decided) => {
      const text = decidedText(decided, scenario, language);
      return { key: text, text, sort: `${order.indexOf(decided.plan)} ${text}` };
    },
  });
}

function moneyOfMachine(
  scenario: PlannedScenario,
  id: string,
  count: number,
  figure: 'now' | 'always',
  language: Language,
  unknown: string,
): ListColumn {
  const moneyOf = machineMoney(figure);
  return listColumn(count, {
    id,
    width: 96,
    isNumber: true,
    pick: (row) => moneyOf(scenario, row),
    view: (amount) => moneyValue(amount, scenario.assumptions.currency, language, unknown),
  });
}
