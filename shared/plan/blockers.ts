import type { Saying } from '../i18n/plan/sentences.ts';
import { planWord, scopeWord } from '../i18n/plan/words.ts';
import { type Case, osName } from './case.ts';

/** What stands in the way of what is wanted, and what would open it. */
export function blockersOf(of: Case): readonly Saying[] {
  const { decision, core, facts, language } = of;
  const { scope } = decision;
  const base = scope ? core.scopePlan(scope).base : 'off';
  const params = {
    scope: scope ? scopeWord(scope, language) : '',
    base: planWord(base, language),
    want: planWord(facts.want, language),
    os: osName(of),
    date: of.support.date,
    policy: scope?.enforcingPolicy ?? '',
  };
  const found = decision.rules.flatMap((rule): Saying[] => {
    switch (rule) {
      case 'X2':
        return [{ id: 'client-os' }];
      case 'X6':
        return [{ id: 'os-unsupported', params }];
      case 'A7':
        return [{ id: 'never-raised', params }];
      case 'A8':
        return [{ id: scope?.enforcingPolicy ? 'enforced-by-policy' : 'enforced-by-setting', params }];
      case 'A10':
        return [{ id: 'no-exception-under-p1', params }];
      case 'C1':
      case 'X5':
        return decision.isUnmet ? [{ id: 'follows-base', params }] : [];
      case 'N6':
        return [{ id: 'sensor-billed' }];
      case 'N9':
        return [...noArc(of), ...noDirect(of)];
      default:
        return [];
    }
  });
  return [...found, ...ownSetting(of)];
}

/** Why a machine outside Azure cannot go to Arc. */
export function noArc(of: Case): readonly Saying[] {
  const { facts, support } = of;
  if (facts.arc !== 'impossible') return [];
  if (!facts.group.wish.isArcAllowed) return [{ id: 'arc-not-allowed' }];
  if (support.arc === 'unknown') return [{ id: 'arc-os-unknown' }];
  return [{ id: 'arc-no-agent', params: { os: osName(of) } }];
}

/** Why a machine outside Azure cannot be directly onboarded. */
export function noDirect(of: Case): readonly Saying[] {
  const { facts, support } = of;
  if (facts.direct !== 'impossible') return [];
  if (facts.tenant.isGcc) return [{ id: 'direct-gcc' }];
  if (!facts.tenant.isDirectAllowed) return [{ id: 'direct-not-allowed' }];
  if (support.defender === 'unknown') return [{ id: 'direct-os-unknown' }];
  return [{ id: 'direct-no-sensor', params: { os: osName(of) } }];
}

/** A blocked machine is left alone: what was set on it goes on. */
function ownSetting({ decision, machine, language }: Case): Saying[] {
  const { plan, explicit } = machine.today;
  const isLeftAlone = decision.method === 'blocked' && explicit === true && plan !== decision.plan;
  return isLeftAlone ? [{ id: 'own-setting-stays', params: { plan: planWord(plan, language) } }] : [];
}
