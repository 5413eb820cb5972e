import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import type { FindingParams } from '../../../../shared/model/index.ts';
import type { Part } from '../../zip.ts';
import { limit } from './limits.ts';
import type { WorkbookInput } from './workbook.ts';
import type { Merge } from './workbook-cells.ts';

/** Why a workbook is not read. */
export class WorkbookProblem extends Error {
  readonly code: string;
  readonly params: FindingParams;
  constructor(code: string, params: FindingParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

export interface CheckedParts {
  readonly parts: readonly Part[];
  readonly sheets: readonly SheetPart[];
}

export interface SheetPart {
  readonly name: string;
  readonly merges: readonly Merge[];
}

/** The parts that hold cells. Drawings, macros and printer settings are left where they are. */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/.*|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/.*|xl\/worksheets\/[^/]*\.xml)$/i;

/**
 * Unpacks what holds cells, within limits on entries, ratio, size, rows and columns.
 * @throws WorkbookProblem when a limit is passed or the file is no complete workbook
 */
export async function checkedParts(input: WorkbookInput): Promise<CheckedParts> {
  const zip = await open(input);
  try {
    if (zip.entryCount > limit('workbookEntries')) {
      throw new WorkbookProblem('workbook-too-large', { what: 'parts', limit: limit('workbookEntries') });
    }
    const parts: Part[] = [];
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.replace(/^\/+/, '');
      if (!NEEDED.test(name)) continue;
      total += entry.uncompressedSize;
      check(entry, total);
      parts.push({ name, bytes: await unpack(zip, entry) });
    }
    for (const part of parts) if (/worksheets\//i.test(part.name)) checkExtent(part.bytes);
    return { parts, sheets: sheetsOf(parts) };
  } catch (error) {
    if (error instanceof WorkbookProblem) throw error;
    throw new WorkbookProblem('workbook-broken', { reason: error instanceof Error ? error.message : String(error) });
  } finally {
    zip.close();
  }
}

async function open(input: WorkbookInput): Promise<ZipFile> {
  try {
    const options = { autoClose: false } as const;
    return input.path === undefined
      ? await fromBufferPromise(Buffer.from(input.bytes ?? new Uint8Array()), options)
      : await openPromise(input.path, options);
  } catch (error) {
    throw new WorkbookProblem('workbook-broken', { reason: error instanceof Error ? error.message : String(error) });
  }
}

function check(entry: Entry, total: number): void {
  const ratio = Math.round(entry.uncompressedSize / Math.max(1, entry.compressedSize));
  if (entry.uncompressedSize > limit('archiveRatioFrom') && ratio > limit('archiveRatio')) {
    throw new WorkbookProblem('archive-ratio', { ratio, limit: limit('archiveRatio') });
  }
  if (total > limit('workbookXmlBytes')) {
    throw new WorkbookProblem('workbook-too-large', { what: 'bytes', limit: limit('workbookXmlBytes') });
  }
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A sheet is held as rows × columns: one cell in the last corner of an empty sheet would be 17 thousand million. */
function checkExtent(xml: Buffer): void {
  let rows = 0;
  let columns = 0;
  const mark = Buffer.from('<c r="');
  for (let at = xml.indexOf(mark); at >= 0; at = xml.indexOf(mark, at)) {
    at += mark.length;
    let column = 0;
    let byte = xml[at] ?? 0;
    for (; byte >= 0x41 && byte <= 0x5a; byte = xml[++at] ?? 0) column = column * 26 + byte - 0x40;
    let row = 0;
    for (; byte >= 0x30 && byte <= 0x39; byte = xml[++at] ?? 0) row = row * 10 + byte - 0x30;
    if (column > columns) columns = column;
    if (row > rows) rows = row;
  }
  if (columns > limit('columns')) {
    throw new WorkbookProblem('workbook-too-large', { what: 'columns', limit: limit('columns') });
  }
  if (rows * columns > limit('workbookCells')) {
    throw new WorkbookProblem('workbook-too-large', { what: 'cells', limit: limit('workbookCells') });
  }
}

/** Follows name → relation → part, as ECMA-376 part 1, 18.2.19 (`sheet`) and 18.3.1.55 (`mergeCells`) lay it out. */
function sheetsOf(parts: readonly Part[]): readonly SheetPart[] {
  const bytes = new Map(parts.map((part) => [part.name, part.bytes]));
  const tags = (name: string, tag: RegExp) => bytes.get(name)?.toString().match(tag) ?? [];
  const relations = tags('xl/_rels/workbook.xml.rels', /<(\w+:)?Relationship\s[^>]*>/g);
  return tags('xl/workbook.xml', /<(\w+:)?sheet\s[^>]*>/g).map((tag) => {
    const id = attribute(tag, '\\w+:id');
    const target = attribute(relations.find((relation) => attribute(relation, 'Id') === id) ?? '', 'Target');
    const xml = bytes.get(target.replace(/^(\/xl\/|\.\/)?/, 'xl/'));
    return { name: unescapeXml(attribute(tag, 'name')), merges: xml ? mergesOf(xml) : [] };
  });
}

function mergesOf(xml: Buffer): readonly Merge[] {
  const from = xml.indexOf('<mergeCells');
  if (from < 0) return [];
  const found = xml
    .subarray(from)
    .toString()
    .matchAll(/<mergeCell\s+ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g);
  return [...found].map(([, left = '', top, bottom]) => ({
    top: Number(top) - 1,
    left: columnIndex(left),
    bottom: Number(bottom) - 1,
  }));
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 0x40;
  return index - 1;
}
