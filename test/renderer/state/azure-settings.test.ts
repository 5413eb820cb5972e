import { afterEach, beforeEach, expect, it } from 'vitest';
import { usualSignIn } from '../../../renderer/views/connect/runs.ts';
import { openTestPage, type TestPage } from '../core-host.ts';

const APP = '12345678-1234-4234-8234-123456789abc';
let page: TestPage;

beforeEach(() => {
  page = openTestPage();
});
afterEach(() => page.close());

it('the first sign-in of a project begins as the settings say', async () => {
  const { changeSettings, startSession } = page.store.getState();
  await changeSettings({ clientId: APP });
  await changeSettings({ cloud: 'us-government' });
  const { settings } = page.store.getState();
  expect(usualSignIn([], settings)).toEqual({ method: 'browser', clientId: APP, cloud: 'us-government' });
  await startSession();
  expect(page.store.getState().settings).toEqual(settings);
  await changeSettings({ clientId: null });
  expect(page.store.getState().settings).toMatchObject({ clientId: null, cloud: 'us-government' });
});
