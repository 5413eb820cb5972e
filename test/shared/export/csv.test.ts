import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvChunks } from '../../../shared/export/csv.ts';
import {
  guardFormula,
  readList,
  readPairs,
  unguardFormula,
  writeList,
  writePairs,
} from '../../../shared/export/index.ts';

const COLUMNS = [
  { id: 'a', header: { en: 'Name', ja: '名前' }, cells: 'text' },
  { id: 'b', header: { en: 'Amount', ja: '金額' }, cells: 'number' },
  { id: 'c', header: { en: 'Reason', ja: '理由' }, cells: 'text' },
] as const;
type Row = readonly [string, string, string];

function write(rows: readonly Row[], language: 'en' | 'ja' = 'en'): string {
  const cells = { a: (row: Row) => row[0], b: (row: Row) => row[1], c: (row: Row) => row[2] };
  return [...csvChunks(COLUMNS, language, rows, cells)].join('');
}

/** Texts with what breaks CSV files and spreadsheets. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\r', '\n', '\0', '＝', '＠', ' ', 'a', '本'),
  }),
);

describe('CSV', () => {
  it('begins with a byte order mark and has CRLF at every end of line', () => {
    expect(write([['web01', '4.9056', 'ok']], 'ja')).toBe('\uFEFF名前,金額,理由\r\nweb01,4.9056,ok\r\n');
  });

  it('never guards our own figures, but guards a text in their place', () => {
    expect(write([['-web', '-4.8', '=1+1']]).split('\r\n')[1]).toBe("'-web,-4.8,'=1+1");
    expect(write([['a', '=2*3', '']]).split('\r\n')[1]).toBe("a,'=2*3,");
  });

  it('quotes what another locale would take for a separator', () => {
    expect(write([['a;=1', '1', 'b\tc']]).split('\r\n')[1]).toBe('"a;=1",1,"b\tc"');
  });

  it('reads back as written by RFC 4180 (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, fc.constant('1.5'), nasty), { maxLength: 20 }), (rows) => {
        const read = parse(write(rows), {
          bom: true,
          relax_column_count: false,
          record_delimiter: '\r\n',
        }) as string[][];
        expect(read.slice(1).map(([a = '', b = '', c = '']) => [unguardFormula(a), b, unguardFormula(c)])).toEqual(
          rows,
        );
      }),
    );
  });

  it('comes in pieces, whatever the number of rows', () => {
    const rows = Array.from({ length: 2500 }, (_, index): Row => [`m${index}`, '1', 'x']);
    expect(write(rows).split('\r\n')).toHaveLength(2502);
    expect(write([])).toBe('\uFEFFName,Amount,Reason\r\n');
  });
});

describe('formula guard', () => {
  it.each(['=1', '+1', '-1', '@a', '\t=1', '\r=1', '\0=1', '＝1', '＋1', '－1', '＠a'])('guards %j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  it('leaves other texts alone', () => {
    expect(['web-01', "'quoted'", '本番', ''].map(guardFormula)).toEqual(['web-01', "'quoted'", '本番', '']);
  });

  it('is taken off exactly, and nothing guarded can start a formula (property)', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(unguardFormula(guardFormula(text))).toBe(text);
        expect(guardFormula(text)).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/u);
      }),
    );
  });
});

describe('several values in one cell', () => {
  it('writes tags as people read them', () => {
    expect(writePairs({ env: 'prod', 環境: '本番' })).toBe('env=prod;環境=本番');
    expect(writePairs({ 'a=b': 'c;d=e' })).toBe('a\\=b=c\\;d=e');
  });

  it('reads back tags and lists (property)', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          nasty.filter((name) => name !== ''),
          nasty,
        ),
        (tags) => {
          expect({ ...readPairs(writePairs(tags)) }).toEqual({ ...tags });
        },
      ),
    );
    fc.assert(
      fc.property(fc.array(nasty.filter((item) => item !== '')), (items) => {
        expect(readList(writeList(items))).toEqual(items);
      }),
    );
  });
});
