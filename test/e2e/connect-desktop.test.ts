import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aFleet } from '../support/azure-server/connected.ts';
import { isGraph, isMachinePlan } from '../support/azure-server/faults.ts';
import { TENANT } from '../support/azure-server/fleet.ts';
import { startProxy } from '../support/azure-server/proxy.ts';
import { aToken } from '../support/azure-server/seam.ts';
import { type AzureServer, startAzure } from '../support/azure-server/server.ts';
import { beginProject, signIn } from './support/connected-web.ts';
import { buildDesktop, type Desktop, launchDesktop } from './support/desktop.ts';
import { goTo } from './support/screens.ts';
import { wordsOf } from './support/words.ts';

// The whole way in the window: the shell, the core as a process of its own with its real clients and Azure CLI's login.
// Only the network below the core is the stand-in's, and `az` a script.

const en = wordsOf('en');
const PLANS = 120;
const MACHINES = 1_200 + PLANS;

let folder = '';
let server: AzureServer;
let desktop: Desktop;
let env: Record<string, string>;

beforeAll(async () => {
  await buildDesktop();
  folder = mkdtempSync(join(tmpdir(), 'planner-connect-'));
  server = await startAzure(aFleet([{ vms: 1_200, enforce: true }, { vms: PLANS }]));
  // Its clock stands still beside a core that waits in earnest.
  server.quota = { ...server.quota, queries: 1_000 };
  env = surroundings(folder, server);
  desktop = await launchDesktop({ home: join(folder, 'home'), env });
});

afterAll(async () => {
  await desktop?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('reads a tenant in the window until it is stopped', async () => {
  const { page } = desktop;
  await desktop.answerDialogs({ save: join(folder, 'Contoso.dfsplan') });
  await beginProject(desktop);
  await signIn(desktop);
  await page.getByText(en.connect('signIn.as', { account: 'yamada@contoso.example' })).waitFor();
  let plans = 0;
  server.faults.push((request) => (isMachinePlan(request) && ++plans > 80 ? 'hang' : undefined));
  await page.getByRole('button', { name: en.connect('read', { count: 2 }) }).click();
  await expect.poll(() => plans, { timeout: 60_000 }).toBeGreaterThan(80);
  await page.getByRole('button', { name: en.connect('running.stop'), exact: true }).click();
  await page.getByRole('region', { name: en.connect('stopped.title') }).waitFor();
});

it('goes on when the window was closed and opened again, and reads nothing twice', async () => {
  await desktop.close();
  server.faults.length = 0;
  desktop = await launchDesktop({ home: join(folder, 'home'), project: join(folder, 'Contoso.dfsplan'), env });
  const { page } = desktop;
  await page.getByRole('button', { name: en.start('close') }).waitFor();
  await goTo(page, en, 'connect');
  const before = server.requests.length;
  await page.getByRole('button', { name: en.connect('act.go-on'), exact: true }).click();
  const ended = page.getByRole('region', { name: en.connect('ended.title', { tenant: 'Contoso' }) });
  await ended.waitFor({ timeout: 60_000 });
  const count = en.connect('number', { value: MACHINES });
  expect(await ended.getByRole('definition').allTextContents()).toEqual([count, count, '0', '0']);
  const after = server.requests.slice(before);
  expect(after.filter(isGraph)).toEqual([]);
  expect(after.filter(isMachinePlan).length).toBeLessThanOrEqual(PLANS - 80 + 8);
  await page.getByRole('button', { name: en.connect('ended.inventory') }).click();
  const grid = page.getByRole('grid', { name: en.inventory('title') });
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(MACHINES + 1));
  expect([desktop.problems, server.violations]).toEqual([[], []]);
});

it('goes through the proxy that the system names, where the environment names none', async () => {
  const proxy = await startProxy('wants-user');
  const unset = ['HTTPS_PROXY', 'ALL_PROXY', 'HTTP_PROXY'].flatMap((name) => [name, name.toLowerCase()]);
  const behind = await launchDesktop({
    env: Object.fromEntries(unset.map((name) => [name, ''])),
    proxy: proxy.address,
  });
  try {
    const { page } = behind;
    await behind.answerDialogs({ save: join(folder, 'Behind.dfsplan') });
    await beginProject(behind);
    expect(proxy.asked).toEqual([]);
    await page.getByRole('radio', { name: en.connect('method.device') }).click();
    await page.getByRole('button', { name: en.connect('signIn.action'), exact: true }).click();
    await page.getByText('azure-proxy').waitFor({ timeout: 60_000 });
    expect(new Set(proxy.asked.map(({ host }) => host))).toEqual(new Set(['login.microsoftonline.com:443']));
  } finally {
    await behind.close();
    await proxy.close();
  }
});

/** A Node for the core that asks the stand-in, and an `az` that is signed in. */
function surroundings(within: string, { port }: AzureServer): Record<string, string> {
  const bin = join(within, 'bin');
  mkdirSync(bin);
  const script = (name: string, line: string): string => {
    const path = join(bin, name);
    writeFileSync(path, `#!/bin/sh\n${line}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const expires = Math.round(Date.now() / 1_000) + 3_600;
  const login = { accessToken: aToken(TENANT), expires_on: expires, tenant: TENANT, tokenType: 'Bearer' };
  script('az', `echo '${JSON.stringify(login)}'`);
  const network = join(import.meta.dirname, 'support/network-of-the-core.ts');
  return {
    DFS_PLANNER_CORE_EXEC: script('node-of-the-core', `exec "${process.execPath}" --import "${network}" "$@"`),
    DFS_PLANNER_TEST_AZURE: String(port),
    PATH: `${bin}${delimiter}${process.env.PATH}`,
  };
}
