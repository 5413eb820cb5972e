import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { refusal } from '../../../../support/azure-server/answers.ts';
import { aFleet, type Connected, clock, connected, SIGN_IN } from '../../../../support/azure-server/connected.ts';
import { always, asksFor, first, isGraph, isMachinePlan, tokenOf } from '../../../../support/azure-server/faults.ts';
import type { ServerRequest } from '../../../../support/azure-server/server.ts';

const isVmQuery = asksFor('microsoft.compute/virtualmachines');

/** What a request asks, told apart by all of it. */
function question({ method, path, query, body }: ServerRequest): string {
  return JSON.stringify([method, path, query, body]);
}

/** Stops as soon as a request is there; what the stopped call answered. */
async function stoppedAt({ server, reply, handle }: Connected, isIt: (request: ServerRequest) => boolean) {
  const stop = new AbortController();
  const fault = (request: ServerRequest) => {
    if (!isIt(request) || stop.signal.aborted) return undefined;
    stop.abort();
    return 'hang' as const;
  };
  server.faults.push(fault);
  const replied = await reply('sync.run', { handle, signIn: SIGN_IN }, stop.signal);
  server.faults.splice(server.faults.indexOf(fault), 1);
  return replied;
}

describe('a sync that is stopped', () => {
  it('ends at once, keeps what it read and leaves the list of servers as it was', async () => {
    const place = await connected(aFleet([{ vms: 2_500, enforce: true }]));
    const replied = await stoppedAt(place, (request) => isVmQuery(request) && tokenOf(request) !== undefined);
    expect(replied).toMatchObject({ ok: false, failure: { code: 'sync-stopped' } });
    const { call, handle } = place;
    expect((await call('inventory.machines', { handle })).machines).toEqual([]);
    const [run] = (await call('sync.state', { handle })).runs;
    expect(run).toMatchObject({ state: 'open', isApplied: false });
    expect(run?.rows).toBeGreaterThanOrEqual(1_000);
    expect(run?.subscriptions[0]?.machines).toBe(1_000);
  });

  it('goes on tomorrow: nothing that was answered is asked again', async () => {
    const place = await connected(aFleet([{ vms: 2_500, enforce: true }, { vms: 120 }]));
    let plans = 0;
    await stoppedAt(place, (request) => isMachinePlan(request) && ++plans > 80);
    const { server, call, handle, sync, core, path } = place;
    const before = server.requests.length;
    clock.now = '2026-11-25T08:00:00.000Z';
    await call('project.close', { handle });
    const again = await core.dispatch('project.open', { path, mode: 'write' }, aCall());
    const next = again.ok ? again.value.handle : '';
    const view = await sync({ handle: next });
    expect(view.run).toMatchObject({ state: 'complete', startedAt: '2026-11-24T09:00:00.000Z' });
    expect(view.machines).toBe(2_620);
    const after = server.requests.slice(before);
    expect(after.filter(isGraph)).toEqual([]);
    // What was in flight when it stopped may come again: it was not answered into the project.
    const plansAfter = new Set(after.filter(isMachinePlan).map(question));
    expect(plansAfter.size).toBeLessThanOrEqual(120 - 80 + 8);
  });

  it('can be taken into the list half-read, and says everywhere that it is', async () => {
    const place = await connected(aFleet([{ vms: 2_500 }]));
    await stoppedAt(place, (request) => isVmQuery(request) && tokenOf(request) !== undefined);
    const { call, handle } = place;
    const [run] = (await call('sync.state', { handle })).runs;
    const view = await call('sync.apply', { handle, run: run?.id ?? '' });
    expect(view.machines).toBe(1_000);
    expect(view.findings.map(({ code }) => code)).toContain('azure-sync-partial');
    const { scopes } = await call('inventory.coverage', { handle });
    expect(scopes.find(({ subscriptionId }) => subscriptionId !== null)?.read).toMatchObject({
      machines: null,
      machinePlans: null,
    });
    expect((await call('cost.get', { handle })).findings.map(({ code }) => code)).toContain('azure-sync-partial');
    const whole = await place.sync();
    expect([whole.machines, whole.gone, whole.run.state]).toEqual([2_500, [], 'complete']);
    expect((await call('cost.get', { handle })).findings.map(({ code }) => code)).not.toContain('azure-sync-partial');
  });

  it('begins a query again whose place Azure has forgotten', async () => {
    const place = await connected(aFleet([{ vms: 1_500, enforce: true }]));
    await stoppedAt(place, (request) => isVmQuery(request) && tokenOf(request) !== undefined);
    const { server, sync } = place;
    server.faults.push(
      first(
        1,
        (request) => isVmQuery(request) && tokenOf(request) !== undefined,
        refusal(400, 'InvalidSkipToken', 'old'),
      ),
    );
    const view = await sync();
    expect([view.machines, view.run.state]).toEqual([1_500, 'complete']);
    expect(view.run.findings.map(({ code }) => code)).toEqual(['azure-sync-started-again']);
  });

  it('is gone on with after the network was away', async () => {
    const { server, reply, sync, handle } = await connected(aFleet([{ enforce: true }]));
    server.faults.push(always(asksFor('microsoft.hybridcompute/machines'), 'drop'));
    const replied = await reply('sync.run', { handle, signIn: SIGN_IN });
    expect(replied).toMatchObject({ ok: false, failure: { code: 'azure-unreachable' } });
    server.faults.length = 0;
    const before = server.requests.length;
    expect((await sync()).run.state).toBe('complete');
    expect(server.requests.slice(before).filter(isVmQuery)).toEqual([]);
  });

  it('while its rows are joined leaves the list as it was, and asks Azure nothing again', async () => {
    const { server, core, sync, call, handle } = await connected(aFleet([{ vms: 900, enforce: true }]));
    const stop = new AbortController();
    const progress = ({ stage }: { readonly stage: string }) => {
      if (stage === 'read') stop.abort();
    };
    const params = { handle, signIn: SIGN_IN };
    const replied = await core.dispatch('sync.run', params, { ...aCall(), signal: stop.signal, progress });
    expect(replied).toMatchObject({ ok: false, failure: { code: 'sync-stopped' } });
    expect((await call('inventory.machines', { handle })).machines).toEqual([]);
    const before = server.requests.length;
    const view = await sync();
    expect([view.machines, view.run.state]).toEqual([900, 'complete']);
    expect(server.requests.slice(before).filter(({ path }) => path !== '/subscriptions')).toEqual([]);
  });

  it('is gone on with after its process was killed', async () => {
    const place = await connected(aFleet([{ vms: 2_300, enforce: true }]));
    const { server, call, handle, sync, core, path, folder } = place;
    await call('project.close', { handle });
    const script = new URL('./killed-sync.ts', import.meta.url).pathname;
    const args = [script, path, String(server.port), server.fleet.tenantId, join(folder, 'other')];
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // With the third page it has the first two in the file, or is about to.
    const fault = (request: ServerRequest) => {
      if (!isVmQuery(request) || tokenOf(request) !== Buffer.from('2000').toString('base64')) return undefined;
      child.kill('SIGKILL');
      return 'hang' as const;
    };
    server.faults.push(fault);
    await ended;
    server.faults.length = 0;
    const before = server.requests.length;
    const again = await core.dispatch('project.open', { path, mode: 'write' }, aCall());
    const view = await sync({ handle: again.ok ? again.value.handle : '' });
    expect([view.machines, view.run.state]).toEqual([2_300, 'complete']);
    const asked = server.requests.slice(before).filter(isVmQuery);
    expect(asked.map((request) => tokenOf(request))).toEqual([Buffer.from('2000').toString('base64')]);
    expect(server.violations).toEqual([]);
  });
});

function aCall() {
  return { language: 'en', signal: new AbortController().signal, progress: () => undefined } as const;
}
