/**
 * Operating systems as dated data: what Defender for Endpoint supports, what the Arc agent supports, and how long the
 * vendor keeps each alive. `no` for a product that the newest list seen does not name: Microsoft calls such
 * distributions unsupported. Dates are ISO, the last day of support.
 */

/** Where the columns of this table come from, and of when. */
export const OS_SOURCES = {
  defender: {
    url: 'https://learn.microsoft.com/defender-endpoint/minimum-requirements',
    linux: 'https://learn.microsoft.com/defender-endpoint/mde-linux-prerequisites',
    date: '2026-05-26',
  },
  arc: { url: 'https://learn.microsoft.com/azure/azure-arc/servers/prerequisites', date: '2025-10-15' },
  esu: {
    url: 'https://learn.microsoft.com/azure/azure-arc/servers/billing-extended-security-updates',
    date: '2026-07-16',
  },
  lifecycle: { url: 'https://endoflife.date', date: '2026-08-22' },
  client: {
    url: 'https://learn.microsoft.com/azure/defender-for-cloud/integration-defender-for-endpoint',
    date: '2025-05-01',
  },
} as const;

export type Support = 'yes' | 'no' | 'unknown';

/** Extended Security Updates through Arc: when they can be taken, when they are billed, when they end. */
export interface EsuWindow {
  readonly availableFrom: string;
  readonly billedFrom: string;
  /** First day without them. */
  readonly overFrom: string;
  readonly minimumArcAgent: string | null;
  readonly needsSoftwareAssurance: boolean;
}

export interface OsProduct {
  readonly id: string;
  readonly name: string;
  readonly family: 'windows' | 'linux' | 'unknown';
  readonly role: 'server' | 'client' | 'appliance';
  /** Line of products, and the version in it by which it is recognised. */
  readonly line: string;
  readonly version: string;
  /** Minor versions or service packs that this row covers, inclusive; absent: all. */
  readonly minors?: readonly [number, number] | undefined;
  readonly defender: Support;
  readonly arc: Support;
  readonly endOfMainstream: string | null;
  readonly endOfSupport: string | null;
  /** Last day of what the vendor sells or gives after that: ESU, ELS, LTS, Ubuntu Pro. */
  readonly endOfExtra: string | null;
  readonly esu: EsuWindow | null;
}

type Dates = readonly [mainstream: string | null, support: string | null, extra?: string | null];

const ESU_2008_R2: EsuWindow = {
  availableFrom: '2020-01-14',
  billedFrom: '2020-01-15',
  overFrom: '2023-01-10',
  minimumArcAgent: null,
  needsSoftwareAssurance: true,
};
const ESU_2012: EsuWindow = {
  availableFrom: '2023-09-01',
  billedFrom: '2023-10-11',
  overFrom: '2026-10-13',
  minimumArcAgent: '1.34',
  needsSoftwareAssurance: true,
};
const ESU_2016: EsuWindow = {
  availableFrom: '2026-08-03',
  billedFrom: '2027-01-13',
  overFrom: '2030-01-13',
  minimumArcAgent: '1.62',
  needsSoftwareAssurance: true,
};

