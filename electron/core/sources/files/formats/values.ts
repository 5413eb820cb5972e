// From their own files: the index of date-fns has some 300 modules, which take over a second to load.
import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import { parseISO } from 'date-fns/parseISO';
import { Decimal } from 'decimal.js';
import type { ArcStatus, PowerState } from '../../../../../shared/model/index.ts';
import { isGuid } from '../../../../../shared/text/arm-id.ts';
import { fold } from '../../../../../shared/text/fold.ts';

export { parseTags } from './tags.ts';

/** Spellings of "nothing here" in exports: the portal's dash, null words of JSON and PowerShell, Excel's errors. */
const BLANKS = new Set(['', '-', '--', '—', '–', 'ー', 'null', 'none', 'n/a', '#n/a', 'なし', '該当なし', '$null']);

const LONGEST_BLANK = Math.max(...[...BLANKS].map((blank) => blank.length));

/** The text without outer blanks; undefined for an empty cell and for the spellings of "nothing". */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text.length <= LONGEST_BLANK && BLANKS.has(fold(text)) ? undefined : text;
}

/** `textOf`, lower-cased: for resource groups, domains and other names that are compared without case. */
export function lowerOf(value: unknown): string | undefined {
  return textOf(value)?.toLowerCase();
}

/**
 * A number as a plain decimal string: `16,384` → `16384`, `1.500,00` → `1500.00`'s value `1500`, `1E-05` → `0.00001`.
 * One comma before exactly three digits groups thousands, unless `decimalComma` says that this file writes decimals with
 * a comma. Undefined when the text is no number.
 */
export function parseDecimal(value: unknown, options: { readonly decimalComma?: boolean } = {}): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? new Decimal(value).toFixed() : undefined;
  const text = textOf(value)
    ?.normalize('NFKC')
    .replace(/[\s'_]/g, '');
  if (text === undefined || !/^[-+]?[\d.,]*\d[\d.,]*(e[-+]?\d+)?$/i.test(text)) return undefined;
  const plain = isDecimalComma(text, options.decimalComma === true)
    ? text.replaceAll('.', '').replace(',', '.')
    : text.replaceAll(',', '');
  if ((plain.match(/\./g) ?? []).length > 1 || plain.includes(',')) return groupedByDots(text);
  try {
    return new Decimal(plain).toFixed();
  } catch {
    return undefined;
  }
}

/** `1.234.567`: dots can only group here. Anything else with several dots (an IP address, a version) is no number. */
function groupedByDots(text: string): string | undefined {
  return /^[-+]?\d{1,3}(\.\d{3})+$/.test(text) ? new Decimal(text.replaceAll('.', '')).toFixed() : undefined;
}

function isDecimalComma(text: string, known: boolean): boolean {
  const comma = text.lastIndexOf(',');
  if (comma < 0) return known && /^[-+]?\d{1,3}(\.\d{3})+$/.test(text);
  const dot = text.lastIndexOf('.');
  if (dot >= 0) return comma > dot && text.indexOf(',') === comma;
  return known || !/^[-+]?[1-9]\d{0,2}(,\d{3})+$/.test(text);
}

/** Whether a cell can only be read with a comma as decimal sign: `0,02`, `1.500,00`. */
export function isDecimalCommaText(value: string): boolean {
  return /^[-+]?(\d{1,3}(\.\d{3})+|\d+),\d+$/.test(value.trim()) && isDecimalComma(value.trim(), false);
}

/** A count as a whole number of 0 or more; undefined when the text is none. */
export function parseCount(value: unknown): number | undefined {
  const decimal = parseDecimal(value);
  if (decimal === undefined) return undefined;
  const count = Number(decimal);
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

const YES = new Set(['true', 'yes', 'y', '1', 'on', 'enabled', '○', '◯', '〇', '有効', 'はい', 'オン', '対象', '要']);
const NO = new Set(['false', 'no', 'n', '0', 'off', 'disabled', '×', '無効', 'いいえ', 'オフ', '対象外', '不要']);

/** A yes or no that is written as text: the pricings API says `"True"` and `"False"`. Undefined when it says neither. */
export function parseFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = textOf(value);
  if (text === undefined) return undefined;
  const folded = fold(text);
  if (YES.has(folded)) return true;
  return NO.has(folded) ? false : undefined;
}

/** Folded, without blanks, without `PowerState/` and the leading `VM` of the command line. */
const POWER_WORDS: ReadonlyMap<string, PowerState> = new Map(
  Object.entries({
    running: ['running', '実行中', '起動中', '実行しています'],
    starting: ['starting', '開始中', '開始しています'],
    stopping: ['stopping', '停止中', '停止しています'],
    stopped: ['stopped', '停止済み', '停止'],
    deallocating: ['deallocating', 'stopping(deallocating)', '割り当て解除中', '停止中(割り当て解除)'],
    deallocated: [
      'deallocated',
      'stopped(deallocated)',
      '停止済み(割り当て解除)',
      '停止済み(割り当て解除済み)',
      '停止(割り当て解除)',
      '停止(割り当て解除済み)',
      '割り当て解除済み',
      '割り当て解除',
    ],
    on: ['poweredon', 'on', 'オン', '電源オン', 'パワーオン', '稼働', '稼働中', '起動'],
    off: ['poweredoff', 'off', 'suspended', 'オフ', '電源オフ', 'パワーオフ', '停止状態', 'サスペンド'],
  } satisfies Record<PowerState, readonly string[]>).flatMap(([state, words]) =>
    words.map((word) => [word, state as PowerState] as const),
  ),
);

/**
 * A power state in any spelling seen: `VM running`, `PowerState/deallocated`, `Stopped (deallocated)`,
 * `停止済み (割り当て解除)`, `poweredOn`. Undefined when it is none of them.
 */
export function parsePower(value: unknown): PowerState | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const word = fold(text)
    .replace(/\s/g, '')
    .replace(/^powerstate\//, '')
    .replace(/^vm(?=[a-z])/, '');
  return POWER_WORDS.get(word);
}

const ARC_WORDS: ReadonlyMap<string, ArcStatus> = new Map(
  Object.entries({
    connected: ['connected', 'online', '接続済み', '接続', 'オンライン'],
    connecting: ['connecting', '接続中', '接続しています'],
    disconnected: ['disconnected', 'offline', '切断', '切断済み', '切断されました', 'オフライン', '未接続'],
    expired: ['expired', '期限切れ', '有効期限切れ', '失効'],
    error: ['error', 'エラー'],
  } satisfies Record<ArcStatus, readonly string[]>).flatMap(([status, words]) =>
    words.map((word) => [word, status as ArcStatus] as const),
  ),
);

/** An Arc agent status in English or Japanese; undefined when it is none. */
export function parseArcStatus(value: unknown): ArcStatus | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : ARC_WORDS.get(fold(text).replace(/\s/g, ''));
}

