import { osProduct } from './operating-systems.ts';

/** The lowest Defender sensor version that Defender for Cloud correlates with Arc; older ones may be billed twice. */
export interface CorrelationFloor {
  readonly products:
    | 'windows-server-2019-and-later'
    | 'windows-server-2016-and-2012-r2'
    | 'linux-amd64'
    | 'linux-arm64';
  readonly version: string;
}

/** Source: https://learn.microsoft.com/azure/defender-for-cloud/onboard-machines-with-defender-for-endpoint, 2026-06-17 */
const CORRELATION_FLOORS: readonly CorrelationFloor[] = [
  { products: 'windows-server-2019-and-later', version: '10.8555' },
  { products: 'windows-server-2016-and-2012-r2', version: '10.8560' },
  { products: 'linux-amd64', version: '30.101.23052.009' },
  { products: 'linux-arm64', version: '30.101.25022.004' },
];

const OLDER_WINDOWS = new Set(['windows-server-2016', 'windows-server-2012-r2']);
const NEWER_WINDOWS = new Set(['windows-server-2025', 'windows-server-2022', 'windows-server-2019']);

/**
 * The floor that holds for a product. Where the product is not certain, the higher of the family's floors; null when the
 * family is not known either. Linux counts as AMD64 unless told otherwise.
 */
export function correlationFloor(
  product: string | null,
  family: 'windows' | 'linux' | 'unknown',
  architecture: 'amd64' | 'arm64' = 'amd64',
): CorrelationFloor | null {
  const kind = osProduct(product)?.family ?? family;
  if (kind === 'linux') return floor(architecture === 'arm64' ? 'linux-arm64' : 'linux-amd64');
  if (kind !== 'windows') return null;
  if (product !== null && NEWER_WINDOWS.has(product)) return floor('windows-server-2019-and-later');
  if (product === null || OLDER_WINDOWS.has(product) || product === 'windows-server-2016-or-later') {
    return floor('windows-server-2016-and-2012-r2');
  }
  return null;
}

/** Compares dotted version numbers part by part: negative when `left` is older. */
export function compareVersions(left: string, right: string): number {
  const a = left.split('.');
  const b = right.split('.');
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = Number.parseInt(a[index] ?? '0', 10) - Number.parseInt(b[index] ?? '0', 10);
    if (difference !== 0) return Number.isNaN(difference) ? 0 : difference;
  }
  return 0;
}

function floor(products: CorrelationFloor['products']): CorrelationFloor | null {
  return CORRELATION_FLOORS.find((entry) => entry.products === products) ?? null;
}
