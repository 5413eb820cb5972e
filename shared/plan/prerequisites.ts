import type { Saying } from '../i18n/plan/sentences.ts';
import { planWord, scopeWord } from '../i18n/plan/words.ts';
import { compareVersions, correlationFloor } from '../matrix/floors.ts';
import { type Case, osName } from './case.ts';

/** What must be done or known before the machine's own steps, in the order of doing. */
export function prerequisitesOf(of: Case): readonly Saying[] {
  if (of.facts.isKept || of.decision.method === 'blocked') return [];
  return [...places(of), ...exception(of), ...sensor(of), ...esu(of)];
}

function places({ decision, core, language, facts }: Case): Saying[] {
  const { scope } = decision;
  const found: Saying[] = [];
  if (!scope) return found;
  const params = { scope: scopeWord(scope, language), base: planWord(core.scopePlan(scope).base, language) };
  if (scope.kind === 'new' && facts.want !== 'none') found.push({ id: 'new-subscription', params });
  if (decision.method === 'direct' && facts.tenant.switchToday !== true) found.push({ id: 'switch-on', params });
  return found;
}

function exception({ decision, core, language, facts, machine }: Case): Saying[] {
  const { scope } = decision;
  if (!scope || !decision.isException) return [];
  const { base } = core.scopePlan(scope);
  const params = { scope: scopeWord(scope, language), base: planWord(base, language) };
  const found: Saying[] = [];
  if (scope.enforce === true) found.push({ id: 'enforce-off', params });
  if (scope.enforce === 'unknown') found.push({ id: 'enforce-unknown', params });
  if (scope.kind !== 'new' && !scope.subscription?.arePoliciesRead) found.push({ id: 'policies-unread', params });
  const isSwitchedOn = base !== 'off' && scope.today !== base;
  if (decision.rules.includes('A5') && isSwitchedOn) found.push({ id: 'write-first', params });
  if (machine.today.explicit === 'unknown' && facts.group.shape.placement !== null)
    found.push({ id: 'setting-unread' });
  if (decision.rules.includes('A9')) found.push({ id: 'verify-scale-set' });
  return found;
}

const NEED_UNIFIED_SOLUTION = new Set(['windows-server-2016', 'windows-server-2012-r2', 'windows-server-2012-or-r2']);

function sensor(of: Case): Saying[] {
  const { decision, facts, machine } = of;
  const found: Saying[] = [];
  const { hasSensor } = facts.group.shape;
  const goesToArc = decision.connectsTo === 'arc' && (facts.isDirectToday || hasSensor);
  if (goesToArc || machine.mayBeBilledTwice) {
    const floor = correlationFloor(machine.os.product, machine.os.family)?.version;
    const version = machine.sensorVersion;
    if (floor && version === null) found.push({ id: 'floor-unknown', params: { floor } });
    if (floor && version !== null && compareVersions(version, floor) < 0) {
      found.push({ id: 'floor-below', params: { version, floor } });
    }
  }
  if (decision.steps.includes('onboard-sensor') && NEED_UNIFIED_SOLUTION.has(machine.os.product ?? '')) {
    found.push({ id: 'unified-solution', params: { os: osName(of) } });
  }
  return found;
}

function esu(of: Case): Saying[] {
  const { decision, facts, machine, support } = of;
  const window = support.esuWindow;
  const isInArc = decision.connectsTo === 'arc' || machine.placement === 'arc';
  if (!window || !isInArc || !facts.needs.includes('esu')) return [];
  const found: Saying[] = [];
  const minimum = window.minimumArcAgent;
  const agent = machine.arcAgentVersion;
  if (minimum && (agent === null || compareVersions(agent, minimum) < 0))
    found.push({ id: 'esu-agent', params: { minimum } });
  if (window.needsSoftwareAssurance && !machine.hasSoftwareAssurance) found.push({ id: 'esu-assurance' });
  if (support.esu === 'available') {
    found.push({ id: 'esu-billed-from', params: { os: osName(of), date: window.billedFrom } });
  }
  return found;
}
