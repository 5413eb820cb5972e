import type { System } from './fleet.ts';

/** How each kind of source writes an operating system. Empty: that source does not tell. */
export interface Spelling {
  readonly family: 'Windows' | 'Linux' | '';
  /** Marketplace image: publisher, offer, sku. */
  readonly image: readonly [publisher: string, offer: string, sku: string] | null;
  readonly arc: string;
  readonly arcVersion: string;
  /** Defender for Endpoint: platform and version. */
  readonly defender: readonly [platform: string, version: string];
  readonly vmware: string;
  /** The company's own list; spelt as people spell it. */
  readonly list: string;
}

const WINDOWS = 'MicrosoftWindowsServer';

export const SYSTEMS: Readonly<Record<System, Spelling>> = {
  ws2003: windows('', '', '', ['', ''], 'Microsoft Windows Server 2003 Standard (32-bit)', 'Windows Server 2003 R2'),
  ws2008r2: windows(
    '',
    '',
    '',
    ['WindowsServer2008R2', ''],
    'Microsoft Windows Server 2008 R2 (64-bit)',
    'Windows Server 2008 R2 SP1',
  ),
  ws2012r2: windows(
    '2012-R2-Datacenter',
    'Windows Server 2012 R2 Standard',
    '6.3.9600.22318',
    ['WindowsServer2012R2', ''],
    'Microsoft Windows Server 2012 (64-bit)',
    'Windows Server 2012 R2',
  ),
  ws2016: windows(
    '2016-Datacenter',
    'Windows Server 2016 Standard',
    '10.0.14393.7428',
    ['WindowsServer2016', '1607'],
    'Microsoft Windows Server 2016 (64-bit)',
    'Windows Server 2016',
  ),
  ws2019: windows(
    '2019-Datacenter',
    'Windows Server 2019 Standard',
    '10.0.17763.6414',
    ['WindowsServer2019', '1809'],
    'Microsoft Windows Server 2019 (64-bit)',
    'Windows Server 2019 Standard',
  ),
  ws2022: windows(
    '2022-datacenter-azure-edition',
    'Windows Server 2022 Standard',
    '10.0.20348.2762',
    ['WindowsServer2022', '21H2'],
    'Microsoft Windows Server 2022 (64-bit)',
    'Ｗｉｎｄｏｗｓ Ｓｅｒｖｅｒ ２０２２',
  ),
  ws2025: windows(
    '2025-datacenter-azure-edition',
    'Windows Server 2025 Standard',
    '10.0.26100.2314',
    ['WindowsServer2025', '24H2'],
    'Microsoft Windows Server 2025 (64-bit)',
    'Windows Server 2025',
  ),
  win11: {
    ...windows('', '', '', ['Windows11', '24H2'], 'Microsoft Windows 11 (64-bit)', 'Windows 11 Pro'),
    image: ['MicrosoftWindowsDesktop', 'windows-11', 'win11-24h2-pro'],
  },
  rhel6: linux(null, '', ['', ''], 'Red Hat Enterprise Linux 6 (64-bit)', 'RHEL 6.10'),
  rhel8: linux(
    ['RedHat', 'RHEL', '8-lvm-gen2'],
    'Red Hat Enterprise Linux 8.10',
    ['RedHatEnterpriseLinux', '8.10'],
    'Red Hat Enterprise Linux 8 (64-bit)',
    'RHEL 8.10',
  ),
  rhel9: linux(
    ['RedHat', 'RHEL', '9-lvm-gen2'],
    'Red Hat Enterprise Linux 9.4',
    ['RedHatEnterpriseLinux', '9.4'],
    'Red Hat Enterprise Linux 9 (64-bit)',
    'RHEL 9.4',
  ),
  oracle8: linux(
    ['Oracle', 'Oracle-Linux', 'ol810-lvm-gen2'],
    'Oracle Linux Server 8.10',
    ['OracleLinux', '8.10'],
    'Oracle Linux 8 (64-bit)',
    'Oracle Linux 8',
  ),
  centos7: linux(null, 'CentOS Linux 7 (Core)', ['CentOS', '7.9'], 'CentOS 7 (64-bit)', 'CentOS 7.9'),
  ubuntu2004: ubuntu('20.04', '0001-com-ubuntu-server-focal', '20_04-lts-gen2'),
  ubuntu2204: ubuntu('22.04', '0001-com-ubuntu-server-jammy', '22_04-lts-gen2'),
  ubuntu2404: ubuntu('24.04', 'ubuntu-24_04-lts', 'server'),
  debian12: linux(
    ['Debian', 'debian-12', '12-gen2'],
    'Debian GNU/Linux 12 (bookworm)',
    ['Debian', '12'],
    'Debian GNU/Linux 12 (64-bit)',
    'Debian 12',
  ),
  amazon2023: linux(null, 'Amazon Linux 2023', ['AmazonLinux', '2023'], '', 'Amazon Linux 2023'),
  appliance: linux(['paloaltonetworks', 'vmseries-flex', 'byol'], '', ['', ''], '', ''),
  unknown: { family: '', image: null, arc: '', arcVersion: '', defender: ['', ''], vmware: '', list: '不明' },
};

function windows(
  sku: string,
  arc: string,
  arcVersion: string,
  defender: readonly [string, string],
  vmware: string,
  list: string,
): Spelling {
  return {
    family: 'Windows',
    image: sku === '' ? null : [WINDOWS, 'WindowsServer', sku],
    arc,
    arcVersion,
    defender,
    vmware,
    list,
  };
}

function linux(
  image: Spelling['image'],
  arc: string,
  defender: readonly [string, string],
  vmware: string,
  list: string,
): Spelling {
  return { family: 'Linux', image, arc, arcVersion: '5.14.0-427', defender, vmware, list };
}

function ubuntu(version: string, offer: string, sku: string): Spelling {
  return linux(
    ['Canonical', offer, sku],
    `Ubuntu ${version} LTS`,
    ['Ubuntu', version],
    'Ubuntu Linux (64-bit)',
    `Ubuntu ${version} LTS`,
  );
}
