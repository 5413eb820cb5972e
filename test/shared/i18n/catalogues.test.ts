import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAILURES } from '../../../shared/contract/failures.ts';
import { HELP } from '../../../shared/i18n/cli/help.ts';
import { MESSAGES } from '../../../shared/i18n/cli/messages.ts';
import { COST_ITEM_TEXTS } from '../../../shared/i18n/cost/items.ts';
import { COST_RULE_TEXTS } from '../../../shared/i18n/cost/rules.ts';
import { fill } from '../../../shared/i18n/fill.ts';
import { FINDING_TEXTS } from '../../../shared/i18n/findings/index.ts';
import { COVERAGE_GAPS } from '../../../shared/i18n/labels/coverage.ts';
import { EXCLUSION_REASONS } from '../../../shared/i18n/labels/exclusions.ts';
import { ruleText } from '../../../shared/i18n/plan/rules.ts';
import { EDITION_IDS, type Text } from '../../../shared/model/index.ts';

/** Ids of the decision matrix as the README of the sample customer lists them. */
const RULES = 'X1 X2 X3 X4 X5 X6 A1 A2 A3 A4 A5 A6 A7 A8 A9 C1 N1 N2 N3 N4 N5 N6 N7 N8 N9'.split(' ');

/** Every text of the project by where it stands. */
const TEXTS: readonly (readonly [name: string, text: Text])[] = [
  ...pairs('finding', FINDING_TEXTS),
  ...pairs('failure', FAILURES),
  ...simple('message', MESSAGES),
  ...simple('help', HELP),
  ...EDITION_IDS.flatMap((edition) =>
    RULES.map((id): [string, Text] => [`rule ${id} of ${edition}`, ruleText(id, edition)]),
  ),
  ...simple('cost item', COST_ITEM_TEXTS),
  ...simple('cost rule', COST_RULE_TEXTS),
  ...simple('coverage', COVERAGE_GAPS),
  ...simple('exclusion', EXCLUSION_REASONS),
];

/** Sources that can find something: everything but the catalogues themselves. */
const SOURCES = sourcesIn(['shared', 'electron']);

describe('catalogues', () => {
  it('say everything in both languages', () => {
    expect(TEXTS.filter(([, { en, ja }]) => en.trim() === '' || ja.trim() === '').map(([name]) => name)).toEqual([]);
  });

  it('have the same places in both languages', () => {
    const different = TEXTS.filter(([, { en, ja }]) => placesOf(en).join() !== placesOf(ja).join());
    expect(different.map(([name, { en, ja }]) => `${name}: ${placesOf(en)} / ${placesOf(ja)}`)).toEqual([]);
  });

  it('count in English: 0, 1 and many read right', () => {
    const counting =
      /\{\w+\} (?:machines|servers|rows|devices|subscriptions|charges|prices|exceptions|cells|resources)\b/;
    const rest = TEXTS.filter(([name, { en }]) => counting.test(en) && !ALWAYS_MANY.has(name));
    expect(rest.map(([name]) => name)).toEqual([]);
  });

  it('have plurals that can be read, and none in Japanese', () => {
    for (const [name, { en, ja }] of TEXTS) {
      const params = Object.fromEntries(placesOf(en).map((place) => [place, 1]));
      expect(`${name}: ${fill(en, params)}`).not.toMatch(/plural|\{|\}/);
      expect(`${name}: ${ja}`).not.toContain('plural');
    }
  });

  it('keep one punctuation in Japanese: half-width brackets and colons', () => {
    expect(TEXTS.filter(([, { ja }]) => /[（）：]/.test(ja)).map(([name]) => name)).toEqual([]);
  });

  it('have a next step for every finding and failure', () => {
    expect(Object.entries(FINDING_TEXTS).filter(([, { next }]) => next.en === '' || next.ja === '')).toEqual([]);
  });

  it('hold no finding that nothing finds', () => {
    const unused = Object.keys(FINDING_TEXTS).filter((code) => !isNamed(code));
    expect(unused).toEqual([]);
  });

  it('hold no message of the command line that nothing prints', () => {
    const cli = SOURCES.filter(({ path }) => path.startsWith(join('electron', 'cli')));
    const isPrinted = (key: string) => cli.some(({ text }) => text.includes(`'${key}'`));
    expect(Object.keys(MESSAGES).filter((key) => !isPrinted(key))).toEqual([]);
  });

  it('have a sentence for every code that the sources find', () => {
    const codes = SOURCES.flatMap(({ text }) =>
      [...text.matchAll(/\b(?:\w*[fF]inding|tell|counted)\(\s*(?:plan, )?'([a-z]+(?:-[a-z0-9]+)+)'/g)].map(
        ([, code]) => code ?? '',
      ),
    );
    expect(codes.length).toBeGreaterThan(50);
    expect([...new Set(codes)].filter((code) => !(code in FINDING_TEXTS))).toEqual([]);
  });
});

/** Sentences that are said of two or more only, or whose number is a limit. */
const ALWAYS_MANY = new Set(['finding plan-scope-minority message', 'finding plan-scope-other-base message']);

/** A code stands in the sources whole, or put together from its beginning: `azure-counts-only-${…}`. */
function isNamed(code: string): boolean {
  const parts = code.split('-');
  const beginnings = parts.slice(1).map((_, index) => `${parts.slice(0, index + 1).join('-')}-\${`);
  return SOURCES.some(
    ({ text }) => text.includes(`'${code}'`) || beginnings.some((beginning) => text.includes(`\`${beginning}`)),
  );
}

/** Names of parameters, each once; those of a plural too. */
function placesOf(sentence: string): readonly string[] {
  const withoutWords = sentence.replace(/(one|other) \{\w+\}/g, '$1');
  return [...new Set([...withoutWords.matchAll(/\{(\w+)(?:\}|, plural,)/g)].map(([, name]) => name ?? ''))].sort();
}

function pairs(
  kind: string,
  texts: Readonly<Record<string, { readonly message: Text; readonly next: Text }>>,
): [string, Text][] {
  return Object.entries(texts).flatMap(([code, { message, next }]): [string, Text][] => [
    [`${kind} ${code} message`, message],
    [`${kind} ${code} next`, next],
  ]);
}

function simple(kind: string, texts: Readonly<Record<string, Text>>): [string, Text][] {
  return Object.entries(texts).map(([key, text]) => [`${kind} ${key}`, text]);
}

function sourcesIn(folders: readonly string[]): readonly { readonly path: string; readonly text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.startsWith(join('shared', 'i18n')))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  );
}
