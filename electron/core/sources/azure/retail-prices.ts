import type { Client } from '@azure-rest/core-client';
import { inShape, PRICES } from './answers.ts';
import { getAll } from './arm.ts';

export interface PriceQuestion {
  /** ISO 4217, e.g. `USD`. */
  readonly currency: string;
  /** ARM names of regions; none: all. */
  readonly regions: readonly string[];
}

const PRICES_VERSION = '2023-01-01-preview';

/**
 * Meters of Defender for Cloud (Servers Plan 1 and 2, CSPM, the MDATP benefit), as the Retail Prices API answers: no
 * sign-in, at most 1,000 rows a page.
 * https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices
 */
export function fetchPrices(
  client: Client,
  endpoint: string,
  { currency, regions }: PriceQuestion,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  // Defender CSPM and others stand under the region "Global".
  const places = ['Global', ...regions].map((region) => `armRegionName eq '${region.replaceAll("'", "''")}'`);
  const where = regions.length === 0 ? '' : ` and (${places.join(' or ')})`;
  return getAll(
    client,
    endpoint,
    {
      path: '/api/retail/prices',
      query: {
        'api-version': PRICES_VERSION,
        currencyCode: `'${currency}'`,
        $filter: `serviceName eq 'Microsoft Defender for Cloud' and priceType eq 'Consumption'${where}`,
      },
    },
    (body) => {
      const { Items, NextPageLink } = inShape(PRICES, body, 'retail prices');
      return { value: Items, next: NextPageLink ?? null };
    },
    signal,
  );
}
