import { describe, expect, it } from 'vitest';
import { AzureError } from '../../../../../electron/core/sources/azure/errors.ts';
import { armGate, defenderGate, graphGate } from '../../../../../electron/core/sources/azure/quota.ts';
import { persist } from '../../../../../electron/core/sources/azure/wait.ts';

function aPace() {
  const waits: number[] = [];
  const clock = { now: 0 };
  const wait = async (milliseconds: number, signal: AbortSignal) => {
    signal.throwIfAborted();
    waits.push(milliseconds);
    clock.now += milliseconds;
  };
  return { waits, clock, pace: { wait, random: () => 1 } };
}
const signal = new AbortController().signal;
const header = (headers: Record<string, string>) => (name: string) => headers[name];

describe('gates', () => {
  it('Resource Graph: wait for the renewal when nothing is left, and only then', async () => {
    const { waits, pace } = aPace();
    const gate = graphGate(pace);
    gate.learn(header({ 'x-ms-user-quota-remaining': '1', 'x-ms-user-quota-resets-after': '00:00:03' }));
    await gate.pass(signal);
    gate.learn(header({ 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:03' }));
    await gate.pass(signal);
    await gate.pass(signal);
    expect(waits).toEqual([3_000]);
  });

  it('Resource Manager: spread reads out near the end of the bucket', async () => {
    const { waits, pace } = aPace();
    const gate = armGate(pace);
    gate.learn(header({ 'x-ms-ratelimit-remaining-subscription-reads': '3' }));
    await gate.pass(signal);
    gate.learn(header({ 'x-ms-ratelimit-remaining-subscription-reads': '900' }));
    await gate.pass(signal);
    expect(waits).toEqual([1_000]);
  });

  it('stopped while they wait: whoever comes next waits in its place, and gets through', async () => {
    const { waits, pace } = aPace();
    const gate = graphGate(pace);
    gate.learn(header({ 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:03' }));
    await expect(gate.pass(AbortSignal.abort())).rejects.toMatchObject({ problem: 'cancelled' });
    await gate.pass(signal);
    expect(waits).toEqual([3_000]);
  });

  it('Defender for Endpoint: no more than 100 calls a minute and 1,500 an hour', async () => {
    const { pace, clock } = aPace();
    const gate = defenderGate(pace, () => clock.now);
    const sent: number[] = [];
    for (let call = 0; call < 3_200; call += 1) {
      await gate.pass(signal);
      sent.push(clock.now);
      clock.now += 10;
    }
    const most = (windowMs: number) =>
      Math.max(...sent.map((at, first) => sent.slice(first).findIndex((later) => later >= at + windowMs)));
    expect(most(60_000)).toBeLessThanOrEqual(100);
    expect(most(3_600_000)).toBeLessThanOrEqual(1_500);
  });
});

describe('trying again', () => {
  const failing = (times: number, error: AzureError) => {
    let calls = 0;
    return { calls: () => calls, call: async () => (++calls <= times ? Promise.reject(error) : calls) };
  };

  it('pauses twice as long each time, and gives up after five tries', async () => {
    const { waits, pace } = aPace();
    const { call, calls } = failing(9, new AzureError('server', 'broken'));
    await expect(persist(call, pace, signal, false)).rejects.toMatchObject({ problem: 'server' });
    expect([calls(), waits]).toEqual([5, [1_000, 2_000, 4_000, 8_000]]);
  });

  it('does not try again what cannot go well', async () => {
    const { waits, pace } = aPace();
    const { call, calls } = failing(9, new AzureError('forbidden', 'no'));
    await expect(persist(call, pace, signal, false)).rejects.toMatchObject({ problem: 'forbidden' });
    expect([calls(), waits]).toEqual([1, []]);
  });

  it('ends a pause when it is cancelled', async () => {
    const stop = new AbortController();
    const wait = (_: number, aborted: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        aborted.addEventListener('abort', () => reject(new Error('aborted')));
        stop.abort();
      });
    const { call } = failing(1, new AzureError('throttled', 'slow', { waitMs: 300_000 }));
    const work = persist(call, { wait, random: () => 0 }, stop.signal, false);
    await expect(work).rejects.toMatchObject({ problem: 'cancelled' });
  });
});
