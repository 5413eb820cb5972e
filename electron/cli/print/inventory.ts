import type { ChangedView, CoverageView, MachinesView, MachineView } from '../../../shared/contract/index.ts';
import { say } from '../../../shared/i18n/cli/index.ts';
import type { Language, ReadTopic } from '../../../shared/model/index.ts';
import { printFindings } from './findings.ts';
import { heading, table } from './table.ts';

type Cell = (machine: MachineView) => string;

/** Columns by the name that `--columns` takes. */
const CELLS: Readonly<Record<string, Cell>> = {
  id: ({ id }) => id,
  name: ({ name, capacity }) => (capacity === 1 ? name : `${name} ×${capacity}`),
  kind: ({ kind }) => kind,
  placement: ({ placement }) => placement,
  os: ({ os }) => os,
  state: ({ state }) => state,
  subscription: ({ subscriptionName, subscriptionId }) => subscriptionName ?? subscriptionId ?? '-',
  group: ({ resourceGroup }) => resourceGroup ?? '-',
  today: ({ today }) => (today.explicit === true ? `${today.plan} !` : today.plan),
  wants: ({ wants }) => wants,
  resourceId: ({ resourceId }) => resourceId ?? '-',
  mdeDeviceId: ({ mdeDeviceId }) => mdeDeviceId ?? '-',
  tags: ({ tags }) =>
    Object.entries(tags)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
  keys: ({ keys }) => keys.map(({ key, confidence }) => `${key}:${confidence}`).join(','),
  evidence: ({ evidence }) => evidence.map(({ file, row }) => `${file}:${row}`).join(','),
};

const DEFAULT_COLUMNS = ['name', 'kind', 'os', 'state', 'subscription', 'today', 'wants'] as const;

const TITLES = {
  name: 'machine',
  kind: 'kind',
  os: 'os',
  state: 'state',
  subscription: 'subscription',
  group: 'group',
  today: 'today',
  wants: 'wants',
} as const;

export function printMachines(view: MachinesView, language: Language, chosen?: string): string {
  const names = (chosen?.split(',').map((name) => name.trim()) ?? [...DEFAULT_COLUMNS]).filter((name) => CELLS[name]);
  const columns = names.map((name) => ({
    title: name in TITLES ? say(language, TITLES[name as keyof typeof TITLES]) : name,
  }));
  const rows = view.machines.map((machine) => names.map((name) => CELLS[name]?.(machine) ?? ''));
  const servers = view.machines.reduce((sum, { capacity }) => sum + capacity, 0);
  return [
    table(columns, rows),
    `${say(language, 'count', { count: servers })}\n`,
    printOffers(view, language),
    printExcluded(view, language),
  ].join('');
}

function printOffers({ offers, machines }: MachinesView, language: Language): string {
  if (offers.length === 0) return '';
  const names = new Map(machines.map(({ id, name }) => [id, name]));
  const lines = offers.map(
    (offer) => `  ${offer.machines.map((id) => `${names.get(id) ?? ''} (${id})`).join(' = ')}  [${offer.key}]\n`,
  );
  return heading(say(language, 'offers')) + lines.join('');
}

function printExcluded({ excluded }: MachinesView, language: Language): string {
  if (excluded.length === 0) return '';
  const columns = [
    { title: say(language, 'machine') },
    { title: say(language, 'rules') },
    { title: say(language, 'reason') },
    { title: say(language, 'file') },
  ];
  const rows = excluded.map(({ name, rule, reason, file, row }) => [name, rule, reason, `${file}:${row}`]);
  return heading(say(language, 'excluded')) + table(columns, rows);
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
    { title: say(language, 'subscription') },
    ...topics.map((topic) => ({ title: say(language, TOPICS[topic]) })),
  ];
  const rows = scopes.map((scope) => [
    scope.name ?? scope.subscriptionId ?? scope.tenantId ?? '-',
    ...topics.map((topic) => scope.read[topic]?.slice(0, 10) ?? say(language, 'notRead')),
  ]);
  const gaps = scopes.flatMap(({ name, subscriptionId, tenantId, weakens }) =>
    weakens.map((sentence) => `  ${name ?? subscriptionId ?? tenantId ?? '-'}: ${sentence}\n`),
  );
  const weak = gaps.length === 0 ? '' : heading(say(language, 'weakens')) + gaps.join('');
  return heading(say(language, 'coverage')) + table(columns, rows) + weak;
}

export function printChanged({ machines, findings }: ChangedView, language: Language): string {
  return `${say(language, 'changed', { count: machines.length })}\n${printFindings(findings, language)}`;
}
