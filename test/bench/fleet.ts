import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';

const SUBSCRIPTIONS = 40;
const STATES = ['Running', 'Running', 'Running', 'Stopped (deallocated)', 'Stopped'];
const SYSTEMS = ['Windows', 'Linux'];
const ENVIRONMENTS = ['prod', 'dev', 'test', '本番'];

/** A large fleet as the portal exports it, 25 columns, the same for the same arguments. `revision` changes the states. */
export function writeFleetCsv(path: string, machines: number, revision = 0): void {
  const file = openSync(path, 'w');
  const extra = Array.from({ length: 13 }, (_, index) => `COLUMN ${index + 1}`);
  const header = [
    'NAME',
    'SUBSCRIPTION',
    'RESOURCE GROUP',
    'LOCATION',
    'STATUS',
    'OPERATING SYSTEM',
    'SIZE',
    'PUBLIC IP ADDRESS',
    'DISKS',
    'TAGS',
    'SUBSCRIPTION ID',
    'RESOURCE LINK',
    ...extra,
  ];
  writeSync(file, `${header.join(',')}\r\n`);
  let lines: string[] = [];
  for (let row = 0; row < machines; row += 1) {
    lines.push(line(row, revision, extra.length));
    if (lines.length === 2_000) {
      writeSync(file, lines.join(''));
      lines = [];
    }
  }
  writeSync(file, lines.join(''));
  closeSync(file);
}

function line(row: number, revision: number, extra: number): string {
  const subscription = row % SUBSCRIPTIONS;
  const id = subscriptionId(subscription);
  const name = `srv-${String(row).padStart(6, '0')}`;
  const group = `rg-${row % 500}`;
  const resource = `/subscriptions/${id}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${name}`;
  const cells = [
    name,
    `Subscription ${subscription}`,
    group,
    'Japan East',
    STATES[(row + revision) % STATES.length],
    SYSTEMS[row % SYSTEMS.length],
    'Standard_D4s_v5',
    '-',
    '2',
    `env:${ENVIRONMENTS[row % ENVIRONMENTS.length]};owner:team${row % 60}`,
    id,
    `https://portal.azure.com/#resource${resource}`,
    ...Array.from({ length: extra }, (_, index) => `value ${(row * 7 + index) % 900}`),
  ];
  return `${cells.join(',')}\r\n`;
}

/** Plans of the subscriptions, a third each: off, Plan 1, Plan 2. */
export function writePlansJson(path: string): void {
  const value = Array.from({ length: SUBSCRIPTIONS }, (_, index) => ({
    id: `/subscriptions/${subscriptionId(index)}/providers/Microsoft.Security/pricings/VirtualMachines`,
    name: 'VirtualMachines',
    type: 'Microsoft.Security/pricings',
    properties: {
      pricingTier: index % 3 === 0 ? 'Free' : 'Standard',
      ...(index % 3 === 0 ? {} : { subPlan: index % 3 === 1 ? 'P1' : 'P2' }),
      enforce: 'False',
      resourcesCoverageStatus: index % 3 === 0 ? 'NotCovered' : 'FullyCovered',
      freeTrialRemainingTime: 'PT0S',
    },
  }));
  writeFileSync(path, JSON.stringify({ value }));
}

function subscriptionId(index: number): string {
  return `0000${String(index).padStart(4, '0')}-1111-4111-8111-111111111111`;
}
