import { describe, expect, it } from 'vitest';
import { compareVersions, correlationFloor } from '../../../shared/matrix/floors.ts';
import { recogniseOperatingSystem, supportOf } from '../../../shared/matrix/operating-systems.ts';
import { OS_PRODUCTS } from '../../../shared/matrix/os-products.ts';

const AS_OF = '2026-11-24';

const BY_TEXT: readonly (readonly [text: string, version: string, product: string | null, role: string])[] = [
  ['Windows Server 2019 Datacenter', '', 'windows-server-2019', 'server'],
  ['WindowsServer2016', '', 'windows-server-2016', 'server'],
  ['WindowsServer2019', '1809', 'windows-server-2019', 'server'],
  ['WindowsServer2012R2', '', 'windows-server-2012-r2', 'server'],
  ['WindowsServer2008R2', '', 'windows-server-2008-r2', 'server'],
  ['Microsoft Windows Server 2012 R2 (64-bit)', '', 'windows-server-2012-r2', 'server'],
  ['Microsoft Windows Server 2012 (64-bit)', '', 'windows-server-2012-or-r2', 'server'],
  ['Microsoft Windows Server 2016 or later (64-bit)', '', 'windows-server-2016-or-later', 'server'],
  ['Microsoft Windows Server 2022 (64-bit)', '', 'windows-server-2022', 'server'],
  ['Windows Server 2012 Standard', '', 'windows-server-2012', 'server'],
  ['Windows Server® 2008 R2 Enterprise', '', 'windows-server-2008-r2', 'server'],
  ['Windows Server 2008', '', 'windows-server-2008', 'server'],
  ['Ｗｉｎｄｏｗｓ　Ｓｅｒｖｅｒ　２０１９', '', 'windows-server-2019', 'server'],
  ['Windows 2016', '', 'windows-server-2016', 'server'],
  ['Win2012 R2', '', 'windows-server-2012-r2', 'server'],
  ['WS2022', '', 'windows-server-2022', 'server'],
  ['Windows Svr 19', '', 'windows-server-2019', 'server'],
  ['W2K19', '', 'windows-server-2019', 'server'],
  ['WindowsServer', '10.0.17763.6414', 'windows-server-2019', 'server'],
  ['windows', '10.0.17763.6414', null, 'unknown'],
  ['Windows', '', null, 'unknown'],
  ['Windows Server', '', null, 'server'],
  ['Azure Stack HCI', '23H2', 'azure-local', 'server'],
  ['Microsoft Hyper-V Server 2019', '', 'hyper-v-server', 'appliance'],
  ['Windows 10 Enterprise multi-session', '', 'windows-10', 'client'],
  ['Windows11', '22H2', 'windows-11', 'client'],
  ['Microsoft Windows 10 (64-bit)', '', 'windows-10', 'client'],
  ['Windows 8.1', '', 'windows-8.1', 'client'],
  ['macOS', '14', 'macos', 'client'],
  ['Ubuntu 22.04.3 LTS', '', 'ubuntu-22.04', 'server'],
  ['Ubuntu', '20.04', 'ubuntu-20.04', 'server'],
  ['ubuntu', '16.04', 'ubuntu-16.04', 'server'],
  ['ubuntu', '5.15.0-1052', null, 'server'],
  ['Ubuntu Linux (64-bit)', '', null, 'server'],
  ['Red Hat Enterprise Linux 8 (64-bit)', '', 'rhel-8', 'server'],
  ['Red Hat Enterprise Linux Server release 7.9 (Maipo)', '', 'rhel-7', 'server'],
  ['RHEL7.1', '', 'rhel-7-before-2', 'server'],
  ['RedHatEnterpriseLinux', '9.4', 'rhel-9', 'server'],
  ['CentOS', '7.9', 'centos-7', 'server'],
  ['CentOS Linux 7', '', 'centos-7', 'server'],
  ['CentOS 4/5 or later (64-bit)', '', null, 'server'],
  ['CentOS Stream 9', '', 'centos-stream-9', 'server'],
  ['Oracle Linux Server 8.6', '', 'oracle-linux-8', 'server'],
  ['Oracle Linux 4/5/6/7 (64-bit)', '', null, 'server'],
  ['SUSE Linux Enterprise Server 15 SP4', '', 'sles-15-sp4-5', 'server'],
  ['SUSE Linux Enterprise 15 (64-bit)', '', 'sles-15', 'server'],
  ['SUSE Linux Enterprise Server 12', '', 'sles-12', 'server'],
  ['SLES 12 SP5', '', 'sles-12-sp5', 'server'],
  ['Debian GNU/Linux 12 (bookworm)', '', 'debian-12', 'server'],
  ['Amazon Linux 2 (64-bit)', '', 'amazon-linux-2', 'server'],
  ['Amazon Linux AMI 2018.03', '', 'amazon-linux-1', 'server'],
  ['Amazon Linux 2023', '', 'amazon-linux-2023', 'server'],
  ['Rocky Linux 8.6', '', 'rocky-8-before-7', 'server'],
  ['AlmaLinux 9.3', '', 'almalinux-9', 'server'],
  ['Fedora 40', '', 'fedora-supported', 'server'],
  ['Linux', '', null, 'server'],
  ['Other 3.x or later Linux (64-bit)', '', null, 'server'],
  ['VMware Photon OS (64-bit)', '', 'photon', 'appliance'],
  ['FreeBSD 12 or later versions (64-bit)', '', 'freebsd', 'appliance'],
  ['不明', '', null, 'unknown'],
];

