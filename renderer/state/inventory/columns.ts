import type { ProjectState } from '../../../shared/contract/app-views.ts';
import { methodWord, planWord, scopeWord, stepWord } from '../../../shared/i18n/plan/words.ts';
import { type Language, type Machine, type Method, stateOf } from '../../../shared/model/index.ts';
import { machineMoney, moneyValue } from '../money/machine-money.ts';
import type { PlannedScenario } from '../planning.ts';
import { type CodedColumn, type CodedValue, codeColumn } from './coded.ts';

/** What the cells of the inventory follow from. */
export interface InventoryGround {
  readonly machines: readonly Machine[];
  readonly planned: PlannedScenario;
  readonly state: ProjectState;
  readonly language: Language;
  /** Words of the page for values such as `arc` or `running`. */
  readonly word: (kind: WordKind, value: string) => string;
}

export type WordKind = 'placement' | 'state' | 'sensor' | 'yesno';

export type ColumnGroup = 'machine' | 'ids' | 'plan' | 'cost' | 'tag';

/** One column that the inventory can show, sort and filter by. */
export interface ColumnDefinition {
  /** `tag:NAME` for a tag; else the key of its title in the catalogue `inventory`, under `column.<id>`. */
  readonly id: string;
  readonly group: ColumnGroup;
  /** Pixels at 100 %. */
  readonly width: number;
  readonly isNumber: boolean;
  /** Filters are offered for what has few values. */
  readonly isFilter: boolean;
  readonly code: (ground: InventoryGround) => CodedColumn;
}

type Made = Pick<ColumnDefinition, 'group' | 'width'> & Partial<ColumnDefinition>;

/** A column of what machines themselves say: the same for every plan. */
function ofMachine<Raw>(
  id: string,
  made: Made,
  pick: (machine: Machine) => Raw,
  view: (raw: Raw, ground: InventoryGround) => CodedValue,
): ColumnDefinition {
  return {
    id,
    isNumber: false,
    isFilter: true,
    ...made,
    code: (ground) => {
      const { machines } = ground;
      return kept(machines, `${id} ${ground.language}`, () =>
        codeColumn(
          machines.length,
          (at) => pick(machines[at] as Machine),
          (raw) => view(raw, ground),
        ),
      );
    },
  };
}

/** A column of what is planned. */
function ofPlan<Raw>(
  id: string,
  made: Made,
  pick: (planned: PlannedScenario, position: number) => Raw,
  view: (raw: Raw, ground: InventoryGround) => CodedValue,
): ColumnDefinition {
  return {
    id,
    isNumber: false,
    isFilter: true,
    ...made,
    code: (ground) => {
      const { planned, machines } = ground;
      return kept(planned, `${id} ${ground.language}`, () =>
        codeColumn(
          machines.length,
          (at) => pick(planned, at),
          (raw) => view(raw, ground),
        ),
      );
    },
  };
}

const KEPT = new WeakMap<object, Map<string, CodedColumn>>();

/** Columns are made when they are first needed, and stay as long as what they were made from. */
function kept(owner: object, key: string, make: () => CodedColumn): CodedColumn {
  const columns = KEPT.get(owner) ?? new Map<string, CodedColumn>();
  KEPT.set(owner, columns);
  const known = columns.get(key) ?? make();
  columns.set(key, known);
  return known;
}

const MISSING: CodedValue = { key: '', text: '', sort: null };

function textValue(text: string | null | undefined): CodedValue {
  return text ? { key: text, text, sort: text } : MISSING;
}

function wordValue(key: string | null, text: string): CodedValue {
  return key === null ? MISSING : { key, text, sort: text };
}

/** Values with an order of their own, such as plans. */
function rankedValue(key: string, text: string, order: readonly string[]): CodedValue {
  return { key, text, sort: order.indexOf(key) };
}

const PLAN_ORDER = ['none', 'off', 'P1', 'P2', 'unknown'];
const METHOD_ORDER: readonly Method[] = [
  'subscription',
  'resource',
  'direct',
  'arc-then-subscription',
  'arc-then-resource',
  'none',
  'blocked',
];

function text(id: string, made: Made, pick: (machine: Machine) => string | null): ColumnDefinition {
  return ofMachine(id, made, pick, textValue);
}

function money(id: string, which: 'now' | 'always', width: number): ColumnDefinition {
  return ofPlan(
    id,
    { group: 'cost', width, isNumber: true, isFilter: false },
    machineMoney(which),
    (amount, { planned, language, word }) =>
      moneyValue(amount, planned.assumptions.currency, language, word('state', 'unknown')),
  );
}

const narrow = { group: 'machine', width: 100 } as const;
const wide = { group: 'machine', width: 170 } as const;
const ids = { group: 'ids', width: 260, isFilter: false } as const;
const plan = { group: 'plan', width: 68 } as const;

