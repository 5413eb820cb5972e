import { expect, it } from 'vitest';
import { costFindings, estimateScenario, priceFindings } from '../../../shared/cost/index.ts';
import { viewFinding } from '../../../shared/i18n/findings/index.ts';
import { LANGUAGES } from '../../../shared/model/index.ts';
import { AS_OF, anArcMachine, fleet, planned, scenario } from './builders.ts';

/** One of each sort, under every kind of reduction. */
const input = scenario(
  fleet(
    planned({ plan: 'P2', trialDaysLeft: 10, hasCspm: true }),
    planned({ plan: 'P2', scheduledHours: '10x5' }, { placement: 'vmss-uniform', kind: 'vmss', capacity: 5 }),
    planned({ plan: 'P1' }, { power: 'deallocated' }),
    planned({ plan: 'unknown' }, { power: null }),
    planned({ plan: 'off', method: 'none' }, { placement: 'aks', kind: 'vmss', capacity: 3 }),
    { ...planned({ plan: 'P1', needs: ['update-manager'] }), machine: anArcMachine() },
    { ...planned({ plan: 'P2' }), machine: anArcMachine({ placement: 'arc-connector', connectorId: 'c' }) },
    planned(
      { plan: 'P1', method: 'direct', designatedPlan: 'P2' },
      { placement: 'mde-direct', sensorHealth: 'active', power: null },
    ),
  ),
  {
    trial: true,
    discount: '5',
    prepurchase: { units: '600', percent: '10' },
    licenceOffset: { servers: '2', amount: '1.5' },
    sideCosts: ['update-manager'],
    tax: 'with',
    taxRate: '10',
  },
);

it('an estimate looks like this', async () => {
  const cost = estimateScenario(input);
  await expect(`${JSON.stringify(cost, null, 1)}\n`).toMatchFileSnapshot('../../golden/cost/estimate.json');
});

it.each(LANGUAGES)('and what it leaves open is said like this (%s)', async (language) => {
  const { assumptions } = input.pricing;
  const found = [...costFindings(estimateScenario(input), assumptions), ...priceFindings(assumptions, [], AS_OF)];
  const text = found
    .map((each) => viewFinding(each, language))
    .map(({ code, message, next }) => `${code}\n  ${message}\n  ${next}\n`);
  await expect(text.join('')).toMatchFileSnapshot(`../../golden/cost/findings.${language}.txt`);
});
