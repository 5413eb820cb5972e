import { fold } from '../../../shared/text/fold.ts';

/** Names and numbers that many machines carry without being one: they join nothing. */
const NOBODY_NAMES = new Set([
  'localhost',
  'localhost.localdomain',
  'localhost.local',
  'unknown',
  'n/a',
  'none',
  '-',
  '',
]);
const NOBODY_DOMAINS = new Set(['workgroup', 'localdomain', 'local', 'localhost', 'n/a', 'none', '-', '']);
/** Loopback, link-local, unset, and the bridges that Docker and libvirt put on every host. */
const NOBODY_ADDRESSES = /^(?:127\.|169\.254\.|0\.0\.0\.0$|172\.17\.0\.1$|192\.168\.122\.1$|::1$|fe80:)/i;
/** SMBIOS UUIDs of boards that were never given their own: unset templates of firmware makers. One repeated byte is told by rule. */
const NOBODY_UUIDS = new Set([
  '03000200-0400-0500-0006-000700080009',
  '00020003-0004-0005-0006-000700080009',
  '4c4c4544-0000-2010-8020-80c04f202020',
  '12345678-1234-5678-90ab-cddeefaabbcc',
]);

const UUID = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4}-[0-9a-f]{12})$/;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const PLAIN = /^[\x21-\x7e]*$/;
const DEVICE_SUFFIX = /_[0-9a-f]{40}$/i;
/** azqr masks ids as `xxxxxxxx-xxxx-xxxx-xxxx-xxxxx` and the last seven characters. */
const MASK = /x{8}-x{4}-x{4}-x{4}-x{5}/;

/** `fold` with a short way for plain ASCII, which nearly every name is. */
export function foldName(name: string): string {
  return PLAIN.test(name) ? name.toLowerCase() : fold(name);
}

/** The host part of a name, folded; a name that is an IP address stays whole. Null when the name says nothing. */
export function shortName(name: string): string | null {
  const folded = foldName(name.replace(DEVICE_SUFFIX, ''));
  if (NOBODY_NAMES.has(folded)) return null;
  const dot = IPV4.test(folded) ? -1 : folded.indexOf('.');
  return dot > 0 ? folded.slice(0, dot) : folded;
}

/** The name without the device id that an `mdeServers` resource appends: `dc01_92d5…` is `dc01`. */
export function hostPart(name: string): string {
  return name.replace(DEVICE_SUFFIX, '');
}

/** A fully qualified name as a key; null when it has no dot, is an address, or belongs to nobody. */
export function fqdnKey(name: string | undefined): string | null {
  if (!name?.includes('.')) return null;
  const folded = foldName(name).replace(/\.$/, '');
  return !folded.includes('.') || IPV4.test(folded) || NOBODY_NAMES.has(folded) ? null : folded;
}

/** A domain as a scope of names; null for none and for `WORKGROUP`. */
export function domainKey(domain: string | undefined): string | null {
  if (domain === undefined) return null;
  const folded = foldName(domain);
  return NOBODY_DOMAINS.has(folded) ? null : folded;
}

export function addressKey(address: string): string | null {
  const folded = foldName(address);
  return folded === '' || folded === '-' || NOBODY_ADDRESSES.test(folded) ? null : folded;
}

/**
 * One text for both byte orders of an SMBIOS UUID (the first three groups may come swapped, see
 * https://knowledge.broadcom.com/external/article/344089/virtual-machine-uuid-format.html).
 * Null for what is no UUID, and for placeholders that many boards share.
 */
export function smbiosKey(uuid: string | undefined): string | null {
  const text = uuid?.trim().toLowerCase() ?? '';
  const parts = UUID.exec(text);
  if (!parts || isNobodysUuid(text)) return null;
  const [, first = '', second = '', third = '', rest = ''] = parts;
  const swapped = `${swapBytes(first)}-${swapBytes(second)}-${swapBytes(third)}-${rest}`;
  return text < swapped ? text : swapped;
}

/** True for ids that a tool has masked: two of them may be equal and mean two resources. */
export function isMasked(id: string | undefined): boolean {
  return id?.includes('xxxxx') === true && MASK.test(id);
}

function isNobodysUuid(text: string): boolean {
  const isMaybeRepeated = text.startsWith(text.slice(0, 2), 2);
  return NOBODY_UUIDS.has(text) || (isMaybeRepeated && text.replaceAll('-', '') === text.slice(0, 2).repeat(16));
}

function swapBytes(group: string): string {
  let swapped = '';
  for (let at = group.length - 2; at >= 0; at -= 2) swapped += group.slice(at, at + 2);
  return swapped;
}
