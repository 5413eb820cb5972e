import type { CostView } from '../../../shared/contract/index.ts';
import { formatMoney, formatUnitPrice } from '../../../shared/cost/display.ts';
import { say } from '../../../shared/i18n/cli/index.ts';
import { COST_ITEM_TEXTS } from '../../../shared/i18n/cost/items.ts';
import { sourceText } from '../../../shared/i18n/cost/sources.ts';
import { scenarioName, stateWord } from '../../../shared/i18n/labels/words.ts';
import { COST_ITEMS, type CostLine, type Language, type ScenarioCost } from '../../../shared/model/index.ts';
import { printFindings } from './findings.ts';
import { footnotes } from './footnotes.ts';
import { heading, table } from './table.ts';
import { total } from './total.ts';

const RIGHT = 'right' as const;

type Footnotes = ReturnType<typeof footnotes>;

/** Totals of every scenario; with one scenario also its lines, summed by item and price. */
export function printCost(view: CostView, language: Language): string {
  const [only] = view.scenarios;
  const notes = footnotes();
  return [
    printTotals(view, language),
    view.scenarios.length === 1 && only ? printItems(only, view.currency, language, notes) : '',
    notes.print(say(language, 'priceSources')),
    view.findings.length > 0 ? printFindings(view.findings, language) : '',
  ].join('');
}

/** One row for each scenario, and what the figures rest on. */
export function printTotals(view: CostView, language: Language): string {
  const { scenarios, currency } = view;
  const titles = ['nowAtLeast', 'nowAtMost', 'alwaysAtLeast', 'alwaysAtMost', 'yearAlways'] as const;
  const columns = [
    { title: say(language, 'scenario') },
    ...titles.map((key) => ({ title: say(language, key), align: RIGHT })),
    { title: say(language, 'blockedTitle'), align: RIGHT },
  ];
  const rows = scenarios.map((cost) => [
    nameOf(cost, language),
    ...figures(cost).map((amount) =>
      amount === null ? say(language, 'noUpperBound') : formatMoney(amount, currency, language),
    ),
    String(cost.blocked),
  ]);
  return heading(totalsTitle(view, language)) + table(columns, rows) + totalsNotes(view, language);
}

/** Now from and to, always from and to, a year from. Where a price is missing there is no upper bound. */
function figures({ monthly, atMost, lines }: ScenarioCost): readonly (string | null)[] {
  const isPriceMissing = lines.some(({ amount }) => amount.always === null);
  return [
    monthly.now,
    isPriceMissing ? null : atMost.now,
    monthly.always,
    isPriceMissing ? null : atMost.always,
    total([monthly.always], 12),
  ];
}

/** In the reader's language, with the word that the command line takes where that is another. */
function nameOf(cost: ScenarioCost, language: Language): string {
  const name = scenarioName(cost, language);
  return name === cost.name ? name : `${name} (${cost.id})`;
}

function totalsTitle({ scenarios, currency }: CostView, language: Language): string {
  const isTaxed = scenarios.some(({ lines }) => lines.some(({ item }) => item === 'tax'));
  return say(language, isTaxed ? 'monthlyWithTax' : 'monthlyWithoutTax', { currency });
}

function totalsNotes({ scenarios, priceBook }: CostView, language: Language): string {
  const lines = scenarios.flatMap((scenario) => scenario.lines);
  const prices = lines.filter(({ item }) => item === 'defender-for-servers');
  const sources = [...new Set(prices.map((line) => sourceOf(line, language)))];
  const blocked = scenarios.some((scenario) => scenario.blocked > 0);
  return [
    say(language, 'priceNote', { book: sourceText(priceBook.name, language), sources: sources.join('; ') }),
    say(language, 'figuresNote'),
    ...(blocked ? [say(language, 'blockedNote')] : []),
  ]
    .map((line) => `  ${line}\n`)
    .join('');
}

function printItems(cost: ScenarioCost, currency: string, language: Language, notes: Footnotes): string {
  const { lines, beside, monthly } = cost;
  const totals = [say(language, 'total'), '', '', '', '']
    .concat([monthly.now, monthly.always].map((amount) => formatMoney(amount, currency, language)))
    .concat('');
  const items = heading(say(language, 'items')) + itemTable(lines, currency, language, notes, [totals]);
  return beside.length === 0
    ? items
    : items + heading(say(language, 'beside')) + itemTable(beside, currency, language, notes, []);
}

function itemTable(
  lines: readonly CostLine[],
  currency: string,
  language: Language,
  notes: Footnotes,
  totals: readonly (readonly string[])[],
): string {
  const groups = Map.groupBy(lines, (line) => [line.item, line.meter, line.unitPrice, line.state].join('\u0000'));
  const columns = [
    { title: say(language, 'item') },
    { title: say(language, 'meter') },
    { title: say(language, 'state') },
    { title: say(language, 'servers'), align: RIGHT },
    { title: say(language, 'unitPrice'), align: RIGHT },
    { title: say(language, 'now'), align: RIGHT },
    { title: say(language, 'always'), align: RIGHT },
    { title: say(language, 'source'), align: RIGHT },
  ];
  const rows = [...groups.values()].sort(byItem).flatMap((group) => {
    const [first] = group;
    return first ? [itemRow(first, group, currency, language, notes)] : [];
  });
  return table(columns, [...withoutRepeats(rows), ...totals]);
}

/** Item and meter are said once for all states of one price. */
function withoutRepeats(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((row, index) => {
    const [item, meter, ...rest] = row;
    const [itemAbove, meterAbove] = rows[index - 1] ?? [];
    return item === itemAbove && meter === meterAbove ? ['', '', ...rest] : row;
  });
}

function itemRow(
  first: CostLine,
  group: readonly CostLine[],
  currency: string,
  language: Language,
  notes: Footnotes,
): readonly string[] {
  const sum = (pick: (line: CostLine) => string | null): string => {
    const amounts = group.map(pick).filter((amount) => amount !== null);
    return formatMoney(amounts.length === 0 ? null : total(amounts), currency, language);
  };
  const price = formatUnitPrice(first.unitPrice, currency, language);
  return [
    COST_ITEM_TEXTS[first.item][language],
    first.meter,
    stateWord(first.state, language),
    String(group.reduce((servers, { quantity }) => servers + quantity, 0)),
    first.unitPrice === null ? price : say(language, first.unit === '1/Hour' ? 'perHour' : 'perMonth', { price }),
    sum(({ amount }) => amount.now),
    sum(({ amount }) => amount.always),
    notes.mark(sourceOf(first, language)),
  ];
}

/** In the order of the items, the dearest first. */
function byItem([a]: readonly CostLine[], [b]: readonly CostLine[]): number {
  if (!a || !b) return 0;
  const order = COST_ITEMS.indexOf(a.item) - COST_ITEMS.indexOf(b.item);
  if (order !== 0) return order;
  return Number(b.unitPrice ?? 0) - Number(a.unitPrice ?? 0) || (a.state < b.state ? -1 : 1);
}

function sourceOf({ source, priceDate }: CostLine, language: Language): string {
  return say(language, 'sourceOn', { source: sourceText(source, language), date: priceDate });
}
