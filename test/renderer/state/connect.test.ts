import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { selectProjectState } from '../../../renderer/state/selectors.ts';
import { aFleet } from '../../support/azure-server/connected.ts';
import { seamTo } from '../../support/azure-server/seam.ts';
import { startAzure } from '../../support/azure-server/server.ts';
import { openTestPage } from '../core-host.ts';

it('prices are told as fetched when they stand in the project, not before', async () => {
  const server = await startAzure(aFleet([{}]));
  const page = openTestPage('en', { azure: seamTo(server) });
  onTestFinished(async () => {
    page.close();
    await server.close();
  });
  await page.store.getState().createProject(join(page.folder, 'contoso.dfsplan'), 'Contoso');
  const formats: (string[] | undefined)[] = [];
  page.store.subscribe((app) => {
    if (app.fetchedPrices.kind === 'ready') formats.push(selectProjectState(app)?.evidence.map((each) => each.format));
  });
  await page.store.getState().fetchPrices('USD', []);
  expect(formats.length).toBeGreaterThan(0);
  expect(formats.every((each) => each?.includes('retail-prices'))).toBe(true);
});
