import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { layout } from '../../../electron/cli/print/layout.ts';
import { heading, table } from '../../../electron/cli/print/table.ts';
import { wrap } from '../../../electron/cli/print/wrap.ts';

const COLUMNS = [{ title: 'Machine' }, { title: 'Why' }, { title: 'Month', align: 'right' as const }];

describe('layout', () => {
  it('lines tables up, where a kanji is two cells wide', () => {
    const page = table(COLUMNS, [
      ['会計サーバー01', 'x', '$4.91'],
      ['sql01', 'なし', '$14.60'],
    ]);
    expect(layout(page, null)).toBe(
      [
        '  Machine         Why    Month',
        '  --------------  ----  ------',
        '  会計サーバー01  x      $4.91',
        '  sql01           なし  $14.60',
        '',
      ].join('\n'),
    );
  });

  it('folds the cells that can be folded, and no numbers, until a table fits', () => {
    const page = table(COLUMNS, [['sql01', 'a machine is never raised to Plan 2', '$1,234.56']]);
    expect(layout(page, 40)).toBe(
      [
        '  Machine  Why                     Month',
        '  -------  ------------------  ---------',
        '  sql01    a machine is never  $1,234.56',
        '           raised to Plan 2',
        '',
      ].join('\n'),
    );
  });

  it('folds paragraphs under their first line, and nothing where there is no terminal', () => {
    const line = `  ${'word '.repeat(30).trim()}\n`;
    const folded = layout(line, 40).split('\n');
    expect(folded.every((text) => stringWidth(text) <= 40)).toBe(true);
    expect(folded[1]?.startsWith('    word')).toBe(true);
    expect(layout(line, null)).toBe(line);
  });

  it('lets no name steer the terminal', () => {
    const evil = 'web\u001b[2J\u001b]0;x\u0007\r\u202e01';
    const page = `${heading(evil) + table([{ title: 'Machine' }], [[evil]])}  ${evil}\n\u001e{"columns": broken\n`;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the point of the test
    expect(layout(page, 80)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});

describe('wrap', () => {
  it('breaks Japanese between words, keeps punctuation and 「プラン 2」 together', () => {
    expect(wrap('新しいサブスクリプション (プラン 2) からサブスクリプション単位で適用します。', 30)).toEqual([
      '新しいサブスクリプション',
      '(プラン 2) から',
      'サブスクリプション単位で適用し',
      'ます。',
    ]);
  });

  it('keeps an address whole', () => {
    const address = 'https://learn.microsoft.com/azure/defender-for-cloud/overview';
    expect(wrap(`see ${address} now`, 30)).toEqual(['see', address, 'now']);
  });

  it.each(['(2 rows)', '(2 行)'])('keeps a file and its %s together', (rows) => {
    const file = '/customers/minato/export/target.minato-plant.vm.enable-p1.csv';
    expect(wrap(`${file}  ${rows}`, 30)).toEqual([`${file}  ${rows}`]);
  });

  it('loses nothing but spaces at the ends of lines', () => {
    const text = fc.stringMatching(/^[a-z0-9 、。「」()アイサービス単位適用-]{0,120}$/);
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 60 }), (sentence, width) => {
        expect(wrap(sentence, width).join('').replace(/\s/g, '')).toBe(sentence.replace(/\s/g, ''));
      }),
    );
  });
});
