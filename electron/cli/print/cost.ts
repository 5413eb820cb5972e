import type { CostView } from '../../../shared/contract/index.ts';
import { formatMoney } from '../../../shared/cost/display.ts';
import { say } from '../../../shared/i18n/cli/index.ts';
import type { CostLine, Language, ScenarioCost } from '../../../shared/model/index.ts';
import { printFindings } from './findings.ts';
import { heading, table } from './table.ts';
import { total } from './total.ts';

/** Totals of every scenario; with one scenario also its lines, summed by item and price. */
export function printCost(view: CostView, language: Language): string {
  const [only] = view.scenarios;
  return [
    printTotals(view, language),
    view.scenarios.length === 1 && only ? printItems(only, view.currency, language) : '',
    `\n${say(language, 'priceNote', { book: view.priceBook.name, currency: view.currency })}\n`,
    view.findings.length > 0 ? printFindings(view.findings, language) : '',
  ].join('');
}

/** One row for each scenario. */
export function printTotals({ scenarios, currency }: CostView, language: Language): string {
  const right = 'right' as const;
  const columns = [
    { title: say(language, 'scenario') },
    { title: say(language, 'now'), align: right },
    { title: say(language, 'always'), align: right },
    { title: say(language, 'yearly'), align: right },
    { title: say(language, 'atMost'), align: right },
    { title: '' },
  ];
  const rows = scenarios.map(({ name, monthly, atLeast, atMost, blocked }) => {
    const prefix = atLeast ? `${say(language, 'atLeast')} ` : '';
    return [
      name,
      prefix + formatMoney(monthly.now, currency, language),
      prefix + formatMoney(monthly.always, currency, language),
      prefix + formatMoney(total([monthly.always], 12), currency, language),
      formatMoney(atMost.always, currency, language),
      blocked > 0 ? say(language, 'blocked', { count: blocked }) : '',
    ];
  });
  return heading(say(language, 'monthly')) + table(columns, rows);
}

function printItems({ lines, beside }: ScenarioCost, currency: string, language: Language): string {
  const aside = beside.length === 0 ? '' : heading(say(language, 'beside')) + itemTable(beside, currency, language);
  return heading(say(language, 'items')) + itemTable(lines, currency, language) + aside;
}

function itemTable(lines: readonly CostLine[], currency: string, language: Language): string {
  const groups = new Map<string, CostLine[]>();
  for (const line of lines) {
    const key = [line.item, line.meter, line.unitPrice, line.state].join('\u0000');
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const right = 'right' as const;
  const columns = [
    { title: say(language, 'item') },
    { title: say(language, 'meter') },
    { title: say(language, 'state') },
    { title: say(language, 'servers'), align: right },
    { title: say(language, 'unitPrice'), align: right },
    { title: say(language, 'now'), align: right },
    { title: say(language, 'always'), align: right },
    { title: say(language, 'source') },
  ];
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const sum = (pick: (line: CostLine) => string | null): string => {
      const amounts = group.map(pick).filter((amount) => amount !== null);
      return amounts.length === 0 ? say(language, 'notFound') : formatMoney(total(amounts), currency, language);
    };
    return [
      [
        first.item,
        first.meter,
        first.state,
        String(group.reduce((servers, { quantity }) => servers + quantity, 0)),
        first.unitPrice ?? say(language, 'notFound'),
        sum(({ amount }) => amount.now),
        sum(({ amount }) => amount.always),
        `${first.source}, ${first.priceDate}`,
      ],
    ];
  });
  return table(columns, rows);
}
