import { readFileSync } from 'node:fs';

/** What a document lets its reader do, in order. */
export type Step =
  /** A file whose content stands in the document: a block of code whose first line names it. */
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'command'; readonly argv: readonly string[] }
  /** What the command before prints, line by line. */
  | { readonly kind: 'output'; readonly lines: readonly string[] };

const BLOCK = /^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm;
const PLANNER = 'npm run -s planner -- ';

/** The steps of a Markdown document of this repository. */
export function stepsOf(path: string): readonly Step[] {
  return [...readFileSync(path, 'utf8').matchAll(BLOCK)].flatMap(([, language, name, text = '']): Step[] => {
    if (name !== undefined) return [{ kind: 'file', name, text }];
    if (language === 'text') return [{ kind: 'output', lines: linesOf(text) }];
    if (language !== 'sh') return [];
    return linesOf(text)
      .filter((line) => line.startsWith(PLANNER))
      .map((line) => ({ kind: 'command', argv: wordsOf(line.slice(PLANNER.length)) }));
  });
}

/** Every mention of a command of the planner, also within a sentence. */
export function mentionedCommands(path: string): readonly (readonly string[])[] {
  const text = readFileSync(path, 'utf8');
  const inSentences = [...text.matchAll(/`(?:npm run -s planner --|dfs-planner|npm start --) ([^`]+)`/g)];
  return inSentences.map(([whole, words = '']) => [
    ...(whole.includes('npm start') ? ['start'] : []),
    ...wordsOf(words),
  ]);
}

/** The scripts of package.json that a document names. */
export function mentionedScripts(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/npm (?:run (?:-s )?([\w:-]+)|(start|test))\b/g)].map(([, run, own]) => run ?? own ?? '');
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** The words of a line as a shell parts them: quotes hold together, `#` begins a remark. */
function wordsOf(line: string): string[] {
  const parts = line.replace(/\s#\s.*$/, '').match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return parts.map((part) =>
    part.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ''),
  );
}
