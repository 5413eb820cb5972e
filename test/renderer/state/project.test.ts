import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { selectOpenProject } from '../../../renderer/state/selectors.ts';
import { openTestPage, type TestPage } from '../core-host.ts';

let page: TestPage | null = null;
afterEach(() => page?.close());

const SAMPLES = join(import.meta.dirname, '../../fixtures/samples');

function start(): TestPage {
  page = openTestPage();
  return page;
}

it('files that are dropped without a project ask for one, are looked at, and imported on a word', async () => {
  const { store, folder } = start();
  const { offerFiles, createProject, confirmImport } = store.getState();
  const paths = [join(SAMPLES, 'az-vm-list-d.json')];
  await offerFiles(paths);
  expect(store.getState().files).toEqual({ kind: 'needs-project', paths });
  expect(await createProject(join(folder, 'contoso.dfsplan'), 'Contoso')).toBe(true);
  await offerFiles(paths);
  const { files } = store.getState();
  expect(files).toMatchObject({ kind: 'inspected', view: { evidence: [{ format: 'az-vm-list' }] } });
  expect(selectOpenProject(store.getState())?.machines).toEqual([]);
  await confirmImport();
  expect(store.getState().files).toMatchObject({ kind: 'imported', change: { disappeared: [] } });
  expect(selectOpenProject(store.getState())?.machines).not.toEqual([]);
  expect(store.getState().location.screen).toBe('inventory');
  store.getState().dropImport();
  expect(store.getState().files).toEqual({ kind: 'none' });
});

it('a project that cannot be opened is told, and the page goes on', async () => {
  const { store, folder } = start();
  expect(await store.getState().openProject(join(folder, 'missing.dfsplan'))).toBe(false);
  expect(store.getState().project).toMatchObject({ kind: 'failed', failure: { code: 'project-missing' } });
  expect(await store.getState().createProject(join(folder, 'new.dfsplan'), 'New')).toBe(true);
  expect(store.getState().project.kind).toBe('open');
});

it('machines are fetched again only when they changed', async () => {
  const { store, folder, calls } = start();
  await store.getState().createSample(join(folder, 'sample.dfsplan'));
  calls.length = 0;
  await store.getState().edit('assumptions.set', { values: [['hours', '744']] });
  expect(calls).toEqual(['assumptions.set', 'project.state']);
  calls.length = 0;
  const [file] = selectOpenProject(store.getState())?.state.evidence ?? [];
  await store.getState().edit('evidence.remove', { id: file?.id ?? '' });
  expect(calls).toEqual(['evidence.remove', 'project.state', 'inventory.snapshot']);
});

it('an edit that is refused changes nothing and says why', async () => {
  const { store, folder } = start();
  await store.getState().createSample(join(folder, 'sample.dfsplan'));
  const before = selectOpenProject(store.getState())?.state;
  expect(await store.getState().edit('assumptions.set', { values: [['hours', 'many']] })).toBeNull();
  expect(selectOpenProject(store.getState())?.state).toBe(before);
  expect(store.getState().notices).toMatchObject([{ kind: 'failure' }]);
});

it('a cancelled import leaves the page as it was', async () => {
  const { store, folder } = start();
  const { createProject, offerFiles } = store.getState();
  await createProject(join(folder, 'contoso.dfsplan'), 'Contoso');
  const looking = offerFiles([SAMPLES]);
  store.getState().dropImport();
  await looking;
  expect(store.getState().files).toEqual({ kind: 'none' });
  expect(store.getState().notices).toEqual([]);
});
