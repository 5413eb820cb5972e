import type { ChangedView, CoverageView, MachinesView, MachineView } from '../../../shared/contract/index.ts';
import { say } from '../../../shared/i18n/cli/index.ts';
import { EXCLUSION_REASONS } from '../../../shared/i18n/labels/exclusions.ts';
import { confidenceWord, keyWord, kindWord, placementWord, stateWord } from '../../../shared/i18n/labels/words.ts';
import { planWord } from '../../../shared/i18n/plan/words.ts';
import type { CoverageScope, ExcludedMachine, Language, ReadTopic, TodayPlan } from '../../../shared/model/index.ts';
import { printFindings } from './findings.ts';
import { heading, table } from './table.ts';

type Cell = (machine: MachineView, language: Language) => string;

/** Columns by the name that `--columns` takes. */
const CELLS: Readonly<Record<string, Cell>> = {
  id: ({ id }) => id,
  name: ({ name, capacity }) => (capacity === 1 ? name : `${name} ×${capacity}`),
  kind: ({ kind }, language) => kindWord(kind, language),
  placement: ({ placement }, language) => placementWord(placement, language),
  os: ({ osName }, language) => (osName === 'unknown' ? say(language, 'unknown') : osName),
  state: ({ state }, language) => stateWord(state, language),
  subscription: ({ subscriptionName, subscriptionId }) => subscriptionName ?? subscriptionId ?? '-',
  group: ({ resourceGroup }) => resourceGroup ?? '-',
  today: ({ today }, language) => todayText(today, language),
  wants: ({ wants }, language) => planWord(wants, language),
  resourceId: ({ resourceId }) => resourceId ?? '-',
  mdeDeviceId: ({ mdeDeviceId }) => mdeDeviceId ?? '-',
  tags: ({ tags }) =>
    Object.entries(tags)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
  keys: ({ keys }, language) =>
    keys.map(({ key, confidence }) => `${keyWord(key, language)} (${confidenceWord(confidence, language)})`).join(', '),
  evidence: ({ evidence }) => evidence.map(({ file, row }) => `${file}:${row}`).join(', '),
};

/** Within a heading for each subscription. */
const DEFAULT_COLUMNS = ['name', 'placement', 'os', 'state', 'today', 'wants'] as const;

const TITLES = {
  name: 'machine',
  kind: 'kind',
  placement: 'kind',
  os: 'os',
  state: 'state',
  subscription: 'subscription',
  group: 'group',
  today: 'today',
  wants: 'wants',
} as const;

/** Names of columns that `--columns` does not know. */
export function unknownColumns(chosen: string): string[] {
  return chosen
    .split(',')
    .map((name) => name.trim())
    .filter((name) => !Object.hasOwn(CELLS, name));
}

/** Every name that `--columns` takes. */
export const COLUMN_NAMES: readonly string[] = Object.keys(CELLS);

export function printMachines(view: MachinesView, language: Language, chosen?: string): string {
  const names = chosen?.split(',').map((name) => name.trim());
  const list = names
    ? machineTable(
        view.machines,
        names.filter((name) => CELLS[name]),
        language,
      )
    : printBySubscription(view.machines, language);
  return [
    list,
    `\n${say(language, 'count', { count: serversIn(view.machines) })}\n`,
    printOffers(view, language),
    printDeclinedOffers(view, language),
    printExcluded(view, language),
  ].join('');
}

function printBySubscription(machines: readonly MachineView[], language: Language): string {
  const outside = say(language, 'noSubscription');
  const groups = Map.groupBy(machines, (machine) => machine.subscriptionName ?? machine.subscriptionId ?? outside);
  const names = [...groups.keys()].sort((a, b) => Number(a === outside) - Number(b === outside) || (a < b ? -1 : 1));
  return names
    .map((name) => {
      const group = groups.get(name) ?? [];
      const title = say(language, 'groupTitle', { name, count: serversIn(group) });
      return heading(title) + machineTable(group, DEFAULT_COLUMNS, language);
    })
    .join('');
}

