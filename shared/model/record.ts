import type { KnownPlan } from './words.ts';

/**
 * What a source says, before anybody compares it with other sources.
 * One record for each row that was understood; a row that was not becomes a finding.
 * Ids are lower-cased and trimmed by whoever makes the record; absent values are left out.
 */
export type SourceRecord =
  | MachineRecord
  | SubscriptionRecord
  | PlanRecord
  | PolicyAssignmentRecord
  | PolicyExemptionRecord
  | ExtensionRecord
  | ListEntryRecord
  | PriceRecord
  | UsageRecord
  | ConnectorRecord
  | ReadRecord;

export type RecordType = SourceRecord['type'];

export interface RecordPlace {
  /** 1-based: line of a text file, row of a sheet, position of a JSON item. */
  readonly row: number;
  readonly sheet?: string | undefined;
}

/** What sort of row told about the machine. */
export const MACHINE_SOURCES = [
  /** An Azure virtual machine: ARM, Resource Graph, `az vm list`, the portal's list. */
  'azure-vm',
  /** A virtual machine scale set, uniform or flexible. */
  'vmss',
  /** An Azure Arc-enabled server. */
  'arc',
  /** A `microsoft.security/mdeServers` resource: directly onboarded. */
  'mde-server',
  /** A Defender for Endpoint device. */
  'mde-device',
  /** A virtual machine in VMware (RVTools). */
  'vmware',
  /** A line of a list: Azure Migrate, Arc bulk list, the customer's own sheet. */
  'list',
] as const;
export type MachineSource = (typeof MACHINE_SOURCES)[number];

/** Azure's VM power states, and "on"/"off" for machines outside Azure. */
export const POWER_STATES = [
  'starting',
  'running',
  'stopping',
  'stopped',
  'deallocating',
  'deallocated',
  'on',
  'off',
] as const;
export type PowerState = (typeof POWER_STATES)[number];

export const ARC_STATUSES = ['connected', 'connecting', 'disconnected', 'expired', 'error'] as const;
export type ArcStatus = (typeof ARC_STATUSES)[number];

/** Defender for Endpoint `healthStatus`, in lower case with dashes. */
export const SENSOR_HEALTHS = [
  'active',
  'inactive',
  'impaired-communication',
  'no-sensor-data',
  'no-sensor-data-impaired-communication',
  'unknown',
] as const;
export type SensorHealth = (typeof SENSOR_HEALTHS)[number];

export const SENSOR_ONBOARDINGS = ['onboarded', 'can-be-onboarded', 'unsupported', 'insufficient-info'] as const;
export type SensorOnboarding = (typeof SENSOR_ONBOARDINGS)[number];

/** One source's view of one machine. */
export interface MachineRecord extends RecordPlace {
  readonly type: 'machine';
  readonly source: MachineSource;
  /** The name as the source writes it (not lower-cased). */
  readonly name: string;

  // Keys, strongest first.
  /** ARM id, lower-cased. For an mde-server the id of the mdeServers resource. */
  readonly resourceId?: string | undefined;
  /** Defender for Endpoint device id: 40 hexadecimal digits, lower-cased. */
  readonly mdeDeviceId?: string | undefined;
  /** Of a Defender device: the ARM id in `vmMetadata` or `AzureResourceId`, lower-cased. */
  readonly linkedResourceId?: string | undefined;
  /** Azure's or Arc's `vmId` (also `vmMetadata.vmId`, `AzureVmId`), lower-cased. */
  readonly vmId?: string | undefined;
  /** SMBIOS UUID, lower-cased with dashes; either byte order. */
  readonly smbiosUuid?: string | undefined;
  /** Fully qualified domain name, lower-cased; only when it has a dot. */
  readonly fqdn?: string | undefined;

  // Scope.
  readonly tenantId?: string | undefined;
  readonly subscriptionId?: string | undefined;
  /** As written, when the source names the subscription. */
  readonly subscriptionName?: string | undefined;
  /** Lower-cased. */
  readonly resourceGroup?: string | undefined;
  readonly location?: string | undefined;
  /** Active Directory or DNS domain, lower-cased. */
  readonly domain?: string | undefined;

