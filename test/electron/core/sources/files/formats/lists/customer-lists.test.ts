import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { goldenReading } from '../../../../../../support/golden-reading.ts';
import { readAll } from '../../../../../../support/read-all.ts';

const FIXTURES = fileURLToPath(new URL('../../../../../../fixtures/lists/', import.meta.url));
const GOLDEN = fileURLToPath(new URL('../../../../../../golden/formats/lists/', import.meta.url));
const files = readdirSync(FIXTURES);

describe("customers' own lists", () => {
  it.each(files.filter((file) => !file.startsWith('decoy-')))(
    '%s: every row is a machine or a finding',
    async (file) => {
      const read = await readAll([FIXTURES + file]);
      expect(read[0]?.format).toBe('server-list');
      await expect(goldenReading(read)).toMatchFileSnapshot(`${GOLDEN}${file}.txt`);
    },
  );

  it.each(files.filter((file) => file.startsWith('decoy-')))(
    '%s is refused by name, not turned into machines',
    async (file) => {
      const [read] = await readAll([FIXTURES + file]);
      expect(read?.recordsRead).toEqual([]);
      expect(read?.findings.map(({ code }) => code)).toContain('list-not-servers');
      expect(read?.findings.map(({ code }) => code)).not.toContain('row-not-understood');
    },
  );
});
