import { PlannerError, type PlanView } from '../../../../shared/contract/index.ts';
import { compareUsage, costFindings, priceFindings } from '../../../../shared/cost/index.ts';
import { viewFinding } from '../../../../shared/i18n/findings/index.ts';
import type { Finding, Inventory, Language } from '../../../../shared/model/index.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Ports } from '../../ports.ts';
import type { Projects } from '../../projects.ts';
import { requireMachine } from '../machines.ts';
import { compareExported } from './exported.ts';
import { costOf, loadGround, type Planned, type PlanningGround, planOf } from './load.ts';

/** What is planned, and what it costs. */
export function planningHandlers(projects: Projects, ports: Ports): Pick<Handlers, 'plan.get' | 'cost.get'> {
  return {
    'plan.get': ({ handle, scenario, edition, explain }, { language }) => {
      const { project } = projects.get(handle);
      const ground = loadGround(project, ports.now(), language);
      const planned = planOf(ground, scenario, edition);
      const more = [
        ...partialSyncs(ground),
        ...unknowns(ground.inventory),
        ...compareExported(project, planned.planning),
      ];
      const explainId = explain === undefined ? null : requireMachine(project, explain).id;
      return planView(planned, more, explainId, language);
    },

    'cost.get': ({ handle, scenarios }, { language }) => {
      const { project } = projects.get(handle);
      const ground = loadGround(project, ports.now(), language);
      const planned = (scenarios ?? ['recommended']).map((name) => planOf(ground, name));
      const costs = planned.map((each) => costOf(each, ground.asOf));
      const [first] = planned;
      if (!first) throw new PlannerError('wrong-use', { detail: 'scenarios: []' });
      const findings = [
        ...partialSyncs(ground),
        ...priceFindings(first.assumptions, ground.importedPrices, ground.asOf),
        ...distinct(
          costs.flatMap((cost, index) => costFindings(cost, planned[index]?.assumptions ?? first.assumptions)),
        ),
        ...compareUsage(ground.inventory.usage, first.planning.planned),
      ];
      return {
        currency: first.assumptions.currency,
        priceBook: { id: first.book.id, name: first.book.name },
        scenarios: costs,
        findings: findings.map((found) => viewFinding(found, language)),
      };
    },
  };
}

/** What the evidence leaves open and a plan rests on, named once: the plan itself does not tell it again. */
const UNKNOWNS: ReadonlySet<string> = new Set(['identity-os-unknown', 'identity-subscription-unknown']);

function unknowns({ findings }: Inventory): Finding[] {
  return findings.filter(({ code }) => UNKNOWNS.has(code));
}

function planView(
  { planning, assumptions }: Planned,
  more: readonly Finding[],
  explainId: string | null,
  language: Language,
): PlanView {
  const { subscriptions, findings, ...result } = planning.result();
  const explanation = explainId === null ? null : planning.explain(explainId);
  return {
    ...result,
    currency: assumptions.currency,
    subscriptions: subscriptions.map((subscription) => ({
      ...subscription,
      findings: subscription.findings.map((found) => viewFinding(found, language)),
    })),
    findings: [...findings, ...more].map((found) => viewFinding(found, language)),
    explain: explanation === null || explainId === null ? null : { machineId: explainId, ...explanation },
  };
}

/** A sync that is not whole is said beside every total. */
function partialSyncs({ inventory }: PlanningGround): readonly Finding[] {
  return inventory.findings.filter(({ code }) => code === 'azure-sync-partial');
}

/** The same thing said of two scenarios is said once. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((found) => [JSON.stringify(found), found])).values()];
}
