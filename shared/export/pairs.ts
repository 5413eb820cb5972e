/** What separates the members of a list in one cell, and what protects a separator inside a member. */
const SEPARATOR = ';';
const ESCAPE = '\\';

/** Tags in one cell, as `name=value;name=value`; `;`, `\` and, in a name, `=` carry a backslash. */
export function writePairs(pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs)
    .map(([name, value]) => `${escapeEach(name, IN_NAME)}=${escapeEach(value, IN_VALUE)}`)
    .join(SEPARATOR);
}

/** Reads what `writePairs` wrote. A part without `=` is a name with an empty value; a repeated name keeps its last value. */
export function readPairs(cell: string): Readonly<Record<string, string>> {
  const pairs: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const part of split(cell, SEPARATOR)) {
    const [name = '', ...rest] = split(part, '=');
    if (part !== '') pairs[unescapeAll(name)] = unescapeAll(rest.join('='));
  }
  return pairs;
}

/** Several texts in one cell, `a;b`, in the same way. */
export function writeList(items: readonly string[]): string {
  return items.map((item) => escapeEach(item, IN_VALUE)).join(SEPARATOR);
}

/** Reads what `writeList` wrote. */
export function readList(cell: string): readonly string[] {
  return cell === '' ? [] : split(cell, SEPARATOR).map(unescapeAll);
}

const IN_NAME = /[\\;=]/;
const IN_VALUE = /[\\;]/;

/** Nearly no text has anything to escape, and looking costs a fraction of replacing. */
function escapeEach(text: string, character: RegExp): string {
  return character.test(text) ? text.replace(new RegExp(character, 'g'), (found) => ESCAPE + found) : text;
}

function unescapeAll(text: string): string {
  return text.replace(/\\(.)/gsu, '$1');
}

/** Splits where the separator is not escaped; the escapes stay. */
function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === ESCAPE) index++;
    else if (text[index] === separator) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
