import { finding } from '../i18n/findings/index.ts';
import { type OsSupport, supportOf } from '../matrix/operating-systems.ts';
import type { Finding } from '../model/index.ts';
import type { Prepared } from './prepare.ts';

/**
 * Systems whose vendor's support has ended, or ends within twelve months: one finding for each product, what has ended first.
 * @param asOf ISO date
 */
export function lifecycleFindings({ productCounts }: Prepared, asOf: string): readonly Finding[] {
  const told = [...productCounts].flatMap(([product, count]) => {
    const support = supportOf(product, asOf);
    const state = stateOf(support, asOf);
    return state === null ? [] : [{ support, state, count }];
  });
  return told
    .sort((a, b) => compare(a.state, b.state) || compare(nameOf(a.support), nameOf(b.support)))
    .map(({ support, state, count }) => finding(`plan-os-${state}${way(support)}`, { count, ...paramsOf(support) }));
}

/** ISO dates compare as texts, also where the year after has no such day. */
function stateOf({ product }: OsSupport, asOf: string): 'ended' | 'ending' | null {
  if (!product?.endOfSupport || product.role !== 'server') return null;
  if (product.endOfSupport < asOf) return 'ended';
  const inAYear = `${Number(asOf.slice(0, 4)) + 1}${asOf.slice(4, 10)}`;
  return product.endOfSupport <= inAYear ? 'ending' : null;
}

/** What can be had instead of an upgrade: Microsoft's Extended Security Updates, another vendor's extension, or nothing. */
function way({ product, esu, lifecycle }: OsSupport): '' | '-esu' | '-extra' {
  if (product?.esu) return esu === 'over' ? '' : '-esu';
  return product?.endOfExtra && lifecycle !== 'over' ? '-extra' : '';
}

function paramsOf({ product, esuWindow }: OsSupport): Record<string, string> {
  return {
    os: product?.name ?? '',
    date: product?.endOfSupport ?? '',
    until: product?.endOfExtra ?? '',
    billed: esuWindow?.billedFrom ?? '',
    agent: esuWindow?.minimumArcAgent ?? '1.34',
  };
}

function nameOf({ product }: OsSupport): string {
  return product?.name ?? '';
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