  // State.
  readonly osText?: string | undefined;
  readonly osVersion?: string | undefined;
  readonly image?: { readonly publisher: string; readonly offer: string; readonly sku: string } | undefined;
  readonly power?: PowerState | undefined;
  readonly arcStatus?: ArcStatus | undefined;
  readonly arcAgentVersion?: string | undefined;
  readonly sensorHealth?: SensorHealth | undefined;
  readonly sensorOnboarding?: SensorOnboarding | undefined;
  /** Version of the Defender sensor. */
  readonly sensorVersion?: string | undefined;
  /** ISO 8601; when the source last saw the machine. */
  readonly lastSeen?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly ipAddresses?: readonly string[] | undefined;
  readonly vmSize?: string | undefined;
  readonly cores?: number | undefined;
  /** Instances of a scale set. */
  readonly capacity?: number | undefined;
  readonly orchestration?: 'uniform' | 'flexible' | undefined;
  /** Of a VM: the flexible scale set that it is an instance of, lower-cased ARM id. */
  readonly scaleSetId?: string | undefined;
  readonly isAksNodePool?: boolean | undefined;
  readonly isDatabricks?: boolean | undefined;
  /** Id of the AWS or GCP security connector, from the tag `MDFCSecurityConnector`. */
  readonly connectorId?: string | undefined;
  readonly cloudProvider?: 'azure' | 'aws' | 'gcp' | 'arc' | 'other' | undefined;
  /** Active ESU licence assigned through Arc. */
  readonly hasEsu?: boolean | undefined;
  /** Software Assurance attested, or pay-as-you-go, through Arc. */
  readonly hasSoftwareAssurance?: boolean | undefined;
  /** Today's Defender plan, where the same row tells it. */
  readonly plan?: KnownPlan | undefined;
  readonly isPlanExplicit?: boolean | undefined;

  /** What an exported plan decided; plans are made anew, and this is only compared with the new one. */
  readonly decided?: { readonly method: string; readonly plan: string } | undefined;

  // Why it may not be a server at all.
  readonly notServer?: 'template' | 'vcls' | 'placeholder' | 'device-type' | undefined;
  /** Of a Defender device: merged into another record, duplicate, or excluded by the customer. */
  readonly discarded?: 'merged' | 'duplicate' | 'excluded' | undefined;
  readonly mergedIntoDeviceId?: string | undefined;
}

/** A subscription's id and name, learnt from a row that carries both. */
export interface SubscriptionRecord extends RecordPlace {
  readonly type: 'subscription';
  readonly subscriptionId: string;
  readonly subscriptionName?: string | undefined;
  readonly tenantId?: string | undefined;
}

/** One Microsoft.Security/pricings answer, at subscription, machine or connector scope. */
export interface PlanRecord extends RecordPlace {
  readonly type: 'plan';
  readonly scope: 'subscription' | 'machine' | 'connector';
  /** `/subscriptions/<id>`, or the machine's or connector's ARM id; lower-cased. */
  readonly scopeId: string;
  readonly subscriptionId?: string | undefined;
  readonly subscriptionName?: string | undefined;
  readonly tenantId?: string | undefined;
  /** `VirtualMachines` (Defender for Servers) or `CloudPosture` (Defender CSPM); others are not kept. */
  readonly planName: 'VirtualMachines' | 'CloudPosture';
  /** Standard without sub-plan is P2 (recorded behaviour) unless the API version is too old to say: then unknown. */
  readonly plan: KnownPlan;
  readonly enforce?: boolean | undefined;
  readonly isInherited?: boolean | undefined;
  readonly coverage?: 'FullyCovered' | 'PartiallyCovered' | 'NotCovered' | undefined;
  /** Whole days, rounded up; 0 when the trial is over. */
  readonly trialDaysLeft?: number | undefined;
  readonly isDesignated?: boolean | undefined;
  readonly isAgentlessScanOn?: boolean | undefined;
}

