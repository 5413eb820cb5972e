import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparedScenarios } from '../../../renderer/state/compare-slice.ts';
import { listRows } from '../../../renderer/state/lists/list.ts';
import { type PlannedScenario, planOf, type WhatIf } from '../../../renderer/state/planning.ts';
import type { OpenProject } from '../../../renderer/state/project-slice.ts';
import { selectOpenProject } from '../../../renderer/state/selectors.ts';
import { barsOf } from '../../../renderer/views/compare/chart-bars.ts';
import { keysByAmount, moneyDelta } from '../../../renderer/views/compare/deltas.ts';
import { differenceList, isSame } from '../../../renderer/views/compare/differences.ts';
import { movesBetween, otherEdition } from '../../../renderer/views/compare/moves.ts';
import {
  copyOf,
  draftOf,
  freeName,
  isChanged,
  withValue,
  written,
} from '../../../renderer/views/compare/scenario-draft.ts';
import { summarise, summaryOf } from '../../../renderer/views/compare/summary.ts';
import { sumScenario } from '../../../renderer/views/compare/sums.ts';
import { addUp } from '../../../shared/cost/index.ts';
import { BUILT_IN_SCENARIOS } from '../../../shared/model/index.ts';
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

function planned(id: string, whatIf: WhatIf = {}): PlannedScenario {
  const { machines, state } = project();
  const found = planOf({ machines, state, language: 'en' }, id, whatIf);
  if (!found) throw new Error(`No plan ${id}`);
  return found;
}

const column = (id: string, whatIf: WhatIf = {}) => {
  const of = planned(id, whatIf);
  return { planned: of, summary: summarise(of), sums: sumScenario(of, project().machines, 'env|環境') };
};
const IDS = BUILT_IN_SCENARIOS.map(({ id }) => id);
const WORDS = { placement: (placement: string) => placement, isDifferent: String, unknown: 'unknown' };

describe('the money of a column', () => {
  it.each(IDS)('%s: subscriptions, tags and plans each add up to the total, with the rest', (id) => {
    const { sums } = column(id, { prepurchase: { units: '5000', percent: null }, sideCosts: ['update-manager'] });
    const { monthly } = planned(id, {
      prepurchase: { units: '5000', percent: null },
      sideCosts: ['update-manager'],
    }).totals();
    for (const table of [sums.byPlan, sums.bySubscription, sums.byTag]) {
      expect(addUp([...table.values()].map((each) => each.monthly).concat(sums.rest))).toEqual(monthly);
    }
  });

  it('follows a discount without counting anew', () => {
    const before = column('p2-all');
    const after = column('p2-all', { discount: '10' });
    expect(Number(after.sums.byPlan.get('P2')?.monthly.always)).toBeCloseTo(
      Number(before.sums.byPlan.get('P2')?.monthly.always) * 0.9,
      9,
    );
  });

  it('differs from the first by an amount and a share; by nothing where it is the same', () => {
    expect(moneyDelta({ now: '10', always: '20' }, { now: '10', always: '25' }, 'now')).toBeNull();
    expect(moneyDelta({ now: '10', always: '20' }, { now: '10', always: '25' }, 'always')).toEqual({
      amount: '5',
      share: 0.25,
    });
    expect(moneyDelta({ now: '0', always: '0' }, { now: '1', always: '1' }, 'now')).toEqual({
      amount: '1',
      share: null,
    });
  });

  it('names the keys of all columns, the dearest first, without those that cost nothing', () => {
    const table = (amounts: Record<string, string>) =>
      new Map(Object.entries(amounts).map(([key, always]) => [key, { monthly: { now: '0', always } }]));
    expect(keysByAmount([table({ a: '1', b: '0' }), table({ a: '2', c: '9' })], 'always')).toEqual(['c', 'a']);
  });
});

describe('the bars of the chart', () => {
  it('fit, follow each other, and are as long as their totals', () => {
    const bars = barsOf(
      IDS.map((id) => column(id)),
      'now',
    );
    const longest = Math.max(...IDS.map((id) => Number(planned(id).totals().atMost.now)));
    for (const [at, bar] of bars.entries()) {
      const end = bar.segments.reduce((sum, { start, length }) => {
        expect(start).toBeCloseTo(sum, 9);
        return start + length;
      }, 0);
      expect(end).toBeCloseTo(Number(planned(IDS[at] ?? '').totals().monthly.now) / longest, 9);
      expect(bar.most ?? 0).toBeLessThanOrEqual(1);
    }
  });

  it('keep within the total where reductions are more than the rest', () => {
    const [bar] = barsOf([column('p2-all', { licenceOffset: { servers: '50', amount: '10' } })], 'always');
    const end = bar?.segments.reduce((sum, { length }) => sum + length, 0) ?? 0;
    expect(end).toBeLessThanOrEqual(1 + 1e-9);
  });
});

