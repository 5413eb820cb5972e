import { describe, expect, it } from 'vitest';
import { affectedRows, outcomeCounts } from '../../../renderer/views/direct/affected.ts';
import { aMachine, aPlan, TENANT } from '../../support/machines.ts';

const machines = [
  aMachine({ id: 'a', placement: 'mde-only', tags: { env: 'prod' } }),
  aMachine({ id: 'free', placement: 'mde-only' }),
  aMachine({ id: 'vm' }),
];

describe('the servers that the switch of a tenant takes in', () => {
  const planning = aPlan({
    machines,
    rules: [
      { when: { tag: { env: 'prod' } }, want: 'P1' },
      { when: {}, want: 'none' },
    ],
    assumptions: { tenants: { [TENANT]: { preferArc: false } } },
  });
  const positions = new Map(machines.map(({ id }, position) => [id, position]));
  const [direct] = planning.direct;
  const rows = direct ? affectedRows(direct, planning, positions) : [];

  it('are shown conflicts first, with what becomes of each either way', () => {
    expect(rows.map(({ id, isConflict, with: on, without }) => [id, isConflict, on.method, without?.method])).toEqual([
      ['free', true, 'direct', 'none'],
      ['a', false, 'direct', 'arc-then-subscription'],
    ]);
  });

  it('are counted by what they get', () => {
    expect(outcomeCounts(rows)).toEqual([
      { method: 'direct', plan: 'P1', with: 2, without: 0 },
      { method: 'none', plan: 'off', with: 0, without: 1 },
      { method: 'arc-then-subscription', plan: 'P1', with: 0, without: 1 },
    ]);
  });
});
