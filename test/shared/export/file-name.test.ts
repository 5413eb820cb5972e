import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNamePart, uniqueNames } from '../../../shared/export/file-name.ts';

describe('file names', () => {
  it.each([
    ['Contoso / 本番 (東日本)', 'Contoso-本番-(東日本)'],
    ['a:b*c?', 'a-b-c'],
    ['CON', 'CON-'],
    ['...', 'unnamed'],
    ['', 'unnamed'],
    ['end. ', 'end'],
  ])('%j becomes %j', (text, name) => {
    expect(fileNamePart(text)).toBe(name);
  });

  it('are safe on Windows whatever a subscription is called (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const name = fileNamePart(text);
        expect(name).toMatch(/^[^<>:"/\\|?*.\s\p{Cc}\p{Cs}]{1,120}$/u);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i);
      }),
    );
  });

  it('are given once, without regard to case', () => {
    const unique = uniqueNames();
    expect(['a.csv', 'A.csv', 'a.csv'].map(unique)).toEqual(['a.csv', 'A-2.csv', 'a-3.csv']);
  });
});
