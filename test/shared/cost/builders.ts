import { type Pricing, priceBookOf, type ScenarioInput } from '../../../shared/cost/index.ts';
import {
  type Assumptions,
  DEFAULT_ASSUMPTIONS,
  type Machine,
  type PlannedMachine,
  type PriceRecord,
} from '../../../shared/model/index.ts';

/** The day on which the tests read dated facts. */
export const AS_OF = '2026-11-24';

export function aMachine(over: Partial<Machine> = {}): Machine {
  return {
    id: 'm1',
    name: 'sql01',
    kind: 'azure-vm',
    placement: 'azure-vm',
    capacity: 1,
    os: { text: 'Windows Server 2022', family: 'windows', product: null, role: 'server' },
    tenantId: null,
    subscriptionId: 'sub-1',
    subscriptionName: 'Production',
    connectorId: null,
    resourceGroup: 'rg',
    resourceId: null,
    mdeDeviceId: null,
    smbiosUuid: null,
    vmId: null,
    fqdn: null,
    location: null,
    ipAddresses: [],
    tags: {},
    cores: null,
    power: 'running',
    arcStatus: null,
    arcAgentVersion: null,
    sensorHealth: null,
    sensorOnboarding: null,
    sensorVersion: null,
    lastSeen: null,
    hasEsu: false,
    hasSoftwareAssurance: false,
    mayBeBilledTwice: false,
    today: { plan: 'P1', explicit: false },
    keys: [],
    evidence: [],
    ...over,
  };
}

export function anArcMachine(over: Partial<Machine> = {}): Machine {
  return aMachine({ kind: 'arc', placement: 'arc', power: null, arcStatus: 'connected', ...over });
}

export function planned(over: Partial<PlannedMachine> = {}, machine: Partial<Machine> = {}): PlannedMachine {
  return {
    machine: aMachine(machine),
    group: 0,
    subscriptionId: 'sub-1',
    method: 'subscription',
    plan: 'P1',
    connectsTo: null,
    scheduledHours: null,
    needs: [],
    designatedPlan: null,
    trialDaysLeft: 0,
    hasCspm: false,
    ...over,
  };
}

/** Gives every machine an id and a group of its own. */
export function fleet(...machines: readonly PlannedMachine[]): PlannedMachine[] {
  return machines.map((each, index) => ({ ...each, group: index, machine: { ...each.machine, id: `m${index + 1}` } }));
}

function pricing(over: Partial<Assumptions> = {}, imported: readonly PriceRecord[] = []): Pricing {
  const assumptions = { ...DEFAULT_ASSUMPTIONS, ...over };
  return { assumptions, book: priceBookOf(assumptions, imported, AS_OF), asOf: AS_OF };
}

export function scenario(machines: readonly PlannedMachine[], over: Partial<Assumptions> = {}): ScenarioInput {
  return {
    scenario: { id: 'recommended', name: 'Recommended' },
    planned: machines,
    subscriptions: [{ id: 'sub-1', base: 'P2' }],
    blocked: 0,
    pricing: pricing(over),
  };
}

export function aRetailPrice(over: Partial<PriceRecord> = {}): PriceRecord {
  return {
    type: 'price',
    row: 1,
    meter: 'p2',
    meterName: 'Standard P2 Node',
    unitPrice: '0.02',
    unit: '1 Hour',
    currency: 'USD',
    region: '',
    effective: '2022-04-01T00:00:00Z',
    ...over,
  };
}
