import type { ResourceGraphClient } from '@azure/arm-resourcegraph';
import type { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import type { SecurityCenter } from '@azure/arm-security';
import type { TokenCredential } from '@azure/core-auth';
import type { Client } from '@azure-rest/core-client';
import type { AzureCloud } from './cloud.ts';
import type { Transport } from './transport.ts';

/** The clients of one tenant. They are loaded when somebody connects, not before. */
export interface Clients {
  readonly graph: ResourceGraphClient;
  readonly subscriptions: SubscriptionClient;
  /** Resource Manager in our own words: pricings at machine scope and api-version 2024-01-01 no client of Microsoft speaks. */
  readonly arm: Client;
  readonly defender: Client;
  security(subscriptionId: string): SecurityCenter;
}

export async function makeClients(
  credential: TokenCredential,
  cloud: AzureCloud,
  transport: Transport,
): Promise<Clients> {
  const [{ ResourceGraphClient }, { SubscriptionClient }, { getClient }, { SecurityCenter }] = await Promise.all([
    import('@azure/arm-resourcegraph'),
    import('@azure/arm-resources-subscriptions'),
    import('@azure-rest/core-client'),
    import('@azure/arm-security'),
  ]);
  // A cloud's setting alone changes the address but not the token's scope, so both are given.
  const options = { ...transport.options, endpoint: cloud.arm, credentials: { scopes: [cloud.armScope] } };
  return {
    graph: new ResourceGraphClient(credential, options),
    subscriptions: new SubscriptionClient(credential, options),
    arm: getClient(cloud.arm, credential, { ...transport.options, credentials: { scopes: [cloud.armScope] } }),
    defender: getClient(cloud.defender, credential, {
      ...transport.options,
      credentials: { scopes: [cloud.defenderScope] },
    }),
    security: (subscriptionId) =>
      new SecurityCenter(credential, subscriptionId, {
        ...transport.options,
        endpoint: cloud.arm,
        credentialScopes: [cloud.armScope],
      }),
  };
}

/** A client for what needs no sign-in. */
export async function makeOpenClient(endpoint: string, transport: Transport): Promise<Client> {
  const { getClient } = await import('@azure-rest/core-client');
  return getClient(endpoint, { ...transport.options });
}