/** One row for each product; where rows of one version differ by minor, the first holds when the minor is not known. */
export const OS_PRODUCTS: readonly OsProduct[] = [
  windowsServer('2025', 'yes', 'yes', ['2029-11-13', '2034-11-14']),
  windowsServer('2022', 'yes', 'yes', ['2026-10-13', '2031-10-14']),
  windowsServer('2019', 'yes', 'yes', ['2024-01-09', '2029-01-09']),
  // VMware's "2016 or later": any of the four above and below, all of which both agents support.
  windowsServer('2016-or-later', 'yes', 'yes', [null, null]),
  windowsServer('2016', 'yes', 'yes', ['2022-01-11', '2027-01-12', '2030-01-12'], ESU_2016),
  windowsServer('2012-r2', 'yes', 'yes', ['2018-10-09', '2023-10-10', '2026-10-12'], ESU_2012),
  // VMware has one name for 2012 and 2012 R2; Defender for Endpoint supports R2 only.
  windowsServer('2012-or-r2', 'unknown', 'yes', ['2018-10-09', '2023-10-10', '2026-10-12'], ESU_2012),
  windowsServer('2012', 'no', 'yes', ['2018-10-09', '2023-10-10', '2026-10-12'], ESU_2012),
  windowsServer('2008-r2', 'yes', 'no', ['2015-01-13', '2020-01-14', '2023-01-09'], ESU_2008_R2),
  windowsServer('2008', 'no', 'no', ['2015-01-13', '2020-01-14']),
  windowsServer('2003', 'no', 'no', ['2010-07-13', '2015-07-14']),
  { ...windowsServer('azure-local', 'yes', 'unknown', [null, null]), id: 'azure-local', name: 'Azure Local' },
  {
    ...windowsServer('hyper-v', 'no', 'no', [null, null]),
    id: 'hyper-v-server',
    name: 'Hyper-V Server',
    role: 'appliance',
  },
  windowsClient('11'),
  windowsClient('10'),
  windowsClient('8.1'),
  windowsClient('8'),
  windowsClient('7'),
  windowsClient('vista'),
  windowsClient('xp'),
  client('macos', 'macOS'),
  client('ios', 'iOS'),
  client('android', 'Android'),

  linux('rhel', 'Red Hat Enterprise Linux', '10', 'yes', 'yes', ['2030-05-31', '2035-05-31', '2039-05-31']),
  linux('rhel', 'Red Hat Enterprise Linux', '9', 'yes', 'yes', ['2027-05-31', '2032-05-31', '2036-05-31']),
  linux('rhel', 'Red Hat Enterprise Linux', '8', 'yes', 'yes', ['2024-05-31', '2029-05-31', '2033-05-31']),
  linux('rhel', 'Red Hat Enterprise Linux', '7', 'yes', 'yes', ['2019-08-06', '2024-06-30', '2029-05-31'], [2, 99]),
  linux('rhel', 'Red Hat Enterprise Linux', '7', 'no', 'yes', ['2019-08-06', '2024-06-30', '2029-05-31'], [0, 1]),
  linux('rhel', 'Red Hat Enterprise Linux', '6', 'no', 'no', [null, '2020-11-30']),
  linux('rhel', 'Red Hat Enterprise Linux', '5', 'no', 'no', [null, '2017-03-31']),
  linux('centos', 'CentOS Linux', '8', 'yes', 'no', [null, '2021-12-31']),
  linux('centos', 'CentOS Linux', '7', 'yes', 'no', [null, '2024-06-30'], [2, 99]),
  linux('centos', 'CentOS Linux', '7', 'no', 'no', [null, '2024-06-30'], [0, 1]),
  linux('centos', 'CentOS Linux', '6', 'no', 'no', [null, '2020-11-30']),
  linux('centos', 'CentOS Linux', '5', 'no', 'no', [null, '2017-03-31']),
  linux('centos-stream', 'CentOS Stream', '10', 'yes', 'no', [null, null]),
  linux('centos-stream', 'CentOS Stream', '9', 'yes', 'no', [null, null]),
  linux('centos-stream', 'CentOS Stream', '8', 'yes', 'no', [null, null]),
  linux('oracle-linux', 'Oracle Linux', '10', 'no', 'yes', [null, null]),
  linux('oracle-linux', 'Oracle Linux', '9', 'yes', 'yes', [null, '2032-06-30']),
  linux('oracle-linux', 'Oracle Linux', '8', 'yes', 'yes', [null, '2029-07-31']),
  linux('oracle-linux', 'Oracle Linux', '7', 'yes', 'yes', [null, '2024-12-31', '2028-06-30'], [2, 99]),
  linux('oracle-linux', 'Oracle Linux', '7', 'no', 'yes', [null, '2024-12-31', '2028-06-30'], [0, 1]),
  linux('oracle-linux', 'Oracle Linux', '6', 'no', 'no', [null, null]),
  linux('rocky', 'Rocky Linux', '9', 'yes', 'yes', ['2027-05-31', '2032-05-31'], [2, 99]),
  linux('rocky', 'Rocky Linux', '9', 'no', 'yes', ['2027-05-31', '2032-05-31'], [0, 1]),
  linux('rocky', 'Rocky Linux', '8', 'yes', 'yes', ['2024-05-31', '2029-05-31'], [7, 99]),
  linux('rocky', 'Rocky Linux', '8', 'no', 'yes', ['2024-05-31', '2029-05-31'], [0, 6]),
  linux('almalinux', 'AlmaLinux', '9', 'yes', 'yes', ['2027-05-31', '2032-05-31'], [2, 99]),
  linux('almalinux', 'AlmaLinux', '9', 'no', 'yes', ['2027-05-31', '2032-05-31'], [0, 1]),
  linux('almalinux', 'AlmaLinux', '8', 'yes', 'yes', ['2024-05-31', '2029-05-31'], [4, 99]),
  linux('almalinux', 'AlmaLinux', '8', 'no', 'yes', ['2024-05-31', '2029-05-31'], [0, 3]),
  linux('ubuntu', 'Ubuntu', '26.04', 'no', 'yes', [null, null]),
  linux('ubuntu', 'Ubuntu', '24.04', 'yes', 'yes', [null, '2029-05-31', '2036-05-31']),
  linux('ubuntu', 'Ubuntu', '22.04', 'yes', 'yes', [null, '2027-04-01', '2032-04-30']),
  linux('ubuntu', 'Ubuntu', '20.04', 'yes', 'yes', [null, '2025-05-31', '2030-04-30']),
  linux('ubuntu', 'Ubuntu', '18.04', 'yes', 'yes', [null, '2023-05-31', '2028-04-30']),
  linux('ubuntu', 'Ubuntu', '16.04', 'yes', 'no', [null, '2021-04-30']),
  linux('ubuntu', 'Ubuntu', '14.04', 'no', 'no', [null, '2019-04-30']),
  linux('debian', 'Debian', '13', 'yes', 'yes', [null, '2028-08-09', '2030-06-30']),
  linux('debian', 'Debian', '12', 'yes', 'yes', [null, '2026-07-11', '2028-06-30']),
  linux('debian', 'Debian', '11', 'yes', 'yes', [null, '2024-08-14', '2026-08-31']),
  linux('debian', 'Debian', '10', 'yes', 'no', [null, null]),
  linux('debian', 'Debian', '9', 'yes', 'no', [null, null]),
  linux('debian', 'Debian', '8', 'no', 'no', [null, null]),
  // The Arc agent takes SLES 12 SP5 and 15 SP4 to SP7; a service pack that is not known may be an older one.
  linux('sles', 'SUSE Linux Enterprise Server', '15', 'yes', 'unknown', [null, null], [3, 3]),
  linux('sles', 'SUSE Linux Enterprise Server', '15', 'yes', 'yes', [null, '2031-07-31', '2034-07-31'], [7, 7]),
  linux('sles', 'SUSE Linux Enterprise Server', '15', 'yes', 'yes', [null, '2025-12-31', '2028-12-31'], [6, 6]),
  linux('sles', 'SUSE Linux Enterprise Server', '15', 'yes', 'yes', [null, null], [4, 5]),
  linux('sles', 'SUSE Linux Enterprise Server', '15', 'yes', 'no', [null, null], [0, 2]),
  linux('sles', 'SUSE Linux Enterprise Server', '12', 'yes', 'unknown', [null, null], [99, 99]),
  linux('sles', 'SUSE Linux Enterprise Server', '12', 'yes', 'yes', [null, '2024-10-31', '2027-10-31'], [5, 5]),
  linux('sles', 'SUSE Linux Enterprise Server', '12', 'yes', 'no', [null, null], [0, 4]),
  linux('sles', 'SUSE Linux Enterprise Server', '11', 'no', 'no', [null, null]),
  linux('amazon-linux', 'Amazon Linux', '2023', 'yes', 'yes', [null, '2029-06-30']),
  linux('amazon-linux', 'Amazon Linux', '2', 'yes', 'yes', [null, '2026-06-30']),
  linux('amazon-linux', 'Amazon Linux', '1', 'no', 'no', [null, null]),
  linux('fedora', 'Fedora', 'supported', 'yes', 'no', [null, null]),
  linux('mariner', 'CBL-Mariner', '2', 'yes', 'no', [null, null]),
  linux('azure-linux', 'Azure Linux', '3', 'no', 'yes', [null, null]),

  appliance('appliance', 'Appliance', 'linux'),
  appliance('photon', 'VMware Photon OS', 'linux'),
  appliance('freebsd', 'FreeBSD', 'unknown'),
  appliance('esxi', 'VMware ESXi', 'unknown'),
];

