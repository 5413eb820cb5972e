import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORMAT_IDS } from '../../shared/model/index.ts';
import { aWorkplace } from '../electron/cli/support.ts';

const FOLDERS: Readonly<Record<string, string>> = {
  S: 'test/fixtures/samples',
  L: 'test/fixtures/lists',
  D: 'electron/core/demo/files',
};

interface Row {
  readonly number: number;
  readonly format: string;
  readonly samples: readonly string[];
}

/** The rows of the table in docs/formats.md. */
function rows(): readonly Row[] {
  const text = readFileSync('docs/formats.md', 'utf8');
  return [...text.matchAll(/^\| (\d+) \| `([\w-]+)` \|.*\| ([^|]+) \|$/gm)].map(
    ([, number, format = '', samples = '']) => ({
      number: Number(number),
      format,
      samples: samples
        .split(', ')
        .filter((name) => name !== '–')
        .map((name) => name.replace(/^([SLD])\//, (_, letter: string) => `${process.cwd()}/${FOLDERS[letter]}/`)),
    }),
  );
}

describe('docs/formats.md', () => {
  it('tells every format, numbered as in the model', () => {
    const known = FORMAT_IDS.filter((id) => id !== 'unknown');
    expect(rows().map(({ number, format }) => [number, format])).toEqual(known.map((id, index) => [index + 1, id]));
  });

  it.each(rows().filter(({ samples }) => samples.length > 0))(
    '$format is what its samples are taken for',
    async (row) => {
      const { json } = aWorkplace();
      const { evidence } = await json<{ evidence: { file: string; format: string }[] }>('inspect', ...row.samples);
      expect(evidence.map(({ format }) => format)).toEqual(row.samples.map(() => row.format));
    },
  );
});
