import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TableFormat } from '../../../../../electron/core/sources/files/format.ts';
import { readOne, scratch } from './reading.ts';

const disk = scratch();

/** Takes any table, and keeps the cells of every row. */
const ANY: TableFormat = {
  id: 'server-list',
  detect: () => ({ score: 1, header: 0 }),
  reader: ({ sink }) => ({
    row: ({ row, cells }) => sink.record({ type: 'machine', source: 'list', name: JSON.stringify(cells), row }),
  }),
};

const JAPANESE = [...'ｱﾝサーバー一覧本番①髙㈱～、。'];
const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8-bom': (text) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
};

const DELIMITERS = [',', ';', '\t', '|'];
const letter = fc.constantFrom(...'abcXYZ019 _-."\'', ...DELIMITERS, '\n', '\r\n', ...JAPANESE);
const cell = fc.array(letter, { maxLength: 12 }).map((letters) => letters.join(''));

const written = fc.record({
  delimiter: fc.constantFrom(...DELIMITERS),
  encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r', 'mixed'),
  quoteAll: fc.boolean(),
  endsWithLineEnd: fc.boolean(),
  hasSepLine: fc.boolean(),
  rows: fc
    .integer({ min: 2, max: 6 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 40 }),
    ),
});

it('any table, written with any delimiter, encoding and line end, comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(written, async ({ delimiter, encoding, lineEnd, quoteAll, endsWithLineEnd, hasSepLine, rows }) => {
      const header = rows[0]?.map((_, index) => `column ${index}`) ?? [];
      const quoted = (text: string) =>
        quoteAll || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
      const lines = [header, ...rows].map((row) => row.map(quoted).join(delimiter));
      if (hasSepLine) lines.unshift(`sep=${delimiter}`);
      const ends = ['\r\n', '\n', '\r'];
      const end = (index: number) => (lineEnd === 'mixed' ? ends[index % 3] : lineEnd) ?? '\n';
      let text = lines.map((line, index) => line + end(index)).join('');
      if (!endsWithLineEnd) text = text.replace(/[\r\n]+$/, '');
      const path = disk.write('table.csv', ENCODINGS[encoding]?.(text) ?? Buffer.alloc(0));
      // Without the word of the file on it, a delimiter cannot always be told from text that looks like one.
      fc.pre(hasSepLine || rows.length >= 3);
      const file = await readOne(path, { tables: [ANY] });
      const expected = rows.filter((row) => row.some((value) => value.trim() !== ''));
      expect(file.encoding).toBe(encoding);
      expect(file.names.map((name) => JSON.parse(name))).toEqual(expected);
      expect(file.codes.filter((code) => code !== 'table-no-rows')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('any bytes at all end in rows or findings', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const file = await readOne(disk.write('bytes', Buffer.from(bytes)), { tables: [ANY] });
      expect(file.records + file.findings.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

it('any text that begins like JSON ends in items or findings', async () => {
  const token = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '"name"', '"a"', '1', 'null', ' ', '\n', '//', 'x');
  await fc.assert(
    fc.asyncProperty(fc.array(token, { maxLength: 60 }), async (tokens) => {
      const file = await readOne(disk.write('tokens', `[${tokens.join('')}`), { tables: [ANY] });
      expect(file.records + file.findings.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
