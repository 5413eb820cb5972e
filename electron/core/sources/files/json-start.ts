import { limit } from './limits.ts';

/** Where a JSON text begins in a file. */
export interface JsonStart {
  /** Characters before it. */
  readonly offset: number;
  /** Lines before it: warnings that `az` prints, a prompt. */
  readonly lines: number;
}

/** A bracket, and after it what JSON (or almost-JSON) can have there. */
const OPENING = /^\s*(\{\s*(["'“”}]|\/[/*]|[\p{L}_$]+\s*:|$)|\[\s*([[{"'“”\]\d-]|\/[/*]|true|false|null|$))/u;

/** Finds out whether a text is JSON, from its beginning. Null: it is not. */
export function findJson(sample: string): JsonStart | null {
  let offset = 0;
  for (let lines = 0; lines <= limit('jsonLeadingLines'); lines++) {
    const rest = sample.slice(offset);
    if (rest.trim() === '') return null;
    if (OPENING.test(rest) && (lines === 0 || /^[[{]/.test(rest))) return { offset, lines };
    if (lines === 0 && /^\s*\/[/*]/.test(rest) && /^[[{]/m.test(rest)) return { offset, lines };
    const end = rest.indexOf('\n');
    if (end < 0) return null;
    offset += end + 1;
  }
  return null;
}

/** The text from the beginning of its JSON. */
export async function* fromJson(text: AsyncIterable<string>, start: JsonStart): AsyncGenerator<string> {
  let skip = start.offset;
  for await (const piece of text) {
    if (skip === 0) {
      yield piece;
    } else {
      const part = piece.slice(skip);
      skip = Math.max(0, skip - piece.length);
      if (part !== '') yield part;
    }
  }
}
