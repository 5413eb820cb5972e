import {
  AssumptionProblem,
  listAssumptions,
  ownAssumptions,
  withAssumption,
} from '../../../shared/assumptions/index.ts';
import { PlannerError, type RequirementsView } from '../../../shared/contract/index.ts';
import { type Assumptions, DEFAULT_ASSUMPTIONS } from '../../../shared/model/index.ts';
import { matchRules } from '../../../shared/plan/index.ts';
import type { Handlers } from '../dispatch.ts';
import type { Ports } from '../ports.ts';
import type { Projects } from '../projects.ts';
import {
  type Project,
  putOverride,
  readAssumptions,
  readInventory,
  readRules,
  removeOverride,
  writeAssumptions,
  writeRules,
} from '../store/index.ts';
import { editIdentity, editProject } from './edit.ts';
import { requireOverridable } from './machines.ts';

type RequirementHandlers = Pick<
  Handlers,
  'requirements.get' | 'requirements.set' | 'overrides.set' | 'assumptions.get' | 'assumptions.set'
>;

/** What people want and assume. */
export function requirementHandlers(projects: Projects, ports: Ports): RequirementHandlers {
  return {
    'requirements.get': ({ handle }) => requirementsView(projects.get(handle).project),

    'requirements.set': ({ handle, rules, filters }) => {
      const opened = projects.get(handle);
      const step = { command: 'requirements.set', at: ports.now(), count: rules.length } as const;
      editProject(opened, step, (project) => {
        writeRules(project, rules);
        if (filters) writeAssumptions(project, { ...readAssumptions(project), filters });
      });
      return requirementsView(opened.project);
    },

    'overrides.set': ({ handle, machines, want, why, by }) => {
      const opened = projects.get(handle);
      // All references are resolved before the first is written: one that is ambiguous changes nothing.
      const { ids, changesList } = requireOverridable(opened.project, machines);
      const at = ports.now();
      const apply = (project: Project): void => {
        for (const machineId of ids) {
          if (want === 'clear') removeOverride(project, machineId);
          else putOverride(project, { machineId, want, why, by: by ?? null, at });
        }
      };
      const change = changesList ? editIdentity : editProject;
      change(opened, { command: 'overrides.set', at, count: ids.length }, apply);
      return { machines: ids, findings: [] };
    },

    'assumptions.get': ({ handle }, { language }) => ({
      assumptions: listAssumptions(readAssumptions(projects.get(handle).project), language),
    }),

    'assumptions.set': ({ handle, values, filters }, { language }) => {
      const opened = projects.get(handle);
      const set = withValues(readAssumptions(opened.project), values);
      const assumptions = filters === undefined ? set : { ...set, filters };
      const step = { command: 'assumptions.set', at: ports.now(), count: values.length } as const;
      editProject(opened, step, (project) => writeAssumptions(project, assumptions));
      return { assumptions: listAssumptions(assumptions, language) };
    },
  };
}

/** What a scenario assumes of its own. @throws PlannerError as `withValues` */
export function requireOwn(values: readonly (readonly [string, string])[]): Partial<Assumptions> {
  withValues(DEFAULT_ASSUMPTIONS, values);
  return ownAssumptions(values);
}

/** @throws PlannerError `wrong-use` that names the key and what it takes. */
function withValues(assumptions: Assumptions, values: readonly (readonly [string, string])[]): Assumptions {
  return values.reduce(applyValue, assumptions);
}

function applyValue(assumptions: Assumptions, [key, value]: readonly [string, string]): Assumptions {
  try {
    return withAssumption(assumptions, key, value);
  } catch (error) {
    if (!(error instanceof AssumptionProblem)) throw error;
    throw new PlannerError('wrong-use', { detail: `${key}=${value}: ${error.expected}` });
  }
}

function requirementsView(project: Project): RequirementsView {
  const rules = readRules(project);
  const { machines, lists } = readInventory(project);
  const counts = matchRules(rules, machines, lists);
  return {
    rules: rules.map((rule, index) => ({ ...rule, matches: counts[index] ?? 0 })),
    lists: lists.map(({ name, found, missing, several }) => ({ name, found, missing, several })),
  };
}
