import { isIPv6 } from 'node:net';
import { isGuid, parseArmId } from '../../../../../../shared/text/arm-id.ts';
import { fold } from '../../../../../../shared/text/fold.ts';
import { isCircle, readMark } from './marks.ts';
import { readPowerWord } from './words.ts';

/** What the text of one cell looks like, whatever the header says. */

const OS_WORDS =
  /windows|\bwin ?(?:server|svr|20\d\d|1[01]\b)|\bws ?20\d\d|\bw2k|linux|red ?hat|\brhel|cent ?os|ubuntu|debian|suse|\bsles|\bol[6-9]|solaris|\baix\b|hp-?ux|\bunix\b|esxi|mac ?os|freebsd|フォトン|photon os/;
const IPV4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/g;
const HOST = /^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;
const VM_SIZE = /^(?:standard|basic)_[a-z]|^[a-z]\d[a-z0-9]*\.(?:nano|micro|small|medium|\d*x?large|metal)/;

/** A cell that says nothing: empty, a dash, 不明, N/A. */
export function isBlank(text: string): boolean {
  // Most cells are told apart by their first letter; folding every one would cost half of the reading time.
  if (text !== '' && !/^[-‐‑‒–—―−ー_.?・…*\s#ntu未な無不該\uff00-\uffef]/i.test(text)) return false;
  return /^(?:[-‐‑‒–—―−ー－_.?？・…*]*|n\/?a|null|none|なし|無し|無|未定|未設定|不明|未確認|該当なし|tbd|unknown|#n\/a)$/.test(
    fold(text),
  );
}

/** `同上`, `〃`, `↑`: the value of the row above. */
export function isDitto(text: string): boolean {
  if (!/^[同〃々″”"'`↑ds]/i.test(text)) return false;
  return /^(?:同上|〃|々|″|”|"|''|``|↑|ditto|same as above)$/.test(fold(text)) || text.trim() === '〃';
}

/** Every IP address in a cell, in order, without a prefix length. */
export function ipAddresses(text: string): readonly string[] {
  const plain = text.normalize('NFKC');
  const v6 = plain
    .toLowerCase()
    .split(/[\s,;、/()[\]|%]+/)
    .filter((token) => isIPv6(token));
  return [...new Set([...(plain.match(IPV4) ?? []), ...v6])];
}

export function looksLikeIp(text: string): boolean {
  return ipAddresses(text).length > 0;
}

/** A cell without the addresses in it: of `web01 (10.0.0.1)` the name. */
export function withoutIps(text: string): string {
  if (!looksLikeIp(text)) return text;
  const plain = text.normalize('NFKC').replace(IPV4, ' ');
  return plain.replace(/[\s/(),;:]+/g, ' ').trim();
}

/** Addresses and nothing beside them that could be a name. */
export function isOnlyIp(text: string): boolean {
  return looksLikeIp(text) && !/\p{L}/u.test(withoutIps(text));
}

export function looksLikeOs(text: string): boolean {
  return OS_WORDS.test(fold(text));
}

/** One word of letters, digits, dashes and dots with at least one letter: what DNS or NetBIOS would take. */
export function isHostShaped(text: string): boolean {
  const word = fold(text);
  return HOST.test(word) && /[a-z]/.test(word) && !VM_SIZE.test(word) && !isGuid(word);
}

/** Host-shaped and with the digit, dash or dot that names of servers have and plain words have not. */
export function looksLikeHost(text: string): boolean {
  const word = fold(text);
  return (
    isHostShaped(word) && /[a-z]/.test(word) && /[\d.-]/.test(word) && !/^v?\d+(?:\.\d+)*$/.test(word) && !isDate(word)
  );
}

export function looksLikeFqdn(text: string): boolean {
  const word = fold(text);
  return isHostShaped(word) && /^[^.]+\.[^.]+/.test(word) && /[a-z]{2}$/.test(word);
}

export function looksLikeArmId(text: string): boolean {
  return /^\/?subscriptions\//i.test(text.trim()) && parseArmId(text) !== null;
}

export function looksLikeVmSize(text: string): boolean {
  return VM_SIZE.test(fold(text));
}

export function looksLikeGuid(text: string): boolean {
  return isGuid(text);
}

export function looksLikeMark(text: string): boolean {
  return /^[○〇◯●◎△▲?？]/u.test(text.trim()) || (text.trim() !== '' && readMark(text) !== 'unclear');
}

export function looksLikePower(text: string): boolean {
  return readPowerWord(text) !== null;
}

export function looksLikeDeviceId(text: string): boolean {
  return /^[0-9a-f]{40}$/i.test(text.trim());
}

/** An SMBIOS UUID as a GUID, or inside a VMware serial number (`VMware-42 1e 9a …`, sixteen bytes); null for neither. */
export function smbiosUuid(text: string): string | null {
  const plain = fold(text);
  if (isGuid(plain)) return plain;
  const bytes = /^vmware-((?:[0-9a-f]{2}[ -]?){16})$/.exec(plain)?.[1]?.replace(/[^0-9a-f]/g, '');
  return bytes ? bytes.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null;
}

/** A whole number at the start (`4`, `４コア`, `8 vCPU`, `1,024`); null for none. */
export function wholeNumber(text: string): number | null {
  const digits = /^\d+/.exec(
    text
      .normalize('NFKC')
      .trim()
      .replace(/(?<=\d),(?=\d{3})/g, ''),
  )?.[0];
  return digits === undefined || digits.length > 9 ? null : Number(digits);
}

/** Data rather than a title: an address, an id, a number, a date, a mark, a name with digits. */
export function looksLikeData(text: string): boolean {
  const word = fold(text);
  return (
    word !== '' &&
    (/^[\d.,:/\s-]+$/.test(word) ||
      looksLikeIp(text) ||
      isGuid(word) ||
      looksLikeArmId(text) ||
      isCircle(text) ||
      /@/.test(word) ||
      looksLikeNumberedHost(word))
  );
}

/** `web01`, `srv-3`: but not `ip1` or `disk 2`, which are headers. */
function looksLikeNumberedHost(word: string): boolean {
  return (
    looksLikeFqdn(word) ||
    (/\d$/.test(word) &&
      looksLikeHost(word) &&
      !/^(?:ip|nic|disk|ipv|vlan|dns|cpu|no|tag|p|plan)[ _-]?v?\d$/.test(word))
  );
}

function isDate(word: string): boolean {
  return /^\d{2,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(word);
}
