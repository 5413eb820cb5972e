import { formatMoney } from '../../cost/display.ts';
import { type FindingParams, type Language, METHODS, STEPS, type Text } from '../../model/index.ts';
import { keyWord, stateWord } from '../labels/words.ts';
import { methodWord, planWord, stepWord } from '../plan/words.ts';

/** Why Extended Security Updates are not to be had: states of `shared/matrix`. */
const ESU_TEXTS: Readonly<Record<string, Text>> = {
  over: { en: 'the programme is over', ja: '提供終了' },
  'not-offered': { en: 'there is no such programme for it', ja: '提供対象外' },
  'not-needed': { en: 'its regular support still lasts', ja: '通常のサポート期間中' },
  unknown: { en: 'the system is not known', ja: 'OS が不明' },
};

/** What a workbook has too much of. */
const MEASURE_TEXTS: Readonly<Record<string, Text>> = {
  parts: { en: 'parts', ja: 'パーツ数' },
  bytes: { en: 'bytes', ja: 'バイト数' },
  columns: { en: 'columns', ja: '列数' },
  cells: { en: 'cells', ja: 'セル数' },
  MiB: { en: 'MiB of memory', ja: 'メモリ (MiB)' },
};

type Said = (value: string, language: Language, params: FindingParams) => string;

/** A value that is none of the words, from a file of a customer, stays as it is. */
function among<Word extends string>(words: readonly Word[], say: (word: Word, language: Language) => string): Said {
  return (value, language) => {
    const word = words.find((known) => known === value);
    return word === undefined ? value : say(word, language);
  };
}

const plan = among(['off', 'P1', 'P2', 'unknown', 'none'], planWord);
const method = among(METHODS, methodWord);
const amount: Said = (value, language, { currency }) =>
  /^-?\d+(\.\d+)?$/.test(value) ? formatMoney(value, String(currency ?? 'USD'), language) : value;

/** Parameters that hold a closed word or an amount, by their names: findings keep the code, readers get its word. */
const SAID: Readonly<Record<string, Said>> = {
  plan,
  base: plan,
  want: plan,
  told: plan,
  inherited: plan,
  billed: plan,
  planBefore: plan,
  planAfter: plan,
  methodBefore: method,
  methodAfter: method,
  action: among(STEPS, stepWord),
  state: stateWord,
  key: keyWord,
  esu: (value, language) => ESU_TEXTS[value]?.[language] ?? value,
  what: (value, language) => MEASURE_TEXTS[value]?.[language] ?? value,
  money: amount,
  p1: amount,
  p2: amount,
};

/** The parameters of a finding as they are read. */
export function paramsInWords(params: FindingParams, language: Language): FindingParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const said = SAID[name];
      return [name, said && typeof value === 'string' ? said(value, language, params) : value];
    }),
  );
}
