import { describe, expect, it } from 'vitest';
import { readOne, scratch } from './reading.ts';

describe('a file that was recognised and gave nothing', () => {
  const files = scratch();
  const read = (name: string, content: string) =>
    readOne(files.write(name, content), { tables: undefined, json: undefined });

  it.each([
    ['a header without rows', 'NAME,SUBSCRIPTION,RESOURCE GROUP,LOCATION,STATUS,OPERATING SYSTEM,SIZE\r\n'],
    ['a list without rows', 'サーバー名,IPアドレス,OS\r\n'],
    ['a cost export without Defender', 'SubscriptionId,ResourceId,MeterCategory,MeterName,Quantity,Cost,Date\r\n'],
  ])('warns: %s', async (_, text) => {
    const file = await read('list.csv', text);
    expect(file.records).toBe(0);
    expect(file.findings.filter(({ severity }) => severity !== 'info').length, file.codes.join()).toBeGreaterThan(0);
  });

  it('but not one that is known to hold counts', async () => {
    const file = await read(
      'c.csv',
      'SubscriptionID,Plan,SubPlan,ResourcesCount,BillableUnits\r\na,VirtualMachines,P2,3,3\r\n',
    );
    expect([file.format, file.codes]).toEqual(['mdc-calculator', ['azure-counts-only-calculator']]);
  });
});
