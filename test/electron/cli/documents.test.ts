import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aWorkplace } from './support.ts';

/** The `--json` documents, field by field, as others read them. More fields may stand beside; none may be missing. */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const nowAlways = z.looseObject({ now: decimal, always: decimal });
const plan = z.enum(['off', 'P1', 'P2']);
const knownPlan = z.enum(['off', 'P1', 'P2', 'unknown']);
const wants = z.enum(['P1', 'P2', 'none']);
const method = z.enum([
  'subscription',
  'resource',
  'direct',
  'arc-then-subscription',
  'arc-then-resource',
  'none',
  'blocked',
]);
const step = z.enum([
  'none',
  'remove-override',
  'set-p1',
  'set-off',
  'connect-arc',
  'onboard-sensor',
  'offboard-sensor',
]);
const text = z.string().min(1);
const orNull = text.nullable();
const count = z.number().int().nonnegative();
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}/);
const finding = z.looseObject({
  code: text,
  severity: z.enum(['info', 'warning', 'error']),
  row: z.number().int().positive().nullable(),
  message: text,
  next: text,
});

function document(verb: string, shape: z.ZodRawShape) {
  return z.looseObject({ schema: z.literal(`dfs-planner/${verb}/1`), ...shape });
}

const files = {
  evidence: z
    .array(
      z.looseObject({
        id: text,
        file: text,
        format: text,
        encoding: text,
        rows: count,
        records: count,
        findings: z.array(finding),
      }),
    )
    .min(1),
  machines: count,
  new: count,
  merged: count,
  excluded: count,
};

const machines = {
  machines: z
    .array(
      z.looseObject({
        id: text,
        name: text,
        kind: z.enum(['azure-vm', 'vmss', 'arc', 'mde-only', 'mde-direct', 'on-premises']),
        capacity: z.number().int().positive(),
        os: text,
        state: text,
        tenantId: orNull,
        subscriptionId: orNull,
        subscriptionName: orNull,
        resourceGroup: orNull,
        resourceId: orNull,
        mdeDeviceId: orNull,
        smbiosUuid: orNull,
        tags: z.record(z.string(), z.string()),
        today: z.looseObject({ plan: knownPlan, explicit: z.union([z.boolean(), z.literal('unknown')]) }),
        wants,
        keys: z.array(
          z.looseObject({ key: text, value: text, confidence: z.enum(['certain', 'strong', 'weak', 'manual']) }),
        ),
        evidence: z
          .array(z.looseObject({ id: text, file: text, format: text, row: z.number().int(), date: isoDate }))
          .min(1),
      }),
    )
    .min(1),
  offers: z.array(z.looseObject({ machines: z.array(text).min(2), key: text, confidence: text })).min(1),
  declined: z.array(z.looseObject({ machines: z.array(text).min(2) })),
  excluded: z
    .array(z.looseObject({ name: text, rule: z.enum(['X2', 'X3']), reason: text, file: text, row: z.number().int() }))
    .min(1),
};

const recommendation = z.looseObject({
  id: text,
  name: text,
  subscriptionId: orNull,
  wants,
  method,
  plan: knownPlan,
  steps: z.array(step).min(1),
  rules: z.array(text).min(1),
  reason: text,
  prerequisites: z.array(text),
  blockers: z.array(text),
  alternatives: z.array(z.looseObject({ method, plan, whyNot: text })),
});

const plans = {
  edition: z.enum(['docs-2026-08', 'deck-2024-04']),
  scenario: text,
  machines: z.array(recommendation).min(1),
  subscriptions: z
    .array(
      z.looseObject({
        id: text,
        name: orNull,
        today: z.looseObject({ plan: knownPlan, enforce: z.union([z.boolean(), z.literal('unknown')]) }),
        base: knownPlan,
        exceptions: count,
        unmet: count,
        candidates: z.array(
          z.looseObject({
            base: plan,
            unmet: count,
            exceptions: count,
            changes: count,
            monthly: nowAlways.nullable(),
            nextMachine: decimal.nullable(),
          }),
        ),
      }),
    )
    .min(1),
  direct: z.array(
    z.looseObject({
      tenantId: orNull,
      switch: z.boolean(),
      designated: orNull,
      machines: z.array(text),
      conflicts: z.array(text),
      without: z.looseObject({}).nullable(),
    }),
  ),
  blocked: count,
};

const explained = {
  ...plans,
  explain: z.looseObject({
    facts: z.array(z.looseObject({ name: text, value: text })).min(1),
    rules: z.array(z.looseObject({ id: text, text, source: text })).min(1),
    whatWouldChange: z.array(text).min(1),
  }),
};

const line = z.looseObject({
  machineId: orNull,
  subscriptionId: orNull,
  item: text,
  meter: text,
  quantity: z.number(),
  unitPrice: decimal.nullable(),
  hours: nowAlways,
  amount: z.looseObject({ now: decimal.nullable(), always: decimal.nullable() }),
  state: text,
  rule: text,
  source: text,
  priceDate: isoDate,
});

