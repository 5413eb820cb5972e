import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../../shared/model/index.ts';
import { QUERIES, type QueryId, readQuery } from '../sources/azure/queries/index.ts';
import { MESSAGES } from './messages.ts';

/** `common.ps1` is loaded by the other three of PowerShell. */
const SCRIPTS = ['collect.sh', 'collect-az.ps1', 'collect-module.ps1', 'collect-defender.ps1', 'common.ps1'] as const;

/** Always both: the one who sends the folder and the one who runs it may not read the same language. */
const READ_MES: readonly { readonly file: string; readonly language: Language }[] = [
  { file: 'README.md', language: 'en' },
  { file: 'README.ja.md', language: 'ja' },
];

/** What only readiness checks need; a customer may leave it out. */
const NETWORK_QUERIES: readonly QueryId[] = ['network-interfaces', 'subnets', 'network-security-groups'];

interface CollectorFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * The folder that a customer's administrator runs where we have no access: queries, scripts, and what each is for.
 * @param language in which the scripts speak while they run
 */
export function collectorFiles(language: Language): readonly CollectorFile[] {
  return [
    ...READ_MES.map((readMe) => ({ path: readMe.file, text: fill(template(readMe.file), readMe.language) })),
    ...SCRIPTS.map((path) => ({ path, text: encode(path, fill(template(path), language)) })),
    ...QUERIES.map(({ id, file }) => ({ path: `queries/${file}`, text: readQuery(id) })),
  ];
}

/**
 * Writes the folder.
 * @returns the files written, relative to the folder, with `/`.
 * @throws the file system's error when the folder cannot be written.
 */
export function writeCollector(directory: string, options: { language?: Language | undefined } = {}): string[] {
  mkdirSync(join(directory, 'queries'), { recursive: true });
  const files = collectorFiles(options.language ?? 'en');
  for (const { path, text } of files) writeFileSync(join(directory, path), text);
  return files.map(({ path }) => path);
}

function template(file: string): string {
  return readFileSync(fileURLToPath(new URL(`./files/${file}`, import.meta.url)), 'utf8');
}

/** Puts sentences and lists of queries where `@@name@@` stands. @throws Error for a name that nobody knows. */
function fill(text: string, language: Language): string {
  const graph = QUERIES.filter((query) => query.engine === 'resource-graph').map((query) => query.id);
  const values = new Map<string, string>([
    ...Object.entries(MESSAGES).map(([name, message]): [string, string] => [name, message[language]]),
    ['planQueries', graph.filter((id) => !NETWORK_QUERIES.includes(id)).join(' ')],
    ['networkQueries', graph.filter((id) => NETWORK_QUERIES.includes(id)).join(' ')],
    ['queryTable', QUERIES.map((query) => `| \`${query.file}\` | ${query.answers[language]} |`).join('\n')],
  ]);
  return text.replace(/@@(\w+)@@/g, (_whole, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`Unknown placeholder: ${name}`);
    return value;
  });
}

/** Windows PowerShell 5.1 reads a script as UTF-8 only with a byte order mark; Windows editors like CRLF. */
function encode(file: string, text: string): string {
  return file.endsWith('.ps1') ? `\uFEFF${text.replace(/\r?\n/g, '\r\n')}` : text;
}
