import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fqdnOf,
  isDecimalCommaText,
  isMaskedId,
  parseAddresses,
  parseArcStatus,
  parseCount,
  parseDate,
  parseDecimal,
  parseFlag,
  parsePower,
  parseTags,
  regionOf,
  textOf,
  uuidOf,
} from '../../../../../../electron/core/sources/files/formats/values.ts';

describe('numbers', () => {
  it.each([
    ['16,384', '16384'],
    ['1.500,00', '1500'],
    ['1,234,567.89', '1234567.89'],
    ['0,02', '0.02'],
    ['0,240', '0.24'],
    ['1 234,5', '1234.5'],
    ['1E-05', '0.00001'],
    ['１２３', '123'],
    ['-3.5', '-3.5'],
    [0.00672, '0.00672'],
    ['1.234.567', '1234567'],
    ['10.0.0.1', undefined],
    ['4 cores', undefined],
    ['', undefined],
    ['-', undefined],
  ])('%s is %s', (text, number) => {
    expect(parseDecimal(text)).toBe(number);
  });

  it('reads one separator as the file writes it elsewhere', () => {
    expect(['1.500', '1,500', '0,5'].map((text) => parseDecimal(text, { decimalComma: true }))).toEqual([
      '1500',
      '1.5',
      '0.5',
    ]);
    expect(['0,02', '1.500,00', '16,384', '0.02'].map(isDecimalCommaText)).toEqual([true, true, false, false]);
  });

  it('reads every whole number with and without grouping', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (count) => {
        expect(parseCount(String(count))).toBe(count);
        expect(parseCount(count.toLocaleString('en-US'))).toBe(count);
      }),
    );
  });
});

describe('states', () => {
  it.each([
    ['VM running', 'running'],
    ['PowerState/deallocated', 'deallocated'],
    ['Stopped (deallocated)', 'deallocated'],
    ['Stopped', 'stopped'],
    ['VM stopping', 'stopping'],
    ['実行中', 'running'],
    ['停止済み (割り当て解除)', 'deallocated'],
    ['停止済み（割り当て解除）', 'deallocated'],
    ['停止済み', 'stopped'],
    ['poweredOn', 'on'],
    ['Powered off', 'off'],
    ['Suspended', 'off'],
    ['VMware', undefined],
    ['PowerState/unknown', undefined],
  ])('power %s is %s', (text, power) => {
    expect(parsePower(text)).toBe(power);
  });

  it.each([
    ['Connected', 'connected'],
    ['Offline', 'disconnected'],
    ['接続済み', 'connected'],
    ['切断', 'disconnected'],
    ['期限切れ', 'expired'],
    ['Error', 'error'],
    ['fine', undefined],
  ])('Arc %s is %s', (text, status) => {
    expect(parseArcStatus(text)).toBe(status);
  });

  it('takes yes and no from texts', () => {
    expect(['True', 'False', '○', '×', 'maybe', true, 'オン'].map(parseFlag)).toEqual([
      true,
      false,
      true,
      false,
      undefined,
      true,
      true,
    ]);
  });
});

describe('dates', () => {
  it.each([
    ['2026-11-20T05:06:07.0000000Z', '2026-11-20T05:06:07.000Z'],
    ['2025-04-01T02:03:04.5678901+09:00', '2025-03-31T17:03:04.567Z'],
    ['2026-11-20 05:06', '2026-11-20T05:06:00.000Z'],
    ['11/20/2026', '2026-11-20'],
    ['11/20/2026, 5:06:07 PM', '2026-11-20T17:06:07.000Z'],
    ['2026/11/2 5:06', '2026-11-02T05:06:00.000Z'],
    ['2026年11月20日', '2026-11-20'],
    ['２０２６／１１／２０', '2026-11-20'],
    ['Nov 20, 2026', '2026-11-20'],
    ['13/13/2026', undefined],
    ['2026-02-30', undefined],
    ['1.2.3', undefined],
    ['soon', undefined],
  ])('%s is %s', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it('keeps day and month apart when told', () => {
    expect([parseDate('04/05/2026'), parseDate('04/05/2026', 'dmy')]).toEqual(['2026-04-05', '2026-05-04']);
  });
});

describe('tags', () => {
  it.each<[unknown, Record<string, string> | undefined]>([
    [
      { env: 'prod', empty: null },
      { env: 'prod', empty: '' },
    ],
    ['{"env":"prod","部署":"経理"}', { env: 'prod', 部署: '経理' }],
    ['"env": "prod","owner": "a,b"', { env: 'prod', owner: 'a,b' }],
    ['@{env=prod; owner=x}', { env: 'prod', owner: 'x' }],
    ['env=prod;owner=x', { env: 'prod', owner: 'x' }],
    ['env : prod; owner : x, y', { env: 'prod', owner: 'x, y' }],
    ['env:prod,owner:x', { env: 'prod', owner: 'x' }],
    [[{ name: 'env', value: 'prod' }], { env: 'prod' }],
    ['prod', { prod: '' }],
    ['{}', undefined],
    [null, undefined],
    ['-', undefined],
  ])('%j', (written, tags) => {
    expect(parseTags(written)).toEqual(tags);
  });

  it('takes a tag named __proto__ as a tag', () => {
    const tags = parseTags(JSON.parse('{"__proto__":"x","env":"prod"}'));
    expect(Object.entries(tags ?? {})).toEqual([
      ['__proto__', 'x'],
      ['env', 'prod'],
    ]);
  });

  it('gives back what JSON wrote', () => {
    const name = fc.stringMatching(/^[a-zA-Zあ-ん][\w-]{0,11}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.stringMatching(/^[\w あ-ん]{0,12}$/), { minKeys: 1 }), (tags) => {
        const trimmed = Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, value.trim()]));
        expect(parseTags(JSON.stringify(tags))).toEqual(trimmed);
        expect(parseTags(JSON.stringify(tags).slice(1, -1))).toEqual(trimmed);
      }),
    );
  });
});

describe('names and ids', () => {
  it('tells blanks, masks, names, addresses and regions', () => {
    expect(['-', ' N/A ', 'null', ' x '].map(textOf)).toEqual([undefined, undefined, undefined, 'x']);
    expect(
      ['xxxxxxxx-xxxx-xxxx-xxxx-xxxxx1111111', '{subscription-id}', '11111111-1111-4111-8111-111111111111'].map(
        isMaskedId,
      ),
    ).toEqual([true, true, false]);
    expect(['SQL01.corp.example.', 'sql01', '10.0.0.1'].map(fqdnOf)).toEqual([
      'sql01.corp.example',
      undefined,
      undefined,
    ]);
    expect(uuidOf('{CD557B6E-2B12-517B-89F1-0984E272AF34}')).toBe('cd557b6e-2b12-517b-89f1-0984e272af34');
    expect(uuidOf('00000000-0000-0000-0000-000000000000')).toBeUndefined();
    expect(parseAddresses('10.0.0.1, 10.0.0.2；１０．０．０．３', 'fe80::1/64', '-')).toEqual([
      '10.0.0.1',
      '10.0.0.2',
      '10.0.0.3',
      'fe80::1',
    ]);
    expect(['Japan East', 'japaneast', '東日本'].map(regionOf)).toEqual(['japaneast', 'japaneast', '東日本']);
  });
});