const cost = {
  currency: z.string().regex(/^[A-Z]{3}$/),
  priceBook: z.looseObject({ id: text, name: text }),
  scenarios: z
    .array(
      z.looseObject({
        name: text,
        monthly: nowAlways,
        atLeast: z.boolean(),
        atMost: nowAlways,
        blocked: count,
        lines: z.array(line).min(1),
        beside: z.array(line),
      }),
    )
    .min(1),
};

const when = z.looseObject({});
const requirements = {
  rules: z.array(z.looseObject({ when, want: wants, matches: count })).min(1),
  lists: z.array(z.looseObject({ name: text, found: count, missing: z.array(text), several: z.array(text) })).min(1),
};
const changed = { machines: z.array(text).min(1), findings: z.array(finding) };
const assumptions = {
  assumptions: z.array(z.looseObject({ key: text, value: z.string(), meaning: text, source: text })).min(10),
};
const read = z.looseObject({
  machines: isoDate.nullable(),
  plans: isoDate.nullable(),
  machinePlans: isoDate.nullable(),
  policies: isoDate.nullable(),
  defender: isoDate.nullable(),
});
const coverage = {
  scopes: z
    .array(z.looseObject({ tenantId: orNull, subscriptionId: orNull, name: orNull, read, weakens: z.array(text) }))
    .min(1),
};
const written = { files: z.array(z.looseObject({ path: text, rows: count })).min(1) };

describe.each(['en', 'ja'])('documents (%s)', (language) => {
  const { folder, run } = aWorkplace();
  const PROJECT = 'out/sample.dfsplan';

  async function documentOf(...argv: string[]): Promise<unknown> {
    const { code, out, err } = await run(...argv, '--json', '--lang', language);
    expect([code <= 1, code > 1 ? err : '']).toEqual([true, '']);
    return JSON.parse(out) as unknown;
  }

  /** Every document begins with its schema. */
  async function check(verb: string, shape: z.ZodRawShape, ...argv: string[]): Promise<void> {
    const given = await documentOf(...argv);
    expect(Object.keys(given as object)[0]).toBe('schema');
    expect(document(verb, shape).safeParse(given).error?.issues ?? []).toEqual([]);
  }

  beforeAll(async () => {
    const demo = await documentOf('demo', '--out', 'out');
    const shape = {
      project: z.looseObject({}).or(text),
      files: z.array(z.unknown()).min(1),
      plan: z.looseObject(plans),
      cost: z.looseObject(cost),
    };
    expect(document('demo', shape).safeParse(demo).error?.issues ?? []).toEqual([]);
    mkdirSync(join(folder, 'more'));
    // A list that meets machines by their short names only, and a list with marks.
    writeFileSync(
      join(folder, 'more/list.csv'),
      'サーバー名,OS,P2対象\r\nweb-prod01,Windows Server 2022,○\r\nnowhere01,Windows Server 2022,○\r\n',
    );
  });

  it('inspect, import', async () => {
    await check('inspect', files, 'inspect', 'more');
    await check('import', { ...files, findings: z.array(finding) }, 'import', PROJECT, 'more');
  });

  it('machines', () => check('machines', machines, 'machines', PROJECT));
  it('plan', () => check('plan', plans, 'plan', PROJECT));
  it('plan --explain', () => check('plan', explained, 'plan', PROJECT, '--explain', 'nowhere01'));
  it('cost of all scenarios', () =>
    check('cost', cost, 'cost', PROJECT, '--scenario', 'as-is', 'p1-all', 'p2-all', 'recommended'));
  it('requirements', () => check('requirements', requirements, 'requirements', PROJECT));
  it('assume', () => check('assume', assumptions, 'assume', PROJECT));
  it('coverage', () => check('coverage', coverage, 'coverage', PROJECT));
  it('export', () => check('export', written, 'export', PROJECT, '--to', 'csv'));
  it('check', () =>
    check(
      'check',
      { ok: z.literal(true), version: z.number(), digest: text, problems: z.array(text).length(0) },
      'check',
      PROJECT,
    ));

  it('override, decline, merge, split', async () => {
    await check('override', changed, 'override', PROJECT, 'nowhere01', '--want', 'P1', '--why', 'test');
    const list = (await documentOf('machines', PROJECT)) as {
      machines: { id: string; evidence: { id: string; file: string }[] }[];
      offers: { machines: string[] }[];
    };
    const isListed = (id: string) =>
      list.machines.some((one) => one.id === id && one.evidence.some(({ file }) => file === 'list.csv'));
    const offer = list.offers.find(({ machines }) => machines.some(isListed));
    const [left = '', right = ''] = offer?.machines ?? [];
    await check('decline', changed, 'decline', PROJECT, left, right);
    await check('merge', changed, 'merge', PROJECT, left, right);
    const merged = ((await documentOf('machines', PROJECT)) as typeof list).machines.find(({ id }) => id === left);
    const evidence = merged?.evidence.find(({ file }) => file === 'list.csv')?.id ?? '';
    await check('split', changed, 'split', PROJECT, left, evidence);
  });
});
