import type { Language } from '../../model/index.ts';

/** How sources of prices are said in Japanese; what is not listed (addresses, keys, names) stays as it is. */
const JAPANESE: readonly (readonly [english: string, japanese: string])[] = [
  ['plan unknown; at most: ', 'プラン不明、最大で: '],
  ['built in: ', '内蔵データ: '],
  ['typed: ', '入力値: '],
  ['imported: ', '取り込み: '],
  ['not found: ', '見つかりません: '],
  ['Retail Prices API meter as recorded by public tools', '公開ツールに記録された Retail Prices API の単価'],
  ['Retail meters, per hour', '小売メーター (時間単価)'],
  ['Published list, per month', '公表されている月額'],
  ['published monthly list', '公表されている月額'],
  ['about, third party; not confirmed by Microsoft', '第三者による概算 (Microsoft 未確認)'],
];

/** The source of a price in the reader's language. */
export function sourceText(source: string, language: Language): string {
  if (language === 'en') return source;
  return JAPANESE.reduce((text, [english, japanese]) => text.replace(english, japanese), source);
}
