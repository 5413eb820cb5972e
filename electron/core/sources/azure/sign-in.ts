import type { TokenCredential } from '@azure/core-auth';
import type { AuthenticationRecord } from '@azure/identity';
import type { SignInChoice } from '../../../../shared/model/index.ts';
import { CLOUDS } from './cloud.ts';
import { AzureError } from './errors.ts';
import { whyNoAnswer } from './no-answer.ts';
import type { AzureSeam } from './seam.ts';
import { readToken, type TokenFacts } from './token.ts';

/** A person who signed in, as long as the core runs: tokens are in memory only. */
export interface SignIn {
  /** Signs in where that was not done yet; may open a browser or wait for a device code. */
  start(signal: AbortSignal): Promise<TokenFacts>;
  /** The credential of one tenant. Every token is compared with the tenant meant before anybody sees it. */
  credential(tenantId: string): TokenCredential;
  /** Forgets every token. */
  end(): void;
}

/** What a person has to do elsewhere: open this page and type this code. */
export interface DevicePrompt {
  readonly url: string;
  readonly code: string;
}

/**
 * One way to sign in: InteractiveBrowser, DeviceCode or Azure CLI's login, by choice; never whatever happens to be found.
 * @param prompt told of the device code, where that is the way
 */
export function createSignIn(choice: SignInChoice, seam: AzureSeam, prompt: (prompt: DevicePrompt) => void): SignIn {
  const scope = CLOUDS[choice.cloud].armScope;
  const credentials = seam.credential
    ? doubles(seam.credential, prompt)
    : choice.method === 'cli'
      ? cli()
      : person(choice, seam, prompt);
  const tenants = new Map<string, TokenCredential>();
  const place = seam.authority ?? { host: CLOUDS[choice.cloud].authority };
  const heard: Heard = (asked) =>
    asked.catch(async (error) => {
      throw await whyNoAnswer(error, place);
    });
  return {
    async start(signal) {
      const credential = await heard(credentials.home(signal));
      const token = await heard(credential.getToken(scope, { abortSignal: signal }));
      if (!token) throw new AzureError('sign-in', 'no token');
      return readToken(token.token);
    },
    credential(tenantId) {
      const known = tenants.get(tenantId);
      if (known) return known;
      const made = ofTenant(tenantId, () => credentials.tenant(tenantId), heard);
      tenants.set(tenantId, made);
      return made;
    },
    end() {
      tenants.clear();
      credentials.forget();
    },
  };
}

/** What is asked of the sign-in library, with its failures in our words where it says too little. */
type Heard = <T>(asked: Promise<T>) => Promise<T>;

interface Credentials {
  home(signal: AbortSignal): Promise<TokenCredential>;
  tenant(tenantId: string): Promise<TokenCredential>;
  forget(): void;
}

/**
 * With an account of tenant A in its cache, a credential asked for tenant B silently gives A's token. So a token of
 * another tenant than the one meant is never used.
 */
function ofTenant(tenantId: string, make: () => Promise<TokenCredential>, heard: Heard): TokenCredential {
  let inner: Promise<TokenCredential> | undefined;
  return {
    async getToken(scopes, options) {
      inner ??= make();
      const credential = await inner;
      const token = await heard(credential.getToken(scopes, { ...options, tenantId }));
      if (!token) return null;
      const found = readToken(token.token).tenantId;
      if (found !== tenantId.toLowerCase()) throw new AzureError('wrong-tenant', found ?? '?');
      return token;
    },
  };
}

function doubles(make: NonNullable<AzureSeam['credential']>, prompt: (prompt: DevicePrompt) => void): Credentials {
  return {
    home: async () => make(null, prompt),
    tenant: async (tenantId) => make(tenantId, prompt),
    forget: () => undefined,
  };
}

function cli(): Credentials {
  const make = async (tenantId?: string) => {
    const { AzureCliCredential } = await import('@azure/identity');
    return new AzureCliCredential({ ...(tenantId && { tenantId }), processTimeoutInMs: CLI_TIMEOUT_MS });
  };
  return { home: () => make(), tenant: make, forget: () => undefined };
}

/** A credential that can ask a person, and remembers who it was without secrets. */
type AskingCredential = TokenCredential & {
  authenticate(
    scope: string,
    options: { readonly abortSignal: AbortSignal },
  ): Promise<AuthenticationRecord | undefined>;
};

