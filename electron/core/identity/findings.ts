import type { IDENTITY_FINDINGS } from '../../../shared/i18n/findings/identity.ts';
import { finding } from '../../../shared/i18n/findings/index.ts';
import type { Finding, FindingParams } from '../../../shared/model/index.ts';
import { compareText } from './rows.ts';

export type IdentityCode = keyof typeof IDENTITY_FINDINGS;

/** Names that a finding spells out; the rest is counted. */
const NAMED = 5;

/** A finding of this room; the compiler knows its code. */
export function identityFinding(
  code: IdentityCode,
  params: FindingParams = {},
  place: Pick<Finding, 'file' | 'row' | 'machineId' | 'subscriptionId'> = {},
): Finding {
  return finding(code, params, place);
}

/** One finding for all of them; none for nobody. */
export function countedFinding(
  code: IdentityCode,
  names: readonly string[],
  params: FindingParams = {},
  place: Pick<Finding, 'file' | 'subscriptionId'> = {},
): Finding[] {
  if (names.length === 0) return [];
  return [identityFinding(code, { ...params, count: names.length, names: someNames(names) }, place)];
}

/** Names put together by what they belong to. */
export function groupNames<T>(
  all: Iterable<T>,
  tell: (one: T) => readonly [group: string, name: string] | null,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const one of all) {
    const told = tell(one);
    if (!told) continue;
    const names = groups.get(told[0]);
    if (names) names.push(told[1]);
    else groups.set(told[0], [told[1]]);
  }
  return groups;
}

/** The first few in the order of the alphabet. */
export function someNames(names: readonly string[]): string {
  const sorted = names.toSorted(compareText);
  return `${sorted.slice(0, NAMED).join(', ')}${names.length > NAMED ? ', …' : ''}`;
}

/** The order of files changes nothing: findings stand by code, then by what they are about. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const keyed = findings.map((one) => ({
    one,
    key: JSON.stringify([one.code, one.file ?? '', one.row ?? 0, one.params]),
  }));
  return keyed.sort((left, right) => compareText(left.key, right.key)).map(({ one }) => one);
}
