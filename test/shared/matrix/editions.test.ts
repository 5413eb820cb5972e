import { describe, expect, it } from 'vitest';
import { azureCases, azureRow, EDITIONS, outsideRow, ruleSource } from '../../../shared/matrix/editions.ts';
import { type BeforeCase, holds, type OutsideCase } from '../../../shared/matrix/rows.ts';
import { EDITION_IDS, WANTS } from '../../../shared/model/index.ts';

const YES_NO = [true, false];

const OUTSIDE_CASES: OutsideCase[] = WANTS.flatMap((want) =>
  (['needed', 'possible', 'impossible'] as const).flatMap((arc) =>
    (['already', 'possible', 'impossible'] as const).flatMap((direct) =>
      YES_NO.flatMap((isArcPreferred) =>
        YES_NO.map((isEnrolled) => ({ want, arc, direct, isArcPreferred, isEnrolled })),
      ),
    ),
  ),
);

const BEFORE_CASES: BeforeCase[] = YES_NO.flatMap((isInScope) =>
  YES_NO.flatMap((isServer) =>
    YES_NO.flatMap((isClient) =>
      YES_NO.flatMap((isUnsupported) =>
        YES_NO.map((isAskedByHand) => ({ isInScope, isServer, isClient, isUnsupported, isAskedByHand })),
      ),
    ),
  ),
);

describe.each(EDITION_IDS)('the matrix, edition %s', (id) => {
  const edition = EDITIONS[id];
  const tables = [
    { name: 'before', rows: edition.before, cases: BEFORE_CASES },
    { name: 'azure', rows: edition.azure, cases: azureCases() },
    { name: 'outside', rows: edition.outside, cases: OUTSIDE_CASES },
  ] as const;

  it.each(tables)('$name: every combination meets exactly one row, and no row is unreachable', ({ rows, cases }) => {
    const met = new Set<string>();
    for (const facts of cases) {
      const fitting = rows.filter((row) => row.when.some((condition) => holds(condition, facts)));
      expect([fitting.length, facts]).toEqual([1, facts]);
      met.add(fitting[0]?.id ?? '?');
    }
    expect([...met].sort()).toEqual(rows.map((row) => row.id).sort());
  });

  it('no row makes an illegal plan', () => {
    for (const facts of azureCases()) {
      const { outcome } = azureRow(edition, facts);
      if (outcome.method !== 'resource') continue;
      expect(outcome.plan).not.toBe('base');
      expect([outcome.plan === 'P1' || outcome.plan === 'off', facts.isEnforced]).toEqual([true, false]);
    }
    for (const facts of OUTSIDE_CASES) {
      const { outcome, id: rule } = outsideRow(edition, facts);
      if (outcome === 'direct' && rule !== 'N6') expect(facts.direct).not.toBe('impossible');
      if (outcome === 'arc-first') expect(facts.arc).not.toBe('impossible');
    }
  });

  it('every rule has a source with a date', () => {
    for (const row of [...edition.before, ...edition.azure, ...edition.outside, ...edition.joined]) {
      expect(ruleSource(edition, row.id)?.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(ruleSource(edition, 'Z9')).toBeNull();
  });
});

describe('the two editions differ', () => {
  it('in exceptions under a subscription-level Plan 1', () => {
    const facts = { placement: 'azure-vm', want: 'none', base: 'P1', isEnforced: false } as const;
    expect(azureRow(EDITIONS['docs-2026-08'], facts).id).toBe('A5');
    expect(azureRow(EDITIONS['deck-2024-04'], facts).id).toBe('A10');
    expect(azureRow(EDITIONS['deck-2024-04'], { ...facts, base: 'P2' }).id).toBe('A5');
  });

  it('in what is preferred, and in what a P2 designated subscription adds', () => {
    const preferences = EDITION_IDS.map((id) => [EDITIONS[id].isArcPreferred, EDITIONS[id].hasPremiumOnP2Direct]);
    expect(preferences).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});
