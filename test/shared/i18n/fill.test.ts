import { describe, expect, it } from 'vitest';
import { fill } from '../../../shared/i18n/fill.ts';

const BLOCKED = '{count, plural, one {# machine of {scope} is} other {# machines of {scope} are}} blocked by {rule}.';

describe('filling sentences', () => {
  it('chooses the English plural', () => {
    const said = (count: number) => fill(BLOCKED, { count, scope: 'prod', rule: 'A7' });
    expect([0, 1, 2, 12_345].map(said)).toEqual([
      '0 machines of prod are blocked by A7.',
      '1 machine of prod is blocked by A7.',
      '2 machines of prod are blocked by A7.',
      '12,345 machines of prod are blocked by A7.',
    ]);
  });

  it('takes values as they are: braces, apostrophes and dollar signs mean nothing in them', () => {
    expect(fill(BLOCKED, { count: 1, scope: "o'{rule}", rule: '$&' })).toBe("1 machine of o'{rule} is blocked by $&.");
  });

  it('keeps a place visible whose value is missing', () => {
    expect(fill('{a} needs {b}.', { a: 'x' })).toBe('x needs {b}.');
    expect(fill(BLOCKED, { scope: 'prod' })).toContain('{count, plural');
  });

  it('sets one space between digits or Latin letters and Japanese, and none between Japanese and Japanese', () => {
    const sentence = '{scope} は{plan}のため、{count}台は{plan}に下げます（{count}）。';
    expect(fill(sentence, { scope: '不明なサブスクリプション', plan: 'プラン 2', count: 3 })).toBe(
      '不明なサブスクリプションはプラン 2 のため、3 台はプラン 2 に下げます（3）。',
    );
    expect(fill(sentence, { scope: 'minato-prod', plan: 'オフ', count: 1 })).toBe(
      'minato-prod はオフのため、1 台はオフに下げます（1）。',
    );
  });

  it('leaves English around Japanese values as it is written', () => {
    expect(fill('set by {by}, “{why}”', { by: '品質保証部', why: '更新まで' })).toBe('set by 品質保証部, “更新まで”');
  });
});
