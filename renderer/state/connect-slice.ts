import type { Progress, Result } from '../../shared/contract/api.ts';
import type { Failure, Reply } from '../../shared/contract/failures.ts';
import type { Params } from '../../shared/contract/schemas.ts';
import type {
  PricesView,
  SignedInView,
  SubscriptionsView,
  SyncRunView,
  SyncStateView,
  SyncView,
} from '../../shared/contract/sync-views.ts';
import type { Machine, SignInChoice, SyncAsks } from '../../shared/model/index.ts';
import { advance, beginLive, type LiveRun, type RunSubscription } from './connect/live-run.ts';
import { IDLE, LOADING, type Loading } from './loading.ts';
import { selectMachines, selectOpenProject } from './selectors.ts';
import type { Slice } from './store.ts';

/** Machines that a sync changed in the list, by name even where they are gone. */
export interface SyncChange {
  readonly appeared: readonly Machine[];
  readonly gone: readonly Machine[];
  readonly changed: readonly Machine[];
}

/** The run of this page. */
export type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly live: LiveRun }
  /** Stopped by the user; what was read is kept. */
  | { readonly kind: 'stopped'; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ended'; readonly view: SyncView; readonly change: SyncChange };

/** What is to be read of which tenant. */
export interface SyncWish {
  readonly signIn: SignInChoice;
  readonly tenantId: string;
  /** With what is there of them already. */
  readonly subscriptions: readonly RunSubscription[];
  readonly asks: SyncAsks;
  /** Not gone on with a run that was stopped. */
  readonly isFresh: boolean;
}

export interface ConnectSlice {
  /** How to sign in; null: as the last run did, else as most do. */
  readonly signInChoice: SignInChoice | null;
  readonly account: Loading<SignedInView>;
  readonly listed: Loading<SubscriptionsView>;
  /** Ids among those listed; null: as one usually would. It outlives a look at another screen. */
  readonly picked: ReadonlySet<string> | null;
  readonly asks: SyncAsks;
  /** The project that the runs, the reading and the fetched prices are of. */
  readonly connectedProject: string | null;
  /** Runs that are kept in the open project; `idle` without one. */
  readonly syncs: Loading<SyncStateView>;
  readonly reading: Reading;
  readonly fetchedPrices: Loading<PricesView & { readonly currency: string }>;
  chooseSignIn(choice: SignInChoice): void;
  /** Asks for the account's tenants. */
  signIn(choice: SignInChoice): Promise<void>;
  /** Asks for a tenant's subscriptions and the rights in each. */
  listSubscriptions(choice: SignInChoice, tenantId: string): Promise<void>;
  pickSubscriptions(picked: ReadonlySet<string>): void;
  chooseAsks(asks: SyncAsks): void;
  signOut(): Promise<void>;
  /** Reads what is kept in the project; nothing leaves this computer. */
  loadSyncs(): Promise<void>;
  readTenant(wish: SyncWish): Promise<void>;
  /** Takes what a run has read so far into the list of servers. */
  applySync(run: SyncRunView): Promise<void>;
  forgetSync(id: string): Promise<void>;
  dismissReading(): void;
  fetchPrices(currency: string, regions: readonly string[]): Promise<void>;
}

/** So often the page shows what arrived. */
const SHOWN_EVERY_MS = 120;

const NOTHING: Reading = { kind: 'none' };

export const connectSlice: Slice<ConnectSlice> = (host) => (set, get) => {
  let leaving: Promise<Reply<unknown>> | null = null;
  /** Calls as an account; a sign-out before it comes first, or that would end what the call begins. */
  const callSignedIn = async <M extends 'sync.tenants' | 'sync.subscriptions' | 'sync.run'>(
    method: M,
    params: Params<M>,
    options: CallOptions,
  ): Promise<Reply<Result<M>>> => {
    await leaving;
    return host.call(method, params, options);
  };

  /** Runs a call that may change the list of servers, and says what it changed. */
  const read = async (
    what: 'sync' | 'import',
    known: readonly RunSubscription[],
    call: (handle: string, options: CallOptions) => Promise<Reply<SyncView>>,
  ): Promise<void> => {
    const project = selectOpenProject(get());
    if (project === null || get().task !== null) return;
    const before = selectMachines(get());
    set({ reading: { kind: 'running', live: beginLive(known) } });
    const reply = await get().runTask(what, async (options) => {
      const gather = gatherer((told) => {
        const last = told.at(-1);
        if (last) options.onProgress(last);
        const { reading } = get();
        if (reading.kind !== 'running') return;
        set({ reading: { kind: 'running', live: advance(reading.live, told, performance.now()) } });
      });
      try {
        return await call(project.handle, { ...options, onProgress: gather.add });
      } finally {
        gather.end();
      }
    });
    // What is told as read is there to be seen.
    if (reply.ok) await get().refreshProject(project.handle);
    await get().loadSyncs();
    // Another project may have been opened meanwhile: what was read is in the one before.
    if (selectOpenProject(get())?.handle !== project.handle) return set({ reading: NOTHING });
    set({ reading: reply.ok ? endedWith(reply.value, before, selectMachines(get())) : brokenOff(reply.failure) });
  };

  return {
    signInChoice: null,
    account: IDLE,
    listed: IDLE,
    picked: null,
    asks: { machinePlans: true, defender: true, network: true },
    connectedProject: null,
    syncs: IDLE,
    reading: NOTHING,
    fetchedPrices: IDLE,

    chooseSignIn: (signInChoice) => set({ signInChoice }),

    async signIn(choice) {
      if (get().task !== null) return;
      set({ signInChoice: choice, account: LOADING, listed: IDLE });
      const reply = await get().runTask('ask', (options) =>
        callSignedIn('sync.tenants', { signIn: asParams(choice) }, options),
      );
      set({ account: loaded(reply) });
      const [only, ...others] = reply.ok ? reply.value.tenants : [];
      if (only && others.length === 0) await get().listSubscriptions(choice, only.id);
    },

    async listSubscriptions(choice, tenant) {
      if (get().task !== null) return;
      set({ listed: LOADING, picked: null });
      const reply = await get().runTask('ask', (options) =>
        callSignedIn('sync.subscriptions', { signIn: asParams(choice), tenant, rights: true }, options),
      );
      set({ listed: loaded(reply) });
    },

    pickSubscriptions: (picked) => set({ picked }),

    chooseAsks: (asks) => set({ asks }),

    async signOut() {
      // At once: nothing of the account is offered any more while the core forgets it.
      set({ account: IDLE, listed: IDLE });
      leaving = host.call('sync.signOut', {});
      const reply = await leaving;
      if (!reply.ok) get().fail(reply.failure);
      await get().loadSyncs();
    },

    async loadSyncs() {
      const project = selectOpenProject(get());
      const handle = project?.handle ?? null;
      if (handle !== get().connectedProject) {
        set({ connectedProject: handle, syncs: IDLE, reading: NOTHING, fetchedPrices: IDLE });
      }
      if (project === null) return;
      const reply = await host.call('sync.state', { handle: project.handle });
      if (selectOpenProject(get())?.handle === project.handle) set({ syncs: loaded(reply) });
    },

    readTenant: ({ signIn, tenantId, subscriptions, asks, isFresh }) =>
      read('sync', subscriptions, (handle, options) =>
        callSignedIn(
          'sync.run',
          {
            handle,
            signIn: asParams(signIn),
            tenant: tenantId,
            subscriptions: subscriptions.map(({ id }) => id),
            ...asks,
            fresh: isFresh,
          },
          options,
        ),
      ),

    applySync: ({ id, subscriptions }) =>
      read('import', subscriptions, (handle, options) => host.call('sync.apply', { handle, run: id }, options)),

    async forgetSync(run) {
      const project = selectOpenProject(get());
      if (project === null) return;
      const reply = await host.call('sync.forget', { handle: project.handle, run });
      if (reply.ok) set({ syncs: loaded(reply) });
      else get().fail(reply.failure);
    },

    dismissReading: () => set(({ reading }) => (reading.kind === 'running' ? {} : { reading: NOTHING })),

    async fetchPrices(currency, regions) {
      const project = selectOpenProject(get());
      if (project === null || get().task !== null) return;
      set({ fetchedPrices: LOADING });
      const wanted = regions.length === 0 ? {} : { regions: [...regions] };
      const reply = await get().runTask('prices', (options) =>
        host.call('prices.fetch', { handle: project.handle, currency, ...wanted }, options),
      );
      // What is told as kept is there to be seen.
      if (reply.ok) await get().refreshProject(project.handle);
      if (selectOpenProject(get())?.handle !== project.handle) return set({ fetchedPrices: IDLE });
      set({ fetchedPrices: loaded(reply.ok ? { ok: true, value: { ...reply.value, currency } } : reply) });
    },
  };
};

interface CallOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

function asParams({ method, clientId, cloud }: SignInChoice): Params<'sync.tenants'>['signIn'] {
  return { method, cloud, clientId };
}

/** A cancelled call is as if it had not been made. */
function loaded<Value>(reply: Reply<Value>): Loading<Value> {
  if (reply.ok) return { kind: 'ready', value: reply.value };
  return reply.failure.code === 'cancelled' ? IDLE : { kind: 'failed', failure: reply.failure };
}

function brokenOff(failure: Failure): Reading {
  if (failure.code === 'cancelled') return NOTHING;
  return { kind: failure.code === 'sync-stopped' ? 'stopped' : 'failed', failure };
}

function endedWith(view: SyncView, before: readonly Machine[], after: readonly Machine[]): Reading {
  const among = (machines: readonly Machine[], ids: readonly string[]) => {
    const wanted = new Set(ids);
    return machines.filter(({ id }) => wanted.has(id));
  };
  const change = {
    appeared: among(after, view.appeared),
    gone: among(before, view.gone),
    changed: among(after, view.changed),
  };
  return { kind: 'ended', view, change };
}

/** Hands over in groups what is told one by one. */
function gatherer(hand: (told: readonly Progress[]) => void): { add(progress: Progress): void; end(): void } {
  let told: Progress[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const group = told;
    told = [];
    hand(group);
  };
  return {
    add(progress) {
      told.push(progress);
      timer ??= setTimeout(flush, SHOWN_EVERY_MS);
    },
    end: () => clearTimeout(timer),
  };
}
