import { describe, expect, it } from 'vitest';
import { readAll, readOne, scratch, workbook, zipped } from './reading.ts';

const CSV = 'name,os\r\nweb01,a\r\n';
const disk = scratch();

function at(bytes: Buffer, signature: string): number[] {
  const found: number[] = [];
  const mark = Buffer.from(signature, 'hex');
  for (let index = bytes.indexOf(mark); index >= 0; index = bytes.indexOf(mark, index + 1)) found.push(index);
  return found;
}

/** Changes every header of every entry; local headers begin 2 bytes later than central ones say things. */
function patched(zip: Buffer, change: (header: Buffer, flags: number) => void): Buffer {
  const copy = Buffer.from(zip);
  for (const index of at(copy, '504b0304')) change(copy.subarray(index), 6);
  for (const index of at(copy, '504b0102')) change(copy.subarray(index), 8);
  return copy;
}

describe('zip archives', () => {
  it('reads each member as a file of its own, with enough of its folder to be told apart', async () => {
    const zip = await zipped({ 'a/list.csv': CSV, 'b/list.csv': CSV, 'b/vms.json': '[{"name":"sql01"}]' });
    const { files, summary } = await readAll([disk.write('hand-over.zip', zip)]);
    expect(files.map(({ file, names }) => [file, names])).toEqual([
      ['hand-over.zip/a/list.csv', ['web01']],
      ['hand-over.zip/b/list.csv', ['web01']],
      ['hand-over.zip/vms.json', ['sql01']],
    ]);
    expect(summary).toEqual({ read: 3, unreadable: 0, skipped: 0, leftAside: [] });
  });

  it('takes the time of a member from the archive', async () => {
    const file = await readOne(disk.write('time.zip', await zipped({ 'list.csv': CSV })));
    expect(file.date).toBe('2026-08-01T00:00:00.000Z');
  });

  it('reads a workbook inside', async () => {
    const book = await workbook({
      One: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>web01</t></is></c></row></sheetData>',
    });
    const file = await readOne(disk.write('book.zip', await zipped({ 'book.xlsx': book })));
    expect([file.file, file.encoding, file.names]).toEqual(['book.zip/book.xlsx', 'xlsx', ['web01']]);
  });

  it('leaves aside what systems put there, and names it', async () => {
    const zip = await zipped({ '__MACOSX/._list.csv': 'x', '.DS_Store': 'x', 'list.csv': CSV });
    const { files, summary } = await readAll([disk.write('mac.zip', zip)]);
    expect(files.map(({ file }) => file)).toEqual(['mac.zip/list.csv']);
    expect(summary.leftAside).toEqual(['__MACOSX/._list.csv', '.DS_Store']);
  });

  it.each([
    ['日本語.csv', 'shift_jis'],
    ['日本語.csv', 'utf-8'],
  ])('shows the name %s written in %s without a flag', async (name, encoding) => {
    const bytes = encoding === 'utf-8' ? Buffer.from(name) : Buffer.from('93fa967b8cea2e637376', 'hex');
    const zip = await zipped({ ['x'.repeat(bytes.length)]: CSV });
    const renamed = patched(zip, (header, flags) => {
      header.writeUInt16LE(header.readUInt16LE(flags) & ~0x800, flags);
      bytes.copy(header, flags === 6 ? 30 : 46);
    });
    const file = await readOne(disk.write(`${encoding}.zip`, renamed));
    expect(file.file).toBe(`${encoding}.zip/${name}`);
  });
});

describe('zip archives that are refused', () => {
  const refused = async (name: string, zip: Buffer) => {
    const { files } = await readAll([disk.write(name, zip)]);
    return files.map(({ file, codes, outcome, names }) => ({ file, codes, outcome, names }));
  };
  const one = (file: string, code: string) => [{ file, codes: [code], outcome: 'unreadable', names: [] }];

  it('a bomb', async () => {
    const zip = await zipped({ 'bomb.csv': Buffer.alloc(64 * 1024 * 1024) });
    expect(await refused('bomb.zip', zip)).toEqual(one('bomb.zip/bomb.csv', 'archive-ratio'));
  });

  it('a bomb that lies about its size', async () => {
    const zip = patched(await zipped({ 'bomb.csv': Buffer.alloc(64 * 1024 * 1024) }), (header, flags) =>
      header.writeUInt32LE(1000, flags + 16),
    );
    const [file] = await refused('liar.zip', zip);
    expect(file?.codes).toEqual(['input-unreadable']);
  });

  it('a zip in a zip', async () => {
    const zip = await zipped({ 'inner.zip': await zipped({ 'list.csv': CSV }) });
    expect(await refused('outer.zip', zip)).toEqual(one('outer.zip/inner.zip', 'archive-nested'));
  });

  it('members with a password, beside others that are read', async () => {
    const zip = patched(await zipped({ 'secret.csv': CSV }), (header, flags) => header.writeUInt16LE(1, flags));
    expect(await refused('secret.zip', zip)).toEqual(one('secret.zip/secret.csv', 'archive-encrypted'));
  });

  it('a method of packing that nobody has', async () => {
    const zip = patched(await zipped({ 'list.csv': CSV }), (header, flags) => header.writeUInt16LE(9, flags + 2));
    expect(await refused('deflate64.zip', zip)).toEqual(one('deflate64.zip/list.csv', 'archive-method'));
  });

  it('names that lead out of it', async () => {
    const zip = patched(await zipped({ '11/22.csv': CSV }), (header, flags) =>
      header.write('../22.csv', flags === 6 ? 30 : 46),
    );
    expect(await refused('slip.zip', zip)).toEqual(one('slip.zip/../22.csv', 'archive-unsafe-name'));
  });

  it('nothing in it', async () => {
    expect(await refused('nothing.zip', await zipped({}))).toEqual(one('nothing.zip', 'archive-empty'));
  });

  it('its end is missing', async () => {
    const zip = await zipped({ 'list.csv': CSV.repeat(1000) });
    expect(await refused('cut.zip', zip.subarray(0, zip.length - 40))).toEqual(one('cut.zip', 'archive-broken'));
  });

  it('its middle is damaged', async () => {
    const zip = await zipped({ 'list.csv': CSV.repeat(1000), 'good.csv': CSV });
    zip.fill(0xff, 40, 60);
    const files = await refused('damaged.zip', zip);
    expect(files.map(({ codes, names }) => [codes, names])).toEqual([
      [['input-unreadable'], []],
      [[], ['web01']],
    ]);
  });

  it('more entries than anybody packs', async () => {
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`${index}.csv`, '']));
    expect(await refused('many.zip', await zipped(many, false))).toEqual(one('many.zip', 'archive-too-many'));
  });

  it.each([
    ['letter.docx', { '[Content_Types].xml': 'x', 'word/document.xml': 'x' }],
    ['sheet.ods', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': 'x' }],
    ['binary.xlsb', { '[Content_Types].xml': 'x', 'xl/workbook.bin': 'x' }],
  ])('%s, a document of another kind', async (name, members) => {
    expect(await refused(name, await zipped(members))).toEqual(one(name, 'file-kind'));
  });
});
