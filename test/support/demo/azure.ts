import { ARC_SERVERS, type ArcServer, AZURE_VMS, type AzureVm, DEVICES, SCALE_SETS, type ScaleSet } from './fleet.ts';
import { armId, CONNECTOR, DOMAIN, deviceId, guid, SUBSCRIPTIONS, type SubscriptionKey, TENANT } from './ids.ts';
import { SYSTEMS } from './systems.ts';

type Json = Readonly<Record<string, unknown>>;

export const vmId = (vm: AzureVm) => armId(vm.subscription, vm.group, 'Microsoft.Compute/virtualMachines', vm.name);
export const arcId = (arc: ArcServer) =>
  armId(arc.subscription, arc.group, 'Microsoft.HybridCompute/machines', arc.name);
const setId = (set: ScaleSet) =>
  armId(set.subscription, set.group, 'Microsoft.Compute/virtualMachineScaleSets', set.name);

const POWER = { running: 'VM running', stopped: 'VM stopped', deallocated: 'VM deallocated' } as const;

/** `az graph query` over two of the subscriptions and the connector: VMs, scale sets, directly onboarded servers. */
export function graphAnswer(): string {
  const vms = AZURE_VMS.filter(({ subscription }) => subscription !== 'plant').map((vm) =>
    row(vmId(vm), 'microsoft.compute/virtualmachines', vm, vmProperties(vm), { tags: vm.tags ?? null }),
  );
  const sets = SCALE_SETS.map((set) =>
    row(setId(set), 'microsoft.compute/virtualmachinescalesets', set, setProperties(set), {
      sku: { name: 'Standard_D4s_v5', tier: 'Standard', capacity: set.capacity },
      tags: set.tags ?? null,
    }),
  );
  const direct = DEVICES.filter(({ isDirect }) => isDirect).map(({ name, system }) =>
    row(
      `/subscriptions/${SUBSCRIPTIONS.shared.id}/providers/microsoft.security/mdeServers/${name}_${deviceId(name)}`,
      'microsoft.security/mdeservers',
      { subscription: 'shared', group: '', name: `${name}_${deviceId(name)}` },
      { osPlatform: SYSTEMS[system].defender[0] },
      { location: 'global' },
    ),
  );
  const connector = row(
    CONNECTOR,
    'microsoft.security/securityconnectors',
    { subscription: 'shared', group: 'rg-aws', name: 'aws-minato-shop' },
    {
      environmentName: 'AWS',
      hierarchyIdentifier: '000000000000',
      offerings: [
        { offeringType: 'CspmMonitorAws' },
        { offeringType: 'DefenderForServersAws', subPlan: { type: 'P1' } },
      ],
    },
  );
  const data = [...vms, ...sets, ...direct, connector];
  return json({ count: data.length, data, skip_token: null, total_records: data.length });
}

function row(
  id: string,
  type: string,
  place: { readonly subscription: SubscriptionKey; readonly group: string; readonly name: string },
  properties: Json,
  more: Json = {},
): Json {
  return {
    id,
    name: place.name,
    type,
    tenantId: TENANT,
    kind: '',
    location: 'japaneast',
    resourceGroup: place.group.toLowerCase(),
    subscriptionId: SUBSCRIPTIONS[place.subscription].id,
    managedBy: place.group.startsWith('databricks-rg-')
      ? armId(place.subscription, 'rg-analytics', 'Microsoft.Databricks/workspaces', 'dbw-quality')
      : '',
    properties,
    ...more,
  };
}

function vmProperties(vm: AzureVm): Json {
  const { family, image } = SYSTEMS[vm.system];
  return {
    vmId: guid(`vm/${vm.name}`),
    hardwareProfile: { vmSize: vm.size ?? 'Standard_D4s_v5' },
    storageProfile: {
      imageReference: image ? { publisher: image[0], offer: image[1], sku: image[2], version: 'latest' } : null,
      osDisk: family === '' ? {} : { osType: family },
    },
    osProfile: { computerName: vm.name.slice(0, 15) },
    virtualMachineScaleSet: vm.scaleSet
      ? { id: armId(vm.subscription, vm.group, 'Microsoft.Compute/virtualMachineScaleSets', vm.scaleSet) }
      : null,
    extended: {
      instanceView: { powerState: { code: `PowerState/${vm.power}`, displayStatus: POWER[vm.power] } },
    },
  };
}

function setProperties(set: ScaleSet): Json {
  const aks = [
    { name: 'AKSLinuxBilling', properties: { publisher: 'Microsoft.AKS', type: 'Compute.AKS.Linux.Billing' } },
  ];
  const [publisher, offer, sku] = SYSTEMS.ubuntu2204.image ?? ['', '', ''];
  return {
    orchestrationMode: set.mode,
    virtualMachineProfile: {
      storageProfile: { imageReference: { publisher, offer, sku }, osDisk: { osType: 'Linux' } },
      extensionProfile: { extensions: set.isAks ? aks : [] },
    },
  };
}

