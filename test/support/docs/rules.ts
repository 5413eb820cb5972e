import { ruleText } from '../../../shared/i18n/plan/rules.ts';
import { planWord } from '../../../shared/i18n/plan/words.ts';
import { CAPABILITIES, CAPABILITY_SOURCE } from '../../../shared/matrix/capabilities.ts';
import { EDITIONS, type Edition } from '../../../shared/matrix/editions.ts';
import { OS_PRODUCTS, OS_SOURCES, type OsProduct } from '../../../shared/matrix/os-products.ts';
import { SOURCES, type Source, type SourceId } from '../../../shared/matrix/sources.ts';
import { EDITION_IDS, type Language } from '../../../shared/model/index.ts';
import { code, table } from './markdown.ts';
import { WORDS, type Word } from './rule-words.ts';

/** A row of the matrix, of whichever part. */
interface AnyRow {
  readonly id: string;
  readonly when: readonly object[];
  readonly outcome: unknown;
  readonly source: SourceId;
}

/** The reference of all rules in one language, as Markdown: made from the matrix, never written by hand. */
export function rulesDocument(language: Language): string {
  const say = (word: Word): string => WORDS[word][language];
  return `${[
    `# ${say('title')}`,
    say('intro'),
    `## ${say('editions')}`,
    editions(language),
    say('order'),
    ...EDITION_IDS.flatMap((id) => chapter(EDITIONS[id], language)),
    `## ${say('systems')}`,
    `${say('systemsIntro')} ${say('sources')}: ${systemSources()}`,
    systems(language),
    `## ${say('capabilities')}`,
    `${say('source')}: ${sourceText(CAPABILITY_SOURCE)}`,
    capabilities(language),
    `## ${say('sources')}`,
    table(
      [say('source'), say('date')],
      Object.values(SOURCES).map((source) => [linkOf(source), source.date]),
    ),
  ].join('\n\n')}\n`;
}

function editions(language: Language): string {
  const say = (word: Word): string => WORDS[word][language];
  return table(
    [say('edition'), say('name'), say('date'), say('isArcPreferred'), say('premium')],
    EDITION_IDS.map((id) => {
      const { name, date, isArcPreferred, hasPremiumOnP2Direct } = EDITIONS[id];
      return [code(id), name[language], date, yesNo(isArcPreferred, language), yesNo(hasPremiumOnP2Direct, language)];
    }),
  );
}

/** One edition: every part of the matrix, each row with its conditions, outcome, sentence and source. */
function chapter(edition: Edition, language: Language): string[] {
  const say = (word: Word): string => WORDS[word][language];
  const part = (title: Word, rows: readonly AnyRow[]): string[] => [
    `### ${say(title)} (${code(edition.id)})`,
    table(
      [say('rule'), say('when'), say('outcome'), say('sentence'), say('source')],
      rows
        .filter(({ id }) => id !== '')
        .map((row) => [
          `**${row.id}**`,
          conditionsText(row.when, language),
          outcomeText(row.outcome, language),
          ruleText(row.id, edition.id)[language],
          sourceText(SOURCES[row.source]),
        ]),
    ),
  ];
  const joined = edition.joined.map((row) => ({
    ...row,
    when: [{ placement: row.placement, joins: row.joins }],
    outcome: 'remark',
  }));
  return [
    `## ${edition.name[language]}`,
    ...part('before', edition.before),
    ...part('in-azure', edition.azure),
    ...part('outside', edition.outside),
    ...part('joined', joined),
  ];
}

function conditionsText(when: readonly object[], language: Language): string {
  const or = WORDS.or[language];
  return when
    .map((condition) =>
      Object.entries(condition)
        .map(([field, value]) => conditionText(field, value, language))
        .join(WORDS.and[language]),
    )
    .join(or);
}

function conditionText(field: string, value: unknown, language: Language): string {
  const name = wordOf(field, language);
  if (typeof value === 'boolean') return `${name}: ${yesNo(value, language)}`;
  const values = (value as readonly string[]).map((each) => valueText(field, each, language));
  return `${name}: ${values.join(WORDS.comma[language])}`;
}

function valueText(field: string, value: string, language: Language): string {
  if (field === 'want' || field === 'base') return planWord(value as 'none' | 'off' | 'P1' | 'P2', language);
  return field === 'joins' ? value : wordOf(value, language);
}

/** Outcomes are one word, or a method with a plan. */
function outcomeText(outcome: unknown, language: Language): string {
  if (typeof outcome === 'string') return wordOf(`then-${outcome}`, language);
  const { method, plan } = outcome as { readonly method: string; readonly plan: string };
  const planText = plan === 'base' ? WORDS['plan-base'][language] : planWord(plan as 'off' | 'P1', language);
  return `${wordOf(`then-${method}`, language)}${WORDS.comma[language]}${planText}`;
}

function systems(language: Language): string {
  const say = (word: Word): string => WORDS[word][language];
  return table(
    [
      say('system'),
      say('id'),
      say('role'),
      'Defender for Endpoint',
      'Arc',
      say('endOfSupport'),
      say('extra'),
      say('esu'),
    ],
    OS_PRODUCTS.map((product) => [
      product.name,
      code(product.id),
      wordOf(product.role, language),
      wordOf(product.defender, language),
      wordOf(product.arc, language),
      product.endOfSupport ?? '–',
      product.endOfExtra ?? '–',
      esuText(product, language),
    ]),
  );
}

function esuText({ esu }: OsProduct, language: Language): string {
  if (!esu) return '–';
  return language === 'ja'
    ? `${esu.billedFrom} から課金、${esu.overFrom} に終了`
    : `billed from ${esu.billedFrom}, over on ${esu.overFrom}`;
}

function capabilities(language: Language): string {
  const say = (word: Word): string => WORDS[word][language];
  const has = (plans: readonly string[], plan: string): string => (plans.includes(plan) ? '✓' : '–');
  return table(
    [say('capability'), planWord('P1', language), planWord('P2', language), say('reach'), say('note')],
    CAPABILITIES.map(({ name, plans, reach, note }) => [
      name[language],
      has(plans, 'P1'),
      has(plans, 'P2'),
      wordOf(reach, language),
      note?.[language] ?? '',
    ]),
  );
}

/** @throws Error for a word of the matrix without a text: the reference would be silent about it */
function wordOf(word: string, language: Language): string {
  if (!Object.hasOwn(WORDS, word)) throw new Error(`No text for "${word}" in rule-words.ts`);
  return WORDS[word as Word][language];
}

function yesNo(value: boolean, language: Language): string {
  return wordOf(value ? 'yes' : 'no', language);
}

function sourceText(source: Source): string {
  return `${linkOf(source)}, ${source.date}`;
}

function linkOf({ title, url }: Source): string {
  return url === null ? title : `[${title}](${url})`;
}

function systemSources(): string {
  return Object.values(OS_SOURCES)
    .map(({ url, date }) => `<${url}> (${date})`)
    .join(', ');
}
