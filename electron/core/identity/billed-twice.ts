import { compareVersions, correlationFloor } from '../../../shared/matrix/floors.ts';
import type { OperatingSystem } from '../../../shared/model/index.ts';
import type { Row } from './rows.ts';

/**
 * Whether a machine in Azure or Arc that is also directly onboarded may be billed twice: its sensor is older than the
 * version from which Defender for Cloud sees that the two are one.
 * `unclear`: both, but the sensor's version or the system's floor is not known.
 */
export function machineBilledTwice(
  rows: readonly Row[],
  os: OperatingSystem,
  sensorVersion: string | null,
): 'may' | 'no' | 'unclear' {
  if (!rows.some((row) => row.record.source === 'mde-server')) return 'no';
  const floor = correlationFloor(os.product, os.family);
  if (!floor || sensorVersion === null) return 'unclear';
  return compareVersions(sensorVersion, floor.version) < 0 ? 'may' : 'no';
}
