import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../../renderer/views/requirements/difference.ts';
import { isHours, parseNames } from '../../../renderer/views/requirements/names.ts';

describe('names that are pasted', () => {
  it('are parted by lines, tabs and commas of both scripts; twice the same is once', () => {
    expect(parseNames('web01\r\nweb02,web03\tweb04、web05；web01\n\n ')).toEqual([
      'web01',
      'web02',
      'web03',
      'web04',
      'web05',
    ]);
  });

  it.each(['200', '744', '8.5x5', '24x7'])('%s are hours', (text) => expect(isHours(text)).toBe(true));
  it.each(['', '745', '25x5', '10x8', 'x5', '-1'])('%j are none', (text) => expect(isHours(text)).toBe(false));
});

describe('what a draft would change', () => {
  const plan = (...outcomes: readonly (readonly [method: string, plan: string])[]) =>
    ({
      planned: outcomes.map(([method, of]) => ({ method, plan: of })),
      subscriptions: [{ id: 's', name: 'Sub', base: outcomes[0]?.[1] }],
    }) as unknown as Parameters<typeof differenceOf>[0];

  it('is every machine with another method or plan, the same changes together, and other bases', () => {
    const before = plan(['subscription', 'P1'], ['subscription', 'P1'], ['none', 'off'], ['resource', 'P1']);
    const after = plan(['subscription', 'P2'], ['subscription', 'P2'], ['none', 'off'], ['subscription', 'P1']);
    expect(differenceOf(before, after)).toEqual({
      machines: [0, 1, 3],
      scopes: [{ id: 's', name: 'Sub', before: 'P1', after: 'P2' }],
      kinds: [
        { before: { method: 'subscription', plan: 'P1' }, after: { method: 'subscription', plan: 'P2' }, count: 2 },
        { before: { method: 'resource', plan: 'P1' }, after: { method: 'subscription', plan: 'P1' }, count: 1 },
      ],
    });
    expect(differenceOf(before, before)).toEqual({ machines: [], scopes: [], kinds: [] });
  });
});
