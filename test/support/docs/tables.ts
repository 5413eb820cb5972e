import { SHORTCUT_GROUPS, SHORTCUTS } from '../../../renderer/app/shortcuts/registry.ts';
import { shell as english } from '../../../renderer/i18n/en/shell.ts';
import { shell as japanese } from '../../../renderer/i18n/ja/shell.ts';
import { ASSUMPTION_KEYS } from '../../../shared/assumptions/keys.ts';
import { DEFAULT_ASSUMPTIONS, type Language, type Text } from '../../../shared/model/index.ts';
import { code, table } from './markdown.ts';

/** A key and a value of each assumption as somebody would type them; a test sets them all. */
export const ASSUMPTION_EXAMPLES: Readonly<Record<string, string>> = {
  edition: 'edition=deck-2024-04',
  hours: 'hours=744',
  currency: 'currency=JPY',
  'price-book': 'price-book=list',
  tax: 'tax=with',
  'tax-rate': 'tax-rate=10',
  region: 'region=japaneast',
  trial: 'trial=yes',
  discount: 'discount=5',
  prepurchase: 'prepurchase=5000',
  'licence-offset': 'licence-offset=40:3',
  'exception-limit': 'exception-limit=10',
  'new-machines': 'new-machines=P1',
  'side-costs': 'side-costs=update-manager,defender-cspm',
  'rate.*': 'rate.JPY=155.2@2026-11-20',
  'price.*.*': 'price.p2.JPY=2.9',
  'tenant.*.direct': 'tenant.e18e9cbe-7d1b-43f7-82c3-68eacb0a9d4f.direct=no',
  'tenant.*.prefer-arc': 'tenant.e18e9cbe-7d1b-43f7-82c3-68eacb0a9d4f.prefer-arc=no',
  'tenant.*.gcc': 'tenant.e18e9cbe-7d1b-43f7-82c3-68eacb0a9d4f.gcc=no',
  'tenant.*.designated': 'tenant.e18e9cbe-7d1b-43f7-82c3-68eacb0a9d4f.designated=7d0070b1-1557-4a8d-8e88-bbf6013f7aab',
  'subscription.*.bases': 'subscription.2e40c2e8-1a89-49ca-840e-1bf73686f204.bases=off,P1',
  'subscription.*.enforce': 'subscription.7d0070b1-1557-4a8d-8e88-bbf6013f7aab.enforce=no',
  'subscription.*.scope': 'subscription.2e40c2e8-1a89-49ca-840e-1bf73686f204.scope=no',
};

const TITLES = {
  key: { en: 'Key', ja: 'キー' },
  meaning: { en: 'Meaning', ja: '意味' },
  value: { en: 'Default', ja: '既定値' },
  example: { en: 'Example', ja: '例' },
  keys: { en: 'Keys', ja: 'キー' },
  does: { en: 'What they do', ja: '動作' },
} as const satisfies Record<string, Text>;

const TABLES = { assumptions, shortcuts };

/** The text with the tables between its `<!-- table: NAME -->` and `<!-- end -->` marks made anew. */
export function withTables(text: string, language: Language): string {
  return text.replace(
    /(<!-- table: (\w+) -->)[\s\S]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => {
      const make = TABLES[name as keyof typeof TABLES];
      return `${start}\n\n${make(language)}\n\n${end}`;
    },
  );
}

function assumptions(language: Language): string {
  const titles = [TITLES.key, TITLES.meaning, TITLES.value, TITLES.example];
  return table(
    titles.map((title) => title[language]),
    ASSUMPTION_KEYS.map(({ pattern, meaning, list }) => [
      code(pattern),
      meaning[language],
      list(DEFAULT_ASSUMPTIONS)
        .map(([, value]) => (value === '' ? '–' : code(value)))
        .join(' '),
      code(ASSUMPTION_EXAMPLES[pattern] ?? ''),
    ]),
  );
}

function shortcuts(language: Language): string {
  const words = language === 'ja' ? japanese : english;
  return SHORTCUT_GROUPS.map((group) => {
    const rows = Object.entries(SHORTCUTS).filter(([, shortcut]) => shortcut.group === group);
    const body = rows.map(([id, { keys }]) => [
      keys.map((each) => code(keyText(each))).join(' '),
      words[`shortcut.${id as keyof typeof SHORTCUTS}`],
    ]);
    return `**${words[`shortcuts.group.${group}`]}**\n\n${table([TITLES.keys[language], TITLES.does[language]], body)}`;
  }).join('\n\n');
}

/** Arrows as on the keys; `Mod` is Ctrl, and Command on a Mac. */
function keyText(keys: string): string {
  return keys
    .replaceAll('Mod', 'Ctrl')
    .replace('ArrowUp', '↑')
    .replace('ArrowDown', '↓')
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→');
}