describe('servers, features and changes', () => {
  it('counts every server once by plan and once by method', () => {
    const servers = project().machines.reduce((sum, { capacity }) => sum + capacity, 0);
    for (const id of IDS) {
      const { plans, methods } = summarise(planned(id));
      expect([...plans.values()].reduce((sum, count) => sum + count, 0)).toBe(servers);
      expect([...methods.values()].reduce((sum, count) => sum + count, 0)).toBe(servers);
    }
  });

  it('as is there is nothing to do', () => {
    expect(summarise(planned('as-is')).changes).toEqual({ machines: 0, scopes: 0, steps: new Map() });
  });

  it('Plan 2 for all wins what Plan 1 for all has not', () => {
    const files = (id: string) => summarise(planned(id)).capabilities.get('file-integrity') ?? 0;
    expect(files('p2-all')).toBeGreaterThan(files('p1-all'));
  });

  it('is the same answer as long as only money is tried', () => {
    const { state } = project();
    const first = summaryOf(planned('recommended'), state);
    expect(summaryOf(planned('recommended', { hours: '700' }), state)).toBe(first);
    expect(summaryOf(planned('recommended', { edition: 'deck-2024-04' }), state)).toEqual(
      summarise(planned('recommended', { edition: 'deck-2024-04' })),
    );
  });
});

describe('differences of machines', () => {
  it('are those whose plan, method or place is not the first column’s', () => {
    const [first, second] = [planned('p1-all'), planned('p2-all')];
    const list = differenceList([first, second], project().machines, 'always', 'en', WORDS);
    const rows = listRows(list, { search: '', pills: [{ field: 'different', values: ['true'], isOn: true }] }, null);
    const expected = project().machines.flatMap((_, row) =>
      isSame(first.planning.decided(row), second.planning.decided(row)) ? [] : [row],
    );
    expect([...rows]).toEqual(expected);
    expect(list.different).toBe(expected.length);
  });

  it('a scenario does not differ from itself', () => {
    const list = differenceList([planned('p1-all'), planned('p1-all')], project().machines, 'now', 'en', WORDS);
    expect(list.different).toBe(0);
  });

  it('between editions are the machines that move', () => {
    expect(otherEdition('docs-2026-08')).toBe('deck-2024-04');
    const here = planned('p1-all');
    const there = planned('p1-all', { edition: 'deck-2024-04' });
    const moves = movesBetween(here, there, project().machines);
    // The slides know no exception below Plan 1 of a subscription.
    expect(moves.map((row) => there.planning.decided(row).method)).toEqual(moves.map(() => 'blocked'));
    expect(moves.length).toBeGreaterThan(0);
    expect(movesBetween(here, here, project().machines)).toEqual([]);
  });
});

describe('what stands side by side', () => {
  it('begins with the first four, keeps what is chosen, and never shows fewer than two', () => {
    const ids = (compared: readonly string[] | null) =>
      comparedScenarios(compared, BUILT_IN_SCENARIOS).map(({ id }) => id);
    expect(ids(null)).toEqual(['as-is', 'p1-all', 'p2-all', 'recommended']);
    expect(ids(['p2-all', 'recommended'])).toEqual(['p2-all', 'recommended']);
    expect(ids(['p2-all', 'gone'])).toEqual(['p2-all', 'as-is']);
  });
});

describe('a scenario of one’s own', () => {
  it('is copied with everything, changed, saved, undone and removed', async () => {
    const { edit, undo } = page.store.getState();
    const draft = copyOf(planned('recommended').scenario, 'Pilot');
    const state = await edit('scenarios.set', { scenario: written(draft) });
    const made = state?.scenarios.at(-1);
    if (!made) throw new Error('Not made');
    const changed = withValue(withValue(draftOf(made), 'edition', 'deck-2024-04'), 'discount', '0');
    expect(isChanged(draftOf(made), made)).toBe(false);
    expect(isChanged(changed, made)).toBe(true);
    await edit('scenarios.set', { scenario: written({ ...changed, name: 'Pilot deck' }) });
    const saved = project().state.scenarios.at(-1);
    expect(saved).toMatchObject({
      id: made.id,
      name: 'Pilot deck',
      assumptions: { edition: 'deck-2024-04', discount: '0' },
    });
    expect(planned(made.id).assumptions.edition).toBe('deck-2024-04');
    await undo();
    expect(project().state.scenarios.at(-1)?.name).toBe('Pilot');
    await edit('scenarios.remove', { id: made.id });
    expect(project().state.scenarios.map(({ id }) => id)).toEqual(IDS);
  });

  it('gets a name that no other has', () => {
    expect(freeName('A', [{ name: 'A' }, { name: 'A 2' }])).toBe('A 3');
    expect(freeName('B', [{ name: 'A' }])).toBe('B');
  });
});
