import { createHttpHeaders, createPipelineRequest, type HttpMethods } from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import { makeClients } from '../../../../../electron/core/sources/azure/clients.ts';
import { CLOUDS } from '../../../../../electron/core/sources/azure/cloud.ts';
import { createTransport, readOnlyPolicy } from '../../../../../electron/core/sources/azure/transport.ts';
import { aToken } from '../../../../support/azure-server/seam.ts';

const GRAPH = 'https://management.azure.com/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01';
const PRICING =
  'https://management.azure.com/subscriptions/1/providers/Microsoft.Security/pricings/VirtualMachines?api-version=2024-01-01';

async function sent(method: HttpMethods, url: string): Promise<boolean> {
  const request = createPipelineRequest({ method, url });
  const answer = { request, status: 200, headers: createHttpHeaders() };
  try {
    await readOnlyPolicy(CLOUDS.public).sendRequest(request, async () => answer);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ name: 'AzureError', problem: 'not-reading' });
    return false;
  }
}

describe('what goes out to Azure', () => {
  it.each([
    ['GET', PRICING],
    ['POST', GRAPH],
    ['GET', 'https://api.security.microsoft.com/api/machines?$top=1'],
    ['GET', 'https://prices.azure.com/api/retail/prices'],
  ] as const)('reads: %s %s', async (method, url) => {
    expect(await sent(method, url)).toBe(true);
  });

  it.each([
    ...(['PUT', 'PATCH', 'DELETE', 'POST', 'HEAD', 'OPTIONS', 'TRACE'] as const).map(
      (method) => [method, PRICING] as const,
    ),
    ['PUT', GRAPH],
    ['DELETE', GRAPH],
    ['POST', 'https://management.azure.com/providers/Microsoft.ResourceGraph/resources/more'],
    ['POST', 'https://management.azure.com/providers/Microsoft.ResourceGraph/../Microsoft.Security/pricings'],
    ['POST', 'https://api.security.microsoft.com/api/machines/1/isolate'],
    ['GET', 'https://evil.example/subscriptions'],
    ['GET', 'http://management.azure.com/subscriptions'],
    ['GET', 'https://management.azure.com.evil.example/subscriptions'],
    ['GET', 'https://management.azure.com:8443/subscriptions'],
  ] as const)('never changes: %s %s', async (method, url) => {
    expect(await sent(method, url)).toBe(false);
  });

  it('holds for every client, before a byte goes out', async () => {
    let bytes = 0;
    const gate = { pass: async () => undefined, learn: () => undefined };
    const httpClient = {
      sendRequest: () => {
        bytes += 1;
        return Promise.reject(new Error('sent'));
      },
    };
    const transport = createTransport(CLOUDS.public, { httpClient }, { graph: gate, arm: gate });
    const credential = {
      getToken: async () => ({ token: aToken('t'), expiresOnTimestamp: Date.now() + 3_600_000 }),
    };
    const clients = await makeClients(credential, CLOUDS.public, transport);
    const scope = '/subscriptions/11111111-1111-4111-8111-111111111111';
    const body = { properties: { pricingTier: 'Free' } };
    const tries: (() => PromiseLike<unknown>)[] = [
      () => clients.arm.pathUnchecked(`${scope}/providers/Microsoft.Security/pricings/VirtualMachines`).put({ body }),
      () => clients.arm.pathUnchecked(`${scope}/providers/Microsoft.Security/pricings/VirtualMachines`).delete(),
      () => clients.arm.pathUnchecked(`${scope}/resourceGroups/a`).patch({ body }),
      () => clients.defender.pathUnchecked('/api/machines/1/isolate').post({ body }),
      () =>
        clients
          .security('11111111-1111-4111-8111-111111111111')
          .pricings.update('VirtualMachines', { pricingTier: 'Free' }),
      () =>
        clients
          .security('11111111-1111-4111-8111-111111111111')
          .settings.update('WDATP', { kind: 'DataExportSettings', enabled: true } as never),
    ];
    for (const attempt of tries) {
      await expect((async () => attempt())()).rejects.toMatchObject({ problem: 'not-reading' });
    }
    expect(bytes).toBe(0);
  });
});
