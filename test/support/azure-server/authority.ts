import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const tls = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/tls/loopback.${name}.pem`, import.meta.url)), 'utf8');

/** A certificate of this computer that nobody trusts but who is given it. */
export const LOOPBACK_TLS = { cert: tls('cert'), key: tls('key') } as const;

/** An error as the place to sign in answers it: RFC 6749, section 5.2, and RFC 8628, section 3.5. */
interface Refusal {
  readonly error: string;
  readonly error_description: string;
}

/** A request for a token: what it shows for it, and of which tenant it is asked. */
export interface TokenRequest {
  readonly tenant: string;
  readonly grant: string;
  readonly clientId: string;
  readonly scope: string;
}

/** A place to sign in on this computer, as Microsoft Entra answers, with a certificate of its own. */
export interface Authority {
  readonly host: string;
  readonly ca: string;
  readonly requests: readonly TokenRequest[];
  /** The account: its home tenant, and its name. */
  readonly home: string;
  readonly account: string;
  /** Tenant of the tokens; null: the one that was asked. */
  tokenTenant: string | null;
  /** Seconds that a token holds. */
  lifetime: number;
  /** Given instead of tokens, one after the other. */
  readonly refusals: Refusal[];
  close(): Promise<void>;
}

export async function startAuthority(home: string): Promise<Authority> {
  const requests: TokenRequest[] = [];
  const state = {
    requests,
    home,
    account: 'yamada@contoso.example',
    tokenTenant: null as string | null,
    lifetime: 3_600,
    refusals: [] as Refusal[],
  };
  const server = createServer(LOOPBACK_TLS, async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const url = new URL(incoming.url ?? '/', `https://${incoming.headers.host}`);
    const [, tenant = '', ...rest] = url.pathname.split('/');
    const { status, body } = answerOf(
      state,
      tenant,
      rest.join('/'),
      url,
      new URLSearchParams(Buffer.concat(chunks).toString('utf8')),
    );
    outgoing.writeHead(status, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    host,
    ca: LOOPBACK_TLS.cert,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

type State = Omit<Authority, 'host' | 'ca' | 'close' | 'requests'> & { readonly requests: TokenRequest[] };

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function answerOf(state: State, tenant: string, path: string, url: URL, form: URLSearchParams): Answer {
  switch (path) {
    case 'v2.0/.well-known/openid-configuration':
      return ok(configuration(url.origin, tenant));
    case 'oauth2/v2.0/devicecode':
      return ok({
        device_code: 'device',
        user_code: 'ABCD-EFGH',
        verification_uri: `${url.origin}/devicelogin`,
        expires_in: 900,
        interval: 0.02,
        message: 'To sign in, open the page and type the code.',
      });
    // What a page would post to the program that waits: the test does it.
    case 'oauth2/v2.0/authorize':
      return ok({
        action: url.searchParams.get('redirect_uri'),
        form: { code: 'code', state: url.searchParams.get('state'), client_info: clientInfo(state) },
      });
    case 'oauth2/v2.0/token':
      return token(state, tenant, form);
    default:
      return { status: 404, body: { error: 'not_found', error_description: path } };
  }
}

/** https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata */
function configuration(origin: string, tenant: string): Readonly<Record<string, string>> {
  const at = (path: string) => `${origin}/${tenant}/${path}`;
  return {
    issuer: at('v2.0'),
    authorization_endpoint: at('oauth2/v2.0/authorize'),
    token_endpoint: at('oauth2/v2.0/token'),
    device_authorization_endpoint: at('oauth2/v2.0/devicecode'),
    end_session_endpoint: at('oauth2/v2.0/logout'),
    jwks_uri: at('discovery/v2.0/keys'),
  };
}

function token(state: State, tenant: string, form: URLSearchParams): Answer {
  const request = {
    tenant,
    grant: (form.get('grant_type') ?? '').split(':').at(-1) ?? '',
    clientId: form.get('client_id') ?? '',
    scope: form.get('scope') ?? '',
  };
  state.requests.push(request);
  const refusal = state.refusals.shift();
  if (refusal) return { status: 400, body: refusal };
  const isHome = ['organizations', 'common'].includes(tenant);
  const tid = state.tokenTenant ?? (isHome ? state.home : tenant);
  const claims = { tid, oid: 'user', sub: 'user', upn: state.account, preferred_username: state.account };
  return ok({
    token_type: 'Bearer',
    scope: request.scope,
    expires_in: state.lifetime,
    access_token: jwt({ ...claims, jti: String(state.requests.length) }),
    refresh_token: `refresh-${state.requests.length}`,
    id_token: jwt({ ...claims, iss: `https://127.0.0.1/${tid}/v2.0`, aud: request.clientId }),
    client_info: clientInfo(state),
  });
}

function clientInfo({ home }: State): string {
  return Buffer.from(JSON.stringify({ uid: 'user', utid: home })).toString('base64url');
}

function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.c2lnbmVk`;
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}
