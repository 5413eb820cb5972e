import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveCursor, rowsBetween, toggled } from '../../../renderer/ui/grid/move.ts';

const SIZE = { rows: 100, columns: 5, page: 20 };

it.each([
  ['ArrowDown', false, { row: 11, column: 2 }],
  ['ArrowUp', true, { row: 0, column: 2 }],
  ['ArrowRight', true, { row: 10, column: 4 }],
  ['PageDown', false, { row: 30, column: 2 }],
  ['PageUp', false, { row: 0, column: 2 }],
  ['Home', false, { row: 10, column: 0 }],
  ['End', true, { row: 99, column: 4 }],
] as const)('%s (with Ctrl: %s) moves like in a spreadsheet', (key, isControl, expected) => {
  expect(moveCursor({ row: 10, column: 2 }, key, isControl, SIZE)).toEqual(expected);
});

it('from the first row, up leads to the titles; other keys do not move', () => {
  expect(moveCursor({ row: 0, column: 1 }, 'ArrowUp', false, SIZE)).toEqual({ row: -1, column: 1 });
  expect(moveCursor({ row: 0, column: 1 }, 'x', false, SIZE)).toBeNull();
});

it('the cursor never leaves the grid', () => {
  const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.boolean())), fc.integer({ min: 0, max: 50 }), (presses, rows) => {
      let cursor = { row: -1, column: 0 };
      for (const [key, isControl] of presses) {
        cursor = moveCursor(cursor, key, isControl, { ...SIZE, rows }) ?? cursor;
        expect(cursor.row).toBeGreaterThanOrEqual(-1);
        expect(cursor.row).toBeLessThan(Math.max(rows, 0.5));
        expect(cursor.column).toBeGreaterThanOrEqual(0);
        expect(cursor.column).toBeLessThan(SIZE.columns);
      }
    }),
  );
});

it('a range is the same from either end', () => {
  const rows = Uint32Array.of(9, 8, 7, 6);
  expect(rowsBetween(rows, 1, 3)).toEqual(Uint32Array.of(8, 7, 6));
  expect(rowsBetween(rows, 3, 1)).toEqual(Uint32Array.of(8, 7, 6));
  expect([...toggled(toggled(new Set([1]), 2), 1)]).toEqual([2]);
});
