import { z } from 'zod';
import { AzureError } from './errors.ts';

/**
 * What the thin clients' answers must have to be kept; everything else in them is kept as it came, since services add
 * fields without a new version.
 */

/** Booleans of this API are texts: "True", "False". */
const flag = z.string().nullish();

/** Microsoft.Security/pricings 2024-01-01. https://learn.microsoft.com/rest/api/defenderforcloud/pricings */
export const PRICING = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({
    pricingTier: z.string(),
    subPlan: z.string().nullish(),
    enforce: flag,
    inherited: flag,
    // Null in published answers, though the specification says text.
    inheritedFrom: z.string().nullish(),
    resourcesCoverageStatus: z.string().nullish(),
    freeTrialRemainingTime: z.string().nullish(),
  }),
});
export const PRICINGS = z.looseObject({ value: z.array(PRICING), nextLink: z.string().nullish() });

/** Microsoft.Authorization/permissions 2022-04-01: what the caller may do at a scope. */
export const PERMISSIONS = z.looseObject({
  value: z.array(z.looseObject({ actions: z.array(z.string()).nullish(), notActions: z.array(z.string()).nullish() })),
  nextLink: z.string().nullish(),
});

/** Defender for Endpoint; `@odata.nextLink` is not documented, and followed where it is there. */
export const DEVICES = z.looseObject({
  value: z.array(z.record(z.string(), z.unknown())),
  '@odata.nextLink': z.string().nullish(),
});

/** https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices */
export const PRICES = z.looseObject({
  BillingCurrency: z.string(),
  Items: z.array(z.record(z.string(), z.unknown())),
  NextPageLink: z.string().nullish(),
});

/** The answer in its shape. @throws AzureError `contract` with the place where it is another */
export function inShape<T>(schema: z.ZodType<T>, body: unknown, what: string): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new AzureError(
    'contract',
    `${what}: ${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
  );
}
