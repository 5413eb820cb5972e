import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEMO_FILES, DEMO_SETTINGS } from '../../../../electron/core/demo/index.ts';
import { PLACEMENTS } from '../../../../shared/model/index.ts';
import { DEFAULT_RULES } from '../../../../shared/plan/index.ts';
import { DEMO_FOLDER, demoFiles } from '../../../support/demo/generate.ts';
import { type DemoPlan, planDemo } from '../../../support/demo/plan-demo.ts';

const ROOM = dirname(DEMO_FOLDER);
const README = readFileSync(join(ROOM, 'README.md'), 'utf8');

let demo: DemoPlan;
beforeAll(async () => {
  demo = await planDemo();
});

const machine = (name: string) => {
  const found = demo.named(name);
  expect(found.map((one) => one.name)).toHaveLength(1);
  return found[0] as (typeof found)[number];
};
const findings = () =>
  [...demo.files.flatMap((file) => file.findings), ...demo.inventory.findings, ...demo.plan.findings].map(
    ({ code }) => code,
  );

describe('the files', () => {
  it('are what the generator makes of the fleet, byte for byte', async () => {
    const made = await demoFiles();
    expect(readdirSync(DEMO_FOLDER).sort()).toEqual([...made.keys()].sort());
    for (const [name, bytes] of made) expect(readFileSync(join(DEMO_FOLDER, name)).equals(bytes), name).toBe(true);
  });

  it('are all listed, and each has its line in the read-me', () => {
    expect(DEMO_FILES.map((file) => basename(file)).sort()).toEqual(readdirSync(DEMO_FOLDER).sort());
    for (const file of DEMO_FILES) expect(README).toContain(`\`${basename(file)}\``);
  });

  it('are all recognised, in many formats and both languages', () => {
    expect(demo.files.filter(({ format, outcome }) => format === 'unknown' || outcome !== 'read')).toEqual([]);
    expect(new Set(demo.files.map(({ format }) => format)).size).toBeGreaterThanOrEqual(13);
    for (const file of demo.files) expect(file.recordsRead.length + file.findings.length, file.file).toBeGreaterThan(0);
  });

  it('hold addresses of documentation alone', () => {
    const texts = DEMO_FILES.filter((file) => !file.endsWith('.xlsx')).map((file) => readFileSync(file, 'utf8'));
    const addresses = texts.flatMap((text) => text.match(/\b(?:\d{1,3}\.){3}\d{1,3}\b(?!\.\d)/g) ?? []);
    const others = addresses.filter((address) => !/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./.test(address));
    // Windows' own version numbers look alike.
    expect(
      others.filter((text) => !/^(?:10\.0\.\d{5}|6\.3\.9600)\.\d+$/.test(text) && !/^10\.8\d{3}\./.test(text)),
    ).toEqual([]);
  });
});

describe('the fleet', () => {
  it('is about 60 servers over four subscriptions of one tenant, and a connector', () => {
    const { machines, subscriptions } = demo.inventory;
    expect(machines.length).toBe(65);
    expect(new Set(machines.map(({ tenantId }) => tenantId).filter((id) => id !== null)).size).toBe(1);
    expect(
      subscriptions
        .filter(({ kind }) => kind === 'subscription')
        .map(({ name, plan, enforce }) => ({ name, plan, enforce })),
    ).toEqual(
      expect.arrayContaining([
        { name: 'minato-prod', plan: 'P2', enforce: false },
        { name: 'minato-dev', plan: 'P1', enforce: true },
        { name: 'minato-shared', plan: 'P1', enforce: false },
        { name: 'minato-plant', plan: 'off', enforce: false },
      ]),
    );
    expect(subscriptions.filter(({ kind }) => kind === 'connector')).toHaveLength(1);
    expect(subscriptions).toHaveLength(5);
  });

  it('has every placement', () => {
    expect(new Set(demo.inventory.machines.map(({ placement }) => placement))).toEqual(new Set(PLACEMENTS));
  });

  it('is one row a server, however many files know it', () => {
    expect(new Set(demo.inventory.machines.map(({ name }) => name.normalize('NFKC').toLowerCase())).size).toBe(65);
    expect(demo.inventory.offers).toEqual([]);
    expect(machine('plm01').evidence.length).toBeGreaterThanOrEqual(5);
    expect(machine('fs01').evidence.length).toBeGreaterThanOrEqual(5);
  });

  it('leaves out what is no server, with its reason', () => {
    const reasons = demo.inventory.excluded.map(({ rule, reason }) => `${rule} ${reason}`);
    expect(reasons.sort()).toEqual([
      'X2 client-os',
      'X2 client-os',
      'X3 excluded-device',
      'X3 flexible-scale-set',
      'X3 merged-device',
      'X3 placeholder',
      'X3 template',
      'X3 vcls',
    ]);
  });
});

