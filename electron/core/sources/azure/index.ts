import type { SignInChoice } from '../../../../shared/model/index.ts';
import { machinePlan, type Rights, readRights, subscriptionPlans, subscriptionSettings } from './arm.ts';
import { trustSystemCertificates } from './certificates.ts';
import { type Clients, makeClients, makeOpenClient } from './clients.ts';
import { type AzureCloud, CLOUDS } from './cloud.ts';
import { askDevices, type DevicePage } from './defender.ts';
import { AzureError, errorOfFailure } from './errors.ts';
import { completeProxyAddress } from './proxy.ts';
import { armGate, defenderGate, type Gate, graphGate } from './quota.ts';
import { askGraph, type GraphPage, type GraphRequest } from './resource-graph.ts';
import { fetchPrices, type PriceQuestion } from './retail-prices.ts';
import type { AzureSeam } from './seam.ts';
import { createSignIn, type DevicePrompt } from './sign-in.ts';
import type { TokenFacts } from './token.ts';
import { createTransport, type Transport } from './transport.ts';
import { type Pace, persist, realWait } from './wait.ts';

export type { Rights } from './arm.ts';
export { AzureError, type AzureProblem, ENDS_THE_RUN } from './errors.ts';
export { LARGEST_PAGE, SUBSCRIPTIONS_AT_ONCE } from './resource-graph.ts';
export type { AzureSeam } from './seam.ts';
export type { DevicePrompt } from './sign-in.ts';

export interface TenantFacts {
  readonly id: string;
  readonly name: string | null;
  readonly domain: string | null;
}

export interface SubscriptionFacts {
  readonly id: string;
  readonly name: string | null;
  readonly state: string;
}

/** Somebody who signed in. Everything rejects with an `AzureError`. */
export interface AzureAccount {
  /** Who signed in, and the home tenant; asks the person where that was not done yet. */
  start(signal: AbortSignal): Promise<TokenFacts>;
  /** The tenants that the account is in. */
  tenants(signal: AbortSignal): Promise<readonly TenantFacts[]>;
  tenant(tenantId: string): AzureTenant;
  /** Somebody signed in, and did not sign out. */
  isSignedIn(): boolean;
  /** Requests sent since the sign-in. */
  requests(): number;
  end(): void;
}

/** What can be read of one tenant. One method, one sort of question; nothing here changes anything. */
export interface AzureTenant {
  readonly tenantId: string;
  subscriptions(signal: AbortSignal): Promise<readonly SubscriptionFacts[]>;
  rights(subscriptionId: string, signal: AbortSignal): Promise<Rights>;
  graphPage(request: GraphRequest, signal: AbortSignal): Promise<GraphPage>;
  plans(subscriptionId: string, signal: AbortSignal): Promise<readonly unknown[]>;
  settings(subscriptionId: string, signal: AbortSignal): Promise<readonly unknown[]>;
  machinePlan(resourceId: string, signal: AbortSignal): Promise<unknown>;
  devices(token: string | null, signal: AbortSignal): Promise<DevicePage>;
}

/** What happens meanwhile that a person should know. */
export interface Meanwhile {
  device(prompt: DevicePrompt): void;
  /** Nothing is asked for so long: a quota is used up, or a service did not answer well. */
  waits(milliseconds: number): void;
}

/** Prepares a sign-in; nothing is asked of anybody before `start`. */
export function openAccount(choice: SignInChoice, seam: AzureSeam, meanwhile: Meanwhile): AzureAccount {
  const ways = openWays(CLOUDS[choice.cloud], seam, meanwhile.waits);
  const signIn = createSignIn(choice, seam, meanwhile.device);
  const tenants = new Map<string, AzureTenant>();
  let home: TokenFacts | undefined;
  const start = async (signal: AbortSignal): Promise<TokenFacts> => {
    trustSystemCertificates();
    completeProxyAddress(process.env);
    try {
      home ??= await untilAborted(signIn.start(signal), signal);
    } catch (error) {
      throw errorOfFailure(error, signal, ways.transport.isProxied);
    }
    return home;
  };
  const tenant = (tenantId: string): AzureTenant => {
    const id = tenantId.toLowerCase();
    const known = tenants.get(id) ?? openTenant(id, signIn.credential(id), ways);
    tenants.set(id, known);
    return known;
  };
  return {
    start,
    tenant,
    async tenants(signal) {
      const { tenantId } = await start(signal);
      if (tenantId === null) return [];
      return listTenants(createCaller(signIn.credential(tenantId), ways), signal);
    },
    isSignedIn: () => home !== undefined,
    requests: ways.transport.requests,
    end() {
      home = undefined;
      tenants.clear();
      signIn.end();
    },
  };
}

/** Prices as Microsoft publishes them; no sign-in. @throws AzureError */
export async function readPrices(
  question: PriceQuestion,
  seam: AzureSeam,
  signal: AbortSignal,
  waits: Meanwhile['waits'],
): Promise<readonly unknown[]> {
  trustSystemCertificates();
  completeProxyAddress(process.env);
  const { cloud, transport, pace } = openWays(CLOUDS.public, seam, waits);
  const client = await makeOpenClient(cloud.prices, transport);
  return persist(() => fetchPrices(client, cloud.prices, question, signal), pace, signal, transport.isProxied);
}

