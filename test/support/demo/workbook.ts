import writeXlsxFile from 'write-excel-file/node';
import { fromBufferPromise } from 'yauzl';
import yazl from 'yazl';

export interface SheetText {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
  /** Cells of the first row that are merged into one. */
  readonly merged?: number;
}

const DATE = new Date(2026, 10, 18, 9, 0, 0);

/** A workbook whose bytes depend on its cells alone: entries in order, stored, with one fixed date. */
export async function workbook(sheets: readonly SheetText[]): Promise<Buffer> {
  const made = await writeXlsxFile(
    sheets.map(({ sheet, rows, merged }) => ({
      sheet,
      data: rows.map((cells, index) =>
        cells.map((value) => ({
          value,
          type: String,
          ...(index === 0 && merged ? { columnSpan: merged, fontWeight: 'bold' as const } : {}),
        })),
      ),
    })),
  ).toBuffer();
  return restamp(made);
}

async function restamp(bytes: Buffer): Promise<Buffer> {
  const entries: { readonly name: string; readonly content: Buffer }[] = [];
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    entries.push({ name: entry.fileName, content: Buffer.concat(parts) });
  }
  const out = new yazl.ZipFile();
  for (const { name, content } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    out.addBuffer(content, name, { mtime: DATE, compress: false, forceDosTimestamp: true });
  }
  out.end();
  const parts: Buffer[] = [];
  for await (const part of out.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
