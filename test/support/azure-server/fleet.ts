import { fixture } from './contract.ts';

/** An invented tenant that the stand-in answers from. Rows are published or composed ones with other names. */
export interface FleetSubscription {
  readonly id: string;
  readonly name: string;
  /** Azure virtual machines and Arc machines. */
  readonly vms: number;
  readonly arc?: number;
  /** False: the account may not read it; Resource Graph leaves it out without a word. */
  readonly isReadable?: boolean;
  readonly state?: string;
  readonly plan?: 'off' | 'P1' | 'P2';
  readonly enforce?: boolean;
  readonly coverage?: 'FullyCovered' | 'PartiallyCovered' | 'NotCovered';
  readonly isDesignated?: boolean;
  /** Names of machines with a plan of their own. */
  readonly own?: Readonly<Record<string, 'off' | 'P1'>>;
  readonly isIntegrationOff?: boolean;
  /** Other power states than running, by name. */
  readonly power?: Readonly<Record<string, string>>;
}

export interface Fleet {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly subscriptions: readonly FleetSubscription[];
  readonly devices?: number;
}

export const TENANT = '99999999-9999-4999-8999-999999999999';

/** `11111111-…` for 1, and so on. */
export function subscriptionId(number: number): string {
  return `${String(number).padStart(8, '0')}-1111-4111-8111-111111111111`;
}

type Row = Record<string, unknown>;

const VM_ROW = fixture<{ data: Row[] }>('composed/arg-vm-rows-extended.json').data[0] ?? {};
const ARC_ROW =
  fixture<{ responses: { '200': { body: { value: Row[] } } } }>(
    'arm-hybridcompute-2025-01-13/Machines_ListBySubscription.json',
  ).responses['200'].body.value[0] ?? {};
const PLAN = fixture<{ responses: { '200': { body: Row } } }>(
  'arm-security-pricings-2024-01-01/GetPricingByNameVirtualMachines_example.json',
).responses['200'].body;
const DEVICE = fixture<{ value?: Row[] }>('published/mde-machines.json').value?.[0] ?? {};

/** Number of rows of a type in one subscription, and how to make one; types that a tenant may be asked for and has not, have none. */
interface RowsOfType {
  count(subscription: FleetSubscription): number;
  row(subscription: FleetSubscription, index: number, fleet: Fleet): Row;
}

const TYPES: Readonly<Record<string, RowsOfType>> = {
  'microsoft.resources/subscriptions': {
    count: () => 1,
    row: ({ id, name }, _, { tenantId }) => ({
      id: `/subscriptions/${id}`,
      name,
      type: 'microsoft.resources/subscriptions',
      tenantId,
      subscriptionId: id,
      properties: { state: 'Enabled' },
    }),
  },
  'microsoft.compute/virtualmachines': { count: ({ vms }) => vms, row: virtualMachine },
  'microsoft.hybridcompute/machines': { count: ({ arc = 0 }) => arc, row: arcMachine },
  'microsoft.security/pricings': {
    count: () => 1,
    row: (subscription, _, { tenantId }) => ({
      ...subscriptionPlan(subscription),
      type: 'microsoft.security/pricings',
      tenantId,
      subscriptionId: subscription.id,
    }),
  },
};

/** How many rows a query for a type has in these subscriptions. */
export function countRows(type: string, subscriptions: readonly FleetSubscription[]): number {
  const rows = TYPES[type];
  return rows ? subscriptions.reduce((sum, subscription) => sum + rows.count(subscription), 0) : 0;
}

/** Rows from an offset, in the order of their ids. */
export function rowsFrom(
  fleet: Fleet,
  type: string,
  subscriptions: readonly FleetSubscription[],
  offset: number,
  most: number,
): Row[] {
  const rows = TYPES[type];
  if (!rows) return [];
  const page: Row[] = [];
  let before = 0;
  for (const subscription of subscriptions) {
    const count = rows.count(subscription);
    const first = Math.max(0, offset - before);
    for (let index = first; index < count && page.length < most; index += 1)
      page.push(rows.row(subscription, index, fleet));
    before += count;
  }
  return page;
}

function virtualMachine(subscription: FleetSubscription, index: number, { tenantId }: Fleet): Row {
  const name = vmName(subscription, index);
  const id = vmResource(subscription.id, name);
  const properties = VM_ROW.properties as Row & { extended: { instanceView: Row } };
  const power = subscription.power?.[name] ?? 'running';
  const view = { ...properties.extended.instanceView, powerState: { code: `PowerState/${power}`, level: 'Info' } };
  return {
    ...VM_ROW,
    id,
    name,
    tenantId,
    subscriptionId: subscription.id,
    tags: { env: index % 3 === 0 ? 'prod' : 'dev' },
    properties: { ...properties, extended: { instanceView: view }, vmId: uuidOf(`${subscription.id}/${name}`) },
  };
}

