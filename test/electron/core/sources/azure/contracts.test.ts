import { describe, expect, it } from 'vitest';
import { DEVICES, inShape, PRICES, PRICING, PRICINGS } from '../../../../../electron/core/sources/azure/answers.ts';
import { coversEveryMachine } from '../../../../../electron/core/sources/azure/rows.ts';
import { fixture } from '../../../../support/azure-server/contract.ts';

const FOLDER = 'arm-security-pricings-2024-01-01';
const bodyOf = (file: string) =>
  fixture<{ responses: { '200': { body: { properties: Record<string, unknown> } } } }>(`${FOLDER}/${file}`).responses[
    '200'
  ].body;

describe('our shapes of answers', () => {
  it.each([
    'GetPricingByNameVirtualMachines_example.json',
    'GetResourcePricingByNameVirtualMachines_example.json',
    'PutPricingByNamePartialSuccess_example.json',
    'PutResourcePricingByNameVirtualMachines_example.json',
  ])('take the published %s, and keep all of it', (file) => {
    expect(inShape(PRICING, bodyOf(file), 'pricing')).toEqual(bodyOf(file));
  });

  it.each([
    'ListPricings_example.json',
    'ListPricingsWithPlanFilter_example.json',
    'ListResourcePricings_example.json',
  ])('take the published %s', (file) => {
    expect(inShape(PRICINGS, bodyOf(file), 'pricings')).toEqual(bodyOf(file));
  });

  it('take the recorded answers of an older version', () => {
    const { interactions } = fixture<{ interactions: { response: { status: number; body: { name?: string } } }[] }>(
      'recorded/azure-cli-security-pricings-2023-01-01.json',
    );
    const single = interactions.map(({ response }) => response.body).filter(({ name }) => name === 'VirtualMachines');
    expect(single.length).toBeGreaterThan(0);
    for (const body of single) expect(inShape(PRICING, body, 'pricing')).toEqual(body);
  });

  it('take the documented devices, and say where an answer has another shape', () => {
    expect(inShape(DEVICES, fixture('published/mde-machines.json'), 'machines').value).toHaveLength(2);
    expect(() => inShape(DEVICES, { value: 'x' }, 'machines')).toThrow('machines: value');
    const item = fixture('published/retail-prices-item.json');
    expect(inShape(PRICES, { BillingCurrency: 'USD', Items: [item], NextPageLink: null }, 'prices').Items).toEqual([
      item,
    ]);
  });
});

describe('whether every machine has the subscription’s plan', () => {
  const plan = (properties: object) => [{ name: 'VirtualMachines', properties }];

  it.each([
    [{ pricingTier: 'Standard', enforce: 'True' }, true],
    [{ pricingTier: 'Standard', enforce: 'False' }, false],
    [{ pricingTier: 'Standard', enforce: 'False', resourcesCoverageStatus: 'FullyCovered' }, false],
    [{ pricingTier: 'Free', resourcesCoverageStatus: 'NotCovered' }, true],
    [{ pricingTier: 'Free', resourcesCoverageStatus: 'PartiallyCovered' }, false],
    [{ pricingTier: 'Free' }, false],
  ])('%j: %s', (properties, expected) => {
    expect(coversEveryMachine(plan(properties))).toBe(expected);
  });
});