/** How a date begins → how date-fns writes it; the order of month and day is told by the caller. */
const DAYS: readonly { readonly looks: RegExp; readonly mdy: string; readonly dmy: string }[] = [
  { looks: /^\d{4}\/\d{1,2}\/\d{1,2}/, mdy: 'yyyy/M/d', dmy: 'yyyy/M/d' },
  { looks: /^\d{4}-\d{1,2}-\d{1,2}/, mdy: 'yyyy-M-d', dmy: 'yyyy-M-d' },
  { looks: /^\d{4}\.\d{1,2}\.\d{1,2}/, mdy: 'yyyy.M.d', dmy: 'yyyy.M.d' },
  { looks: /^\d{4}年\d{1,2}月\d{1,2}日/, mdy: 'yyyy年M月d日', dmy: 'yyyy年M月d日' },
  { looks: /^\d{1,2}\/\d{1,2}\/\d{4}/, mdy: 'M/d/yyyy', dmy: 'd/M/yyyy' },
  { looks: /^\d{1,2}-\d{1,2}-\d{4}/, mdy: 'M-d-yyyy', dmy: 'd-M-yyyy' },
  { looks: /^\d{1,2}\.\d{1,2}\.\d{4}/, mdy: 'd.M.yyyy', dmy: 'd.M.yyyy' },
  { looks: /^[A-Z][a-z]{2} \d{1,2}, \d{4}/, mdy: 'MMM d, yyyy', dmy: 'MMM d, yyyy' },
  { looks: /^\d{1,2} [A-Z][a-z]{2} \d{4}/, mdy: 'd MMM yyyy', dmy: 'd MMM yyyy' },
  { looks: /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4}/, mdy: 'EEE, d MMM yyyy', dmy: 'EEE, d MMM yyyy' },
];
const TIMES: readonly { readonly looks: RegExp; readonly format: string }[] = [
  { looks: /^$/, format: '' },
  { looks: /^ \d{1,2}:\d{2}$/, format: ' H:mm' },
  { looks: /^ \d{1,2}:\d{2}:\d{2}$/, format: ' H:mm:ss' },
  { looks: /^ \d{1,2}:\d{2}:\d{2}\.\d{3}$/, format: ' H:mm:ss.SSS' },
  { looks: /^ \d{1,2}:\d{2} [AP]M$/i, format: ' h:mm a' },
  { looks: /^ \d{1,2}:\d{2}:\d{2} [AP]M$/i, format: ' h:mm:ss a' },
];