describe('the traps', () => {
  it('Stopped is not deallocated', () => {
    expect(machine('web-prod02').power).toBe('stopped');
    expect(machine('line-gw02').power).toBe('stopped');
    expect(machine('bi-report01').power).toBe('deallocated');
    expect(machine('iot-edge01').power).toBe('deallocated');
  });

  it('an expired and a disconnected Arc machine', () => {
    expect(machine('gone01').arcStatus).toBe('expired');
    expect(machine('print01').arcStatus).toBe('disconnected');
  });

  it('one server that may be billed twice', () => {
    expect(demo.inventory.machines.filter(({ mayBeBilledTwice }) => mayBeBilledTwice).map(({ name }) => name)).toEqual([
      'fs01',
    ]);
    expect(findings()).toContain('identity-billed-twice');
    const billed = demo.inventory.usage.filter(({ machineId }) => machineId === machine('fs01').id);
    expect(billed.length).toBeGreaterThanOrEqual(2);
  });

  it('a P1 override under P2, and an explicit Free', () => {
    expect(machine('erp-db01').today).toEqual({ plan: 'P1', explicit: true });
    expect(machine('tmp-migrate01').today).toEqual({ plan: 'off', explicit: true });
    const steps = new Map(demo.plan.machines.map(({ name, steps }) => [name, steps]));
    expect(steps.get('erp-db01')).toEqual(['remove-override']);
    expect(steps.get('tmp-migrate01')).toEqual(['none']);
  });

  it('operating systems: 2012 R2 without ESU, 2016 near its end, unknown, client', () => {
    expect(machine('old2012')).toMatchObject({ os: { product: 'windows-server-2012-r2' }, hasEsu: true });
    expect(findings()).toContain('plan-esu-dropped');
    expect(machine('acct-ap01').os.product).toBe('windows-server-2016');
    expect(machine('img-custom01').os.product).toBeNull();
    expect(machine('vdi-adm01').os.role).toBe('client');
  });

  it('enforce on by policy 5f57b753, whose exemption is over', () => {
    const dev = demo.inventory.subscriptions.find(({ name }) => name === 'minato-dev');
    expect(dev?.policies).toMatchObject([{ effect: 'enforces-subscription-plan', isExempted: false }]);
  });

  it('a masked report is refused, an unlisted VM told, a missing name told', () => {
    expect(findings()).toEqual(
      expect.arrayContaining([
        'azqr-ids-masked',
        'identity-inventory-incomplete',
        'identity-list-missing',
        'identity-extension-failed',
      ]),
    );
  });
});

describe('the rules', () => {
  const RULES = [
    ...[1, 2, 3, 4, 5, 6].map((number) => `X${number}`),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `A${number}`),
    'C1',
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `N${number}`),
  ];

  it.each(RULES)('%s is met', (rule) => {
    const left = demo.inventory.excluded.map((excluded) => excluded.rule);
    const met = new Set([...demo.plan.machines.flatMap(({ rules }) => rules), ...left]);
    expect(met).toContain(rule);
  });

  it('are met where the read-me says', () => {
    const section = README.slice(README.indexOf('## Which server shows what'));
    const rows = [...section.matchAll(/^\| (\S+) +\| ((?:[A-Z]\d ?)+) *\|/gm)].map((row) => [row[1], row[2]?.trim()]);
    expect(rows.length).toBeGreaterThan(45);
    expect(rows.map(([name]) => [name, demo.rulesOf(machine(name ?? '')).join(' ')])).toEqual(rows);
  });

  it('of the sample keep the three that every project starts with, in their order', () => {
    const positions = DEFAULT_RULES.map(({ when }) =>
      DEMO_SETTINGS.rules.findIndex((rule) => JSON.stringify(rule.when) === JSON.stringify(when)),
    );
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(positions).not.toContain(-1);
  });

  it('every override and every list of the settings meets a machine', () => {
    for (const { machines } of DEMO_SETTINGS.overrides) for (const name of machines) machine(name);
    for (const { name, found } of demo.inventory.lists) expect(found, name).toBeGreaterThan(0);
  });
});

it('can be planned in every scenario', async () => {
  for (const id of ['as-is', 'p1-all', 'p2-all']) {
    const { plan } = await planDemo(id);
    expect(plan.machines).toHaveLength(65);
  }
});
