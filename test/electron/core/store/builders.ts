import type { Evidence, Inventory, Machine, MachineRecord } from '../../../../shared/model/index.ts';

export const NOW = '2026-11-24T09:00:00Z';

export function anEvidence(changes: Partial<Evidence> = {}): Evidence {
  return {
    id: 'e1',
    file: 'servers.csv',
    format: 'server-list',
    encoding: 'utf-8',
    digest: 'd1',
    rows: 1,
    records: 1,
    date: NOW,
    tenantId: null,
    importedAt: NOW,
    headers: 'name,os',
    ...changes,
  };
}

export function aRecord(row: number, changes: Partial<MachineRecord> = {}): MachineRecord {
  return { type: 'machine', source: 'list', row, name: `srv-${row}`, ...changes };
}

export function aMachine(sequence: number, changes: Partial<Machine> = {}): Machine {
  const group = '/subscriptions/11111111-0000-4000-8000-000000000001/resourcegroups/rg-servers';
  return {
    id: `m${sequence}`,
    name: `srv-${sequence}`,
    kind: 'arc',
    placement: 'arc',
    capacity: 1,
    os: { text: 'Windows Server 2022 Datacenter', family: 'windows', product: 'windows-server-2022', role: 'server' },
    tenantId: 'aaaaaaaa-0000-4000-8000-000000000001',
    subscriptionId: '11111111-0000-4000-8000-000000000001',
    subscriptionName: 'Contoso 本番',
    connectorId: null,
    resourceGroup: 'rg-servers',
    resourceId: `${group}/providers/microsoft.hybridcompute/machines/srv-${sequence}`,
    mdeDeviceId: null,
    smbiosUuid: null,
    vmId: null,
    fqdn: `srv-${sequence}.contoso.example`,
    location: 'japaneast',
    ipAddresses: ['10.0.0.4'],
    tags: { 環境: '本番', owner: '情報システム部' },
    cores: 4,
    power: null,
    arcStatus: 'connected',
    arcAgentVersion: '1.47',
    sensorHealth: null,
    sensorOnboarding: null,
    sensorVersion: null,
    lastSeen: NOW,
    hasEsu: false,
    hasSoftwareAssurance: false,
    mayBeBilledTwice: false,
    today: { plan: 'P2', explicit: false },
    keys: [{ key: 'fqdn', value: `srv-${sequence}.contoso.example`, confidence: 'strong' }],
    evidence: [{ id: 'e1', file: 'servers.csv', format: 'arc-machines', sheet: null, row: sequence, date: NOW }],
    ...changes,
  };
}

export function anInventory(machines: readonly Machine[], changes: Partial<Inventory> = {}): Inventory {
  return {
    machines,
    subscriptions: [],
    offers: [],
    declined: [],
    excluded: [],
    lists: [],
    usage: [],
    findings: [],
    known: machines.map(({ id }) => ({ id, sequence: Number(id.slice(1)), anchors: [`arc:${id}`] })),
    ...changes,
  };
}