/**
 * A date in ISO 8601: `yyyy-MM-dd` when the text has no time, else in UTC with milliseconds.
 * A time without a zone is taken as UTC. `order` tells month and day of `04/05/2026` apart (default month first).
 * Undefined when the text is no date.
 */
export function parseDate(value: unknown, order: 'mdy' | 'dmy' = 'mdy'): string | undefined {
  const text = textOf(value)
    ?.normalize('NFKC')
    .replace(/,(?=\s*\d{1,2}:)/, '')
    .replace(/\s+/g, ' ');
  if (text === undefined || !/\d{4}/.test(text)) return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isValid(parseISO(text)) ? text : undefined;
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:?\d{2}/.test(text)) return isoDateTime(text);
  const plain = text.replace(/ ?(UTC|GMT|Z)$/i, '');
  const day = DAYS.find(({ looks }) => looks.test(plain));
  const time = TIMES.find(({ looks }) => looks.test(plain.replace(day?.looks ?? '', '')));
  if (!day || !time) return undefined;
  // The zone is written into the text, so that the result does not depend on where this runs.
  const date = parse(`${plain} +00`, `${day[order]}${time.format} x`, new Date(0));
  if (!isValid(date)) return undefined;
  return time.format === '' ? date.toISOString().slice(0, 10) : date.toISOString();
}

function isoDateTime(text: string): string | undefined {
  const compact = text
    .replace(' ', 'T')
    .replace(/ ?UTC$/i, 'Z')
    .replace(/ (?=[-+])/, '');
  const date = parseISO(/(Z|[-+]\d{2}(:?\d{2})?)$/i.test(compact) ? compact : `${compact}Z`);
  return isValid(date) ? date.toISOString() : undefined;
}

/**
 * Whether an id was made unreadable: azqr's default mask (`xxxxxxxx-xxxx-xxxx-xxxx-xxxxx` and the last seven characters),
 * asterisks, or a placeholder of a document (`{subscription-id}`, `<subscriptionId>`). Such ids join nothing.
 */
export function isMaskedId(text: string): boolean {
  return /x{4,}-x{4}|\*{3,}|[{}<>]/i.test(text);
}

/** An Azure region as its id: the portal's `Japan East` is `japaneast`. Names in Japanese stay as they are. */
export function regionOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^[\w ]+$/.test(text) ? text.toLowerCase().replaceAll(' ', '') : text;
}

/** A subscription or tenant id, lower-cased; undefined when the text is no readable GUID. */
export function guidOf(value: unknown): string | undefined {
  const text = lowerOf(value)?.replace(/^\{|\}$/g, '');
  return text !== undefined && isGuid(text) ? text : undefined;
}

/** A machine's UUID, lower-cased with dashes; undefined also for the fillers that firmware writes (all 0, all f). */
export function uuidOf(value: unknown): string | undefined {
  const hex = lowerOf(value)?.replace(/[{}\s-]/g, '');
  if (hex === undefined || !/^[0-9a-f]{32}$/.test(hex) || /^(0+|f+)$/.test(hex)) return undefined;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A fully qualified domain name, lower-cased, without the root's dot; undefined for a short name or an address. */
export function fqdnOf(value: unknown): string | undefined {
  const name = lowerOf(value)?.replace(/\.$/, '');
  if (name === undefined || !/^[^\s./]+(\.[^\s./]+)+$/.test(name) || /^[\d.]+$/.test(name)) return undefined;
  return name;
}

/** Agents write these where there is no domain. */
const NO_DOMAIN = new Set(['workgroup', 'unknown', 'localdomain', '(none)']);

/** A directory or DNS domain, lower-cased; undefined for a workgroup. */
export function domainOf(value: unknown): string | undefined {
  const domain = lowerOf(value)?.replace(/\.$/, '');
  return domain === undefined || NO_DOMAIN.has(domain) ? undefined : domain;
}

/** Addresses in one cell or several: separated by commas, semicolons, blanks, new lines or 読点. Undefined when there is none. */
export function parseAddresses(...values: readonly unknown[]): readonly string[] | undefined {
  const found = values
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .flatMap((value) => (textOf(value) ?? '').normalize('NFKC').split(/[\s,;、|]+/))
    .map((address) => address.replace(/\/\d{1,3}$/, '').toLowerCase())
    .filter((address) => /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.%a-z]+)$/.test(address));
  return found.length === 0 ? undefined : [...new Set(found)];
}
