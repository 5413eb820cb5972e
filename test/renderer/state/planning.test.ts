import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { selectFindings } from '../../../renderer/state/findings.ts';
import {
  selectMachines,
  selectOpenProject,
  selectPlanned,
  selectPlannedScenario,
} from '../../../renderer/state/selectors.ts';
import type { PlanView } from '../../../shared/contract/index.ts';
import { viewFinding } from '../../../shared/i18n/findings/index.ts';
import { openTestPage, type TestPage } from '../core-host.ts';

let page: TestPage;

beforeAll(async () => {
  page = openTestPage();
  await page.store.getState().createSample(join(page.folder, 'sample.dfsplan'));
});
afterAll(() => page.close());

const handle = () => selectOpenProject(page.store.getState())?.handle ?? '';

async function ask<T>(method: 'plan.get' | 'cost.get', params: object): Promise<T> {
  const reply = await page.core.dispatch(method, params, {
    language: 'en',
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  if (!reply.ok) throw new Error(reply.failure.message);
  return JSON.parse(JSON.stringify(reply.value)) as T;
}

const SCENARIOS = ['as-is', 'p1-all', 'p2-all', 'recommended'] as const;

it.each(SCENARIOS)('the page plans %s of the sample customer exactly as the command line does', async (scenario) => {
  const { planning } = selectPlannedScenario(page.store.getState(), scenario) ?? {};
  const view = await ask<PlanView>('plan.get', { handle: handle(), scenario });
  const { findings = [], subscriptions = [], ...result } = planning?.result() ?? {};
  const { currency: _currency, explain: _explain, findings: told, subscriptions: scopes, ...rest } = view;
  expect(JSON.parse(JSON.stringify(result))).toEqual(rest);
  expect(JSON.parse(JSON.stringify(subscriptions.map(withoutFindings)))).toEqual(scopes.map(withoutFindings));
  // After its own the plan repeats what the evidence leaves open; the page has that in the state.
  expect(findings.map((found) => viewFinding(found, 'en'))).toEqual(told.slice(0, findings.length));
  const known = selectOpenProject(page.store.getState())?.state.findings ?? [];
  for (const found of told.slice(findings.length)) expect(known).toContainEqual(found);
});

function withoutFindings<Scope extends { readonly findings: unknown }>({ findings: _, ...scope }: Scope) {
  return scope;
}

it('the page prices every scenario as the command line does, line by line', async () => {
  const { scenarios } = await ask<{ scenarios: unknown[] }>('cost.get', {
    handle: handle(),
    scenarios: [...SCENARIOS],
  });
  const costs = SCENARIOS.map((id) => selectPlannedScenario(page.store.getState(), id)?.cost());
  expect(JSON.parse(JSON.stringify(costs))).toEqual(scenarios);
});

it('totals are those of the lines, and the lines of one machine are among them', () => {
  const planned = selectPlanned(page.store.getState());
  const { lines, beside: _, ...totals } = planned?.cost() ?? { lines: [], beside: [] };
  expect(planned?.totals()).toEqual(totals);
  const machines = selectMachines(page.store.getState());
  for (const position of [0, 10, machines.length - 1]) {
    const id = machines[position]?.id;
    expect(planned?.linesOf(position).lines).toEqual(lines.filter(({ machineId }) => machineId === id));
  }
});

it('a plan is kept until something changes that it follows from', async () => {
  const before = selectPlanned(page.store.getState());
  expect(selectPlanned(page.store.getState())).toBe(before);
  page.store.getState().tryAssumptions({ discount: '10' });
  const tried = selectPlanned(page.store.getState());
  expect(Number(tried?.totals().monthly.always)).toBeLessThan(Number(before?.totals().monthly.always));
  page.store.getState().tryAssumptions({});
  expect(selectPlanned(page.store.getState())).toBe(before);
});

it('an edit plans anew from the same machines; what is undone is planned as before', async () => {
  const { edit, undo } = page.store.getState();
  const machines = selectMachines(page.store.getState());
  const position = machines.findIndex(({ placement, today }) => placement === 'azure-vm' && today.plan === 'P2');
  const before = selectPlanned(page.store.getState())?.planning.decided(position);
  await edit('overrides.set', {
    machines: [machines[position]?.id ?? ''],
    want: 'none',
    why: 'Asked for in the meeting',
  });
  expect(selectMachines(page.store.getState())).toBe(machines);
  expect(selectPlanned(page.store.getState())?.planning.decided(position).wants).toBe('none');
  expect(selectOpenProject(page.store.getState())?.state.undo).toMatchObject({ command: 'overrides.set', count: 1 });
  await undo();
  expect(selectPlanned(page.store.getState())?.planning.decided(position)).toEqual(before);
});

it('findings of evidence, plan and money are told together, in the language of the page', async () => {
  const english = selectFindings(page.store.getState());
  await page.store.getState().changeSettings({ language: 'ja' });
  const japanese = selectFindings(page.store.getState());
  await page.store.getState().changeSettings({ language: 'en' });
  expect(japanese.map(({ code }) => code)).toEqual(english.map(({ code }) => code));
  expect(japanese.filter(({ message }) => /[\u3040-\u30ff]/.test(message))).toHaveLength(japanese.length);
});
