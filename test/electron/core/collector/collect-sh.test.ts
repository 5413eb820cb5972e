import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeCollector } from '../../../../electron/core/collector/index.ts';
import { RESOURCE_GRAPH_QUERIES } from '../../../../electron/core/sources/azure/queries/index.ts';
import { runCollector } from '../../../support/fake-az.ts';
import { readAll } from '../../../support/read-all.ts';

const [PROD, DEV, DIRECT] = ['1', '2', '3'].map((digit) =>
  '00000000-0000-4000-8000-000000000000'.replace(/0/g, digit),
) as [string, string, string];

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'collect-'));
  writeCollector(directory);
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const json = (file: string) => JSON.parse(readFileSync(join(directory, 'out', file), 'utf8'));
const lines = (file: string) =>
  readFileSync(join(directory, 'out', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('collect.sh against a stand-in for az', () => {
  it('collects everything that the plan needs, and says so', () => {
    const run = runCollector(directory, { args: ['--defender'] });
    expect(run.output).toContain(`Done. Send this folder: ${run.results}`);
    expect(run.status).toBe(0);
    expect(run.files).toEqual(
      [
        ...RESOURCE_GRAPH_QUERIES.map(({ id }) => `${id}-1-1.json`),
        'subscriptions.json',
        'subscription-plans.jsonl',
        'machine-plans.jsonl',
        'defender-machines-0.json',
        `policy-exemption-list-${DEV}.json`,
        ...[PROD, DEV, DIRECT].flatMap((id) => [
          `policy-assignment-list-${id}.json`,
          `vm-list-${id}.json`,
          `connectedmachine-list-${id}.json`,
        ]),
      ].sort(),
    );
    expect(existsSync(`${run.results}.log`)).toBe(false);
  });

  it('leaves nothing that the app does not know, and everything in it is read', async () => {
    const run = runCollector(directory, { args: ['--defender'] });
    const files = await readAll([run.results]);
    expect(files.filter(({ format, outcome }) => format === 'unknown' || outcome === 'unreadable')).toEqual([]);
    expect([...new Set(files.map(({ format }) => format))].sort()).toEqual([
      'arc-machines',
      'az-vm-list',
      'mde-machines',
      'policy',
      'pricings',
      'resource-graph',
      'subscriptions',
    ]);
    const records = files.flatMap(({ recordsRead }) => recordsRead);
    const plans = records.filter((record) => record.type === 'plan' && record.planName === 'VirtualMachines');
    expect(plans.filter((record) => record.type === 'plan' && record.scope === 'machine')).toHaveLength(10);
    expect(records.filter((record) => record.type === 'connector')).toHaveLength(1);
    const reads = records.flatMap((record) =>
      record.type === 'read' ? [`${record.what} ${record.subscriptionId}`] : [],
    );
    expect([...new Set(reads)]).toEqual(
      expect.arrayContaining([
        ...[PROD, DEV, DIRECT].flatMap((id) => [`machines ${id}`, `plans ${id}`, `policies ${id}`]),
        `machinePlans ${PROD}`,
      ]),
    );
  });

  it('says what was asked, so that an answer without rows is knowledge', async () => {
    const run = runCollector(directory, { args: ['--subscription', DIRECT, '--skip-network'] });
    const files = await readAll([run.results]);
    expect(files.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'info'))).toEqual([]);
    const reads = files.flatMap(({ recordsRead }) =>
      recordsRead.flatMap((record) => (record.type === 'read' ? [`${record.what} ${record.subscriptionId}`] : [])),
    );
    expect(new Set(reads)).toEqual(
      new Set([`machines ${DIRECT}`, `plans ${DIRECT}`, `policies ${DIRECT}`, `defender ${DIRECT}`]),
    );
  });

  it('asks the tenant that is signed in, not the others that the account sees', () => {
    runCollector(directory, { args: ['--skip-machine-plans', '--skip-vm-list', '--skip-network'] });
    expect(json('subscriptions.json').map((row: { id: string }) => row.id)).toEqual([PROD, DEV, DIRECT]);
  });

  it('asks machines one by one only where they can differ: not under enforce, not where all is off', () => {
    const run = runCollector(directory, { args: ['--skip-vm-list', '--skip-network'] });
    const asked = run.calls.filter((call) => call.startsWith('rest') && call.includes('/resourceGroups/'));
    expect(asked.length).toBe(10);
    for (const call of asked) expect(call).toContain(`/subscriptions/${PROD}/`);
    expect(lines('machine-plans.jsonl')).toHaveLength(10);
    expect(lines('subscription-plans.jsonl')).toHaveLength(6);
    expect(run.output).toContain(DEV);
    expect(run.output).toContain(DIRECT);
  });

  it('follows the pages of an answer to its end', () => {
    const run = runCollector(directory, {
      args: ['--skip-machine-plans', '--skip-vm-list', '--skip-network'],
      environment: { FAKE_AZ_PAGE: '4' },
    });
    const pages = run.files.filter((file) => file.startsWith('virtual-machines-'));
    expect(pages).toEqual(['virtual-machines-1-1.json', 'virtual-machines-1-2.json']);
    const rows = pages.flatMap((file) => json(file).data.map((row: { name: string }) => row.name));
    expect(new Set(rows).size).toBe(6);
  });

  it('asks long lists of subscriptions in batches', () => {
    const script = join(directory, 'collect.sh');
    const text = readFileSync(script, 'utf8');
    expect(text).toContain('\nBATCH=200\n');
    writeFileSync(script, text.replace('BATCH=200', 'BATCH=2'));
    const run = runCollector(directory, { args: ['--skip-machine-plans', '--skip-vm-list', '--skip-network'] });
    expect(run.files.filter((file) => file.startsWith('subscriptions-'))).toEqual([
      'subscriptions-1-1.json',
      'subscriptions-2-1.json',
    ]);
    expect(json('subscriptions-1-1.json').subscriptions).toEqual([PROD, DEV]);
    expect(json('subscriptions-2-1.json').subscriptions).toEqual([DIRECT]);
  });

  it('calls a token that comes twice an error instead of going on for ever', () => {
    const run = runCollector(directory, {
      args: ['--skip-machine-plans', '--skip-vm-list', '--skip-network'],
      environment: { FAKE_AZ_PAGE: '1', FAKE_AZ_LOOP: 'yes' },
    });
    expect(run.status).toBe(1);
    expect(run.output).toContain('Not read: virtual-machines (1, 2): skip_token');
  });

  it('goes on after a failure, names it, and asks that alone the next time', () => {
    const args = ['--skip-vm-list', '--skip-network'];
    const first = runCollector(directory, {
      args,
      environment: { FAKE_AZ_FAIL: 'scale-sets|machines/gone01|exemption list' },
    });
    expect(first.status).toBe(1);
    const log = readFileSync(`${first.results}.log`, 'utf8');
    expect(log).toContain('Not read: scale-sets (1, 1)');
    expect(log).toContain('machines/gone01');
    expect(log).toContain(`Not read: policy-exemption-list-${DEV}.json`);
    const second = runCollector(directory, { args });
    expect(second.status).toBe(0);
    const asked = second.calls.filter((call) => !/^(?:account|extension) /.test(call));
    expect(asked.filter((call) => call.startsWith('graph'))).toHaveLength(1);
    expect(asked.filter((call) => call.startsWith('rest'))).toHaveLength(3); // gone01 and the two scale sets
    expect(lines('machine-plans.jsonl')).toHaveLength(10);
  });

  it('reads one subscription when one is chosen, and says when it is not there', () => {
    const run = runCollector(directory, {
      args: ['--skip-vm-list', '--skip-network', '--subscription', DEV.toUpperCase(), '--subscription', 'nowhere'],
    });
    expect(run.status).toBe(1);
    expect(run.output).toContain('Not read: subscription nowhere');
    const graph = run.calls.filter((call) => call.startsWith('graph'));
    for (const call of graph) expect(call).toContain(`--subscriptions ${DEV} -o`);
  });

  it.each([
    [['--parallel', '99'], 'parallel'],
    [['--nonsense'], 'collect.sh'],
  ])('refuses wrong use: %s', (args, word) => {
    const run = runCollector(directory, { args });
    expect(run.status).toBe(2);
    expect(run.output).toContain(word);
    expect(run.calls).toEqual([]);
  });

  it.each([
    ['account show', 'Not signed in'],
    ['extension show --name resource-graph', 'az extension add --name resource-graph'],
    ['account list', 'Not read: subscriptions.json'],
  ])('says what is missing when "%s" fails', (FAKE_AZ_FAIL, sentence) => {
    const run = runCollector(directory, { environment: { FAKE_AZ_FAIL } });
    expect(run.status).toBe(2);
    expect(run.output).toContain(sentence);
  });
});
