import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRows } from '../../../renderer/state/lists/list.ts';
import { BREAKDOWNS, OF_ALL } from '../../../renderer/state/money/keys.ts';
import { type PlannedScenario, planOf, type WhatIf } from '../../../renderer/state/planning.ts';
import type { OpenProject } from '../../../renderer/state/project-slice.ts';
import { selectOpenProject } from '../../../renderer/state/selectors.ts';
import { breakDown } from '../../../renderer/views/cost/breakdown.ts';
import { lineList } from '../../../renderer/views/cost/lines.ts';
import { priceRows } from '../../../renderer/views/cost/prices.ts';
import { sideCostItems, withSideCost } from '../../../renderer/views/cost/side-cost-items.ts';
import { addUp } from '../../../shared/cost/index.ts';
import { openTestPage, type TestPage } from '../core-host.ts';

let page: TestPage;
beforeAll(async () => {
  page = openTestPage();
  await page.store.getState().createSample(join(page.folder, 'sample.dfsplan'));
});
afterAll(() => page.close());

function project(): OpenProject {
  const open = selectOpenProject(page.store.getState());
  if (!open) throw new Error('No project');
  return open;
}

function planned(whatIf: WhatIf = {}): PlannedScenario {
  const { machines, state } = project();
  const found = planOf({ machines, state, language: 'en' }, 'recommended', whatIf);
  if (!found) throw new Error('No plan');
  return found;
}

const words = {
  placement: (placement: string) => placement,
  state: (state: string) => state,
  scope: (id: string) => id,
  all: 'all servers',
  counted: String,
  number: (value: string) => value,
};

describe('where the money falls', () => {
  it.each(BREAKDOWNS)('by %s the rows together are the total, to the last digit', (by) => {
    const of = planned({ prepurchase: { units: '5000', percent: null }, sideCosts: ['update-manager'] });
    const rows = breakDown(of, project().machines, by, 'env|環境');
    expect(addUp(rows.map(({ sum }) => sum.monthly))).toEqual(of.totals().monthly);
    expect(rows.some(({ key }) => key === OF_ALL)).toBe(true);
  });

  it('counts servers under a plan, a scale set with its capacity', () => {
    const of = planned();
    const rows = breakDown(of, project().machines, 'subscription', '');
    const under = (plan: string) =>
      of.planning.planned.reduce((sum, each) => sum + (each.plan === plan ? each.machine.capacity : 0), 0);
    expect(rows.reduce((sum, { servers }) => sum + servers.P2, 0)).toBe(under('P2'));
  });
});

describe('the list of lines', () => {
  const list = () => lineList({ planned: planned(), machines: project().machines, language: 'en', words }, 'env');

  it('holds every line, those beside the total after those in it', () => {
    const { lines, beside } = planned().cost();
    expect(list().count).toBe(lines.length + beside.length);
    expect(list().isCounted(lines.length - 1)).toBe(true);
    expect(list().isCounted(lines.length)).toBe(false);
  });

  it('a row of the breakdown leads to exactly its lines', () => {
    const [row] = breakDown(planned(), project().machines, 'method', '');
    const pills = [
      { field: 'method', values: [row?.key ?? ''], isOn: true },
      { field: 'counted', values: ['true'], isOn: true },
    ];
    expect(listRows(list(), { search: '', pills }, null)).toHaveLength(row?.sum.lines ?? -1);
  });
});

describe('the price book', () => {
  it('lists every meter in the chosen currency and in US dollars, those without a price too', () => {
    const { book, assumptions } = planned({ currency: 'JPY' });
    const rows = priceRows(book, assumptions);
    expect(
      rows.filter(({ meter }) => meter === 'p2').map(({ currency, price }) => [currency, price?.unitPrice]),
    ).toEqual([
      ['JPY', undefined],
      ['USD', '0.02'],
    ]);
  });

  it('a typed price is shown where it was typed, whatever the case of its key', () => {
    const { book, assumptions } = planned({ prices: { 'Standard P2 Node.usd': '0.019' } });
    const row = priceRows(book, assumptions).find(({ key }) => key === 'price.p2.USD');
    expect(row).toMatchObject({ typed: '0.019', unit: '1/Hour', price: { unitPrice: '0.019' } });
  });
});

describe('side costs', () => {
  it('can be counted one by one, but for what is another view of the same money', () => {
    const { lines, beside } = planned().cost();
    const items = sideCostItems(beside);
    expect(items).toContainEqual({ item: 'update-manager', canCount: true });
    expect(items).toContainEqual({ item: 'data-allowance', canCount: false });
    expect(sideCostItems(lines).every(({ item }) => item === 'defender-for-servers')).toBe(true);
    expect(withSideCost(['esu'], 'defender-cspm', true)).toEqual(['esu', 'defender-cspm']);
    expect(withSideCost(['esu', 'defender-cspm'], 'esu', false)).toEqual(['defender-cspm']);
  });
});
