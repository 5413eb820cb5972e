import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { limit } from './limits.ts';
import type { Pulse } from './pulse.ts';
import type { Source } from './source.ts';

/** What one pass over all bytes tells. */
export interface Scan {
  readonly digest: string;
  readonly bytes: number;
  readonly head: Buffer;
  readonly isUtf8: boolean;
  readonly nulBytes: number;
}

/** How the text of a file is read. */
export interface TextEncoding {
  /** As shown: `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be`, `cp932`, `euc-jp`, `iso-2022-jp`, `windows-1252`, or the label that the user gave. */
  readonly name: string;
  /** For `TextDecoder`. */
  readonly label: string;
  /** Nothing proves it. */
  readonly isGuessed: boolean;
  /** Some bytes are none of it. */
  readonly isDamaged: boolean;
}

/** Reads all bytes once: digest, and whether they are UTF-8 from first to last. */
export async function scan(source: Source, pulse: Pulse): Promise<Scan> {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let bytes = 0;
  let utf8 = true;
  let nulBytes = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source.stream()) {
    hash.update(chunk);
    if (bytes < limit('headBytes')) head.push(chunk);
    bytes += chunk.length;
    nulBytes += countNuls(chunk);
    if (utf8) {
      const joined = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const cut = joined.length - incompleteTail(joined);
      utf8 = isUtf8(joined.subarray(0, cut));
      rest = joined.subarray(cut);
    }
    pulse.bytes(chunk.length);
    await pulse.beat();
  }
  return {
    digest: hash.digest('hex'),
    bytes,
    head: Buffer.concat(head).subarray(0, limit('headBytes')),
    isUtf8: utf8 && rest.length === 0,
    nulBytes,
  };
}

/**
 * Chooses an encoding by content: byte order mark, UTF-16 by where its zero bytes lie, ISO-2022-JP by its escapes, UTF-8
 * when all of it is, EUC-JP or CP932 when all of it is and it looks like Japanese, else Windows-1252. Null: these bytes
 * are no text.
 */
export async function detectEncoding(source: Source, scanned: Scan, pulse: Pulse): Promise<TextEncoding | null> {
  const { head } = scanned;
  const proved = (name: string, label: string): TextEncoding => ({ name, label, isGuessed: false, isDamaged: false });
  const mark = head.subarray(0, 3).toString('hex');
  if (mark === 'efbbbf') return proved('utf-8-bom', 'utf-8');
  if (mark.startsWith('fffe')) return proved('utf-16le', 'utf-16le');
  if (mark.startsWith('feff')) return proved('utf-16be', 'utf-16be');
  const wide = scanned.nulBytes > 0 ? wideEncoding(head) : null;
  if (wide) return proved(wide, wide);
  if (isBinary(head, scanned)) return null;
  // Seven bits, with sequences that switch to JIS and back.
  if (JIS_ESCAPES.some((sequence) => head.includes(sequence)) && (await decodes(source, 'iso-2022-jp', pulse))) {
    return proved('iso-2022-jp', 'iso-2022-jp');
  }
  if (scanned.isUtf8) return proved('utf-8', 'utf-8');
  if (isMostlyUtf8(head)) return { ...proved('utf-8', 'utf-8'), isDamaged: true };
  const isSjis = await decodes(source, 'shift_jis', pulse);
  const sjis = isSjis ? decodeAs('shift_jis', head) : null;
  if ((sjis === null || HALF_WIDTH.test(sjis)) && (await decodes(source, 'euc-jp', pulse))) {
    const euc = decodeAs('euc-jp', head);
    if (looksJapanese(euc) && isLessHalfWidth(euc, sjis)) return proved('euc-jp', 'euc-jp');
  }
  if (sjis !== null && looksJapanese(sjis)) return proved('cp932', 'shift_jis');
  return { name: 'windows-1252', label: 'windows-1252', isGuessed: true, isDamaged: false };
}

const JIS_ESCAPES = ['\u001b$@', '\u001b$B'];
const HALF_WIDTH = /[\uff61-\uff9f]/u;

function decodeAs(label: string, head: Buffer): string {
  return new TextDecoder(label).decode(head, { stream: true });
}

/** EUC-JP read as CP932 is mostly half-width katakana, which hardly any text has so many of. */
function isLessHalfWidth(euc: string, sjis: string | null): boolean {
  if (sjis === null) return true;
  const count = (text: string) => text.match(/[\uff61-\uff9f]/gu)?.length ?? 0;
  return count(euc) * 2 < count(sjis) && count(sjis) * 3 > (sjis.match(/[^\0-\x7f]/gu)?.length ?? 0);
}

/** The user's own label. @throws RangeError when there is no such encoding */
export function namedEncoding(label: string, head: Buffer): TextEncoding {
  const alias = /^(cp932|ms932|windows-31j|sjis)$/i.test(label) ? 'shift_jis' : label;
  const decoder = new TextDecoder(alias);
  const isDamaged = decoder.decode(head, { stream: true }).includes('\ufffd');
  return { name: label.toLowerCase(), label: decoder.encoding, isGuessed: false, isDamaged };
}

/** The text, piece by piece, without byte order mark and zero characters. Bytes that are none of the encoding become U+FFFD. */
export async function* decodeText(source: Source, encoding: TextEncoding, pulse: Pulse): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.label);
  for await (const chunk of source.stream()) {
    pulse.bytes(chunk.length);
    await pulse.beat();
    yield withoutNuls(decoder.decode(chunk, { stream: true }));
  }
  yield withoutNuls(decoder.decode());
}

/** The beginning of the text. */
export function decodeHead(head: Buffer, encoding: TextEncoding): string {
  return withoutNuls(new TextDecoder(encoding.label).decode(head, { stream: true }));
}

function withoutNuls(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

function countNuls(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) count++;
  return count;
}

/** Bytes at the end that may be the beginning of a longer UTF-8 character: 0 to 3. */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** UTF-16 without a mark: digits, commas and line ends have their zero byte on one side only. */
function wideEncoding(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[pair * 2] === 0) even++;
    if (head[pair * 2 + 1] === 0) odd++;
  }
  const enough = Math.max(2, pairs * 0.05);
  if (odd >= enough && even <= odd * 0.02) return 'utf-16le';
  if (even >= enough && odd <= even * 0.02) return 'utf-16be';
  return null;
}

/** Control characters make up more of it than any text has. */
function isBinary(head: Buffer, scanned: Scan): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b) controls++;
  }
  return controls > head.length * 0.05 || scanned.nulBytes > scanned.bytes * 0.05;
}

/** UTF-8 with a few broken characters, as when an export was cut off. Other encodings give hardly any valid one. */
function isMostlyUtf8(head: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(head, { stream: true });
  const broken = text.split('\ufffd').length - 1;
  const valid = (text.match(/[^\0-\x7f]/gu)?.length ?? 0) - broken;
  return valid > 0 && broken * 5 <= valid;
}

async function decodes(source: Source, label: string, pulse: Pulse): Promise<boolean> {
  const decoder = new TextDecoder(label, { fatal: true });
  try {
    for await (const chunk of source.stream()) {
      decoder.decode(chunk, { stream: true });
      await pulse.beat();
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/**
 * Western text also decodes as CP932, an accented letter and its neighbour becoming one character: such characters
 * stand alone among Latin letters. Japanese text has runs of them, kana, or stands between delimiters.
 */
function looksJapanese(text: string): boolean {
  const runs = text.match(/[^\0-\x7f]+/gu) ?? [];
  const lonely = text.match(/[a-z][^\0-\x7f](?=[a-z ])/giu) ?? [];
  return lonely.length * 2 <= runs.length;
}