describe('recogniseOperatingSystem', () => {
  it.each(BY_TEXT)('%s %s → %s', (osText, osVersion, product, role) => {
    expect(recogniseOperatingSystem({ osText, osVersion })).toMatchObject({ text: osText, product, role });
  });

  it.each([
    ['MicrosoftWindowsServer', 'WindowsServer', '2019-datacenter-gensecond', 'windows-server-2019', 'server'],
    ['MicrosoftWindowsServer', 'WindowsServer', '2012-R2-Datacenter', 'windows-server-2012-r2', 'server'],
    ['MicrosoftWindowsServer', 'WindowsServer', '2022-datacenter-azure-edition', 'windows-server-2022', 'server'],
    ['microsoftsqlserver', 'sql2019-ws2022', 'enterprise', 'windows-server-2022', 'server'],
    ['MicrosoftWindowsDesktop', 'windows-11', 'win11-23h2-avd', 'windows-11', 'client'],
    ['MicrosoftWindowsDesktop', 'office-365', 'win10-22h2-avd-m365-g2', 'windows-10', 'client'],
    ['Canonical', '0001-com-ubuntu-server-jammy', '22_04-lts-gen2', 'ubuntu-22.04', 'server'],
    ['Canonical', 'UbuntuServer', '18.04-LTS', 'ubuntu-18.04', 'server'],
    ['Canonical', 'ubuntu-24_04-lts', 'server', 'ubuntu-24.04', 'server'],
    ['RedHat', 'RHEL', '79-gen2', 'rhel-7', 'server'],
    ['RedHat', 'RHEL', '8_4', 'rhel-8', 'server'],
    ['RedHat', 'RHEL', '8-lvm-gen2', 'rhel-8', 'server'],
    ['OpenLogic', 'CentOS', '7_9', 'centos-7', 'server'],
    ['Oracle', 'Oracle-Linux', 'ol84-lvm-gen2', 'oracle-linux-8', 'server'],
    ['SUSE', 'sles-15-sp4', 'gen2', 'sles-15-sp4-5', 'server'],
    ['Debian', 'debian-11', '11-backports-gen2', 'debian-11', 'server'],
    ['almalinux', 'almalinux-x86_64', '8-gen2', 'almalinux-8', 'server'],
    ['microsoftcblmariner', 'cbl-mariner', 'cbl-mariner-2', 'mariner-2', 'server'],
    ['paloaltonetworks', 'vmseries-flex', 'byol', 'appliance', 'appliance'],
    ['fortinet', 'fortinet_fortigate-vm_v5', 'fortinet_fg-vm', 'appliance', 'appliance'],
    ['f5-networks', 'f5-big-ip-byol', 'f5-big-all', 'appliance', 'appliance'],
    ['cisco', 'cisco-csr-1000v', '16_12-byol', 'appliance', 'appliance'],
  ])('image %s / %s / %s → %s', (publisher, offer, sku, product, role) => {
    const os = recogniseOperatingSystem({ osText: 'Linux', image: { publisher, offer, sku } });
    expect([os.product, os.role]).toEqual([product, role]);
  });

  it('what the guest says beats the image that it was made from', () => {
    const image = { publisher: 'MicrosoftWindowsServer', offer: 'WindowsServer', sku: '2016-Datacenter' };
    expect(recogniseOperatingSystem({ osText: 'Windows Server 2022 Datacenter', image }).product).toBe(
      'windows-server-2022',
    );
    expect(recogniseOperatingSystem({ osText: 'Windows', image }).product).toBe('windows-server-2016');
    expect(recogniseOperatingSystem({})).toEqual({ text: null, family: 'unknown', product: null, role: 'unknown' });
  });
});

