import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Core, createCore } from '../../../electron/core/app.ts';
import type { Method, Params, Progress, Reply, Result } from '../../../shared/contract/index.ts';
import { SIGN_IN } from './choice.ts';
import { type Fleet, type FleetSubscription, subscriptionId, TENANT } from './fleet.ts';
import { seamTo, type TestSeam } from './seam.ts';
import { type AzureServer, startAzure } from './server.ts';

/** A project with a stand-in for Azure beside it. */
export interface Connected {
  readonly server: AzureServer;
  readonly seam: TestSeam;
  readonly core: Core;
  readonly path: string;
  readonly folder: string;
  readonly handle: string;
  readonly progress: Progress[];
  call<M extends Method>(method: M, params: Params<M>, signal?: AbortSignal): Promise<Result<M>>;
  reply<M extends Method>(method: M, params: Params<M>, signal?: AbortSignal): Promise<Reply<Result<M>>>;
  /** `sync.run` with a sign-in. */
  sync(params?: Partial<Params<'sync.run'>>, signal?: AbortSignal): Promise<Result<'sync.run'>>;
}

export { SIGN_IN };

/** What the clock of the core says; tests move it. */
export const clock = { now: '2026-11-24T09:00:00.000Z' };

export function aFleet(subscriptions: readonly Partial<FleetSubscription>[], more: Partial<Fleet> = {}): Fleet {
  return {
    tenantId: TENANT,
    tenantName: 'Contoso',
    subscriptions: subscriptions.map((subscription, index) => ({
      id: subscriptionId(index + 1),
      name: `Subscription ${index + 1}`,
      vms: 3,
      ...subscription,
    })),
    ...more,
  };
}

export async function connected(
  fleet: Fleet,
  options: { readonly tokenTenant?: string; readonly timeoutMs?: number } = {},
): Promise<Connected> {
  clock.now = '2026-11-24T09:00:00.000Z';
  const folder = mkdtempSync(join(tmpdir(), 'dfs-sync-'));
  const server = await startAzure(fleet);
  const seam = seamTo(server, options);
  const core = createCore({ now: () => clock.now, home: join(folder, 'home'), azure: seam });
  onTestFinished(async () => {
    core.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const progress: Progress[] = [];
  const reply: Connected['reply'] = (method, params, signal = new AbortController().signal) =>
    core.dispatch(method, params, { language: 'en', signal, progress: (told) => progress.push(told) });
  const call: Connected['call'] = async (method, params, signal) => {
    const replied = await reply(method, params, signal);
    if (!replied.ok) throw new Error(`${replied.failure.code}: ${replied.failure.message}`);
    return replied.value;
  };
  const path = join(folder, 'contoso.dfsplan');
  const { handle } = await call('project.create', { path, name: 'Contoso' });
  const sync: Connected['sync'] = (params = {}, signal) =>
    call('sync.run', { handle, signIn: SIGN_IN, ...params }, signal);
  return { server, seam, core, path, folder, handle, progress, call, reply, sync };
}
