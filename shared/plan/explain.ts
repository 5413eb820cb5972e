import { placementWord, stateWord } from '../i18n/labels/words.ts';
import { type FactName, factName, factValue, TRIAL_RESULT, type TrialName, trialText } from '../i18n/plan/explain.ts';
import { filled } from '../i18n/plan/sentences.ts';
import { methodWord, needWords, planWord, scopeWord } from '../i18n/plan/words.ts';
import { EDITIONS, ruleSource } from '../matrix/editions.ts';
import {
  EDITION_IDS,
  type Explanation,
  type FilterAssumption,
  type Known,
  type OverrideWant,
  PLANS,
  type PlanInput,
  type Pricer,
  stateOf,
  WANTS,
} from '../model/index.ts';
import { type Case, caseAt, osName } from './case.ts';
import { planGroups } from './core.ts';
import { ruleSentence } from './recommend.ts';
import { UNKNOWN_TENANT } from './tenants.ts';
import { groupMachines } from './wants.ts';

/**
 * Why a machine is planned so: facts, rules with sources, and what would change it. The last is found by planning anew,
 * when it is first asked for.
 */
export function explain(of: Case, pricer: Pricer): Explanation {
  let whatWouldChange: readonly string[] | null = null;
  return {
    facts: factsIn(of),
    rules: of.decision.rules.map((id) => {
      const source = ruleSource(of.core.edition, id);
      const from = source ? `${source.title}, ${source.date}${source.url ? `, ${source.url}` : ''}` : '';
      return { id, text: ruleSentence(id, of), source: from };
    }),
    get whatWouldChange() {
      whatWouldChange ??= of.core.input.scenario.kind === 'as-is' ? [] : changes(of, pricer);
      return whatWouldChange;
    },
  };
}

function factsIn(of: Case): Explanation['facts'] {
  const { machine, facts, language, support } = of;
  const { tenant, scope } = facts;
  const known = (value: Known<boolean>) => factValue(value === 'unknown' ? 'unknown' : value ? 'yes' : 'no', language);
  const own = machine.today.explicit;
  const ownText = factValue(own === 'unknown' ? 'unknown' : own ? 'own' : 'inherited', language);
  const sensor = factValue(facts.group.shape.hasSensor ? 'onboarded' : 'none', language);
  const rows: readonly (readonly [FactName, string | null])[] = [
    ['placement', placementWord(machine.placement, language)],
    ['os', support.product === null && machine.os.text === null ? factValue('unknown', language) : osName(of)],
    ['os-support', `${factValue(support.defender, language)} / ${factValue(support.arc, language)}`],
    ['lifecycle', support.product?.endOfSupport ?? null],
    ['subscription', scope && scopeWord(scope, language)],
    ['subscription-plan', scope && planWord(scope.today, language)],
    ['enforce', scope && known(scope.enforce)],
    ['today', scope && `${planWord(machine.today.plan, language)} (${ownText})`],
    ['state', stateWord(stateOf(machine), language)],
    ['sensor', `${sensor}${machine.sensorVersion ? `, ${machine.sensorVersion}` : ''}`],
    ['wanted', planWord(facts.want, language)],
    ['needs', facts.needs.length > 0 ? needWords(facts.needs, language) : null],
    ['direct-today', scope ? null : known(facts.isDirectToday)],
    ['direct-switch', scope ? null : known(tenant.switchToday)],
    ['arc', scope ? null : factValue(facts.arc, language)],
  ];
  return rows.flatMap(([name, value]) => (value === null ? [] : [{ name: factName(name, language), value }]));
}

interface Trial {
  readonly name: TrialName;
  readonly params?: Readonly<Record<string, string>>;
  readonly input: PlanInput;
}

/** Tries one change after another; what changes nothing is not said. */
function changes(of: Case, pricer: Pricer): readonly string[] {
  const { language, core } = of;
  return trialsFor(of).flatMap(({ name, params = {}, input }) => {
    const grouped = groupMachines(input, core.prepared);
    const { decision } = caseAt(planGroups(input, core.prepared, grouped, pricer), of.position);
    const isSame =
      decision.method === of.decision.method &&
      decision.plan === of.decision.plan &&
      decision.scope?.id === of.decision.scope?.id;
    if (isSame) return [];
    const trial = filled(trialText(name), params, language);
    const result = { trial, method: methodWord(decision.method, language), plan: planWord(decision.plan, language) };
    return [filled(TRIAL_RESULT, { ...result, rules: decision.rules.join(', ') }, language)];
  });
}