/** Every column but the tags', in the order of the column chooser. */
export const COLUMNS: readonly ColumnDefinition[] = [
  text('name', { ...wide, width: 170, isFilter: false }, (machine) => machine.name),
  ofMachine(
    'placement',
    { ...narrow, width: 125 },
    (machine) => machine.placement,
    (placement, { word }) => wordValue(placement, word('placement', placement)),
  ),
  text('os', { ...wide, width: 190 }, (machine) => machine.os.text),
  ofMachine('state', { ...narrow, width: 122 }, stateOf, (state, { word }) => wordValue(state, word('state', state))),
  text('subscription', wide, (machine) => machine.subscriptionName ?? machine.subscriptionId ?? machine.connectorId),
  text('resourceGroup', wide, (machine) => machine.resourceGroup),
  text('location', narrow, (machine) => machine.location),
  ofMachine(
    'capacity',
    { ...narrow, width: 80, isNumber: true },
    (machine) => machine.capacity,
    (capacity) => ({ key: String(capacity), text: String(capacity), sort: capacity }),
  ),
  ofMachine(
    'sensor',
    { ...narrow, width: 130 },
    (machine) => machine.sensorOnboarding,
    (sensor, { word }) => wordValue(sensor, sensor === null ? '' : word('sensor', sensor)),
  ),
  text('lastSeen', { ...narrow, width: 110, isFilter: false }, (machine) => machine.lastSeen?.slice(0, 10) ?? null),
  text('arcAgentVersion', narrow, (machine) => machine.arcAgentVersion),
  text('sensorVersion', narrow, (machine) => machine.sensorVersion),
  text('fqdn', { ...wide, isFilter: false }, (machine) => machine.fqdn),
  text('ipAddresses', { ...wide, isFilter: false }, (machine) => machine.ipAddresses.join(', ')),
  text('tenantId', ids, (machine) => machine.tenantId),
  text('resourceId', ids, (machine) => machine.resourceId),
  text('mdeDeviceId', ids, (machine) => machine.mdeDeviceId),
  text('smbiosUuid', ids, (machine) => machine.smbiosUuid),
  ofMachine(
    'today',
    { ...plan, width: 76 },
    (machine) => machine.today.plan,
    (today, { language, word }) =>
      rankedValue(today, today === 'unknown' ? word('state', today) : planWord(today, language), PLAN_ORDER),
  ),
  ofMachine(
    'explicit',
    { ...plan, width: 120 },
    (machine) => machine.today.explicit,
    (explicit, { word }) => wordValue(String(explicit), word('yesno', String(explicit))),
  ),
  ofPlan(
    'wants',
    plan,
    ({ planning }, at) => planning.decided(at).wants,
    (wants, { language }) => rankedValue(wants, planWord(wants, language), PLAN_ORDER),
  ),
  ofPlan(
    'method',
    { ...plan, width: 238 },
    ({ planning }, at) => planning.planned[at]?.method ?? 'none',
    (method, { language }) => rankedValue(method, methodWord(method, language), METHOD_ORDER),
  ),
  ofPlan(
    'plan',
    plan,
    ({ planning }, at) => planning.planned[at]?.plan ?? 'unknown',
    (planned, { language }) => rankedValue(planned, planWord(planned, language), PLAN_ORDER),
  ),
  ofPlan(
    'target',
    { ...plan, width: 190 },
    ({ planning }, at) => planning.planned[at]?.subscriptionId ?? null,
    (id, { planned, language }) =>
      id === null ? MISSING : { ...textValue(scopeName(id, planned, language)), key: id },
  ),
  ofPlan(
    'steps',
    { ...plan, width: 220 },
    ({ planning }, at) => planning.decided(at).steps,
    (steps, { language }) =>
      wordValue(steps.join('+'), steps.map((step) => stepWord(step, language)).join(language === 'ja' ? '、' : ', ')),
  ),
  ofPlan(
    'rules',
    { ...plan, width: 110 },
    ({ planning }, at) => planning.decided(at).rules,
    (rules) => textValue(rules.join(' ')),
  ),
  money('monthlyNow', 'now', 105),
  money('monthlyAlways', 'always', 145),
];

const BY_ID = new Map(COLUMNS.map((column) => [column.id, column]));
const TAGS = new Map<string, ColumnDefinition>();

/** A column by its id; one of a tag is made when it is asked for. Undefined: no such column. */
export function findColumn(id: string): ColumnDefinition | undefined {
  if (!id.startsWith('tag:')) return BY_ID.get(id);
  const name = id.slice('tag:'.length);
  const column = TAGS.get(id) ?? text(id, { group: 'tag', width: 120 }, (machine) => machine.tags[name] ?? null);
  TAGS.set(id, column);
  return column;
}

const TAG_NAMES = new WeakMap<readonly Machine[], readonly string[]>();

/** Names of all tags, the commonest first. */
export function tagNames(machines: readonly Machine[]): readonly string[] {
  const known = TAG_NAMES.get(machines);
  if (known) return known;
  const sets = new Map<Machine['tags'], number>();
  for (const { tags } of machines) sets.set(tags, (sets.get(tags) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [tags, count] of sets) {
    for (const name of Object.keys(tags)) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  TAG_NAMES.set(machines, names);
  return names;
}

/** What the inventory shows until the user chooses otherwise. */
export const DEFAULT_COLUMNS: readonly string[] = [
  'name',
  'placement',
  'state',
  'today',
  'wants',
  'method',
  'plan',
  'monthlyNow',
  'monthlyAlways',
  'os',
  'subscription',
];

function scopeName(id: string, { planning }: PlannedScenario, language: Language): string {
  const scope = planning.subscriptions.find((each) => each.id === id);
  return scopeWord({ id, name: scope?.name ?? null }, language);
}