/** `az connectedmachine list`: flattened, with the ids as the service writes them. */
export function connectedMachines(): string {
  return json(
    ARC_SERVERS.map((arc) => {
      const { family, arc: osSku, arcVersion } = SYSTEMS[arc.system];
      const domain = arc.cloud ? 'ap-northeast-1.compute.internal' : DOMAIN;
      return {
        id: arcId(arc),
        name: arc.name,
        type: 'Microsoft.HybridCompute/machines',
        kind: arc.cloud ?? '',
        location: 'japaneast',
        resourceGroup: arc.group,
        identity: { tenantId: TENANT, type: 'SystemAssigned' },
        tags: arcTags(arc),
        vmId: guid(`arc/${arc.name}`),
        vmUuid: guid(`smbios/${arc.name}`).toUpperCase(),
        status: arc.status,
        lastStatusChange: arc.changed,
        agentVersion: arc.agent,
        osName: family.toLowerCase(),
        osType: family.toLowerCase(),
        osSku,
        osVersion: arcVersion,
        machineFqdn: `${arc.name}.${domain}`,
        domainName: family === 'Windows' ? domain : null,
        networkProfile: { networkInterfaces: [{ ipAddresses: [{ address: arc.address, ipAddressVersion: 'IPv4' }] }] },
        detectedProperties: {
          cloudprovider: arc.cloud ?? 'N/A',
          manufacturer: arc.cloud ? 'Amazon EC2' : 'VMware, Inc.',
          logicalCoreCount: '8',
        },
        licenseProfile: {
          esuProfile: {
            esuEligibility: arc.system === 'ws2012r2' ? 'Eligible' : 'Ineligible',
            licenseAssignmentState: arc.isEsuAssigned ? 'Assigned' : 'NotAssigned',
          },
          softwareAssurance: { softwareAssuranceCustomer: arc.isAttested ?? false },
        },
      };
    }),
  );
}

function arcTags(arc: ArcServer): Json {
  if (!arc.isByConnector) return arc.tags ?? {};
  return {
    ...arc.tags,
    AccountId: '000000000000',
    Cloud: 'AWS',
    InstanceId: `i-${guid(`ec2/${arc.name}`).slice(0, 8)}`,
    MDFCSecurityConnector: CONNECTOR,
  };
}

/** `az account list`. */
export function accountList(): string {
  return json(
    Object.values(SUBSCRIPTIONS).map(({ id, name }) => ({
      cloudName: 'AzureCloud',
      id,
      name,
      state: 'Enabled',
      tenantId: TENANT,
    })),
  );
}

const PLANS: Readonly<Record<SubscriptionKey, Json>> = {
  prod: {
    pricingTier: 'Standard',
    subPlan: 'P2',
    enforce: 'False',
    resourcesCoverageStatus: 'PartiallyCovered',
    freeTrialRemainingTime: 'PT0S',
    enablementTime: '2025-04-01T01:02:03Z',
    extensions: extensions({
      AgentlessVmScanning: true,
      FileIntegrityMonitoring: false,
      MdeDesignatedSubscription: false,
    }),
  },
  dev: {
    pricingTier: 'Standard',
    subPlan: 'P1',
    enforce: 'True',
    resourcesCoverageStatus: 'FullyCovered',
    freeTrialRemainingTime: 'P12DT4H',
    enablementTime: '2026-11-03T01:02:03Z',
    extensions: extensions({ MdeDesignatedSubscription: false }),
  },
  shared: {
    pricingTier: 'Standard',
    subPlan: 'P1',
    enforce: 'False',
    resourcesCoverageStatus: 'FullyCovered',
    freeTrialRemainingTime: 'PT0S',
    enablementTime: '2025-06-10T01:02:03Z',
    extensions: extensions({ MdeDesignatedSubscription: true }),
  },
  plant: {
    pricingTier: 'Free',
    enforce: 'False',
    resourcesCoverageStatus: 'NotCovered',
    freeTrialRemainingTime: 'P30D',
    extensions: extensions({ MdeDesignatedSubscription: false }),
  },
};

function extensions(states: Readonly<Record<string, boolean>>): readonly Json[] {
  return Object.entries(states).map(([name, isOn]) => ({ name, isEnabled: isOn ? 'True' : 'False' }));
}

/** The plan of every subscription, and Defender CSPM: answers of the pricings API, 2024-01-01. */
export function subscriptionPlans(): string {
  const value = (Object.keys(SUBSCRIPTIONS) as SubscriptionKey[]).flatMap((key) => {
    const scope = `/subscriptions/${SUBSCRIPTIONS[key].id}`;
    const cspm = {
      pricingTier: key === 'prod' ? 'Standard' : 'Free',
      freeTrialRemainingTime: 'PT0S',
      enforce: 'False',
    };
    return [pricing(scope, 'VirtualMachines', PLANS[key]), pricing(scope, 'CloudPosture', cspm)];
  });
  return json({ value });
}

