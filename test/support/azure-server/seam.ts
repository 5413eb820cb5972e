import type { TokenCredential } from '@azure/core-auth';
import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import type { AzureSeam } from '../../../electron/core/sources/azure/seam.ts';
import { type AzureServer, HOST_HEADER } from './server.ts';

/** What the real clients talk to the stand-in with: rewritten addresses, a double of the sign-in, a clock that jumps. */
export type TestSeam = { -readonly [Part in keyof AzureSeam]: AzureSeam[Part] } & {
  /** Every pause that was asked for, in milliseconds. */
  readonly waits: number[];
  /** Tokens that were given, by tenant. */
  readonly tokens: string[];
};

export function seamTo(
  server: Pick<AzureServer, 'port' | 'fleet' | 'clock'>,
  options: { readonly tokenTenant?: string; readonly timeoutMs?: number } = {},
): TestSeam {
  const waits: number[] = [];
  const tokens: string[] = [];
  return {
    waits,
    tokens,
    httpClient: rewritingClient(server),
    credential: (tenantId) => credentialDouble(options.tokenTenant ?? tenantId ?? server.fleet.tenantId, tokens),
    wait: async (milliseconds, signal) => {
      signal.throwIfAborted();
      waits.push(milliseconds);
      server.clock.now += milliseconds;
    },
    random: () => 0.5,
    timeoutMs: options.timeoutMs ?? 10_000,
  };
}

/** Tokens need TLS in the clients, so the address is rewritten below them. */
function rewritingClient(server: Pick<AzureServer, 'port'>): HttpClient {
  const inner = createDefaultHttpClient();
  return {
    sendRequest(request) {
      const { host, pathname, search } = new URL(request.url);
      request.url = `http://127.0.0.1:${server.port}${pathname}${search}`;
      request.headers.set(HOST_HEADER, host);
      request.allowInsecureConnection = true;
      return inner.sendRequest(request);
    },
  };
}

function credentialDouble(tenantId: string, tokens: string[]): TokenCredential {
  return {
    async getToken() {
      tokens.push(tenantId);
      return { token: aToken(tenantId), expiresOnTimestamp: Date.now() + 3_600_000 };
    },
  };
}

/** An unsigned token, as far as anybody here looks into it. */
export function aToken(tenantId: string, account = 'yamada@contoso.example'): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ tid: tenantId, upn: account })}.`;
}
