import { AzureError } from './errors.ts';

type Environment = Record<string, string | undefined>;

/** In the order in which Microsoft's clients take them, each also in small letters. */
const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'HTTP_PROXY', 'http_proxy'] as const;

let taken: string | null = null;

/**
 * Takes the proxy that the desktop found in the system's settings, which Node does not see; never over what somebody has
 * set in `env`. Null: the system has none any more.
 */
export function takeSystemProxy(env: Environment, address: string | null): void {
  if (proxyIsSet(env) && env.HTTPS_PROXY !== taken) return;
  if (address !== null) env.HTTPS_PROXY = address;
  else delete env.HTTPS_PROXY;
  taken = address;
}

/** Whether requests go through a proxy. */
export function proxyIsSet(env: Readonly<Environment>): boolean {
  return VARIABLES.some((name) => Boolean(env[name]));
}

/**
 * Makes an address without `http://` one that the clients understand: other programs take `proxy.example:8080` too, the
 * clients would look for a proxy on this computer. It is changed in `env`, where they read it.
 * @throws AzureError `proxy` for what is no address. It is not said again: there may be a password in it.
 */
export function completeProxyAddress(env: Environment): void {
  for (const name of VARIABLES) {
    const address = env[name];
    if (!address) continue;
    const complete = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
    if (!URL.canParse(complete)) throw new AzureError('proxy', `${name}: no address such as http://proxy.example:8080`);
    if (!/^https?:$/.test(new URL(complete).protocol))
      throw new AzureError('proxy', `${name}: only http:// and https://`);
    if (complete !== address) env[name] = complete;
  }
}