export interface PolicyAssignmentRecord extends RecordPlace {
  readonly type: 'policy-assignment';
  readonly assignmentId: string;
  readonly name: string;
  /** Last segment of the definition's id, lower-cased (a GUID for built-in ones). */
  readonly definitionId: string;
  readonly isInitiative: boolean;
  /** Of an initiative: ids of the plan policies in it, lower-cased. Absent: what it holds was not told. */
  readonly memberDefinitionIds?: readonly string[] | undefined;
  /** ARM scope, lower-cased: subscription, management group, resource group or resource. */
  readonly scope: string;
  readonly notScopes: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
  readonly isEnforced: boolean;
}

export interface PolicyExemptionRecord extends RecordPlace {
  readonly type: 'policy-exemption';
  readonly assignmentId: string;
  /** The scope that the exemption holds for, lower-cased. */
  readonly scope: string;
  readonly expiresOn?: string | undefined;
  readonly definitionReferenceIds: readonly string[];
}

/** A VM or Arc extension: state of an agent on a machine that is known otherwise. */
export interface ExtensionRecord extends RecordPlace {
  readonly type: 'extension';
  readonly machineResourceId?: string | undefined;
  readonly machineName?: string | undefined;
  readonly subscriptionId?: string | undefined;
  readonly subscriptionName?: string | undefined;
  /** E.g. `MDE.Windows`, `MDE.Linux`. */
  readonly extension: string;
  readonly publisher?: string | undefined;
  readonly state: 'succeeded' | 'failed' | 'in-progress' | 'unknown';
  readonly error?: string | undefined;
}

/** A name on a named list ("P2 targets"), from pasted names, `target.csv` or a marked column. */
export interface ListEntryRecord extends RecordPlace {
  readonly type: 'list-entry';
  readonly list: string;
  readonly name: string;
  readonly resourceGroup?: string | undefined;
  readonly subscriptionId?: string | undefined;
  readonly resourceId?: string | undefined;
}

/** One retail price. */
export interface PriceRecord extends RecordPlace {
  readonly type: 'price';
  /** Id of the meter in our price book, see `shared/cost/meters.ts`. */
  readonly meter: string;
  readonly meterName: string;
  /** Decimal string. */
  readonly unitPrice: string;
  readonly unit: string;
  readonly currency: string;
  /** Lower-cased; empty for all regions. */
  readonly region: string;
  /** ISO date from which the price holds. */
  readonly effective?: string | undefined;
}

/** Billed hours of one resource on one day, from cost details. */
export interface UsageRecord extends RecordPlace {
  readonly type: 'usage';
  readonly subscriptionId: string;
  readonly resourceId: string;
  readonly meterName: string;
  /** Decimal strings. */
  readonly quantity: string;
  readonly cost: string;
  readonly currency: string;
  readonly date: string;
  readonly unitPrice?: string | undefined;
}

/** An AWS or GCP security connector, with its plan. */
export interface ConnectorRecord extends RecordPlace {
  readonly type: 'connector';
  readonly connectorId: string;
  readonly name: string;
  readonly cloud: 'aws' | 'gcp' | 'other';
  readonly subscriptionId: string;
  readonly tenantId?: string | undefined;
  readonly plan: KnownPlan;
}

/**
 * That something was asked, whatever came back: for a query answer without rows, "nothing there"
 * is knowledge, and different from "not asked".
 */
export interface ReadRecord extends RecordPlace {
  readonly type: 'read';
  readonly what: ReadTopic;
  /** Absent: the whole tenant. */
  readonly subscriptionId?: string | undefined;
  readonly tenantId?: string | undefined;
  /** Only part of the answer came: records of this evidence do not prove that all was read. */
  readonly isPartial?: boolean | undefined;
}

export const READ_TOPICS = ['machines', 'plans', 'machinePlans', 'policies', 'defender'] as const;
export type ReadTopic = (typeof READ_TOPICS)[number];
