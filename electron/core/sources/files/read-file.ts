import { finding } from '../../../../shared/i18n/findings/index.ts';
import type { FindingParams, FormatId } from '../../../../shared/model/index.ts';
import type { ZipContent } from './archive.ts';
import { readCsv } from './csv.ts';
import { detectDialect } from './dialect.ts';
import {
  decodeHead,
  decodeText,
  detectEncoding,
  namedEncoding,
  type Scan,
  scan,
  type TextEncoding,
} from './encoding.ts';
import type { JsonFormat, TableFormat } from './format.ts';
import type { FileResult, ReadHost, ReadOptions } from './host.ts';
import { readJson } from './items.ts';
import { findJson, fromJson } from './json-start.ts';
import { kindOf, markupOf, oleKind } from './kinds.ts';
import { limit } from './limits.ts';
import { createPulse, type Pulse } from './pulse.ts';
import { readHead, type Source } from './source.ts';
import { readTable } from './table.ts';
import { createTally, HostError, type Tally } from './tally.ts';
import { readWorkbook } from './workbook.ts';

export interface FileJob {
  readonly options: ReadOptions;
  readonly host: ReadHost;
  readonly tables: readonly TableFormat[];
  readonly json: readonly JsonFormat[];
}

/** What a look at the file told: no zip, what sort of zip, or why it could not be looked at. */
export type Content = 'file' | Exclude<ZipContent, 'archive'> | { readonly reason: string };

/** The result for something that was not read at all. */
export function unreadable(
  file: string,
  digest: string | null,
  problems: readonly { readonly code: string; readonly params: FindingParams }[],
): FileResult {
  return {
    file,
    digest,
    format: 'unknown',
    encoding: '',
    rows: 0,
    records: 0,
    findings: problems.map(({ code, params }) => finding(code, params, { file })),
    date: null,
    outcome: 'unreadable',
  };
}

/** Hashes one file, offers it to the host and reads it. */
export async function readFile(source: Source, content: Content, job: FileJob): Promise<void> {
  const { host, options } = job;
  const pulse = createPulse(source.name, source.bytes * 2, host, options.signal);
  const scanned = await attemptScan(source, pulse, options);
  if ('reason' in scanned) {
    host.close(unreadable(source.name, null, [{ code: 'input-unreadable', params: scanned }]));
    return;
  }
  const { digest } = scanned;
  const sink = host.open({ file: source.name, digest, modifiedAt: source.modifiedAt, bytes: scanned.bytes });
  if (!sink) return;
  const tally = createTally(source.name, sink);
  const reading: Reading = { source, scanned, tally, pulse, job };
  const outcome = await attemptRead(reading, content);
  if (outcome.format && isSilentlyEmpty(tally)) tally.find('file-no-records');
  tally.close();
  host.close({
    file: source.name,
    digest,
    format: outcome.format ?? 'unknown',
    encoding: outcome.encoding,
    rows: tally.rows,
    records: tally.records,
    findings: tally.findings,
    date: tally.date ?? source.modifiedAt,
    outcome: outcome.format ? 'read' : 'unreadable',
  });
}

/** Files that hold counts, and answers without rows that say what was asked, are right without records. */
const RIGHTLY_EMPTY = /^azure-(?:counts-only-|direct-assessments$|answer-empty$)/;

/** Recognised, and yet nothing came of it, and nothing warns of that. */
function isSilentlyEmpty({ records, findings }: Tally): boolean {
  return records === 0 && !findings.some(({ code, severity }) => severity !== 'info' || RIGHTLY_EMPTY.test(code));
}

interface Reading {
  readonly source: Source;
  readonly scanned: Scan;
  readonly tally: Tally;
  readonly pulse: Pulse;
  readonly job: FileJob;
}

interface Outcome {
  readonly format: FormatId | null;
  readonly encoding: string;
}

