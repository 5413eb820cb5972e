import type { OperatingSystem } from './operating-system.ts';
import type { ArcStatus, PowerState, SensorHealth, SensorOnboarding } from './record.ts';
import type { Known, KnownPlan, MachineKind, Placement } from './words.ts';

/** How sure a key is that two records are one machine. */
export const CONFIDENCES = ['certain', 'strong', 'weak', 'manual'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The keys that join records, strongest first: the order is the rule. */
export const KEY_NAMES = [
  'resource-id',
  'mde-device-id',
  'linked-resource-id',
  'vm-id',
  'smbios-uuid',
  'fqdn',
  'device-name',
  'group-name',
  'scope-name',
  /** Short name and IP address together. */
  'name-address',
  'manual',
  'short-name',
] as const;
export type KeyName = (typeof KEY_NAMES)[number];

export interface MachineKey {
  readonly key: KeyName;
  readonly value: string;
  readonly confidence: Confidence;
}

/** Where one piece of evidence about a machine stands. */
export interface EvidenceRef {
  /** Id of the evidence (file or sync). */
  readonly id: string;
  readonly file: string;
  readonly format: string;
  readonly sheet: string | null;
  readonly row: number;
  /** ISO 8601, as in `Evidence.date`. */
  readonly date: string;
}

/** Today's plan of one machine. `explicit`: set on the machine itself, not inherited. */
export interface TodayPlan {
  readonly plan: KnownPlan;
  readonly explicit: Known<boolean>;
}

/** One server, one row: what all sources together say. Uniform scale sets and AKS pools are one row with a capacity. */
export interface Machine {
  /** Made when the machine first appears; stays through re-import, merge (the older one stays) and split. */
  readonly id: string;
  readonly name: string;
  readonly kind: MachineKind;
  readonly placement: Placement;
  readonly capacity: number;
  readonly os: OperatingSystem;

  readonly tenantId: string | null;
  /** Lower-cased id; null when unknown or outside Azure. A machine of a connector also carries its `connectorId`. */
  readonly subscriptionId: string | null;
  readonly subscriptionName: string | null;
  readonly connectorId: string | null;
  readonly resourceGroup: string | null;
  readonly resourceId: string | null;
  readonly mdeDeviceId: string | null;
  readonly smbiosUuid: string | null;
  readonly vmId: string | null;
  readonly fqdn: string | null;
  readonly location: string | null;
  readonly ipAddresses: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly cores: number | null;

  readonly power: PowerState | null;
  readonly arcStatus: ArcStatus | null;
  readonly arcAgentVersion: string | null;
  readonly sensorHealth: SensorHealth | null;
  readonly sensorOnboarding: SensorOnboarding | null;
  readonly sensorVersion: string | null;
  /** ISO 8601; the newest sighting in any source. */
  readonly lastSeen: string | null;
  readonly hasEsu: boolean;
  readonly hasSoftwareAssurance: boolean;
  /** True when a direct onboarding and an Arc machine (or VM) are one server and the sensor is older than the correlation floor. */
  readonly mayBeBilledTwice: boolean;
  readonly today: TodayPlan;

  readonly keys: readonly MachineKey[];
  readonly evidence: readonly EvidenceRef[];
}

/** Two or more machines that may be one; only offered. */
export interface MergeOffer {
  readonly machines: readonly string[];
  readonly key: KeyName;
  readonly confidence: Confidence;
}

/** Machines that somebody said are not one, so that they are not offered; those that are there at present. */
export interface DeclinedOffer {
  readonly machines: readonly string[];
  /** Position of that word among the decisions of the project. */
  readonly decision: number;
}

/** A row that is not a server, or is counted elsewhere; it left the list with a reason. */
export interface ExcludedMachine {
  /** Of a client (X2): the id that it has in the list once a person's override takes it back in. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly rule: 'X2' | 'X3';
  /** Code of the reason in `shared/i18n/labels`, e.g. `template`, `client-os`, `flexible-scale-set`. */
  readonly reason: string;
  readonly file: string;
  readonly row: number;
}

/** The state in one word: the one that decides about billing for this kind of machine. */
export function stateOf(machine: Pick<Machine, 'placement' | 'power' | 'arcStatus' | 'sensorHealth'>): string {
  switch (machine.placement) {
    case 'arc':
    case 'arc-connector':
      return machine.arcStatus ?? 'unknown';
    case 'mde-direct':
    case 'mde-only':
      return machine.sensorHealth ?? 'unknown';
    default:
      return machine.power ?? 'unknown';
  }
}

/** Has a Defender for Endpoint sensor. "Can be onboarded" is none. */
export function hasSensor(machine: Pick<Machine, 'sensorOnboarding' | 'placement'>): boolean {
  return machine.sensorOnboarding === 'onboarded' || machine.placement === 'mde-direct';
}
