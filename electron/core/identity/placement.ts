import type { MachineKind, Placement } from '../../../shared/model/index.ts';
import type { Cluster } from './clusters.ts';
import type { ArmKind } from './resources.ts';
import type { Row } from './rows.ts';

export const KIND_OF_PLACEMENT: Readonly<Record<Placement, MachineKind>> = {
  'azure-vm': 'azure-vm',
  databricks: 'azure-vm',
  'vmss-uniform': 'vmss',
  aks: 'vmss',
  arc: 'arc',
  'arc-connector': 'arc',
  'mde-direct': 'mde-direct',
  'mde-only': 'mde-only',
  'on-premises': 'on-premises',
};

/** Whether direct onboarding is switched on in a tenant. Unknown is not off. */
export type Switch = 'on' | 'off' | 'unknown';

/**
 * Where a machine stands. Azure before Arc: an Arc agent on an Azure VM is the VM. A device that only could be
 * onboarded has no sensor, and is known from a list like any other.
 */
export function placementOf(rows: readonly Row[], cluster: Cluster, directSwitch: Switch): Placement {
  const isSet = cluster.arm.set !== undefined || isOfKind(rows, 'set');
  const isVm = cluster.arm.vm !== undefined || isOfKind(rows, 'vm');
  if ((isSet || isVm) && rows.some((row) => row.record.isAksNodePool)) return 'aks';
  if (isSet) return 'vmss-uniform';
  if (isVm) return rows.some((row) => row.record.isDatabricks) ? 'databricks' : 'azure-vm';
  if (cluster.arm.arc !== undefined || isOfKind(rows, 'arc')) {
    return rows.some((row) => row.record.connectorId !== undefined) ? 'arc-connector' : 'arc';
  }
  if (rows.some((row) => row.record.source === 'mde-server')) return 'mde-direct';
  return placementOfDevice(rows, directSwitch);
}

/** Outside Azure and Arc, where a client is no server of ours (X2). */
export function isOutsideAzure(placement: Placement): boolean {
  return placement === 'mde-direct' || placement === 'mde-only' || placement === 'on-premises';
}

function isOfKind(rows: readonly Row[], kind: ArmKind): boolean {
  return rows.some((row) => row.kind === kind);
}

function placementOfDevice(rows: readonly Row[], directSwitch: Switch): Placement {
  const devices = rows.filter((row) => row.record.source === 'mde-device');
  if (devices.some((row) => row.record.sensorOnboarding === 'onboarded')) {
    return directSwitch === 'on' ? 'mde-direct' : 'mde-only';
  }
  return devices.some((row) => row.record.sensorOnboarding === undefined) ? 'mde-only' : 'on-premises';
}
