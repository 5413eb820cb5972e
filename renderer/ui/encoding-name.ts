/** Names as people write them, where they are not the upper-case key; the same in every language. */
const NAMES: Readonly<Record<string, string>> = {
  'utf-8-bom': 'UTF-8 (BOM)',
  cp932: 'Shift_JIS (CP932)',
  xlsx: 'Excel',
};

/** The encoding of a file: `utf-8-bom` is `UTF-8 (BOM)`. */
export function encodingName(encoding: string): string {
  return NAMES[encoding] ?? encoding.toUpperCase();
}
