import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { filterAssumptions, requirementRules } from '../../../shared/contract/schemas.ts';
import { OVERRIDE_WANTS } from '../../../shared/model/index.ts';

/** The invented customer that is shipped with the app; what each of its servers shows stands in README.md. */
const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** What the sample project is planned with, in the words of the methods that set it. */
const settings = z.strictObject({
  name: z.string(),
  /** When the customer made the files; a checkout gives them the day of the checkout. ISO 8601. */
  collectedAt: z.string(),
  /** Assumptions by key. */
  values: z.array(z.tuple([z.string(), z.string()])),
  filters: filterAssumptions,
  rules: requirementRules,
  overrides: z.array(
    z.strictObject({
      machines: z.array(z.string()),
      want: z.enum(OVERRIDE_WANTS),
      why: z.string(),
      by: z.string(),
    }),
  ),
});
export type DemoSettings = z.infer<typeof settings>;

/** Paths of the customer's files, in the order of their names. */
export const DEMO_FILES: readonly string[] = readdirSync(join(FOLDER, 'files'))
  .sort()
  .map((file) => join(FOLDER, 'files', file));

export const DEMO_SETTINGS: DemoSettings = settings.parse(
  JSON.parse(readFileSync(join(FOLDER, 'demo.json'), 'utf8')) as unknown,
);