interface Ways {
  readonly cloud: AzureCloud;
  readonly transport: Transport;
  readonly pace: Pace;
  readonly gates: { readonly graph: Gate; readonly arm: Gate; readonly defender: Gate };
}

function openWays(cloud: AzureCloud, seam: AzureSeam, waits: Meanwhile['waits']): Ways {
  const pace: Pace = {
    wait(milliseconds, signal) {
      waits(milliseconds);
      return (seam.wait ?? realWait)(milliseconds, signal);
    },
    random: seam.random ?? Math.random,
  };
  const gates = { graph: graphGate(pace), arm: armGate(pace), defender: defenderGate(pace) };
  return { cloud, pace, gates, transport: createTransport(cloud, seam, gates) };
}

/** Sends a question with all that belongs to it: the gate, the tries, a fresh token where one was not taken. */
type Caller = <T>(gate: Gate, ask: (clients: Clients) => Promise<T>, signal: AbortSignal) => Promise<T>;

/** So many questions in a row that nothing answered, each tried several times, are no matter of one question any more. */
const SILENT_QUESTIONS = 3;

function createCaller(credential: Parameters<typeof makeClients>[0], { cloud, transport, pace }: Ways): Caller {
  let clients: Promise<Clients> | undefined;
  let silent = 0;
  const once = async <T>(gate: Gate, ask: (clients: Clients) => Promise<T>, signal: AbortSignal): Promise<T> => {
    clients ??= makeClients(credential, cloud, transport);
    try {
      const answer = await persist(
        async () => {
          await gate.pass(signal);
          return untilAborted(ask(await (clients ?? makeClients(credential, cloud, transport))), signal);
        },
        pace,
        signal,
        transport.isProxied,
      );
      silent = 0;
      return answer;
    } catch (error) {
      if (!(error instanceof AzureError)) throw error;
      silent = error.problem === 'timeout' ? silent + 1 : 0;
      throw silent < SILENT_QUESTIONS ? error : new AzureError('network', 'no answer', { cause: error });
    }
  };
  return async (gate, ask, signal) => {
    try {
      return await once(gate, ask, signal);
    } catch (error) {
      if (!(error instanceof AzureError) || error.problem !== 'unauthorized') throw error;
      // The clients keep a token for as long as it says; a service may think otherwise. New clients ask for a new one.
      clients = undefined;
      return once(gate, ask, signal);
    }
  };
}

function openTenant(tenantId: string, credential: Parameters<typeof makeClients>[0], ways: Ways): AzureTenant {
  const call = createCaller(credential, ways);
  const { gates, cloud } = ways;
  return {
    tenantId,
    subscriptions: (signal) => listSubscriptions(call, gates.arm, tenantId, signal),
    rights: (id, signal) => call(gates.arm, (clients) => readRights(clients, cloud.arm, id, signal), signal),
    graphPage: (request, signal) => call(gates.graph, (clients) => askGraph(clients, request, signal), signal),
    plans: (id, signal) => call(gates.arm, (clients) => subscriptionPlans(clients, cloud.arm, id, signal), signal),
    settings: (id, signal) => call(gates.arm, (clients) => subscriptionSettings(clients, id, signal), signal),
    machinePlan: (id, signal) => call(gates.arm, (clients) => machinePlan(clients, id, signal), signal),
    devices: (token, signal) =>
      call(gates.defender, (clients) => askDevices(clients.defender, cloud.defender, token, signal), signal),
  };
}

async function listTenants(call: Caller, signal: AbortSignal): Promise<readonly TenantFacts[]> {
  const ask = async ({ subscriptions }: Clients): Promise<TenantFacts[]> => {
    const found: TenantFacts[] = [];
    for await (const tenant of subscriptions.tenants.list({ abortSignal: signal })) {
      const { tenantId, displayName, defaultDomain } = tenant;
      if (tenantId)
        found.push({ id: tenantId.toLowerCase(), name: displayName ?? null, domain: defaultDomain ?? null });
    }
    return found;
  };
  return call(FREE, ask, signal);
}

/** Of this tenant alone: an account sees subscriptions of other tenants too where it is a guest. */
async function listSubscriptions(
  call: Caller,
  gate: Gate,
  tenantId: string,
  signal: AbortSignal,
): Promise<readonly SubscriptionFacts[]> {
  const ask = async ({ subscriptions }: Clients): Promise<SubscriptionFacts[]> => {
    const found: SubscriptionFacts[] = [];
    for await (const one of subscriptions.subscriptions.list({ abortSignal: signal })) {
      const { subscriptionId, displayName, state, tenantId: of } = one;
      if (!subscriptionId || (of && of.toLowerCase() !== tenantId)) continue;
      found.push({ id: subscriptionId.toLowerCase(), name: displayName ?? null, state: state ?? 'unknown' });
    }
    return found;
  };
  return call(gate, ask, signal);
}

const FREE: Gate = { pass: async () => undefined, learn: () => undefined };

/** The promise, or `cancelled` as soon as the signal aborts: some of what is waited for does not listen to it. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(new AzureError('cancelled', 'cancelled'));
  return new Promise((resolve, reject) => {
    const stop = () => reject(new AzureError('cancelled', 'cancelled'));
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
