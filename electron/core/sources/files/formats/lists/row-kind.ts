import { fold } from '../../../../../../shared/text/fold.ts';
import { isBlank, isHostShaped, looksLikeHost } from './looks.ts';

/** What a row below the header is, seen by its cells, before it is read. */
export type RowKind = 'server' | 'total' | 'remark';

const TOTAL =
  /^(?:(?:総|小)?合?計(?:台数|数)?|総数|小計|合計|総計|サーバー?台数|台数|全\d+台|total|totals|subtotal|sub-total|grand total|sum|count|---+)(?:[\s::(].*|\d*台?)?$/;
/** Signs and words with which remarks and headings begin: ※1, 注), ■本番環境, 【開発】, "Note:", ↓. */
const REMARK_START =
  /^(?:※|\*(?!\w)|[■□◆◇▼▲▽△●★☆→⇒↓↑<【〔《「『≪・]|\(?注[\d)::意記釈\s]|備考|補足|更新[日者履]|作成[日者]|出力日|以上$|以下|上記|凡例|社外秘|\(c\)|(?:notes?|remarks?|legend|source|last updated|updated|created|printed|exported|as of|confidential|copyright|end of)(?![\w.-]))/;

export interface RowShape {
  /** The cell in the name column, trimmed. */
  readonly name: string;
  /** The first cell that has text. */
  readonly first: string;
  /** How many cells of the row have text. */
  readonly filled: number;
  /** How many columns the list has. */
  readonly columns: number;
}

/** A row with hardly a cell filled may be a remark; one with more describes a server, whatever sign stands before its name. */
export function rowKind({ name, first, filled, columns }: RowShape): RowKind {
  const word = fold(first);
  if (TOTAL.test(word) || TOTAL.test(fold(name))) return 'total';
  if (isSentence(name)) return 'remark';
  if (filled > 2) return 'server';
  if (REMARK_START.test(word) || isBlank(name)) return 'remark';
  return filled === 1 && columns > 1 && !isHostShaped(name) ? 'remark' : 'server';
}

/** Longer than any name, or with the signs of a sentence. */
function isSentence(name: string): boolean {
  return name.length > 80 || /[。！!]|です|ます|ください/.test(name) || name.trim().split(/\s+/).length > 6;
}

export interface NamesInCell {
  readonly names: readonly string[];
  /** What stood beside the name in the same cell: `(旧)`, `※2`; empty for nothing. */
  readonly beside: string;
}

/** The server names in a name cell: one, or several on lines of their own or between commas; notes in brackets taken off. */
export function namesIn(cell: string): NamesInCell {
  const parts = cell
    .split(/[\n\r、,;；]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const cleaned = parts.map(withoutNote);
  const names = cleaned.map(({ name }) => name).filter((name) => isHostShaped(name));
  const beside = cleaned.map(({ note }) => note).filter((note) => note !== '');
  if (names.length === parts.length) return { names, beside: beside.join(' ') };
  const whole = cell.replace(/\s+/g, ' ').trim();
  const slashed = whole.split(/\s*[/&+]\s*/);
  if (slashed.length > 1 && slashed.every(looksLikeHost)) return { names: slashed, beside: '' };
  if (names.length === 1 && isHostShaped(parts[0] ? withoutNote(parts[0]).name : '')) {
    return { names, beside: parts.slice(1).concat(beside).join(' ') };
  }
  return { names: [whole], beside: '' };
}

/** `web01 (旧)` → `web01`; `web01※2` → `web01`; `★web01` → `web01`. Only around a name that a host could have. */
function withoutNote(text: string): { readonly name: string; readonly note: string } {
  const before = /^([■□◆◇▼▲▽△●○◎★☆※*]+)\s*(?=[a-z0-9])(.*)$/i.exec(text);
  if (before?.[2] !== undefined) {
    const inner = withoutNote(before[2]);
    return { name: inner.name, note: `${before[1]} ${inner.note}`.trim() };
  }
  const found = /^([a-z0-9][a-z0-9._-]*)\s*((?:\([^)]*\)|\[[^\]]*\]|【[^】]*】|<[^>]*>|※.*|\*+\d*|→.*)+)$/i.exec(text);
  return found?.[1] !== undefined ? { name: found[1], note: (found[2] ?? '').trim() } : { name: text, note: '' };
}

/** `web01～03`, `web[01-03]`: several servers written as one. */
export function isNameRange(name: string): boolean {
  return /[~〜]|\[\d+-\d+\]|\d\s*(?:から|…|\.\.\.?)\s*\w/.test(name);
}