async function attemptScan(source: Source, pulse: Pulse, options: ReadOptions): Promise<Scan | { reason: string }> {
  try {
    return await scan(source, pulse);
  } catch (error) {
    options.signal?.throwIfAborted();
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** What fails in the middle of a file is a finding; what it gave before stays. */
async function attemptRead(reading: Reading, content: Content): Promise<Outcome> {
  try {
    return await readContent(reading, content);
  } catch (error) {
    reading.job.options.signal?.throwIfAborted();
    if (error instanceof HostError) throw error;
    reading.tally.find('file-failed', { reason: error instanceof Error ? error.message : String(error) });
    return { format: null, encoding: '' };
  }
}

async function readContent(reading: Reading, content: Content): Promise<Outcome> {
  const { source, scanned, tally } = reading;
  if (typeof content === 'object') return nothing(tally, 'archive-broken', content);
  if (content === 'workbook') return readSheets(reading);
  if (content !== 'file') return nothing(tally, 'file-kind', { kind: content === 'document' ? 'Office' : 'XLSB' });
  if (scanned.bytes === 0) return nothing(tally, 'file-empty');
  const kind = kindOf(scanned.head);
  if (kind.kind === 'ole') {
    const ole = oleKind(await readHead(source, limit('oleBytes')));
    return nothing(tally, ole === 'other' ? 'file-kind' : `file-${ole}`, { kind: 'OLE' });
  }
  if (kind.kind === 'other') return nothing(tally, 'file-kind', { kind: kind.what });
  return readText(reading);
}

function nothing(tally: Tally, code: string, params: FindingParams = {}): Outcome {
  tally.find(code, params);
  return { format: null, encoding: '' };
}

async function readText(reading: Reading): Promise<Outcome> {
  const { source, scanned, tally, pulse, job } = reading;
  const encoding = await chooseEncoding(reading);
  if (!encoding) return nothing(tally, 'file-binary');
  const sample = decodeHead(scanned.head, encoding);
  if (sample.trim() === '') return nothing(tally, 'file-empty');
  const markup = markupOf(sample);
  if (markup) return nothing(tally, 'file-kind', { kind: markup });
  sayEncoding(encoding, reading);
  const text = () => decodeText(source, encoding, pulse);
  const start = findJson(sample);
  const { options, host } = job;
  if (start) {
    if (start.lines > 0) tally.find('json-text-before', { lines: start.lines });
    const json = {
      file: source.name,
      encoding: encoding.name,
      bytes: scanned.bytes,
      text: () => fromJson(text(), start),
    };
    const format = await readJson(json, { formats: job.json, options, tally, pulse });
    return { format: format?.id ?? null, encoding: encoding.name };
  }
  const batches = readCsv(text(), detectDialect(sample));
  const table = { file: source.name, sheet: null, encoding: encoding.name, batches };
  const format = await readTable(table, { formats: job.tables, options, host, tally, pulse });
  return { format: format?.id ?? null, encoding: encoding.name };
}

async function chooseEncoding(reading: Reading): Promise<TextEncoding | null> {
  const { source, scanned, pulse, job, tally } = reading;
  const label = job.options.encoding;
  if (label === undefined) return detectEncoding(source, scanned, pulse);
  try {
    return namedEncoding(label, scanned.head);
  } catch {
    tally.find('encoding-unknown', { encoding: label });
    return detectEncoding(source, scanned, pulse);
  }
}

function sayEncoding(encoding: TextEncoding, reading: Reading): void {
  const { scanned, tally } = reading;
  if (encoding.isGuessed) tally.find('encoding-guessed', { encoding: encoding.name });
  if (encoding.isDamaged) tally.find('encoding-damaged', { encoding: encoding.name });
  if (scanned.nulBytes > 0 && !encoding.label.startsWith('utf-16')) {
    tally.find('text-nul', { count: scanned.nulBytes });
  }
}

/** Programs that write workbooks of many sheets: beside their own sheets, a list of the customer is not looked for. */
const TOOL_WORKBOOKS: ReadonlySet<FormatId> = new Set(['rvtools', 'ari', 'azqr']);

async function readSheets(reading: Reading): Promise<Outcome> {
  const { source, tally, pulse, job } = reading;
  const { options, host } = job;
  const encoding = 'xlsx';
  const records = new Map<FormatId, number>();
  let formats = job.tables;
  let isSaid = false;
  const say = (code: string, params: FindingParams) => {
    isSaid = true;
    tally.find(code, params);
  };
  for await (const sheet of readWorkbook(source, pulse, say)) {
    if (sheet.failure !== null) tally.find('sheet-failed', { reason: sheet.failure }, null, sheet.name);
    const before = tally.records;
    const table = { file: source.name, sheet: sheet.name, encoding, batches: sheet.batches };
    const format = await readTable(table, { formats, options, host, tally, pulse });
    if (!format) continue;
    if (sheet.filled > 0) tally.find('sheet-merged-cells', { count: sheet.filled }, null, sheet.name);
    records.set(format.id, (records.get(format.id) ?? 0) + tally.records - before);
    if (TOOL_WORKBOOKS.has(format.id)) formats = formats.filter((known) => known.id !== 'server-list');
  }
  if (records.size === 0 && !isSaid) {
    tally.find(tally.findings.length > 0 ? 'workbook-not-recognised' : 'workbook-empty');
  }
  const [format] = [...records].sort((a, b) => b[1] - a[1])[0] ?? [null];
  return { format, encoding };
}