/** Sorted as the service sorts them. */
function vmName(_: FleetSubscription, index: number): string {
  return `vm-${String(index).padStart(6, '0')}`;
}

export function vmResource(subscription: string, name: string): string {
  return `/subscriptions/${subscription}/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/${name}`;
}

function arcMachine(subscription: FleetSubscription, index: number, { tenantId }: Fleet): Row {
  const name = `arc-${String(index).padStart(6, '0')}`;
  const properties = ARC_ROW.properties as Row;
  const uuid = uuidOf(`${subscription.id}/${name}`);
  return {
    id: `/subscriptions/${subscription.id}/resourceGroups/rg-arc/providers/Microsoft.HybridCompute/machines/${name}`,
    name,
    type: 'microsoft.hybridcompute/machines',
    tenantId,
    location: 'japaneast',
    resourceGroup: 'rg-arc',
    subscriptionId: subscription.id,
    properties: {
      ...properties,
      displayName: name,
      machineFqdn: `${name}.contoso.example`,
      dnsFqdn: `${name}.contoso.example`,
      vmId: uuid,
      vmUuid: uuid,
      status: 'Connected',
      cloudMetadata: { provider: 'N/A' },
      detectedProperties: {},
    },
  };
}

/** The published answer with the subscription's own values. */
export function subscriptionPlan(subscription: FleetSubscription): Row {
  const { id, plan = 'P2', enforce = false, isDesignated = false } = subscription;
  const { coverage = enforce ? 'FullyCovered' : 'PartiallyCovered' } = subscription;
  return {
    ...PLAN,
    id: `/subscriptions/${id}/providers/Microsoft.Security/pricings/VirtualMachines`,
    name: 'VirtualMachines',
    properties: {
      ...(PLAN.properties as Row),
      ...tierOf(plan),
      enforce: enforce ? 'True' : 'False',
      resourcesCoverageStatus: coverage,
      freeTrialRemainingTime: 'PT0S',
      extensions: [{ name: 'MdeDesignatedSubscription', isEnabled: isDesignated ? 'True' : 'False' }],
    },
  };
}

/** The plan of one machine: its own, or the subscription's. */
export function machinePlan(subscription: FleetSubscription, resource: string): Row {
  const own = subscription.own?.[resource.split('/').at(-1) ?? ''];
  const { plan = 'P2' } = subscription;
  const inherited = own === undefined;
  return {
    id: `${resource}/providers/Microsoft.Security/pricings/VirtualMachines`,
    name: 'VirtualMachines',
    type: 'Microsoft.Security/pricings',
    properties: {
      ...tierOf(own ?? plan),
      freeTrialRemainingTime: 'PT0S',
      inherited: inherited ? 'True' : 'False',
      ...(inherited && { inheritedFrom: `/subscriptions/${subscription.id}` }),
    },
  };
}

function tierOf(plan: 'off' | 'P1' | 'P2'): Row {
  return plan === 'off' ? { pricingTier: 'Free', subPlan: undefined } : { pricingTier: 'Standard', subPlan: plan };
}

export function settingsOf({ id, isIntegrationOff = false }: FleetSubscription): Row[] {
  return ['MCAS', 'WDATP', 'WDATP_UNIFIED_SOLUTION'].map((name) => ({
    id: `/subscriptions/${id}/providers/Microsoft.Security/settings/${name}`,
    name,
    kind: 'DataExportSettings',
    type: 'Microsoft.Security/settings',
    properties: { enabled: name !== 'WDATP' || !isIntegrationOff },
  }));
}

export function deviceAt(index: number): Row {
  return {
    ...DEVICE,
    id: Buffer.from(`device-${index}`).toString('hex').padEnd(40, '0').slice(0, 40),
    computerDnsName: `onprem-${index}.contoso.example`,
    osPlatform: 'WindowsServer2022',
    onboardingStatus: 'Onboarded',
    healthStatus: 'Active',
    lastSeen: '2026-11-20T00:00:00Z',
  };
}

/** A UUID that depends on a text alone. */
function uuidOf(text: string): string {
  let hash = 0n;
  for (const character of text) hash = (hash * 131n + BigInt(character.codePointAt(0) ?? 0)) % (1n << 122n);
  const hex = hash.toString(16).padStart(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
