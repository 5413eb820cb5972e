import { scopeWord } from '../../shared/i18n/plan/words.ts';
import type { Language } from '../../shared/model/index.ts';
import { capital } from './capital.ts';

/** A subscription as a label: its name as it is written, else what it is for. */
export function scopeLabel(scope: { readonly id: string; readonly name: string | null }, language: Language): string {
  return scope.name ?? capital(scopeWord(scope, language));
}
