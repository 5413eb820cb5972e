import type { OperatingSystem } from '../model/index.ts';
import { fold } from '../text/fold.ts';
import {
  APPLIANCE_PUBLISHERS,
  CLIENT_PUBLISHERS,
  LINUX_LINES,
  PLAIN_NAMES,
  UBUNTU_CODE_NAMES,
  WINDOWS_BARE,
  WINDOWS_CLIENT_NAME,
  WINDOWS_SERVER_BARE,
  WINDOWS_SERVER_BUILDS,
  WINDOWS_SERVER_NAME,
} from './os-names.ts';
import { type EsuWindow, OS_PRODUCTS, OS_SOURCES, type OsProduct, type Support } from './os-products.ts';

export interface OsFacts {
  readonly osText?: string | undefined;
  readonly osVersion?: string | undefined;
  readonly image?: { readonly publisher: string; readonly offer: string; readonly sku: string } | undefined;
}

/** ESU through Arc at one date. `not-needed`: regular support lasts; `not-offered`: there is no such programme. */
type EsuState = 'not-needed' | 'available' | 'billed' | 'over' | 'not-offered' | 'unknown';

/** `extra`: only what the vendor sells or gives beyond its support (ESU, ELS, LTS). */
type LifecycleState = 'mainstream' | 'extended' | 'extra' | 'over' | 'unknown';

export interface OsSupport {
  readonly product: OsProduct | null;
  /** Defender for Endpoint supports it. */
  readonly defender: Support;
  /** The Azure Connected Machine agent supports it. */
  readonly arc: Support;
  readonly esu: EsuState;
  readonly esuWindow: EsuWindow | null;
  readonly lifecycle: LifecycleState;
  readonly source: string;
  readonly date: string;
}

/**
 * Tells the operating system from whatever a source writes about it. The product is null when it is not certain:
 * a bare "Linux" has a family and no product. What the guest says beats the image that it was made from.
 */
export function recogniseOperatingSystem(facts: OsFacts): OperatingSystem {
  const text = facts.osText?.trim() || imageText(facts.image);
  const publisher = fold(facts.image?.publisher ?? '');
  if (APPLIANCE_PUBLISHERS.some((name) => publisher.startsWith(name)))
    return told(text, PRODUCT_BY_ID.get('appliance'));
  const guest = recogniseText(facts.osText ?? '', facts.osVersion ?? '');
  const image = recogniseText(imageText(facts.image) ?? '', '');
  if (guest.product) return told(text, guest.product);
  if (CLIENT_PUBLISHERS.includes(publisher)) {
    return { text, family: 'windows', product: image.product?.id ?? null, role: 'client' };
  }
  if (image.product) return told(text, image.product);
  const family = guest.family === 'unknown' ? image.family : guest.family;
  const isServer = guest.isServer || image.isServer || family === 'linux';
  return { text, family, product: null, role: isServer ? 'server' : 'unknown' };
}

/** What Defender, Arc and the vendor support of a product on a day (ISO date). A product that is null is unknown throughout. */
export function supportOf(product: string | null, asOf: string): OsSupport {
  const row = product === null ? undefined : PRODUCT_BY_ID.get(product);
  if (!row) {
    return {
      product: null,
      defender: 'unknown',
      arc: 'unknown',
      esu: 'unknown',
      esuWindow: null,
      lifecycle: 'unknown',
      source: OS_SOURCES.defender.url,
      date: OS_SOURCES.defender.date,
    };
  }
  return {
    product: row,
    defender: row.defender,
    arc: row.arc,
    esu: esuState(row, asOf),
    esuWindow: row.esu,
    lifecycle: lifecycleState(row, asOf),
    source: row.family === 'linux' ? OS_SOURCES.defender.linux : OS_SOURCES.defender.url,
    date: OS_SOURCES.defender.date,
  };
}

/** The row of the product table; null when the id is none of ours. */
export function osProduct(id: string | null): OsProduct | null {
  return id === null ? null : (PRODUCT_BY_ID.get(id) ?? null);
}

const PRODUCT_BY_ID = new Map(OS_PRODUCTS.map((row) => [row.id, row]));

interface Recognised {
  readonly product: OsProduct | undefined;
  readonly family: OperatingSystem['family'];
  readonly isServer: boolean;
}

function recogniseText(written: string, writtenVersion: string): Recognised {
  const text = withoutNoise(written);
  const version = isKernel(writtenVersion) ? '' : withoutNoise(writtenVersion);
  const plain = PLAIN_NAMES.find((name) => name.names.test(text));
  if (plain) return known(PRODUCT_BY_ID.get(plain.product));
  const codeName = Object.keys(UBUNTU_CODE_NAMES).find((name) => new RegExp(`(?<![a-z])${name}(?![a-z])`).test(text));
  if (codeName) return known(PRODUCT_BY_ID.get(`ubuntu-${UBUNTU_CODE_NAMES[codeName]}`));
  return windows(text, writtenVersion) ?? linux(text, version);
}

function windows(text: string, version: string): Recognised | null {
  const server = serverProduct(text, version);
  if (server) return known(server);
  const client = WINDOWS_CLIENT_NAME.exec(text);
  if (client) return known(PRODUCT_BY_ID.get(`windows-${client[1]}`));
  if (WINDOWS_SERVER_BARE.test(text)) return { product: undefined, family: 'windows', isServer: true };
  return WINDOWS_BARE.test(text) ? { product: undefined, family: 'windows', isServer: false } : null;
}

