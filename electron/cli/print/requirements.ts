import type { AssumptionsView, RequirementsView } from '../../../shared/contract/index.ts';
import { type MessageKey, say } from '../../../shared/i18n/cli/index.ts';
import { kindWord } from '../../../shared/i18n/labels/words.ts';
import { needWords, planWord } from '../../../shared/i18n/plan/words.ts';
import type { Language, When } from '../../../shared/model/index.ts';
import { heading, table } from './table.ts';

export function printRequirements({ rules, lists }: RequirementsView, language: Language): string {
  const columns = [
    { title: '#', align: 'right' as const },
    { title: say(language, 'when') },
    { title: say(language, 'wants') },
    { title: say(language, 'matches'), align: 'right' as const },
    { title: say(language, 'needs') },
    { title: say(language, 'note') },
  ];
  const rows = rules.map((rule, index) => [
    String(index + 1),
    printWhen(rule.when, language),
    planWord(rule.want, language),
    String(rule.matches),
    needWords(rule.needs ?? [], language),
    rule.note ?? '',
  ]);
  return heading(say(language, 'requirements')) + table(columns, rows) + printLists(lists, language);
}

function printWhen(when: When, language: Language): string {
  const { tag = {}, kind, ...texts } = when;
  const kinds = kind === undefined ? [] : [kind].flat().map((word) => kindWord(word, language));
  const said = (name: string, values: readonly string[]): string =>
    say(language, 'condition', { name, values: values.join(say(language, 'or')) });
  const parts = [
    ...Object.entries(tag).map(([name, values]) => said(say(language, 'tagNamed', { name }), [values].flat())),
    ...TEXT_CONDITIONS.flatMap((condition) => {
      const values = texts[condition];
      return values === undefined ? [] : [said(say(language, CONDITION_KEYS[condition]), [values].flat())];
    }),
    ...(kinds.length > 0 ? [said(say(language, 'kind'), kinds)] : []),
  ];
  return parts.length === 0 ? say(language, 'everything') : parts.join(say(language, 'and'));
}

const TEXT_CONDITIONS = ['name', 'subscription', 'resourceGroup', 'os', 'list'] as const;

const CONDITION_KEYS = {
  name: 'name',
  subscription: 'subscription',
  resourceGroup: 'group',
  os: 'os',
  list: 'list',
} as const satisfies Record<(typeof TEXT_CONDITIONS)[number], MessageKey>;

function printLists(lists: RequirementsView['lists'], language: Language): string {
  if (lists.length === 0) return '';
  const lines = lists.map(({ name, found, missing, several }) => {
    const all = found + missing.length + several.length;
    const notes = [
      missing.length > 0 ? say(language, 'listMissing', { names: missing.join(', ') }) : '',
      several.length > 0 ? say(language, 'listSeveral', { names: several.join(', ') }) : '',
    ].filter((note) => note !== '');
    return `  ${name}: ${[say(language, 'listFound', { found, all }), ...notes].join('; ')}\n`;
  });
  return heading(say(language, 'lists')) + lines.join('');
}

/** A key and its value as `assume` takes them, then what it means and where it comes from. */
export function printAssumptions({ assumptions }: AssumptionsView, language: Language): string {
  const entries = assumptions.map(
    ({ key, value, meaning, source }) =>
      `  ${key} = ${value === '' ? say(language, 'emptyValue') : value}\n    ${say(language, 'meaningAndSource', { meaning, source })}\n`,
  );
  return heading(say(language, 'assumptions')) + entries.join('');
}
