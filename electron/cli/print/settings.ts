import type { SettingsView } from '../../../shared/contract/index.ts';
import { HELP, say } from '../../../shared/i18n/cli/index.ts';
import type { Language } from '../../../shared/model/index.ts';
import { heading } from './table.ts';

/** A key and its value as `settings` takes them, then what it means. */
export function printSettings(view: SettingsView, language: Language): string {
  const entries = [
    ['language', view.language, HELP.settingLanguage],
    ['theme', view.theme, HELP.settingTheme],
    ['by', view.by, HELP.settingBy],
    ['client-id', view.clientId ?? '', HELP.syncClientId],
    ['cloud', view.cloud, HELP.syncCloud],
  ] as const;
  const lines = entries.map(
    ([key, value, meaning]) =>
      `  ${key} = ${value === '' ? say(language, 'emptyValue') : value}\n    ${meaning[language]}\n`,
  );
  return heading(HELP.settings[language]) + lines.join('');
}
