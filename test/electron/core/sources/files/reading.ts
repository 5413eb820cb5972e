import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { ZipFile } from 'yazl';
import type { ItemReader, JsonFormat, TableFormat } from '../../../../../electron/core/sources/files/format.ts';
import type {
  FileResult,
  OpenedFile,
  ReadHost,
  ReadOptions,
  ReadProgress,
  ReadSummary,
  TableBegin,
} from '../../../../../electron/core/sources/files/index.ts';
import { readInputs } from '../../../../../electron/core/sources/files/index.ts';
import type { SourceRecord } from '../../../../../shared/model/index.ts';
import { fold } from '../../../../../shared/text/fold.ts';

const NAME_HEADERS = ['name', 'サーバー名'];

/** A table with a column of names, wherever its header row is: every row with a name is a machine. */
export const NAMES: TableFormat = {
  id: 'portal-vm-list',
  detect(preview) {
    const header = preview.rows.findIndex((row) => row.cells.some((cell) => NAME_HEADERS.includes(fold(cell))));
    return header < 0 ? null : { score: 50, header };
  },
  reader({ header, sink }) {
    const column = header.findIndex((cell) => NAME_HEADERS.includes(fold(cell)));
    return {
      row({ row, cells }) {
        const name = cells[column] ?? '';
        if (name.trim() === '') return;
        const tags = { cells: JSON.stringify(cells) };
        sink.record({ type: 'machine', source: 'list', name, row, tags });
      },
    };
  },
};

/** Items with a name. */
export const ITEMS: JsonFormat = {
  id: 'resource-graph',
  detect: ({ items }) => (items.some(({ value }) => nameOf(value) !== null) ? 50 : null),
  reader({ sink }): ItemReader {
    return {
      item({ row, value }) {
        const name = nameOf(value);
        if (name !== null) sink.record({ type: 'machine', source: 'list', name, row });
      },
    };
  },
};

function nameOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('name' in value)) return null;
  return typeof value.name === 'string' ? value.name : null;
}

export interface ReadFile extends FileResult {
  readonly opened: OpenedFile | null;
  readonly begins: readonly TableBegin[];
  readonly all: readonly SourceRecord[];
  /** Names of the machines. */
  readonly names: readonly string[];
  readonly codes: readonly string[];
}

export interface ReadAll {
  readonly files: readonly ReadFile[];
  readonly summary: ReadSummary;
  readonly progress: readonly ReadProgress[];
}

/** Reads inputs with the small formats above, or with others, into memory. */
export async function readAll(
  inputs: readonly string[],
  options: ReadOptions = {},
  more: Partial<ReadHost> = {},
): Promise<ReadAll> {
  const files: ReadFile[] = [];
  const progress: ReadProgress[] = [];
  let current: { opened: OpenedFile; begins: TableBegin[]; all: SourceRecord[] } | null = null;
  const host: ReadHost = {
    open(opened) {
      const now = { opened, begins: [] as TableBegin[], all: [] as SourceRecord[] };
      current = now;
      return { begin: (begin) => now.begins.push(begin), record: (record) => now.all.push(record) };
    },
    close(result) {
      const { opened = null, begins = [], all = [] } = result.digest === null ? {} : (current ?? {});
      files.push({
        ...result,
        opened,
        begins,
        all,
        names: all.flatMap((record) => ('name' in record && record.name !== undefined ? [record.name] : [])),
        codes: result.findings.map((found) => found.code),
      });
    },
    progress: (told) => progress.push(told),
    ...more,
  };
  const summary = await readInputs(inputs, { tables: [NAMES], json: [ITEMS], ...options }, host);
  return { files, summary, progress };
}

/** Reads one file. */
export async function readOne(
  path: string,
  options: ReadOptions = {},
  more: Partial<ReadHost> = {},
): Promise<ReadFile> {
  const { files } = await readAll([path], options, more);
  const [file] = files;
  if (files.length !== 1 || !file) throw new Error(`${files.length} files were read`);
  return file;
}

/** A folder of this test file; it goes away with it. */
export function scratch(): { path(name: string): string; write(name: string, content: string | Buffer): string } {
  const folder = mkdtempSync(join(tmpdir(), 'dfs-files-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    write(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}

/** A zip file in memory. */
export function zipped(members: Readonly<Record<string, string | Buffer>>, compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(members)) {
    zip.addBuffer(Buffer.from(content), name, { compress, mtime: new Date('2026-08-01T00:00:00Z') });
  }
  zip.end();
  return collect(zip.outputStream);
}

async function collect(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

/** A workbook made of raw parts: sheets as the XML inside `<worksheet>`. */
export function workbook(
  sheets: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string | Buffer>> = {},
): Promise<Buffer> {
  const names = Object.keys(sheets);
  const list = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const relations = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`,
    ]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(relations),
    ...more,
  };
  for (const [index, name] of names.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet xmlns="${MAIN}">${sheets[name]}</worksheet>`;
  }
  return zipped(parts);
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function relationships(list: readonly string[]): string {
  const space = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return `<Relationships xmlns="${space}">${list.join('')}</Relationships>`;
}

/** `<sheetData>` with text cells. */
export function cells(rows: readonly (readonly (string | null)[])[]): string {
  const xml = rows.map((row, at) => {
    const inner = row.map((text, column) =>
      text === null
        ? ''
        : `<c r="${String.fromCharCode(65 + column)}${at + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    return `<row r="${at + 1}">${inner.join('')}</row>`;
  });
  return `<sheetData>${xml.join('')}</sheetData>`;
}
