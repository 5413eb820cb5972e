import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConditionRow,
  freeFields,
  openRows,
  rowsOfWhen,
  whenOfRows,
} from '../../../renderer/ui/rules/conditions.ts';
import { inserted, keyed, moved, removed, replaced } from '../../../renderer/ui/rules/ordered.ts';
import { suggestionsFor, tagSuggestions } from '../../../renderer/ui/rules/suggestions.ts';
import type { When } from '../../../shared/model/index.ts';
import { aMachine } from '../../support/machines.ts';

describe('an ordered list that is edited', () => {
  const items = keyed(['a', 'b', 'c']);
  const values = (list: readonly { readonly value: string }[]) => list.map(({ value }) => value).join('');

  it('moves, copies, replaces and removes; keys stay with their items', () => {
    expect(values(moved(items, 2, -1))).toBe('acb');
    expect(values(moved(items, 0, 1))).toBe('bac');
    expect(moved(items, 0, -1)).toBe(items);
    expect(moved(items, 2, 1)).toBe(items);
    expect(values(replaced(items, 1, 'x'))).toBe('axc');
    expect(values(removed(items, 1))).toBe('ac');
    const { items: more, key } = inserted(removed(items, 0), 1, 'n');
    expect(values(more)).toBe('bnc');
    expect(more.map((item) => item.key)).toEqual([1, key, 2]);
    expect(new Set(more.map((item) => item.key)).size).toBe(3);
  });
});

describe('conditions as rows', () => {
  const patterns = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 4 });
  const tagNames = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('constructor', 'toString', '__proto__'));
  const rows: fc.Arbitrary<ConditionRow[]> = fc
    .record({
      tags: fc.dictionary(tagNames, patterns, { maxKeys: 3 }),
      name: fc.option(patterns),
      os: fc.option(patterns),
      list: fc.option(patterns),
    })
    .map(({ tags, name, os, list }) => [
      ...Object.entries(tags).map(([tag, some]) => ({ field: 'tag', tag, patterns: some }) as const),
      ...(name ? [{ field: 'name', tag: '', patterns: name } as const] : []),
      ...(os ? [{ field: 'os', tag: '', patterns: os } as const] : []),
      ...(list ? [{ field: 'list', tag: '', patterns: list } as const] : []),
    ]);

  it('say the same as the rule that they are made to', () => {
    fc.assert(
      fc.property(rows, (given) => {
        expect(rowsOfWhen(whenOfRows(given))).toEqual(given);
      }),
    );
  });

  it('leave the rules of the planner as they are', () => {
    const when: When = {
      tag: { 'env|環境': ['prod*', '本番*'] },
      name: 'sql*',
      kind: 'arc',
      list: ['P2 targets', 'x'],
    };
    expect(whenOfRows(rowsOfWhen(when))).toEqual({ ...when, kind: ['arc'] });
  });

  it('that say nothing yet are told: a rule with one matches nothing', () => {
    expect(openRows({ name: [], tag: { '': 'x', env: 'prod' } }).map(({ field }) => field)).toEqual(['tag', 'name']);
    expect(openRows({})).toEqual([]);
  });

  it('bring two rows of one tag together', () => {
    const tag = { field: 'tag', tag: 'env' } as const;
    expect(
      whenOfRows([
        { ...tag, patterns: ['a'] },
        { ...tag, patterns: ['b', 'a'] },
      ]),
    ).toEqual({ tag: { env: ['a', 'b'] } });
  });

  it('offer each field but the tag once', () => {
    expect(freeFields(rowsOfWhen({ name: 'a', tag: { env: 'x' } }))).toEqual([
      'tag',
      'subscription',
      'resourceGroup',
      'os',
      'kind',
      'list',
    ]);
  });
});

describe('values that are offered', () => {
  const machines = [
    aMachine({ id: '1', name: 'web01', tags: { env: 'prod', 環境: '本番' } }),
    aMachine({ id: '2', name: 'web02', tags: { Env: 'Prod' } }),
    aMachine({ id: '3', name: 'db01', tags: { env: 'dev' } }),
  ];
  const data = { machines, lists: [{ name: 'P2', machineIds: ['1'], missing: [], several: [], found: 1 }] };

  it('are those of the data, the commonest first, for every name that the tag pattern meets', () => {
    expect(tagSuggestions(machines, '').map(({ text }) => text)).toEqual(['env', 'Env', '環境']);
    const offered = suggestionsFor({ field: 'tag', tag: 'ENV|環境' }, data, '');
    expect(offered.map(({ text }) => text)).toEqual(['Prod', 'dev', 'prod', '本番']);
  });

  it('are narrowed by what is typed, in any case and width', () => {
    expect(suggestionsFor({ field: 'name', tag: '' }, data, 'ＷＥＢ').map(({ text }) => text)).toEqual([
      'web01',
      'web02',
    ]);
    expect(suggestionsFor({ field: 'list', tag: '' }, data, 'p')).toEqual([{ text: 'P2', count: 1 }]);
  });
});
