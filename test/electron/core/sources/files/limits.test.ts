import { closeSync, openSync, writeSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../../electron/core/sources/files/limits.ts';
import { type ReadFile, readAll, scratch } from './reading.ts';

const MIB = 1024 * 1024;
const disk = scratch();

/** A file of `start`, so many MiB of one letter without a line end, and `end`. */
function longLine(name: string, start: string, mebibytes: number, end: string): string {
  const path = disk.path(name);
  const file = openSync(path, 'w');
  const block = Buffer.alloc(MIB, 'a');
  writeSync(file, start);
  for (let count = 0; count < mebibytes; count++) writeSync(file, block);
  writeSync(file, end);
  closeSync(file);
  return path;
}

async function readFlat(path: string): Promise<ReadFile> {
  const before = process.memoryUsage().rss;
  let most = 0;
  const watch = () => {
    most = Math.max(most, process.memoryUsage().rss - before);
  };
  const { files, progress } = await readAll([path], {}, { progress: watch });
  expect(progress).toEqual([]);
  // Blocks, decoded text and what the collector has not fetched yet: far under the size of the file.
  expect(most).toBeLessThan(150 * MIB);
  const [file] = files;
  if (!file) throw new Error('nothing was read');
  return file;
}

describe('one line of 300 MB', () => {
  it('in a table: said, and the rows around it are read', async () => {
    const file = await readFlat(longLine('line.csv', 'name\r\nweb01\r\n', 300, '\r\nweb02\r\n'));
    expect(file.names).toEqual(['web01', 'web02']);
    expect(file.findings).toMatchObject([{ code: 'table-row-too-long', row: 3 }]);
    expect(file.all.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('after a quotation mark that is never closed', async () => {
    const file = await readFlat(longLine('quote.csv', 'name,os\r\nweb01,"', 300, '\r\nweb02,b\r\n'));
    expect(file.names).toEqual(['web02']);
    expect(file.findings).toMatchObject([{ code: 'table-row-too-long', row: 2 }]);
  });

  it('and nothing else', async () => {
    const file = await readFlat(longLine('line.txt', '', 300, ''));
    expect(file.codes).toEqual(['table-row-too-long']);
  });

  it('in one string of a JSON document', async () => {
    const file = await readFlat(longLine('string.json', '[{"name":"web01"},{"name":"', 300, '"}]'));
    expect(file.names).toEqual(['web01']);
    expect(file.findings).toMatchObject([{ code: 'json-item-too-large', row: 2 }]);
  });

  it('in many small values of one item', async () => {
    const path = disk.write('item.json', `[{"name":"web01"},{"x":[${'1,'.repeat(9 * MIB)}1]}]`);
    const file = await readFlat(path);
    expect(file.names).toEqual(['web01']);
    expect(file.codes).toEqual(['json-item-too-large']);
  });
});

describe('too many', () => {
  it('16,385 columns: the first 16,384 are read', async () => {
    const header = ['name', ...Array.from({ length: 16_384 }, (_, index) => `c${index}`)].join(',');
    const { files } = await readAll([disk.write('wide.csv', `${header}\r\nweb01${',x'.repeat(16_384)}\r\n`)]);
    expect(files[0]?.names).toEqual(['web01']);
    expect(files[0]?.begins[0]?.header).toHaveLength(16_384);
    expect(files[0]?.codes).toEqual(['table-too-wide', 'table-long-row']);
  });

  it('findings of one kind: the others are counted', async () => {
    const { files } = await readAll([disk.write('nameless.csv', `name,os\r\n${',x\r\n'.repeat(1_234)}`)]);
    const findings = files[0]?.findings ?? [];
    expect(findings.filter(({ code }) => code === 'row-not-understood')).toHaveLength(1_000);
    expect(findings.at(-1)).toMatchObject({
      code: 'findings-more',
      params: { code: 'row-not-understood', count: 234 },
    });
  });

  it('quotation marks that are never closed: each costs its own line', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => `web${index},"open`);
    const { files } = await readAll([disk.write('quotes.csv', `name,os\r\n${rows.join('\r\n')}\r\n`)]);
    expect(files[0]?.names).toHaveLength(2_000);
  });
});

it('every limit has a reason', () => {
  for (const { value, why } of Object.values(LIMITS)) expect([value > 0, why.length > 10]).toEqual([true, true]);
});
