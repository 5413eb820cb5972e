import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeColumn, encodeColumn } from '../../../shared/snapshot/column.ts';
import { decodeSnapshot, encodeSnapshot } from '../../../shared/snapshot/index.ts';
import { aMachine } from '../../support/machines.ts';

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.record({ plan: fc.constantFrom('P1', 'P2'), explicit: fc.boolean() }),
);

describe('a column', () => {
  it('gives back every row, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(value), (rows) => {
        const column = JSON.parse(JSON.stringify(encodeColumn(rows, (row) => row)));
        expect(decodeColumn(column, rows.length)).toEqual(rows);
      }),
    );
  });

  it.each([300, 70_000])('keeps %i distinct values apart', (count) => {
    const rows = Array.from({ length: count + 1 }, (_, row) => row % count);
    expect(
      decodeColumn(
        encodeColumn(rows, (row) => row),
        rows.length,
      ),
    ).toEqual(rows);
  });

  it('gives back ids, links and other texts with slashes', () => {
    const part = fc.oneof(fc.constantFrom('', '/', 'subscriptions', 'vm-1', '\u007f', '\n', '"'), fc.string());
    const text = fc.array(part, { maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(fc.option(text, { freq: 50 })), (rows) => {
        const column = JSON.parse(JSON.stringify(encodeColumn(rows, (row) => row)));
        expect(decodeColumn(column, rows.length)).toEqual(rows);
      }),
    );
  });

  it('says once what the ids of neighbours share', () => {
    const group = '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/vms/';
    const ids = Array.from({ length: 1000 }, (_, row) => `${group}vm${row}`);
    expect(JSON.stringify(encodeColumn(ids, (id) => id)).length).toBeLessThan(8_000);
  });

  it('is refused when it does not fit', () => {
    const column = encodeColumn(['a', 'a', 'b'], (row) => row);
    expect(() => decodeColumn(column, 4)).toThrow(RangeError);
    expect(() => decodeColumn({ ...column, values: ['a'] }, 3)).toThrow(RangeError);
  });
});

describe('a snapshot', () => {
  it('gives back the machines without keys and evidence', () => {
    const machines = [aMachine({ id: 'm1', name: 'sql01' }), aMachine({ id: 'm2', tags: { env: 'prod' } })];
    const snapshot = JSON.parse(JSON.stringify(encodeSnapshot(machines)));
    expect(decodeSnapshot(snapshot)).toEqual(machines.map((machine) => ({ ...machine, keys: [], evidence: [] })));
  });
});
