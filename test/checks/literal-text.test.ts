import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';
import { expect, it } from 'vitest';
import { EN } from '../../renderer/i18n/en/index.ts';
import { JA } from '../../renderer/i18n/ja/index.ts';

const RENDERER = fileURLToPath(new URL('../../renderer', import.meta.url));

/** Attributes whose text a person reads or hears. */
const SPOKEN = new Set([
  'title',
  'label',
  'alt',
  'placeholder',
  'content',
  'hint',
  'summary',
  'aria-label',
  'aria-description',
]);

interface Node {
  readonly type: string;
  readonly [name: string]: unknown;
}

it('no component holds text of its own: every sentence comes from a catalogue', () => {
  expect(sources('.tsx').flatMap(({ name, tree }) => literals(tree).map((text) => `${name}: ${text}`))).toEqual([]);
});

it('proves that it can fail', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text that is looked into.
  const bad = '<p title="Hello">Bye <Field label={"Name"} hint={`Really ${x}?`} /></p>';
  const tree = parseSync(bad, { syntax: 'typescript', tsx: true }) as unknown as Node;
  expect(literals(tree)).toEqual(['Hello', 'Bye', 'Name', 'Really']);
});

it('English and Japanese have the same keys', () => {
  for (const [room, english] of Object.entries(EN)) {
    const japanese = JA[room as keyof typeof JA];
    expect(new Set(Object.keys(japanese).map(withoutPlural)), room).toEqual(
      new Set(Object.keys(english).map(withoutPlural)),
    );
  }
});

it('every text has the same placeholders in every language and plural', () => {
  const different: string[] = [];
  for (const [room, english] of Object.entries(EN)) {
    const all = { en: Object.entries(english), ja: Object.entries(JA[room as keyof typeof JA]) };
    const wanted = new Map<string, string>();
    for (const [key, text] of all.en) if (!key.endsWith('_one')) wanted.set(withoutPlural(key), placeholders(text));
    for (const [key, text] of [...all.en, ...all.ja]) {
      // "One machine": a singular may say its number in words.
      const shown = key.endsWith('_one') ? withCount(placeholders(text)) : placeholders(text);
      const expected = key.endsWith('_one')
        ? withCount(wanted.get(withoutPlural(key)) ?? '')
        : wanted.get(withoutPlural(key));
      if (shown !== expected) different.push(`${room}:${key} ${shown} ≠ ${expected}`);
    }
  }
  expect(different).toEqual([]);
});

it('every text is used', () => {
  const { whole, prefixes } = strings();
  const unused = Object.entries(EN).flatMap(([room, texts]) =>
    Object.keys(texts)
      .map(withoutPlural)
      .filter((key) => !whole.has(key) && ![...prefixes].some((prefix) => key.startsWith(prefix)))
      .map((key) => `${room}:${key}`),
  );
  expect(unused).toEqual([]);
});

function sources(ending: string): { name: string; tree: Node }[] {
  return readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) || (ending === '.ts' && name.endsWith('.tsx')))
    .filter((name) => !/^i18n[\\/](en|ja)[\\/]/.test(name))
    .map((name) => ({
      name,
      tree: parseSync(readFileSync(join(RENDERER, name), 'utf8'), {
        syntax: 'typescript',
        tsx: name.endsWith('.tsx'),
      }) as unknown as Node,
    }));
}

/** Texts with letters in JSX, as children or in attributes that are read out. */
function literals(tree: Node): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    if (node.type === 'JSXText') found.push(String(node.value));
    if (node.type === 'JSXAttribute' && SPOKEN.has(String((node.name as Node).value)))
      found.push(...textsIn(node.value as Node));
    if (node.type === 'JSXElement') {
      for (const child of node.children as Node[])
        if (child.type === 'JSXExpressionContainer') found.push(...textsIn(child));
    }
  });
  return found.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
}

/** A string or template that stands there itself; what a call is given, such as a key, is its own matter. */
function textsIn(node: Node | null | undefined): string[] {
  switch (node?.type) {
    case 'StringLiteral':
      return [String(node.value)];
    case 'TemplateLiteral':
      return (node.quasis as Node[]).map(({ cooked }) => String(cooked));
    case 'JSXExpressionContainer':
      return textsIn(node.expression as Node);
    case 'ConditionalExpression':
      return [...textsIn(node.consequent as Node), ...textsIn(node.alternate as Node)];
    default:
      return [];
  }
}

/** Every string of the page, and how its templates begin: `text(`screen.${id}`)` uses all keys of `screen.`. */
function strings(): { whole: Set<string>; prefixes: Set<string> } {
  const whole = new Set<string>();
  const prefixes = new Set<string>();
  for (const { tree } of sources('.ts')) {
    walk(tree, (node) => {
      if (node.type === 'StringLiteral') whole.add(String(node.value));
      if (node.type !== 'TemplateLiteral') return;
      const [first] = node.quasis as Node[];
      if (String(first?.cooked).includes('.')) prefixes.add(String(first?.cooked));
    });
  }
  // The words of values are named by kind and value.
  for (const kind of ['placement.', 'state.', 'sensor.', 'yesno.']) prefixes.add(kind);
  return { whole, prefixes };
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, visit);
  } else if (typeof node === 'object' && node !== null) {
    if ('type' in node) visit(node as Node);
    for (const value of Object.values(node)) walk(value, visit);
  }
}

function withoutPlural(key: string): string {
  return key.replace(/_(one|other)$/, '');
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)]
    .map(([, name]) => name)
    .sort()
    .join();
}

function withCount(names: string): string {
  return [...new Set(['count', ...names.split(',').filter((name) => name !== '')])].sort().join();
}
