import type { TFunction } from 'i18next';
import { EN } from '../../../renderer/i18n/en/index.ts';
import { createTexts, type Namespace, type PSEUDO } from '../../../renderer/i18n/index.ts';
import type { Language } from '../../../shared/model/index.ts';

/** Texts of the page by room, so that tests follow its wording: `words.start('new')`. */
export type Words = { readonly [N in Namespace]: TFunction<N> };

export function wordsOf(language: Language | typeof PSEUDO): Words {
  const texts = createTexts(language);
  const rooms = Object.keys(EN) as Namespace[];
  return Object.fromEntries(rooms.map((room) => [room, texts.getFixedT(language, room)])) as unknown as Words;
}
