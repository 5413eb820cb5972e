import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/model/index.ts';
import { selectLanguage } from '../state/selectors.ts';
import { useApp } from '../state/use-app.ts';
import type { Namespace } from './types.ts';

/** Texts of one room: `text('title')`. */
export function useText<N extends Namespace>(namespace: N) {
  return useTranslation(namespace).t;
}

/** The language that sentences of the core and of `shared/` are asked for in. */
export function useLanguage(): Language {
  return useApp(selectLanguage);
}