function windowsServer(version: string, defender: Support, arc: Support, dates: Dates, esu: EsuWindow | null = null) {
  const name = `Windows Server ${version.replaceAll('-', ' ').replace('r2', 'R2')}`;
  return product(
    { id: `windows-server-${version}`, name, family: 'windows', line: 'windows-server', version },
    defender,
    arc,
    dates,
    esu,
  );
}

function windowsClient(version: string): OsProduct {
  return { ...client(`windows-${version}`, `Windows ${version}`), family: 'windows', line: 'windows', version };
}

function client(id: string, name: string): OsProduct {
  const base = { id, name, family: 'unknown', line: id, version: '' } as const;
  return { ...product(base, 'no', 'no', [null, null]), role: 'client' };
}

function appliance(id: string, name: string, family: OsProduct['family']): OsProduct {
  return { ...product({ id, name, family, line: id, version: '' }, 'no', 'no', [null, null]), role: 'appliance' };
}

function linux(
  line: string,
  name: string,
  version: string,
  defender: Support,
  arc: Support,
  dates: Dates,
  minors?: readonly [number, number],
): OsProduct {
  const base = {
    id: `${line}-${version}${minorSuffix(line, minors)}`,
    name: line === 'fedora' ? `${name} 33–42` : `${name} ${version}${minorName(line, minors)}`,
    family: 'linux',
    line,
    version,
    minors,
  } as const;
  return product(base, defender, arc, dates);
}

/** `sles-15-sp4`, `rhel-7-before-2`; the ordinary row of a version has no suffix. */
function minorSuffix(line: string, minors: readonly [number, number] | undefined): string {
  if (!minors || minors[1] === 99) return '';
  if (line === 'sles') return minors[0] === 3 ? '' : `-sp${minors[0]}${minors[0] === minors[1] ? '' : `-${minors[1]}`}`;
  return `-before-${minors[1] + 1}`;
}

function minorName(line: string, minors: readonly [number, number] | undefined): string {
  const suffix = minorSuffix(line, minors);
  if (suffix === '' || !minors) return '';
  return line === 'sles' ? suffix.replace('-sp', ' SP') : ` (before .${minors[1] + 1})`;
}

function product(
  base: Pick<OsProduct, 'id' | 'name' | 'family' | 'line' | 'version' | 'minors'>,
  defender: Support,
  arc: Support,
  dates: Dates,
  esu: EsuWindow | null = null,
): OsProduct {
  const [endOfMainstream, endOfSupport, endOfExtra = null] = dates;
  return { ...base, role: 'server', defender, arc, endOfMainstream, endOfSupport, endOfExtra, esu };
}
