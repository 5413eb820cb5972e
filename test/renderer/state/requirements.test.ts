import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { selectProjectState } from '../../../renderer/state/selectors.ts';
import { keyed } from '../../../renderer/ui/rules/ordered.ts';
import { openTestPage, type TestPage } from '../core-host.ts';

let page: TestPage | null = null;
afterEach(() => page?.close());

it('rules and limits that are applied together are one step, taken back together', async () => {
  page = openTestPage();
  const { store, folder } = page;
  await store.getState().createSample(join(folder, 'sample.dfsplan'));
  const before = selectProjectState(store.getState());
  if (!before) throw new Error('no project');
  store.getState().setRequirementsDraft({
    path: before.project.path,
    rules: keyed([{ when: {}, want: 'P2' }]),
    filters: keyed([{ when: { name: 'sql*' }, arcAllowed: false }]),
  });
  await store.getState().applyRequirements();
  const after = selectProjectState(store.getState());
  expect(after).toMatchObject({
    rules: [{ when: {}, want: 'P2' }],
    assumptions: { filters: [{ when: { name: 'sql*' }, arcAllowed: false }] },
    undo: { command: 'requirements.set' },
  });
  await store.getState().undo();
  const undone = selectProjectState(store.getState());
  expect([undone?.rules, undone?.assumptions, undone?.undo]).toEqual([before.rules, before.assumptions, before.undo]);
});

it('limits alone are a step of their own name', async () => {
  page = openTestPage();
  const { store, folder } = page;
  await store.getState().createSample(join(folder, 'sample.dfsplan'));
  const before = selectProjectState(store.getState());
  if (!before) throw new Error('no project');
  const filters = keyed([{ when: {}, hours: '200' }]);
  store.getState().setRequirementsDraft({ path: before.project.path, rules: keyed(before.rules), filters });
  await store.getState().applyRequirements();
  expect(selectProjectState(store.getState())).toMatchObject({
    rules: before.rules,
    assumptions: { filters: [{ when: {}, hours: '200' }] },
    undo: { command: 'assumptions.set' },
  });
});
