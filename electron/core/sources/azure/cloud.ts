import type { AzureCloudName } from '../../../../shared/model/index.ts';

/** Where one of Microsoft's clouds answers, and for which resource tokens are asked. */
export interface AzureCloud {
  readonly name: AzureCloudName;
  readonly authority: string;
  readonly arm: string;
  readonly armScope: string;
  readonly defender: string;
  readonly defenderScope: string;
  /** Retail prices need no sign-in; one place serves every cloud. */
  readonly prices: string;
}

/**
 * Public and US Government. Azure China is past its retirement for Defender for Cloud (2026-08-18).
 * https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure,
 * https://learn.microsoft.com/defender-endpoint/gov (API hosts)
 */
export const CLOUDS: Readonly<Record<AzureCloudName, AzureCloud>> = {
  public: {
    name: 'public',
    authority: 'https://login.microsoftonline.com',
    arm: 'https://management.azure.com',
    armScope: 'https://management.azure.com/.default',
    defender: 'https://api.security.microsoft.com',
    defenderScope: 'https://api.securitycenter.microsoft.com/.default',
    prices: 'https://prices.azure.com',
  },
  'us-government': {
    name: 'us-government',
    authority: 'https://login.microsoftonline.us',
    arm: 'https://management.usgovcloudapi.net',
    armScope: 'https://management.usgovcloudapi.net/.default',
    defender: 'https://api-gov.securitycenter.microsoft.us',
    defenderScope: 'https://api-gov.securitycenter.microsoft.us/.default',
    prices: 'https://prices.azure.com',
  },
};
