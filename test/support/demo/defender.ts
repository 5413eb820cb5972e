import { arcId, json, vmId } from './azure.ts';
import { ARC_SERVERS, AZURE_VMS, DEVICES, type Device } from './fleet.ts';
import { armId, DOMAIN, deviceId, guid, SUBSCRIPTIONS } from './ids.ts';
import { SYSTEMS } from './systems.ts';
import { csv } from './tables.ts';

/** Devices of the sales and research departments came as a CSV of the portal; all others through the API. */
const inPortal = ({ name, onboarding }: Device) =>
  name.startsWith('pc-') || onboarding === null || name.startsWith('kiosk');

/** GET /api/machines. */
export function machinesAnswer(): string {
  return json({
    '@odata.context': 'https://api.security.microsoft.com/api/$metadata#Machines',
    value: DEVICES.filter((device) => !inPortal(device)).map((device) => {
      const [osPlatform, version] = SYSTEMS[device.system].defender;
      return {
        id: idOf(device),
        mergedIntoMachineId: device.mergedInto ? deviceId(device.mergedInto) : null,
        isPotentialDuplication: false,
        isExcluded: device.isExcluded ?? false,
        computerDnsName: nameOf(device),
        firstSeen: '2025-06-12T01:02:03Z',
        lastSeen: device.lastSeen,
        osPlatform,
        osVersion: null,
        osProcessor: 'x64',
        version,
        agentVersion: device.sensor,
        lastIpAddress: device.address,
        healthStatus: device.health,
        onboardingStatus: device.onboarding,
        deviceValue: 'Normal',
        rbacGroupName: 'サーバー',
        riskScore: 'Low',
        exposureLevel: 'Medium',
        machineTags: device.tags ?? [],
        managedBy: 'MicrosoftDefenderForEndpoint',
        vmMetadata: metadataOf(device),
      };
    }),
  });
}

/** The portal's device inventory, exported. */
export function deviceInventory(): string {
  const header = [
    'Device ID',
    'Device name',
    'IP addresses',
    'Group',
    'Onboarding status',
    'Sensor health state',
    'Risk level',
    'Exposure level',
    'OS Platform',
    'OS Version',
    'First seen',
    'Last seen',
    'Tags',
    'Managed by',
  ];
  const rows = DEVICES.filter(inPortal).map((device) => {
    const [platform, version] = SYSTEMS[device.system].defender;
    return [
      idOf(device),
      nameOf(device),
      device.address,
      '営業・研究',
      device.onboarding ?? '',
      device.health,
      'Low',
      'Medium',
      platform,
      version,
      '2025-06-12T01:02:03Z',
      device.lastSeen,
      (device.tags ?? []).join(','),
      'Intune',
    ];
  });
  return csv([header, ...rows], { bom: true });
}

function idOf(device: Device): string {
  return deviceId(device.mergedInto ? `${device.name}/before` : device.name);
}

function nameOf(device: Device): string {
  return `${device.name}.${DOMAIN}`;
}

function metadataOf({ name, resource }: Device) {
  if (!resource) return null;
  const vm = AZURE_VMS.find((candidate) => candidate.name === name);
  const arc = ARC_SERVERS.find((candidate) => candidate.name === name);
  const unlisted = armId('dev', 'rg-dev', 'Microsoft.Compute/virtualMachines', name);
  const resourceId = resource === 'vm' && vm ? vmId(vm) : resource === 'arc' && arc ? arcId(arc) : unlisted;
  return {
    vmId: guid(`${resource === 'arc' ? 'arc' : 'vm'}/${name}`),
    cloudProvider: 'Azure',
    resourceId,
    // Often blank; the id says it.
    subscriptionId: resource === 'unlisted' ? SUBSCRIPTIONS.dev.id : '',
  };
}
