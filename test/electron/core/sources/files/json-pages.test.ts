import { describe, expect, it } from 'vitest';
import { JSON_FORMATS } from '../../../../../electron/core/sources/files/formats/index.ts';
import { readOne, scratch } from './reading.ts';

const SUB = '11111111-1111-4111-8111-111111111111';
const vm = (name: string) => ({
  id: `/subscriptions/${SUB}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/${name}`,
  name,
  type: 'microsoft.compute/virtualmachines',
  tenantId: '99999999-9999-4999-8999-999999999999',
  subscriptionId: SUB,
  properties: {},
});

describe('pages and tables in one JSON file', () => {
  const files = scratch();
  const read = async (document: unknown, name = 'answer.json') =>
    readOne(files.write(name, typeof document === 'string' ? document : JSON.stringify(document)), {
      json: JSON_FORMATS,
    });
  const machines = (file: Awaited<ReturnType<typeof read>>) =>
    file.all.flatMap((record) => (record.type === 'machine' ? [`${record.row} ${record.name}`] : []));

  it.each([
    ['ARM pages', [{ value: [vm('a'), vm('b')], nextLink: 'https://x' }, { value: [vm('c')] }]],
    [
      'Resource Graph pages',
      [
        { count: 2, data: [vm('a'), vm('b')], skip_token: 'x', total_records: 3 },
        { count: 1, data: [vm('c')], skip_token: null, total_records: 3 },
      ],
    ],
    ['lists in a list', [[vm('a'), vm('b')], [vm('c')]]],
    ['a page a line', `${JSON.stringify({ value: [vm('a'), vm('b')] })}\n${JSON.stringify({ value: [vm('c')] })}\n`],
  ])('%s are read as one list', async (_, document) => {
    const file = await read(document);
    expect(machines(file)).toEqual(['1 a', '2 b', '3 c']);
    expect(file.codes).not.toContain('azure-answer-cut');
    expect(file.format).toBe('resource-graph');
  });

  it('the last page says whether there is more', async () => {
    const file = await read([{ value: [vm('a')] }, { value: [vm('b')], nextLink: 'https://x' }]);
    expect(file.codes).toContain('azure-answer-cut');
  });

  it('a table of columns and rows is read like objects', async () => {
    const names = ['id', 'name', 'type', 'tenantId', 'subscriptionId', 'properties'] as const;
    const columns = names.map((name) => ({ name, type: 'string' }));
    const rows = [vm('a'), vm('b')].map((one) => names.map((name) => one[name]));
    const table = { totalRecords: 2, count: 2, data: { columns, rows }, resultTruncated: 'false' };
    for (const document of [
      table,
      { columns, rows },
      { tables: [{ name: 'PrimaryResult', columns, rows }] },
      [table],
    ]) {
      const file = await read(document);
      expect(machines(file)).toEqual(['1 a', '2 b']);
    }
    expect((await read({ ...table, resultTruncated: 'true' })).codes).toContain('azure-answer-cut');
  });

  it('after a repair nothing comes twice', async () => {
    const text = `[{"value":[${JSON.stringify(vm('a'))},${JSON.stringify(vm('b'))}]},{"value":[${JSON.stringify(vm('c'))},],}]`;
    const file = await read(text);
    expect(machines(file)).toEqual(['1 a', '2 b', '3 c']);
    expect(file.codes).toContain('json-repaired');
  });

  it('an object with more than a page has is an item itself', async () => {
    const file = await read([{ ...vm('a'), value: [1, 2] }]);
    expect(machines(file)).toEqual(['1 a']);
  });

  it('an answer of Defender for Endpoint without devices counts as read', async () => {
    const context = 'https://api.securitycenter.microsoft.com/api/$metadata#Machines';
    const file = await read({ '@odata.context': context, value: [] });
    expect(file.format).toBe('mde-machines');
    expect(file.all).toEqual([{ type: 'read', row: 1, what: 'defender' }]);
    expect(file.codes).toEqual(['azure-answer-empty']);
    const cut = await read({
      '@odata.context': context,
      value: [{ id: 'a', computerDnsName: 'a' }],
      '@odata.nextLink': 'x',
    });
    expect(cut.codes).toContain('azure-answer-cut');
    const other = await read({ '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users', value: [] });
    expect([other.format, other.codes]).toEqual(['unknown', ['json-empty']]);
  });
});
