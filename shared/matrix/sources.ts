/** Where the rules come from. The date is the document's own, not the day on which it was read. */
export interface Source {
  readonly title: string;
  /** Null for a document without a public address. */
  readonly url: string | null;
  readonly date: string;
}

const DOCS = 'https://learn.microsoft.com/azure/defender-for-cloud';

export const SOURCES = {
  selectPlan: {
    title: 'Select a Defender for Servers plan',
    url: `${DOCS}/plan-defender-for-servers-select-plan`,
    date: '2025-02-23',
  },
  enable: { title: 'Deploy Defender for Servers', url: `${DOCS}/tutorial-enable-servers-plan`, date: '2025-09-28' },
  direct: {
    title: 'Connect non-Azure machines with Defender for Endpoint',
    url: `${DOCS}/onboard-machines-with-defender-for-endpoint`,
    date: '2026-06-17',
  },
  overview: {
    title: 'Defender for Servers overview',
    url: `${DOCS}/defender-for-servers-overview`,
    date: '2026-08-07',
  },
  faq: {
    title: 'Common questions about Defender for Servers',
    url: `${DOCS}/faq-defender-for-servers`,
    date: '2026-06-09',
  },
  support: {
    title: 'Defender for Servers support',
    url: `${DOCS}/support-matrix-defender-for-servers`,
    date: '2026-05-10',
  },
  integration: {
    title: 'Defender for Endpoint integration',
    url: `${DOCS}/integration-defender-for-endpoint`,
    date: '2025-05-01',
  },
  disable: { title: 'Disable Defender plans', url: `${DOCS}/disable-plans`, date: '2026-05-04' },
  aws: { title: 'Connect AWS accounts', url: `${DOCS}/quickstart-onboard-aws`, date: '2026-06-04' },
  agentless: { title: 'Agentless machine scanning', url: `${DOCS}/enable-agentless-scanning-vms`, date: '2026-05-01' },
  pricings: {
    title: 'Pricings - Update, REST API 2024-01-01',
    url: 'https://learn.microsoft.com/rest/api/defenderforcloud/pricings/update',
    date: '2024-01-01',
  },
  policies: {
    title: 'Built-in policies, Security Center - Granular Pricing',
    url: 'https://github.com/Azure/azure-policy/tree/master/built-in-policies/policyDefinitions/Security%20Center%20-%20Granular%20Pricing',
    date: '2026-04-29',
  },
  estimator: {
    title: "Microsoft's own cost estimation script",
    url: 'https://github.com/Azure/Microsoft-Defender-for-Cloud',
    date: '2026-06-11',
  },
  endpoint: {
    title: 'Defender for Endpoint, minimum requirements',
    url: 'https://learn.microsoft.com/defender-endpoint/minimum-requirements',
    date: '2026-05-26',
  },
  arc: {
    title: 'Connected Machine agent prerequisites',
    url: 'https://learn.microsoft.com/azure/azure-arc/servers/prerequisites',
    date: '2025-10-15',
  },
  deck: { title: 'Microsoft Japan, slide deck "Defender for Servers 展開方法"', url: null, date: '2024-04-01' },
  planner: { title: 'Definition of this planner', url: null, date: '2026-11-24' },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;