function serverProduct(text: string, version: string): OsProduct | undefined {
  const named = WINDOWS_SERVER_NAME.exec(text);
  // `windows 8` is a client and `Oracle Linux Server 8` is none of Microsoft's: short years need a name that is Windows Server's own.
  if (named?.[1] && (named[1].length === 4 || /^win.*(?:server|svr|srv)|^ws|^w2k/.test(named[0]))) {
    return PRODUCT_BY_ID.get(`windows-server-${serverVersion(text, named[1], named[2])}`);
  }
  if (!WINDOWS_SERVER_BARE.test(text)) return undefined;
  const build = Object.keys(WINDOWS_SERVER_BUILDS).find((prefix) => version.startsWith(prefix));
  return build ? PRODUCT_BY_ID.get(`windows-server-${WINDOWS_SERVER_BUILDS[build]}`) : undefined;
}

const SHORT_YEARS: Readonly<Record<string, string>> = { '3': '2003', '8': '2008', '12': '2012' };

function serverVersion(text: string, written: string, r2: string | undefined): string {
  const year = written.length === 4 ? written : (SHORT_YEARS[written] ?? `20${written}`);
  if (r2 && (year === '2008' || year === '2012')) return `${year}-r2`;
  if (year === '2016' && /or later|以降/.test(text)) return '2016-or-later';
  // VMware's guest type "Microsoft Windows Server 2012 (64-bit)" stands for 2012 and 2012 R2.
  if (year === '2012' && /^microsoft windows server 2012 \(64 bit\)$/.test(text)) return '2012-or-r2';
  return year;
}

function linux(text: string, version: string): Recognised {
  const found = LINUX_LINES.map((line) => ({ line, match: line.names.exec(text) })).find((entry) => entry.match);
  if (!found?.match)
    return { product: undefined, family: /linux|unix/.test(text) ? 'linux' : 'unknown', isServer: false };
  const none: Recognised = { product: undefined, family: 'linux', isServer: true };
  // VMware's "CentOS 4/5 or later" and "Oracle Linux 4/5/6/7" name no version.
  if (/or later|\d\/\d/.test(text)) return none;
  const rest = text.slice(found.match.index + found.match[0].length).replace(/x86[ -]64|\d\d bit|gen ?\d/g, ' ');
  const told = found.line.version.exec(rest) ?? found.line.version.exec(version);
  if (!told?.[1]) return none;
  return { ...none, product: linuxProduct(found.line.line, told[1], told[2]) };
}

function linuxProduct(line: string, major: string, minor: string | undefined): OsProduct | undefined {
  const version = linuxVersion(line, major, minor);
  const rows = OS_PRODUCTS.filter((row) => row.line === line && row.version === version);
  if (minor === undefined || line === 'ubuntu') return rows[0];
  const at = Number(minor);
  return rows.find((row) => !row.minors || (at >= row.minors[0] && at <= row.minors[1]));
}

function linuxVersion(line: string, major: string, minor: string | undefined): string {
  if (line === 'ubuntu') return `${major}.${minor}`;
  // Fedora 33 to 42 are on Microsoft's list.
  if (line === 'fedora') return Number(major) >= 33 && Number(major) <= 42 ? 'supported' : major;
  // The first Amazon Linux counted by date: 2017.09, 2018.03.
  return line === 'amazon-linux' && /^201/.test(major) ? '1' : major;
}

function known(product: OsProduct | undefined): Recognised {
  return { product, family: product?.family ?? 'unknown', isServer: product?.role === 'server' };
}

function told(text: string | null, product: OsProduct | undefined): OperatingSystem {
  return { text, family: product?.family ?? 'unknown', product: product?.id ?? null, role: product?.role ?? 'unknown' };
}

function imageText(image: OsFacts['image']): string | null {
  return image ? `${image.publisher} ${image.offer} ${image.sku}` : null;
}

/** Folded; trade marks, and the punctuation that image offers use for blanks, gone. */
function withoutNoise(text: string): string {
  return fold(text.replace(/[®™]|\((?:r|tm)\)/gi, '').replace(/[_-]/g, ' '));
}

/** `5.15.0-1052` is a kernel, not a distribution's version. */
function isKernel(version: string): boolean {
  return /^\d+\.\d+\.\d+-/.test(version.trim());
}

function esuState(row: OsProduct, asOf: string): EsuState {
  if (!row.esu)
    return row.endOfSupport && asOf <= row.endOfSupport && row.family === 'windows' ? 'not-needed' : 'not-offered';
  if (asOf >= row.esu.overFrom) return 'over';
  if (asOf >= row.esu.billedFrom) return 'billed';
  return asOf >= row.esu.availableFrom ? 'available' : 'not-needed';
}

function lifecycleState(row: OsProduct, asOf: string): LifecycleState {
  if (!row.endOfSupport) return 'unknown';
  if (row.endOfMainstream && asOf <= row.endOfMainstream) return 'mainstream';
  if (asOf <= row.endOfSupport) return row.endOfMainstream ? 'extended' : 'mainstream';
  return row.endOfExtra && asOf <= row.endOfExtra ? 'extra' : 'over';
}
