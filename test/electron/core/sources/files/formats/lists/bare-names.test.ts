import { describe, expect, it } from 'vitest';
import { readOne, scratch } from '../../reading.ts';

describe('names without a header', () => {
  const files = scratch();
  const read = (text: string) => readOne(files.write('servers.txt', text), { tables: undefined, json: undefined });

  it.each([
    ['web01\r\nweb02\r\ndb-01\r\n', ['web01', 'web02', 'db-01']],
    ['web01.corp.local\nweb02.corp.local\n', ['web01.corp.local', 'web02.corp.local']],
  ])('are servers, the first line too: %j', async (text, names) => {
    const file = await read(text);
    expect([file.format, file.names]).toEqual(['server-list', names]);
    expect(file.codes).toContain('list-names-without-header');
  });

  it('a later line that can be no name is told', async () => {
    const text = `${Array.from({ length: 60 }, (_, at) => `web${at}`).join('\n')}\n※以上\n`;
    const file = await read(text);
    expect(file.names).toHaveLength(60);
    expect(file.findings.some(({ row }) => row === 61)).toBe(true);
  });

  it.each(['hello\nworld\n', 'web01\n', 'a,b\nweb01,x\n', 'Dear all,\nplease see below.\n'])(
    'other lines are none: %j',
    async (text) => {
      expect((await read(text)).names).toEqual([]);
    },
  );
});
