/** Ids of the meters that the price book knows; also the METER of a typed price, `price.METER.CUR`. */
export const METER_IDS = [
  'p1',
  'p2',
  'cspm',
  'p1-benefit',
  'p2-benefit',
  'update-manager',
  'machine-configuration',
  'esu',
  'software-assurance',
] as const;
export type MeterId = (typeof METER_IDS)[number];

/** The name of each meter as bills and the Retail Prices API write it; ours where a service has no single meter. */
export const METER_NAMES: Readonly<Record<MeterId, string>> = {
  p1: 'Standard P1 Node',
  p2: 'Standard P2 Node',
  cspm: 'Standard Node',
  'p1-benefit': 'Standard P1 Node - MDATP Benefit',
  'p2-benefit': 'Standard P2 Node - MDATP Benefit',
  'update-manager': 'Azure Update Manager (Arc)',
  'machine-configuration': 'Azure Machine Configuration (Arc)',
  esu: 'Extended Security Updates (Arc)',
  'software-assurance': 'Software Assurance or pay-as-you-go (Arc)',
};

/**
 * Products and meters of Defender for Cloud. The names stand in the Retail Prices API and in cost details:
 * https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices
 */
const DEFENDER_METERS: readonly { readonly product: string; readonly meter: string; readonly id: MeterId }[] = [
  { product: 'microsoft defender for servers', meter: 'standard p1 node', id: 'p1' },
  { product: 'microsoft defender for servers', meter: 'standard p2 node', id: 'p2' },
  { product: 'microsoft defender for servers', meter: 'standard p1 node - mdatp benefit', id: 'p1-benefit' },
  { product: 'microsoft defender for servers', meter: 'standard p2 node - mdatp benefit', id: 'p2-benefit' },
  { product: 'microsoft defender cspm', meter: 'standard node', id: 'cspm' },
];

/**
 * The meter that a product's and a meter's name mean; null for every other one, trial meters (price 0) among them.
 * Without a product (cost details of some agreements leave it out) the meter's name alone decides where it is unique.
 */
export function meterIdOf(productName: string | null, meterName: string): MeterId | null {
  const meter = meterName.trim().toLowerCase();
  const product = productName?.trim().toLowerCase() ?? null;
  const found = DEFENDER_METERS.find(
    (row) => row.meter === meter && (product === null ? row.id !== 'cspm' : row.product === product),
  );
  return found?.id ?? null;
}

/** True for a meter that Defender for Cloud gives away during a trial: its price is 0 and says nothing. */
export function isTrialMeter(meterName: string): boolean {
  return /\btrial\b/i.test(meterName);
}
