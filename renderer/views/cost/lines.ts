import { formatMoney, formatUnitPrice } from '../../../shared/cost/index.ts';
import { COST_ITEM_TEXTS } from '../../../shared/i18n/cost/items.ts';
import { COST_RULE_TEXTS } from '../../../shared/i18n/cost/rules.ts';
import { sourceText } from '../../../shared/i18n/cost/sources.ts';
import { methodWord } from '../../../shared/i18n/plan/words.ts';
import type { CostLine, Language, Machine, Method, PlannedMachine } from '../../../shared/model/index.ts';
import { naturalKey } from '../../../shared/text/fold.ts';
import type { CodedValue } from '../../state/inventory/coded.ts';
import { type List, type ListColumn, listColumn } from '../../state/lists/list.ts';
import { keyOfMachine, OF_ALL, positionsOf } from '../../state/money/keys.ts';
import type { PlannedScenario } from '../../state/planning.ts';

/** What the list of lines follows from, with the words that only the page has. */
export interface LineGround {
  readonly planned: PlannedScenario;
  readonly machines: readonly Machine[];
  readonly language: Language;
  readonly words: LineWords;
}

interface LineWords {
  readonly placement: (placement: string) => string;
  readonly state: (state: string) => string;
  readonly scope: (subscriptionId: string) => string;
  /** For lines that belong to no machine. */
  readonly all: string;
  readonly counted: (isCounted: boolean) => string;
  readonly number: (value: string) => string;
}

/** All lines of a scenario, those that are counted first. */
export interface LineList extends List {
  readonly lines: readonly CostLine[];
  isCounted(row: number): boolean;
}

/** @param tag the tag by which lines can be filtered; null: none */
export function lineList(ground: LineGround, tag: string | null): LineList {
  const cost = ground.planned.cost();
  const lines = [...cost.lines, ...cost.beside];
  const isCounted = (row: number) => row < cost.lines.length;
  return {
    lines,
    count: lines.length,
    searchIn: 'machine',
    isCounted,
    columns: columnsOf(ground, lines, isCounted, tag),
  };
}

function columnsOf(
  ground: LineGround,
  lines: readonly CostLine[],
  isCounted: (row: number) => boolean,
  tag: string | null,
): readonly ListColumn[] {
  const { planned, language, words } = ground;
  const { currency } = planned.assumptions;
  const column = makeColumn(lines);
  const machineOf = plannedOf(ground);
  const ofMachine = (key: (of: PlannedMachine) => string) => (line: CostLine) => {
    const of = machineOf(line);
    return of === null ? OF_ALL : key(of);
  };
  const money = (amount: string | null) => numeric(amount, formatMoney(amount, currency, language));
  const hours = (value: string) => numeric(value, words.number(value));
  return [
    column(
      'machine',
      180,
      (line) => machineOf(line)?.machine.name ?? '',
      (name) => named(name, name || words.all),
    ),
    column(
      'item',
      170,
      ({ item }) => item,
      (item) => named(item, COST_ITEM_TEXTS[item][language]),
      'filter',
    ),
    column(
      'subscription',
      235,
      ({ subscriptionId }) => subscriptionId ?? '',
      (id) => named(id, words.scope(id)),
      'filter',
    ),
    column(
      'meter',
      150,
      ({ meter }) => meter,
      (meter) => named(meter, meter),
      'filter',
    ),
    column(
      'quantity',
      90,
      ({ quantity }) => quantity,
      (count) => numeric(String(count), words.number(String(count))),
      'number',
    ),
    column(
      'unitPrice',
      100,
      ({ unitPrice }) => unitPrice,
      (price) => numeric(price, formatUnitPrice(price, currency, language)),
      'number',
    ),
    column(
      'unit',
      80,
      ({ unit }) => unit,
      (unit) => named(unit, unit),
    ),
    column('hoursNow', 110, ({ hours: { now } }) => now, hours, 'number'),
    column('hoursAlways', 130, ({ hours: { always } }) => always, hours, 'number'),
    column('now', 115, ({ amount }) => amount.now, money, 'number'),
    column('always', 140, ({ amount }) => amount.always, money, 'number'),
    column(
      'state',
      120,
      ({ state }) => state,
      (state) => named(state, words.state(state)),
      'filter',
    ),
    column(
      'rule',
      150,
      ({ rule }) => rule,
      (rule) => named(rule, COST_RULE_TEXTS[rule]?.[language] ?? rule),
      'filter',
    ),
    column(
      'source',
      260,
      ({ source }) => source,
      (source) => named(source, sourceText(source, language)),
      'filter',
    ),
    column(
      'priceDate',
      100,
      ({ priceDate }) => priceDate,
      (date) => named(date, date),
    ),
    listColumn(lines.length, {
      id: 'counted',
      width: 110,
      isFilter: true,
      pick: isCounted,
      view: (is) => named(String(is), words.counted(is)),
    }),
    column(
      'placement',
      0,
      ofMachine(keyOfMachine('placement', '')),
      (key) => named(key, wordOr(key, words.placement, words.all)),
      'filter',
    ),
    column(
      'method',
      0,
      ofMachine(keyOfMachine('method', '')),
      (key) => named(key, key === OF_ALL ? words.all : methodWord(key as Method, language)),
      'filter',
    ),
    ...(tag === null
      ? []
      : [
          column(
            'tag',
            0,
            ofMachine(keyOfMachine('tag', tag)),
            (key) => named(key, key === OF_ALL ? words.all : key),
            'filter',
          ),
        ]),
  ];
}

function makeColumn(lines: readonly CostLine[]) {
  return <Raw>(
    id: string,
    width: number,
    pick: (line: CostLine) => Raw,
    view: (raw: Raw) => CodedValue,
    use: 'filter' | 'number' | 'text' = 'text',
  ): ListColumn =>
    listColumn(lines.length, {
      id,
      width,
      isNumber: use === 'number',
      isFilter: use === 'filter',
      pick: (row) => pick(lines[row] as CostLine),
      view,
    });
}

/** The planned machine of a line; null for lines that belong to none. */
export function plannedOf({ planned, machines }: Pick<LineGround, 'planned' | 'machines'>) {
  const positions = positionsOf(machines);
  return ({ machineId }: CostLine): PlannedMachine | null =>
    machineId === null ? null : (planned.planning.planned[positions.get(machineId) ?? -1] ?? null);
}

function named(key: string, text: string): CodedValue {
  return { key, text, sort: key === '' && text === '' ? null : naturalKey(text) };
}

function numeric(value: string | null, text: string): CodedValue {
  return { key: value ?? '', text, sort: value === null ? null : Number(value) };
}

function wordOr(key: string, word: (key: string) => string, all: string): string {
  return key === OF_ALL ? all : word(key);
}
