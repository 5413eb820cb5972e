import type { AssumptionsView, RequirementsView } from '../../../shared/contract/index.ts';
import { say } from '../../../shared/i18n/cli/index.ts';
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
    rule.want,
    String(rule.matches),
    rule.needs?.join(', ') ?? '',
    rule.note ?? '',
  ]);
  return heading(say(language, 'requirements')) + table(columns, rows) + printLists(lists, language);
}

function printWhen(when: When, language: Language): string {
  const parts = Object.entries(when).flatMap(([condition, value]) =>
    condition === 'tag'
      ? Object.entries(when.tag ?? {}).map(([name, values]) => `tag ${name} = ${[values].flat().join('|')}`)
      : value === undefined
        ? []
        : [`${condition} = ${[value].flat().join('|')}`],
  );
  return parts.length === 0 ? say(language, 'everything') : parts.join(', ');
}

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

export function printAssumptions({ assumptions }: AssumptionsView, language: Language): string {
  const columns = ['key', 'value', 'meaning', 'source'] as const;
  return table(
    columns.map((key) => ({ title: say(language, key) })),
    assumptions.map((assumption) => columns.map((key) => assumption[key])),
  );
}
