import type { MachineRecord } from '../../../../../../../shared/model/index.ts';
import { normaliseArmId } from '../../../../../../../shared/text/arm-id.ts';
import { parseTags } from '../../tags.ts';
import {
  domainOf,
  fqdnOf,
  guidOf,
  lowerOf,
  parseAddresses,
  parseArcStatus,
  parseCount,
  parseDate,
  parseFlag,
  parsePower,
  textOf,
  uuidOf,
} from '../../values.ts';
import { at, isObject, type JsonObject, listOf, property, type Resource } from './item.ts';
import type { Notes } from './notes.ts';
import { cloudOf, connectorOf, imageOf, isAksNode, isDatabricksNode } from './placement.ts';

/** The fields that every machine of Azure has in common. */
function common(resource: Resource, row: number) {
  return {
    type: 'machine',
    row,
    name: resource.name,
    resourceId: resource.id,
    tenantId: guidOf(at(resource.item, 'tenantId')),
    subscriptionId: resource.subscriptionId,
    subscriptionName: textOf(at(resource.item, 'subscriptionName')),
    resourceGroup: resource.resourceGroup,
    location: resource.location,
    tags: parseTags(at(resource.item, 'tags')),
  } as const;
}

/** An Azure VM: ARM with or without instance view, Resource Graph, `az vm list` with or without `-d`, Get-AzVM. */
export function virtualMachine(resource: Resource, row: number, notes: Notes): MachineRecord {
  const { item } = resource;
  const shared = common(resource, row);
  const image = imageOf(property(item, 'storageProfile.imageReference'));
  return {
    ...shared,
    source: 'azure-vm',
    vmId: uuidOf(property(item, 'vmId')),
    osText: vmOsText(item),
    osVersion:
      textOf(property(item, 'extended.instanceView.osVersion')) ?? textOf(property(item, 'instanceView.osVersion')),
    image,
    power: powerOf(resource, row, notes),
    vmSize: textOf(property(item, 'hardwareProfile.vmSize')) ?? textOf(at(item, 'vmSize')),
    ipAddresses: parseAddresses(at(item, 'privateIps'), at(item, 'publicIps')),
    fqdn:
      fqdnOf(property(item, 'extended.instanceView.computerName')) ??
      fqdnOf(property(item, 'instanceView.computerName')),
    scaleSetId: idAt(item, 'virtualMachineScaleSet.id'),
    isAksNodePool: isAksNode(resource, shared.tags) || undefined,
    isDatabricks: isDatabricks(resource, shared.tags, image?.publisher) || undefined,
    cloudProvider: 'azure',
  };
}

/** A scale set; its instances of flexible orchestration come as VMs of their own. */
export function scaleSet(resource: Resource, row: number): MachineRecord {
  const { item } = resource;
  const shared = common(resource, row);
  const profile = property(item, 'virtualMachineProfile');
  const orchestration = lowerOf(property(item, 'orchestrationMode'));
  const image = imageOf(at(profile, 'storageProfile.imageReference'));
  return {
    ...shared,
    source: 'vmss',
    osText: textOf(at(profile, 'storageProfile.osDisk.osType')),
    image,
    vmSize: textOf(at(item, 'sku.name')) ?? textOf(at(profile, 'hardwareProfile.vmSize')),
    capacity: parseCount(at(item, 'sku.capacity')) ?? parseCount(at(item, 'capacity')),
    orchestration: orchestration === 'uniform' || orchestration === 'flexible' ? orchestration : undefined,
    isAksNodePool: isAksNode(resource, shared.tags) || undefined,
    isDatabricks: isDatabricks(resource, shared.tags, image?.publisher) || undefined,
    cloudProvider: 'azure',
  };
}

/** An Azure Arc machine: ARM, Resource Graph, `az connectedmachine list`, Get-AzConnectedMachine. */
export function arcMachine(resource: Resource, row: number, notes: Notes): MachineRecord {
  const { item } = resource;
  const shared = common(resource, row);
  const detected = property(item, 'detectedProperties');
  const connectorId = connectorOf(shared.tags);
  return {
    ...shared,
    source: 'arc',
    tenantId: shared.tenantId ?? guidOf(at(item, 'identity.tenantId')),
    linkedResourceId: azureIdOf(detected),
    vmId: uuidOf(property(item, 'vmId')),
    smbiosUuid: uuidOf(property(item, 'vmUuid')),
    fqdn:
      fqdnOf(property(item, 'machineFqdn')) ?? fqdnOf(property(item, 'dnsFqdn')) ?? fqdnOf(property(item, 'adFqdn')),
    domain: domainOf(property(item, 'domainName')),
    osText: textOf(property(item, 'osSku')) ?? textOf(property(item, 'osName')) ?? textOf(property(item, 'osType')),
    osVersion: textOf(property(item, 'osVersion')),
    arcStatus: arcStatusOf(resource, row, notes),
    arcAgentVersion: textOf(property(item, 'agentVersion')),
    lastSeen: parseDate(property(item, 'lastStatusChange')),
    cores: parseCount(at(detected, 'logicalCoreCount')) ?? parseCount(at(detected, 'coreCount')),
    ipAddresses: parseAddresses(
      ...listOf(property(item, 'networkProfile.networkInterfaces'))
        .flatMap((card) => listOf(at(card, 'ipAddresses')))
        .map((address) => at(address, 'address')),
    ),
    connectorId,
    cloudProvider: cloudOf(
      at(item, 'kind'),
      property(item, 'cloudMetadata.provider'),
      at(detected, 'cloudprovider'),
      connectorId === undefined ? undefined : at(shared.tags, 'Cloud'),
    ),
    hasEsu: hasEsu(item),
    hasSoftwareAssurance: hasSoftwareAssurance(item),
  };
}

