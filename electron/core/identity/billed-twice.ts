import { compareVersions, correlationFloor } from '../../../shared/matrix/floors.ts';
import type { OperatingSystem } from '../../../shared/model/index.ts';
import type { Switch } from './placement.ts';
import type { Row } from './rows.ts';

/**
 * Whether a machine in Azure or Arc that is also directly onboarded may be billed twice: its sensor is older than the
 * version from which Defender for Cloud sees that the two are one. Directly onboarded is what stands among `mdeServers`;
 * and, while the tenant's switch is on, a device that Defender does not link with the resource.
 * `unclear`: among `mdeServers`, but the sensor's version or the system's floor is not known.
 */
export function machineBilledTwice(
  rows: readonly Row[],
  os: OperatingSystem,
  sensorVersion: string | null,
  directSwitch: Switch,
): 'may' | 'no' | 'unclear' {
  const isDirect = rows.some((row) => row.record.source === 'mde-server');
  if (!isDirect && !(directSwitch === 'on' && isUnlinkedDevice(rows))) return 'no';
  const floor = correlationFloor(os.product, os.family);
  if (!floor || sensorVersion === null) return isDirect ? 'unclear' : 'no';
  return compareVersions(sensorVersion, floor.version) < 0 ? 'may' : 'no';
}

function isUnlinkedDevice(rows: readonly Row[]): boolean {
  const devices = rows.filter(({ record }) => record.source === 'mde-device');
  return (
    devices.some(({ record }) => record.sensorOnboarding === 'onboarded') && devices.every((row) => row.linked === null)
  );
}
