import { parentPort, workerData } from 'node:worker_threads';
import readWorkbook, { InvalidSpreadsheetError, readSheet } from 'read-excel-file/node';
import { zipOf } from '../../zip.ts';
import type { WorkbookInput, WorkbookMessage } from './workbook.ts';
import { cellText, fillMerged } from './workbook-cells.ts';
import { checkedParts, type SheetPart, WorkbookProblem } from './workbook-parts.ts';

/** Runs in a worker of its own: it can be ended, and it cannot take the application's memory. */

const ROWS_AT_ONCE = 1_000;

const port = parentPort;
if (port) {
  const send = (message: WorkbookMessage) => port.postMessage(message);
  read(workerData as WorkbookInput, send).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof WorkbookProblem) send({ type: 'problem', code: error.code, params: error.params });
    else send({ type: 'problem', code: 'workbook-broken', params: { reason } });
  });
}

async function read(input: WorkbookInput, send: (message: WorkbookMessage) => void): Promise<void> {
  const { parts, sheets } = await checkedParts(input);
  for (const { name, data, failure } of await readAll(zipOf(parts, 0), sheets)) {
    const merges = sheets.find((sheet) => sheet.name === name)?.merges ?? [];
    send({ type: 'sheet', sheet: name, filled: fillMerged(data, merges), failure });
    for (let at = 0; at < data.length; at += ROWS_AT_ONCE) {
      const rows = data.slice(at, at + ROWS_AT_ONCE).map((row) => row.map(cellText));
      send({ type: 'rows', first: at + 1, rows });
      await acknowledged();
    }
  }
  send({ type: 'end' });
}

interface ReadSheet {
  readonly name: string;
  readonly data: unknown[][];
  readonly failure: string | null;
}

const OPTIONS = { trim: false, parseNumber: numberText };

/** All sheets at once; where a cell of one spoils that, sheet by sheet. */
async function readAll(zip: Buffer, sheets: readonly SheetPart[]): Promise<readonly ReadSheet[]> {
  try {
    return (await readWorkbook(zip, OPTIONS)).map(({ sheet, data }) => ({ name: sheet, data, failure: null }));
  } catch (error) {
    if (!(error instanceof InvalidSpreadsheetError) || sheets.length === 0) throw error;
  }
  const read: ReadSheet[] = [];
  for (const { name } of sheets) {
    try {
      read.push({ name, data: await readSheet(zip, name, OPTIONS), failure: null });
    } catch (error) {
      read.push({ name, data: [], failure: error instanceof Error ? error.message : String(error) });
    }
  }
  return read;
}

/** Whole numbers keep every digit; others lose what Excel adds in the 17th. */
function numberText(text: string): string {
  return /^-?\d+$/.test(text) ? text : String(Number(text));
}

/** The other side asks for more when it is done with these rows: they do not pile up. */
function acknowledged(): Promise<void> {
  return new Promise((resolve) => port?.once('message', () => resolve()));
}
