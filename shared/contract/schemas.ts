import { z } from 'zod';
import {
  ARC_NEEDS,
  AZURE_CLOUDS,
  FORMAT_IDS,
  LANGUAGES,
  MACHINE_KINDS,
  OVERRIDE_WANTS,
  SCENARIO_KINDS,
  SIGN_IN_METHODS,
  WANTS,
} from '../model/index.ts';
import { parseSchedule } from '../text/schedule.ts';

/**
 * What the core accepts from outside: calls, and the JSON files that users write.
 * Bounds keep a mistaken or hostile caller from filling the project.
 */

// The page forbids `new Function`, which zod would use to be faster.
z.config({ jitless: true });

const text = z.string().max(4_000);
export const path = z.string().min(1).max(4_096);
const id = z.string().min(1).max(200);
const patterns = z.union([text, z.array(text).max(10_000)]);

/** `when` of RULES.json and `--where`: a misspelt condition is refused, since it would match everything. */
export const when = z.strictObject({
  tag: z.record(text, patterns).optional(),
  name: patterns.optional(),
  subscription: patterns.optional(),
  resourceGroup: patterns.optional(),
  os: patterns.optional(),
  kind: z.union([z.enum(MACHINE_KINDS), z.array(z.enum(MACHINE_KINDS))]).optional(),
  list: patterns.optional(),
});

/** RULES.json. */
export const requirementRules = z
  .array(
    z.strictObject({
      when,
      want: z.enum(WANTS),
      needs: z.array(z.enum(ARC_NEEDS)).optional(),
      note: text.optional(),
    }),
  )
  .max(500);

/** `assume --set FILE.json`. */
export const filterAssumptions = z
  .array(
    z.strictObject({
      when,
      arcAllowed: z.boolean().optional(),
      landing: text.optional(),
      hours: z
        .string()
        .refine(
          (hours) => parseSchedule(hours) !== null,
          'hours a month ("200") or hours a day by days a week ("10x5")',
        )
        .optional(),
    }),
  )
  .max(500);

/** MAP.json. */
export const columnMap = z.strictObject({
  sheet: text.optional(),
  headerRow: z.number().int().min(1).max(1_048_576).optional(),
  columns: z.record(text, z.string().max(200)),
});

/** What the user said about the columns of tables, each under the fingerprint of its header. */
const columnMaps = z.array(z.strictObject({ fingerprint: z.string().max(100), map: columnMap })).max(1_000);

const handle = z.string().min(1).max(100);
const machineReference = z.string().min(1).max(2_000);
const language = z.enum(LANGUAGES).optional();
const tenant = z.string().max(200).optional();

const reading = {
  inputs: z.array(path).min(1).max(10_000),
  as: z.enum(FORMAT_IDS).optional(),
  encoding: z.string().max(40).optional(),
  map: columnMap.optional(),
};

const guid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

/**
 * How to sign in; no secret passes here. `clientId`: the customer's own app registration, null for none. What is left
 * out is as the settings of the app say.
 */
const signIn = z.strictObject({
  method: z.enum(SIGN_IN_METHODS),
  clientId: guid.nullish(),
  cloud: z.enum(AZURE_CLOUDS).optional(),
});

export const THEMES = ['system', 'light', 'dark', 'high-contrast'] as const;

/** A scenario of the user's own; `id` absent: a new one. Its assumptions are given as keys, like on the command line. */
const scenarioDraft = z.strictObject({
  id: id.optional(),
  name: z.string().min(1).max(200),
  kind: z.enum(SCENARIO_KINDS),
  rules: requirementRules.nullable(),
  assumptions: z.array(z.tuple([z.string().max(400), z.string().max(2_000)])).max(1_000),
});

/** How somebody likes to look at the inventory. */
const savedView = z.strictObject({
  id: id.optional(),
  name: z.string().min(1).max(200),
  search: text,
  pills: z.array(z.strictObject({ field: z.string().max(100), values: z.array(text).max(10_000) })).max(50),
  sort: z.strictObject({ field: z.string().max(100), descending: z.boolean() }).nullable(),
  columns: z.array(z.string().max(100)).max(100),
});

