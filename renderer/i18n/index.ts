import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/model/index.ts';
import { EN } from './en/index.ts';
import { JA } from './ja/index.ts';
import { pseudo } from './pseudo.ts';

export type { Namespace } from './types.ts';

/** Name under which the stretched English of the tests is known; never offered to users. */
export const PSEUDO = 'en-XA';

/** Texts of the page in every language, ready at once; they change while running with `changeLanguage`. */
export function createTexts(language: Language | typeof PSEUDO): i18n {
  const texts = createInstance();
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: EN, ja: JA, [PSEUDO]: pseudo(EN) },
    defaultNS: 'common',
    keySeparator: false,
    nsSeparator: ':',
    initAsync: false,
    // React escapes.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return texts;
}
