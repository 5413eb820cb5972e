/**
 * One way to compare what people write: without case and without width.
 * `ＷＥＢ０１ ` and `web01` are one name; `ｻｰﾊﾞｰ` and `サーバー` are one word (Unicode NFKC).
 */
export function fold(text: string): string {
  const plain = isAscii(text) ? text : text.normalize('NFKC');
  return plain.toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Most names are; they have no other width, and a hundred thousand of them are folded at once. */
function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins there.
  return /^[\u0000-\u007f]*$/.test(text);
}

/** The key that puts `srv-2` before `srv-10`: folded, with every run of digits padded to 12 places. */
export function naturalKey(text: string): string {
  return fold(text).replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}
