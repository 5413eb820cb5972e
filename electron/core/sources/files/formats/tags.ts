import { jsonrepair } from 'jsonrepair';
import { fold } from '../../../../../shared/text/fold.ts';

type Tags = Readonly<Record<string, string>>;

/**
 * Tags in every spelling seen: an object, a list of `{ name, value }`, JSON text, cost details without the outer braces
 * (`"env": "prod","a": "b"`), PowerShell (`@{env=prod; a=b}`), `k=v;k=v`, `k:v`, one per line.
 * Undefined when there is no tag.
 */
export function parseTags(value: unknown): Tags | undefined {
  if (typeof value === 'string') return fromText(value.trim());
  if (Array.isArray(value)) return fromEntries(value.flatMap(entryOf));
  if (typeof value === 'object' && value !== null) return fromEntries(Object.entries(value));
  return undefined;
}

/** The value of the first tag whose name is one of `names`, without case and width. */
export function tagOf(tags: Tags | undefined, ...names: readonly string[]): string | undefined {
  const wanted = new Set(names.map(fold));
  return Object.entries(tags ?? {}).find(([name]) => wanted.has(fold(name)))?.[1];
}

function fromText(text: string): Tags | undefined {
  if (text === '' || ['-', 'null', 'none', 'n/a', '{}', '[]', 'なし'].includes(fold(text))) return undefined;
  if (/^[{[]/.test(text)) return fromJson(text);
  if (/^"[^"]*"\s*:/.test(text)) return fromJson(`{${text}}`);
  const inner = text.replace(/^@\{(.*)\}$/s, '$1');
  const separator = [/;/, /\r?\n/, /,/].find((candidate) => candidate.test(inner)) ?? /;/;
  return fromEntries(
    inner
      .split(separator)
      .map(pairOf)
      .filter(([name]) => name !== ''),
  );
}

function fromJson(text: string): Tags | undefined {
  for (const read of [() => JSON.parse(text), () => JSON.parse(jsonrepair(text))]) {
    try {
      const value: unknown = read();
      if (typeof value === 'object') return parseTags(value);
    } catch {
      // Next reading; a text that nothing reads is told apart by the caller: it has text and no tags.
    }
  }
  return undefined;
}

function pairOf(part: string): readonly [string, string] {
  const at = part.search(/[=:：＝]/);
  const [name, value] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
  return [unquote(name), unquote(value)];
}

function unquote(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/s, '$2');
}

function entryOf(item: unknown): readonly (readonly [string, unknown])[] {
  if (typeof item === 'string') return [pairOf(item)];
  if (typeof item !== 'object' || item === null) return [];
  const fields = new Map(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value] as const));
  const name = fields.get('name') ?? fields.get('key');
  return typeof name === 'string' ? [[name, fields.get('value')]] : Object.entries(item);
}

function fromEntries(entries: readonly (readonly [string, unknown])[]): Tags | undefined {
  const texts = entries
    .filter(([name]) => name.trim() !== '')
    .map(
      ([name, value]) =>
        [name.trim(), typeof value === 'string' ? value.trim() : value == null ? '' : JSON.stringify(value)] as const,
    );
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}
