/**
 * One way to compare what people write: without case and without width.
 * `ＷＥＢ０１ ` and `web01` are one name; `ｻｰﾊﾞｰ` and `サーバー` are one word (Unicode NFKC).
 */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** The key that puts `srv-2` before `srv-10`: folded, with every run of digits padded to 12 places. */
export function naturalKey(text: string): string {
  return fold(text).replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}