describe('supportOf', () => {
  it('knows the routes of every product', () => {
    const routes = (product: string) => [supportOf(product, AS_OF).defender, supportOf(product, AS_OF).arc];
    expect(routes('windows-server-2008-r2')).toEqual(['yes', 'no']);
    expect(routes('windows-server-2012')).toEqual(['no', 'yes']);
    expect(routes('hyper-v-server')).toEqual(['no', 'no']);
    expect(routes('centos-7')).toEqual(['yes', 'no']);
    expect(supportOf(null, AS_OF)).toMatchObject({
      defender: 'unknown',
      arc: 'unknown',
      esu: 'unknown',
      lifecycle: 'unknown',
    });
  });

  it('reads ESU by date', () => {
    const esu = (product: string, date: string) => supportOf(product, date).esu;
    expect(esu('windows-server-2012-r2', '2026-10-12')).toBe('billed');
    expect(esu('windows-server-2012-r2', '2026-10-13')).toBe('over');
    expect(esu('windows-server-2016', '2026-08-02')).toBe('not-needed');
    expect(esu('windows-server-2016', '2026-11-24')).toBe('available');
    expect(esu('windows-server-2016', '2027-01-13')).toBe('billed');
    expect(esu('windows-server-2016', '2030-01-13')).toBe('over');
    expect(esu('windows-server-2022', AS_OF)).toBe('not-needed');
    expect(esu('ubuntu-22.04', AS_OF)).toBe('not-offered');
  });

  it('reads the lifecycle by date', () => {
    const lifecycle = (product: string) => supportOf(product, AS_OF).lifecycle;
    expect(lifecycle('windows-server-2025')).toBe('mainstream');
    expect(lifecycle('windows-server-2022')).toBe('extended');
    expect(lifecycle('windows-server-2012-r2')).toBe('over');
    expect(lifecycle('ubuntu-20.04')).toBe('extra');
    expect(lifecycle('debian-11')).toBe('over');
  });

  it('has one row for each id', () => {
    expect(new Set(OS_PRODUCTS.map((row) => row.id)).size).toBe(OS_PRODUCTS.length);
  });
});

describe('correlation floor', () => {
  it('differs by product, and takes the higher where the product is not certain', () => {
    expect(correlationFloor('windows-server-2019', 'windows')?.version).toBe('10.8555');
    expect(correlationFloor('windows-server-2016', 'windows')?.version).toBe('10.8560');
    expect(correlationFloor(null, 'windows')?.version).toBe('10.8560');
    expect(correlationFloor('ubuntu-22.04', 'linux', 'arm64')?.version).toBe('30.101.25022.004');
    expect(correlationFloor('windows-server-2008-r2', 'windows')).toBeNull();
  });

  it('compares versions by number', () => {
    expect(compareVersions('10.8555.19041', '10.8555')).toBeGreaterThan(0);
    expect(compareVersions('30.101.23052.009', '30.101.23052.0010')).toBeLessThan(0);
    expect(compareVersions('30.124082.4', '30.101.23052.009')).toBeGreaterThan(0);
    expect(compareVersions('1.9', '1.62')).toBeLessThan(0);
    expect(compareVersions('10.8560', '10.8560')).toBe(0);
  });
});