function machineTable(machines: readonly MachineView[], names: readonly string[], language: Language): string {
  const columns = names.map((name) => ({
    title: name in TITLES ? say(language, TITLES[name as keyof typeof TITLES]) : name,
  }));
  return table(
    columns,
    machines.map((machine) => names.map((name) => CELLS[name]?.(machine, language) ?? '')),
  );
}

function serversIn(machines: readonly MachineView[]): number {
  return machines.reduce((sum, { capacity }) => sum + capacity, 0);
}

function todayText({ plan, explicit }: TodayPlan, language: Language): string {
  const word = planWord(plan, language);
  return explicit === true ? say(language, 'ownSetting', { plan: word }) : word;
}

function printOffers({ offers, machines }: MachinesView, language: Language): string {
  if (offers.length === 0) return '';
  const pairOf = namedPair(machines, ' = ');
  const lines = offers.map(
    ({ machines: ids, key }) => `  ${say(language, 'offer', { machines: pairOf(ids), key: keyWord(key, language) })}\n`,
  );
  return heading(say(language, 'offers')) + lines.join('');
}

function printDeclinedOffers({ declined, machines }: MachinesView, language: Language): string {
  if (declined.length === 0) return '';
  const pairOf = namedPair(machines, ' ≠ ');
  return heading(say(language, 'declined')) + declined.map(({ machines: ids }) => `  ${pairOf(ids)}\n`).join('');
}

function namedPair(machines: readonly MachineView[], sign: string): (ids: readonly string[]) => string {
  const names = new Map(machines.map(({ id, name }) => [id, name]));
  return (ids) => ids.map((id) => `${names.get(id) ?? ''} (${id})`).join(sign);
}

function printExcluded({ excluded }: MachinesView, language: Language): string {
  if (excluded.length === 0) return '';
  const columns = [
    { title: say(language, 'machine') },
    { title: say(language, 'reason') },
    { title: say(language, 'rules') },
    { title: say(language, 'file') },
  ];
  const rows = excluded.map((machine) => [
    machine.name,
    exclusionText(machine, language),
    machine.rule,
    say(language, 'fileRow', { file: machine.file, row: machine.row }),
  ]);
  return heading(say(language, 'excluded')) + table(columns, rows);
}

function exclusionText({ reason }: ExcludedMachine, language: Language): string {
  const texts: Readonly<Record<string, Readonly<Record<Language, string>>>> = EXCLUSION_REASONS;
  return texts[reason]?.[language] ?? reason;
}

const TOPICS = {
  machines: 'readMachines',
  plans: 'readPlans',
  machinePlans: 'readMachinePlans',
  policies: 'readPolicies',
  defender: 'readDefender',
} as const satisfies Record<ReadTopic, string>;

export function printCoverage({ scopes }: CoverageView, language: Language): string {
  const topics = Object.keys(TOPICS) as ReadTopic[];
  const columns = [
    { title: say(language, 'scope') },
    ...topics.map((topic) => ({ title: say(language, TOPICS[topic]) })),
  ];
  const rows = scopes.map((scope) => [
    scopeText(scope, language),
    ...topics.map((topic) => scope.read[topic]?.slice(0, 10) ?? say(language, 'notRead')),
  ]);
  const gaps = scopes.flatMap(({ weakens }) => weakens.map((sentence) => `  - ${sentence}\n`));
  const weak = gaps.length === 0 ? '' : heading(say(language, 'weakens')) + gaps.join('');
  return heading(say(language, 'coverage')) + table(columns, rows) + weak;
}

function scopeText({ name, subscriptionId, tenantId }: CoverageScope, language: Language): string {
  return name ?? subscriptionId ?? (tenantId === null ? '-' : say(language, 'wholeTenant', { tenant: tenantId }));
}

/** The list of servers is the same; what is open about it is not. */
export function printDeclined({ findings }: ChangedView, language: Language): string {
  return printFindings(findings, language);
}

export function printChanged({ machines, findings }: ChangedView, language: Language): string {
  return `${say(language, 'changed', { count: machines.length })}\n${printFindings(findings, language)}`;
}
