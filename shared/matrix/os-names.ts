/**
 * How operating systems are written, as data: guest agents, Resource Graph, Defender for Endpoint, RVTools, Azure images,
 * and hand-made lists. Patterns meet text that was folded (no case, no width) and cleared of noise words.
 */

export interface OsLine {
  readonly line: string;
  readonly names: RegExp;
  /** How a version is written after the name; group 1 the version, group 2 the minor or service pack. */
  readonly version: RegExp;
}

const MAJOR_MINOR = /(?<![\d.])(\d{1,2})(?:[. ](\d{1,2}))?(?!\d)/;

/** Red Hat's image skus write `79` for 7.9 and `86` for 8.6. */
const COMPACT_MAJOR_MINOR = /(?<![\d.])([6-9]|10)[. ]?(\d{1,2})?(?!\d)/;

/** The first line whose name occurs holds, so narrower names stand first. */
export const LINUX_LINES: readonly OsLine[] = [
  { line: 'centos-stream', names: /centos ?stream/, version: MAJOR_MINOR },
  { line: 'centos', names: /cent ?os(?: linux)?/, version: COMPACT_MAJOR_MINOR },
  { line: 'oracle-linux', names: /oracle ?linux(?: ?server)?|(?<![a-z])ol(?=\d)/, version: COMPACT_MAJOR_MINOR },
  { line: 'rocky', names: /rocky ?linux|rocky/, version: COMPACT_MAJOR_MINOR },
  { line: 'almalinux', names: /alma ?linux|alma/, version: COMPACT_MAJOR_MINOR },
  { line: 'rhel', names: /red ?hat(?: ?enterprise ?linux)?|rhel/, version: COMPACT_MAJOR_MINOR },
  { line: 'ubuntu', names: /ubuntu/, version: /(?<!\d)(\d{2})[. ]?(0[4-9]|10)(?!\d)/ },
  { line: 'debian', names: /debian/, version: MAJOR_MINOR },
  {
    line: 'sles',
    names: /(?<!open)suse ?linux(?: ?enterprise)?|suselinux|sles|(?<!open)suse(?![a-z])/,
    version: /(?<![\d.])(\d{2})(?: ?sp ?|[. ])?(\d)?(?!\d)/,
  },
  { line: 'amazon-linux', names: /amazon ?linux|amzn/, version: /(?<![\d.])(2023|2018|2017|2|1)(?!\d)/ },
  { line: 'fedora', names: /fedora/, version: MAJOR_MINOR },
  { line: 'mariner', names: /mariner/, version: MAJOR_MINOR },
  { line: 'azure-linux', names: /azure ?linux/, version: MAJOR_MINOR },
];

/** Ubuntu's code names stand in image offers instead of a version. */
export const UBUNTU_CODE_NAMES: Readonly<Record<string, string>> = {
  trusty: '14.04',
  xenial: '16.04',
  bionic: '18.04',
  focal: '20.04',
  jammy: '22.04',
  noble: '24.04',
};

/** Windows Server by the year that follows one of its names; `2012` and `2008` may be R2. */
export const WINDOWS_SERVER_NAME =
  /(?:windows ?(?:server|svr|srv)?|win ?(?:server|svr|srv)?|(?<![a-z])(?:server|ws|w2k))(?: ?standard| ?datacenter| ?version)* ?(2003|2008|2012|2016|2019|2022|2025|16|19|22|25|3|8|12)(?!\d)(?:[ -]?(r2))?/;

/** A server without a year, and what can be a Windows at all. */
export const WINDOWS_SERVER_BARE = /windows ?(?:server|svr|srv)|win ?(?:svr|srv)|ウィンドウズ ?サーバ/;
export const WINDOWS_BARE = /windows|(?<![a-z])win(?:\d|[^a-z]|$)|microsoft ?win/;

/** Builds that tell a Windows Server's year. https://learn.microsoft.com/windows/release-health/windows-server-release-info */
export const WINDOWS_SERVER_BUILDS: Readonly<Record<string, string>> = {
  '6.1.7601': '2008-r2',
  '6.2.9200': '2012',
  '6.3.9600': '2012-r2',
  '10.0.14393': '2016',
  '10.0.17763': '2019',
  '10.0.20348': '2022',
  '10.0.26100': '2025',
};

/** Names that leave no doubt, before anything else is looked at. */
export const PLAIN_NAMES: readonly { readonly names: RegExp; readonly product: string }[] = [
  { names: /hyper ?v server/, product: 'hyper-v-server' },
  { names: /azure ?(?:stack ?hci|local)/, product: 'azure-local' },
  { names: /photon/, product: 'photon' },
  { names: /esxi?(?![a-z])/, product: 'esxi' },
  { names: /freebsd/, product: 'freebsd' },
  { names: /mac ?os|os ?x(?![a-z])|darwin/, product: 'macos' },
  { names: /(?<![a-z])ios(?![a-z])|ipados/, product: 'ios' },
  { names: /android/, product: 'android' },
];

/** Windows clients; group 1 the version. Looked at only where no server's name was found. */
export const WINDOWS_CLIENT_NAME = /(?:windows|(?<![a-z])win) ?(11|10|8\.1|8|7|vista|xp)(?![\d.])/;

/**
 * Publishers of Azure images whose machines run no operating system of the customer's: firewalls, load balancers and
 * other appliances. A name is met at the start of the publisher's.
 */
export const APPLIANCE_PUBLISHERS: readonly string[] = [
  'paloaltonetworks',
  'fortinet',
  'f5-networks',
  'checkpoint',
  'cisco',
  'barracudanetworks',
  'citrix',
  'netapp',
  'juniper-networks',
  'sophos',
  'kemptech',
  'riverbed',
  'silver-peak-systems',
  'silverpeak',
  'aruba',
  'arubanetworks',
  'vmware-inc',
  'velocloud',
  'versa-networks',
  'zscaler',
  'a10networks',
  'radware',
  'imperva',
  'infoblox',
  'bluecatnetworks',
  'netgate',
  'sonicwall',
  'watchguard-technologies',
  'forcepoint',
  'aviatrix-systems',
  'arista-networks',
  'commvault',
  'dellemc',
  'rubrik-inc',
  'cohesity',
];

/** Image publishers and offers of Windows clients. */
export const CLIENT_PUBLISHERS: readonly string[] = ['microsoftwindowsdesktop'];
