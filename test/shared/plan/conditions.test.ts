import { describe, expect, it } from 'vitest';
import type { NamedList, When } from '../../../shared/model/index.ts';
import { DEFAULT_RULES, matchesWhen, matchRules } from '../../../shared/plan/index.ts';
import { aMachine } from '../../support/machines.ts';

const LISTS: readonly NamedList[] = [{ name: 'P2 Targets', machineIds: ['sql01'], missing: [], several: [], found: 1 }];

const sql = aMachine({
  id: 'sql01',
  name: 'SQL01',
  resourceGroup: 'rg-data',
  tags: { Env: 'Prod-JP', 所有者: '基盤' },
});

describe('matchesWhen', () => {
  it.each<[When, boolean]>([
    [{}, true],
    [{ name: 'sql*' }, true],
    [{ name: 'ｓｑｌ０１' }, true],
    [{ name: ['web*', '*01'] }, true],
    [{ name: 'web*|app*' }, false],
    [{ tag: { 'env|environment': 'prod*' } }, true],
    [{ tag: { env: 'prod*', 所有者: '*盤' } }, true],
    [{ tag: { env: 'prod*', 所有者: '業務' } }, false],
    [{ tag: { owner: '*' } }, false],
    [{ subscription: 'PROD' }, true],
    [{ subscription: 'aaaaaaaa-*' }, true],
    [{ resourceGroup: 'rg-*', os: 'windows' }, true],
    [{ os: 'windows-server-2022' }, true],
    [{ os: '*2019*' }, false],
    [{ kind: 'azure-vm' }, true],
    [{ kind: ['arc', 'vmss'] }, false],
    [{ list: 'p2 targets' }, true],
    [{ list: 'P1*' }, false],
    [{ name: [] }, false],
  ])('%j → %s', (when, matches) => {
    expect(matchesWhen(when, LISTS)(sql)).toBe(matches);
    // Column by column, for many machines, it is the same.
    expect(
      matchRules([{ when, want: 'P1' }], [sql, aMachine({ id: 'x', name: 'x' })], LISTS)[0],
    ).toBeGreaterThanOrEqual(matches ? 1 : 0);
  });
});

describe('matchRules', () => {
  it('counts a machine for the first rule that matches', () => {
    const machines = [
      aMachine({ id: 'a', tags: { ENV: 'production' } }),
      aMachine({ id: 'b', tags: { 環境: '本番環境' } }),
      aMachine({ id: 'c', tags: { environment: 'prod', defender: 'Exclude' } }),
      aMachine({ id: 'd', tags: { env: 'dev' } }),
    ];
    expect(matchRules(DEFAULT_RULES, machines, [])).toEqual([1, 2, 1]);
  });
});
