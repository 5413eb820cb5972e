import type { Assumptions } from '../model/index.ts';
import type { MeterId } from './meters.ts';

type PriceBookId = Assumptions['priceBook'];

/** How far a built-in price may be trusted. `documented`: Microsoft's own text; `recorded`: seen by public tools only. */
type PriceConfidence = 'documented' | 'recorded' | 'third-party';

/** A price that ships with the app: dated, since nothing here was read live. */
export interface BuiltInPrice {
  readonly meter: MeterId;
  readonly unitPrice: string;
  readonly unit: '1/Hour' | '1/Month';
  readonly currency: 'USD';
  readonly source: string;
  readonly date: string;
  readonly confidence: PriceConfidence;
}

/**
 * The two ways in which Defender's prices are published, and what both share. US dollars only: other currencies come
 * from the Retail Prices API, a typed rate or a typed price.
 */
export const PRICE_BOOKS: Readonly<
  Record<PriceBookId, { readonly name: string; readonly prices: readonly BuiltInPrice[] }>
> = {
  retail: {
    name: 'Retail meters, per hour',
    prices: [
      retail('p1', '0.00672', '2026-08-01'),
      retail('p2', '0.02', '2026-08-01'),
      retail('cspm', '0.007', '2026-03-01'),
      ...sideServices(),
    ],
  },
  list: {
    name: 'Published list, per month',
    prices: [
      list('p1', '5', '2024-04-01'),
      list('p2', '15', '2026-06-11'),
      list('cspm', '5', '2026-06-11'),
      ...sideServices(),
    ],
  },
};

function retail(meter: MeterId, unitPrice: string, date: string): BuiltInPrice {
  const source = 'built in: Retail Prices API meter as recorded by public tools';
  return { meter, unitPrice, unit: '1/Hour', currency: 'USD', source, date, confidence: 'recorded' };
}

/** P2 and CSPM: the example of learn.microsoft.com/azure/defender-for-cloud/prepurchase-plan; P1: a Microsoft deck. */
function list(meter: MeterId, unitPrice: string, date: string): BuiltInPrice {
  const source = 'built in: published monthly list';
  return { meter, unitPrice, unit: '1/Month', currency: 'USD', source, date, confidence: 'documented' };
}

/**
 * ESU, Software Assurance and pay-as-you-go are sold per core and by agreement: they have no price here, on purpose.
 */
function sideServices(): readonly BuiltInPrice[] {
  return [
    {
      meter: 'update-manager',
      unitPrice: '5',
      unit: '1/Month',
      currency: 'USD',
      source: 'built in: https://learn.microsoft.com/azure/update-manager/update-manager-faq',
      date: '2025-04-16',
      confidence: 'documented',
    },
    {
      meter: 'machine-configuration',
      unitPrice: '6',
      unit: '1/Month',
      currency: 'USD',
      source: 'built in: about, third party; not confirmed by Microsoft',
      date: '2026-11-24',
      confidence: 'third-party',
    },
  ];
}