function pricing(scope: string, name: string, properties: Json): Json {
  return {
    id: `${scope}/providers/Microsoft.Security/pricings/${name}`,
    name,
    type: 'Microsoft.Security/pricings',
    properties,
  };
}

/**
 * The plan of each machine of `minato-prod` and `minato-shared`, one answer a line. Those of the other two cannot differ
 * from their subscription: one enforces its plan, in the other all is off.
 */
export function machinePlans(): string {
  const machines = [
    ...AZURE_VMS.map((vm) => ({ id: vmId(vm), subscription: vm.subscription, own: vm.own })),
    ...ARC_SERVERS.map((arc) => ({ id: arcId(arc), subscription: arc.subscription, own: undefined })),
    ...SCALE_SETS.filter(({ mode }) => mode === 'Uniform').map((set) => ({
      id: setId(set),
      subscription: set.subscription,
      own: undefined,
    })),
  ];
  const inherited = { prod: 'P2', shared: 'P1' } as const;
  return machines
    .flatMap(({ id, subscription, own }) => {
      if (subscription !== 'prod' && subscription !== 'shared') return [];
      const inheritedFrom = own === undefined ? `/subscriptions/${SUBSCRIPTIONS[subscription].id}` : null;
      const plan = base(own ?? inherited[subscription]);
      const properties = { ...plan, inherited: own === undefined ? 'True' : 'False', inheritedFrom };
      return [`${JSON.stringify(pricing(id, 'VirtualMachines', properties))}\n`];
    })
    .join('');
}

function base(plan: 'P1' | 'P2' | 'off'): Json {
  return plan === 'off' ? { pricingTier: 'Free' } : { pricingTier: 'Standard', subPlan: plan };
}

const ASSIGNMENT = `/subscriptions/${SUBSCRIPTIONS.dev.id}/providers/Microsoft.Authorization/policyAssignments/servers-p1`;

/** `az policy assignment list --disable-scope-strict-match`, of all four subscriptions. */
export function policyAssignments(): string {
  const definition = (id: string) => `/providers/Microsoft.Authorization/policyDefinitions/${id}`;
  const tagging = Object.values(SUBSCRIPTIONS).map(({ id }) => ({
    id: `/subscriptions/${id}/providers/Microsoft.Authorization/policyAssignments/require-tag`,
    name: 'require-tag',
    displayName: 'タグ「環境」を必須にする',
    policyDefinitionId: definition('871b6d14-10aa-478d-b590-94f262ecfa99'),
    scope: `/subscriptions/${id}`,
    notScopes: [],
    parameters: { tagName: { value: '環境' } },
    enforcementMode: 'Default',
    type: 'Microsoft.Authorization/policyAssignments',
  }));
  const servers = {
    id: ASSIGNMENT,
    name: 'servers-p1',
    displayName: '開発環境: Defender for Servers プラン 1 を強制',
    policyDefinitionId: definition('5f57b753-04b4-4e5e-aa31-c8888984497a'),
    scope: `/subscriptions/${SUBSCRIPTIONS.dev.id}`,
    notScopes: [],
    parameters: { effect: { value: 'DeployIfNotExists' }, subPlan: { value: 'P1' } },
    enforcementMode: 'Default',
    type: 'Microsoft.Authorization/policyAssignments',
  };
  return json([...tagging, servers]);
}

/** `az policy exemption list`: one that has run out. */
export function policyExemptions(): string {
  return json([
    {
      id: `/subscriptions/${SUBSCRIPTIONS.dev.id}/providers/Microsoft.Authorization/policyExemptions/poc-2026h1`,
      name: 'poc-2026h1',
      displayName: '2026 年上期 PoC',
      policyAssignmentId: ASSIGNMENT,
      policyDefinitionReferenceIds: [],
      exemptionCategory: 'Waiver',
      expiresOn: '2026-06-30T15:00:00Z',
      type: 'Microsoft.Authorization/policyExemptions',
    },
  ]);
}

/** MDE extensions of virtual machines, as ARM lists them. */
export function vmExtensions(): string {
  const value = AZURE_VMS.filter(({ extension }) => extension).map((vm) => {
    const name = SYSTEMS[vm.system].family === 'Windows' ? 'MDE.Windows' : 'MDE.Linux';
    const failed = [
      { code: 'ProvisioningState/failed/25', level: 'Error', message: 'fanotify is used by another agent' },
    ];
    return {
      id: `${vmId(vm)}/extensions/${name}`,
      name,
      type: 'Microsoft.Compute/virtualMachines/extensions',
      location: 'japaneast',
      properties: {
        publisher: 'Microsoft.Azure.AzureDefenderForServers',
        type: name,
        provisioningState: vm.extension,
        ...(vm.extension === 'Failed' ? { instanceView: { statuses: failed } } : {}),
      },
    };
  });
  return json({ value });
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
