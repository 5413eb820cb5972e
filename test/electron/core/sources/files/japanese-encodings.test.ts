import { describe, expect, it } from 'vitest';
import { readOne, scratch } from './reading.ts';

/** サーバー名,OS,環境 / web01 … 本番 / 会計サーバ01 … 開発, in each encoding. */
const TEXTS = {
  'euc-jp':
    'a5b5a1bca5d0a1bcccbe2c4f532cb4c4b6ad0d0a77656230312c57696e646f77732053657276657220323032322ccbdcc8d60d0ab2f1b7d7a5b5a1bca5d030312c57696e646f77732053657276657220323031392cb3abc8af0d0a',
  'iso-2022-jp':
    '1b24422535213c2550213c4c3e1b28422c4f532c1b24423444362d1b28420d0a77656230312c57696e646f77732053657276657220323032322c1b24424b5c48561b28420d0a1b2442327137572535213c25501b284230312c57696e646f77732053657276657220323031392c1b2442332b482f1b28420d0a',
  cp932:
    '8354815b836f815b96bc2c4f532c8ac28bab0d0a77656230312c57696e646f77732053657276657220323032322c967b94d40d0a89ef8c768354815b836f30312c57696e646f77732053657276657220323031392c8a4a94ad0d0a',
};

describe('encodings of Japan', () => {
  const files = scratch();

  it.each(Object.entries(TEXTS))('%s is told from the others', async (encoding, hex) => {
    const file = await readOne(files.write(`${encoding}.csv`, Buffer.from(hex, 'hex')));
    expect([file.encoding, file.names]).toEqual([encoding, ['web01', '会計サーバ01']]);
    expect(file.codes).not.toContain('encoding-guessed');
  });

  it('half-width katakana in CP932 is not taken for EUC-JP', async () => {
    // ｻｰﾊﾞｰ名,ｵｰｴｽ / web01,ｳｲﾝﾄﾞｳｽﾞ
    const bytes = Buffer.from('bbb0cadeb096bc2cb5b0b4bd0d0a77656230312cb3b2ddc4deb3bdde0d0a', 'hex');
    expect((await readOne(files.write('half.csv', bytes))).encoding).toBe('cp932');
  });

  it('western accents are not taken for Japanese', async () => {
    const bytes = Buffer.from('name,owner\r\nsrv1,Müßig Größe\r\nsrv2,Åse Éloïse\r\nsrv3,naïve café\r\n', 'latin1');
    const file = await readOne(files.write('west.csv', bytes));
    expect([file.encoding, file.names.length]).toEqual(['windows-1252', 3]);
  });
});