function trialsFor(of: Case): readonly Trial[] {
  return [...wantTrials(of), ...baseTrials(of), ...outsideTrials(of), ...enforceTrials(of), ...editionTrials(of)];
}

function wantTrials({ core, machine, facts, language, decision }: Case): Trial[] {
  const withWant = (want: OverrideWant): PlanInput => {
    const others = core.input.overrides.filter((override) => override.machineId !== machine.id);
    const override = { machineId: machine.id, want, why: '', by: null, at: '' };
    return { ...core.input, overrides: [...others, override], scenario: { ...core.input.scenario, kind: 'rules' } };
  };
  const wants = WANTS.filter((want) => want !== facts.want || facts.isKept).map(
    (want): Trial => ({ name: 'want', params: { value: planWord(want, language) }, input: withWant(want) }),
  );
  return decision.rules.includes('N6') ? [...wants, { name: 'offboard', input: withWant('offboard') }] : wants;
}

function baseTrials({ core, decision, language }: Case): Trial[] {
  const { scope } = decision;
  if (!scope || scope.kind === 'new') return [];
  const { base } = core.scopePlan(scope);
  return PLANS.filter((plan) => plan !== base).map((plan) => ({
    name: 'base',
    params: { scope: scopeWord(scope, language), value: planWord(plan, language) },
    input: withSubscription(core.input, scope.id, { bases: [plan] }),
  }));
}

function outsideTrials({ core, machine, facts }: Case): Trial[] {
  if (facts.group.shape.placement !== null) return [];
  const { tenant } = facts;
  const isArcAllowed = facts.group.wish.isArcAllowed;
  const isDirectAllowed = tenant.isDirectAllowed;
  return [
    { name: isArcAllowed ? 'arc-forbidden' : 'arc-allowed', input: withArc(core.input, machine.id, !isArcAllowed) },
    {
      name: tenant.isArcPreferred ? 'arc-not-preferred' : 'arc-preferred',
      input: withTenant(core.input, tenant.id, { preferArc: !tenant.isArcPreferred }),
    },
    {
      name: isDirectAllowed ? 'direct-forbidden' : 'direct-allowed',
      input: withTenant(core.input, tenant.id, isDirectAllowed ? { direct: false } : { direct: true, gcc: false }),
    },
  ];
}

function enforceTrials({ core, decision, language }: Case): Trial[] {
  const { scope } = decision;
  if (!scope?.isEnforced || !decision.rules.includes('A8')) return [];
  const subscriptions = core.input.subscriptions.map((subscription) =>
    subscription.id === scope.id
      ? { ...subscription, policies: subscription.policies.map((policy) => ({ ...policy, isExempted: true })) }
      : subscription,
  );
  const input = withSubscription({ ...core.input, subscriptions }, scope.id, { enforce: false });
  return [{ name: 'enforce-off', params: { scope: scopeWord(scope, language) }, input }];
}

function editionTrials({ core, language }: Case): Trial[] {
  return EDITION_IDS.filter((id) => id !== core.edition.id).map((edition) => ({
    name: 'edition',
    params: { value: EDITIONS[edition].name[language] },
    input: { ...core.input, assumptions: { ...core.input.assumptions, edition } },
  }));
}

function withSubscription(
  input: PlanInput,
  id: string,
  assumed: PlanInput['assumptions']['subscriptions'][string],
): PlanInput {
  const subscriptions = {
    ...input.assumptions.subscriptions,
    [id]: { ...input.assumptions.subscriptions[id], ...assumed },
  };
  return { ...input, assumptions: { ...input.assumptions, subscriptions } };
}

function withTenant(
  input: PlanInput,
  id: string | null,
  assumed: PlanInput['assumptions']['tenants'][string],
): PlanInput {
  const key = id ?? UNKNOWN_TENANT;
  const tenants = { ...input.assumptions.tenants, [key]: { ...input.assumptions.tenants[key], ...assumed } };
  return { ...input, assumptions: { ...input.assumptions, tenants } };
}

/** A list of its own stands for the one machine. */
function withArc(input: PlanInput, machineId: string, arcAllowed: boolean): PlanInput {
  const name = `only ${machineId}`;
  const list = { name, machineIds: [machineId], missing: [], several: [], found: 1 };
  const filter: FilterAssumption = { when: { list: name }, arcAllowed };
  const filters = [filter, ...input.assumptions.filters];
  return { ...input, lists: [...input.lists, list], assumptions: { ...input.assumptions, filters } };
}