/**
 * A directly onboarded server: `…/providers/microsoft.security/mdeServers/<host>_<device id>`.
 * A name without the 40 digits keeps its row; it then joins by name only.
 */
export function mdeServer(resource: Resource, row: number): MachineRecord {
  const parts = /^(.+)_([0-9a-f]{40})$/i.exec(resource.name);
  const host = parts?.[1] ?? resource.name;
  return {
    ...common(resource, row),
    source: 'mde-server',
    name: host,
    mdeDeviceId: parts?.[2]?.toLowerCase(),
    fqdn: fqdnOf(host) ?? fqdnOf(property(resource.item, 'computerDnsName')),
    osText: textOf(property(resource.item, 'osPlatform')) ?? textOf(property(resource.item, 'osName')),
    osVersion: textOf(property(resource.item, 'osVersion')),
    lastSeen: parseDate(property(resource.item, 'lastSeen')),
  };
}

function isDatabricks(resource: Resource, tags: MachineRecord['tags'], imagePublisher: string | undefined): boolean {
  const managedBy = at(resource.item, 'managedBy');
  return isDatabricksNode({ managedBy, tags, resourceGroup: resource.resourceGroup, imagePublisher });
}

/** The guest's own name of its system, with the family where the name does not tell it; else the disk's family. */
function vmOsText(item: JsonObject): string | undefined {
  const family = textOf(property(item, 'storageProfile.osDisk.osType')) ?? textOf(property(item, 'osType'));
  const name = textOf(property(item, 'extended.instanceView.osName')) ?? textOf(property(item, 'instanceView.osName'));
  if (name === undefined || family === undefined) return name ?? family;
  return name.toLowerCase().includes(family.toLowerCase()) ? name : `${name} (${family})`;
}

/** Resource Graph may leave the code empty while a machine changes: then the state is not known. */
function powerOf(resource: Resource, row: number, notes: Notes): MachineRecord['power'] {
  const { item } = resource;
  const statuses = listOf(property(item, 'instanceView.statuses'))
    .map((status) => textOf(at(status, 'code')))
    .filter((code) => /^powerstate\//i.test(code ?? ''));
  const written = [
    property(item, 'extended.instanceView.powerState.code'),
    ...statuses,
    property(item, 'powerState'),
    property(item, 'extended.instanceView.powerState.displayStatus'),
  ].map(textOf);
  const word = written.find((text) => text !== undefined);
  if (word === undefined) {
    notes.count('azure-power-state-missing', row, resource.name);
    return undefined;
  }
  const power = parsePower(word);
  if (power === undefined) notes.count('azure-power-state-unknown', row, word);
  return power;
}

function arcStatusOf(resource: Resource, row: number, notes: Notes): MachineRecord['arcStatus'] {
  const word = textOf(property(resource.item, 'status')) ?? textOf(property(resource.item, 'status.code'));
  if (word === undefined) {
    notes.count('azure-arc-status-missing', row, resource.name);
    return undefined;
  }
  const status = parseArcStatus(word);
  if (status === undefined) notes.count('azure-arc-status-unknown', row, word);
  // The agent reports while it is connected: that change is as old as the answer. Of the others it may be years old.
  const changed = status === 'connected' ? parseDate(property(resource.item, 'lastStatusChange')) : undefined;
  if (changed !== undefined) notes.sink.date(changed);
  return status;
}

/** The VM that an agent runs on by mistake: the agent itself reports it. */
function azureIdOf(detected: unknown): string | undefined {
  if (!isObject(detected)) return undefined;
  const entry = Object.entries(detected).find(([name]) => /^azure-?resource-?id$/i.test(name));
  const id = textOf(entry?.[1]);
  return id === undefined ? undefined : normaliseArmId(id);
}

function hasEsu(item: JsonObject): boolean | undefined {
  const assignment = lowerOf(property(item, 'licenseProfile.esuProfile.licenseAssignmentState'));
  return assignment === undefined ? undefined : assignment === 'assigned';
}

/** Software Assurance attested, or Windows Server pay-as-you-go. */
function hasSoftwareAssurance(item: JsonObject): boolean | undefined {
  const attested = parseFlag(property(item, 'licenseProfile.softwareAssurance.softwareAssuranceCustomer'));
  const subscription = lowerOf(property(item, 'licenseProfile.productProfile.subscriptionStatus'));
  if (attested === true || subscription === 'enabled') return true;
  return attested === undefined && subscription === undefined ? undefined : false;
}

function idAt(item: JsonObject, path: string): string | undefined {
  const id = textOf(property(item, path));
  return id === undefined ? undefined : normaliseArmId(id);
}