/**
 * A tenant may want more than the account's home tenant did, such as a second factor. For Resource Manager, which every
 * sync begins with while the person is there, it is asked once; a token for anything else never opens a window.
 */
function askingOnce(credential: AskingCredential, scope: string): TokenCredential {
  let wasAsked = false;
  return {
    async getToken(scopes, options) {
      try {
        return await credential.getToken(scopes, options);
      } catch (error) {
        const isNeeded = error instanceof Error && error.name === 'AuthenticationRequiredError';
        if (!isNeeded || wasAsked || [scopes].flat()[0] !== scope) throw error;
        wasAsked = true;
        const abortSignal = (options?.abortSignal ?? new AbortController().signal) as AbortSignal;
        await credential.authenticate(scope, { abortSignal });
        return credential.getToken(scopes, options);
      }
    },
  };
}

/** `az` renews its own login first, over a slow line too. */
const CLI_TIMEOUT_MS = 30_000;

/**
 * A person in a browser, or with a device code. The first sign-in gives a record of the account; every tenant has a
 * credential of its own made with that record, which then gets its tokens without asking again.
 */
function person(choice: SignInChoice, { authority }: AzureSeam, prompt: (prompt: DevicePrompt) => void): Credentials {
  let record: AuthenticationRecord | undefined;
  let first: Promise<AskingCredential> | undefined;
  const cache = memoryCache();
  const make = async (tenantId: string | undefined, mayAsk: boolean): Promise<AskingCredential> => {
    const { DeviceCodeCredential, InteractiveBrowserCredential, useIdentityPlugin } = await import('@azure/identity');
    useIdentityPlugin(keepInMemory);
    const options = {
      authorityHost: authority?.host ?? CLOUDS[choice.cloud].authority,
      // The library asks Microsoft about every place to sign in that it does not know.
      ...(authority && { disableInstanceDiscovery: true, tlsOptions: { ca: authority.ca } }),
      additionallyAllowedTenants: ['*'],
      disableAutomaticAuthentication: !mayAsk,
      tokenCachePersistenceOptions: { enabled: true, name: cache.name },
      ...(choice.clientId !== null && { clientId: choice.clientId }),
      ...(tenantId !== undefined && { tenantId }),
      ...(record && tenantId !== undefined && { authenticationRecord: { ...record, tenantId } }),
    };
    if (choice.method === 'browser') return new InteractiveBrowserCredential(options);
    return new DeviceCodeCredential({
      ...options,
      userPromptCallback: ({ verificationUri: url, userCode: code }) => prompt({ url, code }),
    });
  };
  const home = async (signal: AbortSignal): Promise<AskingCredential> => {
    first ??= make(undefined, true);
    const credential = await first;
    record ??= await credential.authenticate(CLOUDS[choice.cloud].armScope, { abortSignal: signal });
    return credential;
  };
  return {
    home,
    tenant: async (tenantId) => askingOnce(await make(tenantId, record === undefined), CLOUDS[choice.cloud].armScope),
    forget() {
      record = undefined;
      first = undefined;
      cache.clear();
    },
  };
}

/** What the sign-in library hands to a cache; of its types only this is needed. */
interface CacheContext {
  readonly cacheHasChanged: boolean;
  readonly tokenCache: { serialize(): string; deserialize(text: string): void };
}

let caches = 0;
const tokenCaches = new Map<string, string>();

/**
 * A token cache that all credentials of one sign-in share and that nothing writes to a disk. The library asks for it
 * through its plugin for persistence; the one that comes with it would need a native module.
 */
function memoryCache(): { readonly name: string; clear(): void } {
  caches += 1;
  const name = `dfs-planner-${caches}-`;
  return {
    name,
    clear() {
      for (const key of tokenCaches.keys()) if (key.startsWith(name)) tokenCaches.delete(key);
    },
  };
}

function keepInMemory(context: unknown): void {
  const { cachePluginControl } = context as {
    cachePluginControl: { setPersistence(make: (options?: { name?: string }) => Promise<unknown>): void };
  };
  cachePluginControl.setPersistence(async ({ name = '' } = {}) => ({
    beforeCacheAccess: async ({ tokenCache }: CacheContext) => tokenCache.deserialize(tokenCaches.get(name) ?? '{}'),
    afterCacheAccess: async ({ tokenCache, cacheHasChanged }: CacheContext) => {
      if (cacheHasChanged) tokenCaches.set(name, tokenCache.serialize());
    },
  }));
}