/** Parameters of every method, by its name. */
export const PARAMS = {
  'project.create': z.strictObject({ path, name: z.string().min(1).max(200) }),
  'project.open': z.strictObject({ path, mode: z.enum(['read', 'write']).optional() }),
  /** The sample customer as a project of its own, planned with its own settings. */
  'project.createSample': z.strictObject({ path }),
  'project.close': z.strictObject({ handle }),
  'project.check': z.strictObject({ path }),

  /** With a project: what it has already is told, and what was said about columns before is heeded. */
  'evidence.inspect': z.strictObject({ handle: handle.optional(), ...reading, maps: columnMaps.optional() }),
  /** Maps are remembered: the next file with the same header is read in the same way. */
  'evidence.import': z.strictObject({ handle, ...reading, maps: columnMaps.optional(), tenant }),
  'evidence.list': z.strictObject({ handle }),
  'evidence.remove': z.strictObject({ handle, id }),
  /** Which tenant a file belongs to that does not say so itself; null: it is not known. */
  'evidence.setTenant': z.strictObject({ handle, id, tenant: z.string().min(1).max(200).nullable() }),

  'inventory.machines': z.strictObject({ handle, where: when.optional() }),
  'inventory.coverage': z.strictObject({ handle }),
  /** All of them are one machine. */
  'identity.merge': z.strictObject({ handle, machines: z.array(machineReference).min(2).max(100) }),
  'identity.split': z.strictObject({ handle, machine: machineReference, evidence: id }),
  /** These are not one machine, however they are called: they are not offered for merging any more. */
  'identity.decline': z.strictObject({ handle, machines: z.array(machineReference).min(2).max(100) }),
  /** Takes back what was declined about two or more of these. */
  'identity.offerAgain': z.strictObject({ handle, machines: z.array(machineReference).min(2).max(100) }),

  'requirements.get': z.strictObject({ handle }),
  /** `filters`: the limits, in the same step. */
  'requirements.set': z.strictObject({ handle, rules: requirementRules, filters: filterAssumptions.optional() }),
  'overrides.set': z.strictObject({
    handle,
    machines: z.array(machineReference).min(1).max(200_000),
    want: z.enum([...OVERRIDE_WANTS, 'clear']),
    why: z.string().max(2_000),
    by: z.string().max(200).optional(),
  }),
  'assumptions.get': z.strictObject({ handle }),
  'assumptions.set': z.strictObject({
    handle,
    values: z.array(z.tuple([z.string().max(400), z.string().max(2_000)])).max(1_000),
    filters: filterAssumptions.optional(),
  }),

  'plan.get': z.strictObject({
    handle,
    scenario: id.optional(),
    edition: id.optional(),
    explain: machineReference.optional(),
  }),
  'cost.get': z.strictObject({ handle, scenarios: z.array(id).max(4).optional() }),
  'export.write': z.strictObject({
    handle,
    to: path,
    scenario: id.optional(),
    formats: z.array(z.string().max(40)).max(20).optional(),
    language,
  }),
  'collector.write': z.strictObject({ to: path }),
  'collector.render': z.strictObject({}),

  // What only a screen asks for.
  'app.info': z.strictObject({}),
  'app.settings': z.strictObject({}),
  'app.setSettings': z.strictObject({
    language: z.enum([...LANGUAGES, 'system']).optional(),
    theme: z.enum(THEMES).optional(),
    by: z.string().max(200).optional(),
    clientId: guid.nullish(),
    cloud: z.enum(AZURE_CLOUDS).optional(),
  }),
  'app.projects': z.strictObject({}),
  'app.forgetProject': z.strictObject({ path }),
  'project.state': z.strictObject({ handle }),
  'project.rename': z.strictObject({ handle, name: z.string().min(1).max(200) }),
  'project.saveAs': z.strictObject({ handle, path }),
  /** `headerRows`: where the user says that the header of a table stands. */
  'evidence.preview': z.strictObject({
    handle: handle.optional(),
    inputs: z.array(path).min(1).max(10_000),
    headerRows: z
      .array(z.strictObject({ file: text, sheet: text.nullable(), row: z.number().int().min(1).max(1_048_576) }))
      .max(1_000)
      .optional(),
  }),
  'evidence.findings': z.strictObject({ handle, evidence: id.optional() }),
  'inventory.snapshot': z.strictObject({ handle }),
  'inventory.machine': z.strictObject({ handle, machine: machineReference }),
  /** The names as they were pasted. */
  'lists.get': z.strictObject({ handle, name: z.string().min(1).max(200) }),
  'lists.set': z.strictObject({ handle, name: z.string().min(1).max(200), names: z.array(text).max(200_000) }),
  'lists.remove': z.strictObject({ handle, name: z.string().min(1).max(200) }),
  'scenarios.set': z.strictObject({ handle, scenario: scenarioDraft }),
  'scenarios.remove': z.strictObject({ handle, id }),
  'views.set': z.strictObject({ handle, view: savedView }),
  'views.remove': z.strictObject({ handle, id }),
  'history.undo': z.strictObject({ handle }),
  'history.redo': z.strictObject({ handle }),
  'export.render': z.strictObject({
    handle,
    scenario: id.optional(),
    formats: z.array(z.string().max(40)).max(20).optional(),
    language,
    /** Names of the files whose content is wanted; of the others only the rows are told. Absent: all. */
    contents: z.array(z.string().max(400)).max(10_000).optional(),
  }),
  /** All files of `formats` in one. */
  'export.zip': z.strictObject({
    handle,
    scenario: id.optional(),
    formats: z.array(z.string().max(40)).max(20).optional(),
    language,
  }),

  // Connected.
  'sync.tenants': z.strictObject({ signIn }),
  /** `tenant`: default is the account's own. `rights` costs one request for each subscription. */
  'sync.subscriptions': z.strictObject({ signIn, tenant: guid.optional(), rights: z.boolean().optional() }),
  /**
   * Reads a tenant; a sync that was stopped is gone on with, unless `fresh`. `subscriptions`: ids or names, default all
   * that are enabled. What is asked besides is on by default.
   */
  'sync.run': z.strictObject({
    handle,
    signIn,
    tenant: guid.optional(),
    subscriptions: z.array(z.string().min(1).max(200)).min(1).max(5_000).optional(),
    machinePlans: z.boolean().optional(),
    defender: z.boolean().optional(),
    network: z.boolean().optional(),
    fresh: z.boolean().optional(),
  }),
  /** Takes what was read so far into the list of servers, or reads kept rows anew; needs no network. */
  'sync.apply': z.strictObject({ handle, run: id }),
  'sync.state': z.strictObject({ handle }),
  /** Takes away the raw rows of a run; what was made of them stays. */
  'sync.forget': z.strictObject({ handle, run: id }),
  'sync.signOut': z.strictObject({}),
  /** Prices as Microsoft publishes them, kept with today's date. `regions`: ARM names, default all. */
  'prices.fetch': z.strictObject({
    handle,
    currency: z.string().regex(/^[A-Z]{3}$/),
    regions: z
      .array(z.string().regex(/^[a-z0-9-]{1,60}$/))
      .max(100)
      .optional(),
  }),
} as const;

export type Method = keyof typeof PARAMS;
export type Params<M extends Method> = z.infer<(typeof PARAMS)[M]>;
