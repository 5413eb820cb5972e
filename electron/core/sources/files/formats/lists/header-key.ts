import { fold } from '../../../../../../shared/text/fold.ts';

/**
 * The form in which headers are compared: without case, width, blanks, signs and the long vowel mark,
 * so that `サーバー名`, `サーバ名`, `＊サーバ 名` and `ｻｰﾊﾞ名` are one, and `Server_Name` is `server name`.
 */
export function headerKey(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]|ー/gu, '');
}

/** The keys to try for a header, the whole first, then without what stands in brackets. */
export function headerKeys(text: string): readonly string[] {
  const whole = headerKey(text);
  const bare = headerKey(text.normalize('NFKC').replace(/[([【〔「][^)\]】〕」]*[)\]】〕」]/gu, ''));
  return bare === '' || bare === whole ? [whole] : [whole, bare];
}
