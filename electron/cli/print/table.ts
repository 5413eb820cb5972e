export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** Begins a line of a page that holds a table; no text that is printed holds this character. */
const MARK = '\u001e';

/** A table as one line of a page: it is laid out when the page is, which knows the width of the terminal. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  return `${MARK}${JSON.stringify({ columns, rows } satisfies Table)}\n`;
}

/** The table in a line of a page; null where the line is text. */
export function tableIn(line: string): Table | null {
  if (!line.startsWith(MARK)) return null;
  try {
    return JSON.parse(line.slice(MARK.length)) as Table;
  } catch {
    return null;
  }
}

/** A heading, with the blank line above it. */
export function heading(text: string): string {
  return `\n${plain(text)}\n`;
}

/**
 * Text that cannot steer a terminal: names come from customers' files. Line breaks, escapes and marks that turn the
 * direction of writing become spaces.
 */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');
}
