import { describe, expect, it } from 'vitest';
import { type List, listColumn, listRows, listText, listTsv, listValues } from '../../../renderer/state/lists/list.ts';

const ROWS = [
  { name: 'srv-10', item: 'plan', amount: '14.6' },
  { name: 'srv-2', item: 'tax', amount: null },
  { name: 'ｓｒｖ-3', item: 'plan', amount: '4.9' },
];

const list: List = {
  count: ROWS.length,
  searchIn: 'name',
  columns: [
    listColumn(ROWS.length, {
      id: 'name',
      width: 100,
      pick: (row) => ROWS[row]?.name ?? '',
      view: (name) => ({ key: name, text: name, sort: name }),
    }),
    listColumn(ROWS.length, {
      id: 'item',
      width: 100,
      isFilter: true,
      pick: (row) => ROWS[row]?.item ?? '',
      view: (item) => ({ key: item, text: `the ${item}`, sort: item }),
    }),
    listColumn(ROWS.length, {
      id: 'amount',
      width: 100,
      isNumber: true,
      pick: (row) => ROWS[row]?.amount ?? null,
      view: (amount) => ({ key: amount ?? '', text: amount ?? '', sort: amount === null ? null : Number(amount) }),
    }),
  ],
};

const only = (values: readonly string[], isOn = true) => ({ search: '', pills: [{ field: 'item', values, isOn }] });
const ALL = { search: '', pills: [] };

describe('a long list', () => {
  it('finds by text without case and width', () => {
    expect([...listRows(list, { search: 'SRV-3', pills: [] }, null)]).toEqual([2]);
  });

  it('keeps what a filter names; one that is off or empty keeps all', () => {
    expect([...listRows(list, only(['tax']), null)]).toEqual([1]);
    expect([...listRows(list, only(['tax'], false), null)]).toEqual([0, 1, 2]);
    expect([...listRows(list, only([]), null)]).toEqual([0, 1, 2]);
  });

  it('sorts by value; what is missing comes last either way', () => {
    expect([...listRows(list, ALL, { field: 'amount', descending: false })]).toEqual([2, 0, 1]);
    expect([...listRows(list, ALL, { field: 'amount', descending: true })]).toEqual([0, 2, 1]);
  });

  it('counts the values of a filter under all other filters', () => {
    expect(listValues(list, only(['tax']), 'item').map(({ key, count }) => [key, count])).toEqual([
      ['plan', 2],
      ['tax', 1],
    ]);
  });

  it('is copied as a table with headers', () => {
    expect(listText(list, 0, 'item')).toBe('the plan');
    expect(
      listTsv(
        list,
        [1],
        [
          { id: 'name', title: 'Name' },
          { id: 'amount', title: 'Amount' },
        ],
      ),
    ).toBe('Name\tAmount\r\nsrv-2\t\r\n');
  });
});
