import type { Language } from '../model/index.ts';
import type { Progress, Result } from './api.ts';
import type { HostEvent, Unsubscribe } from './events.ts';
import type { Reply } from './failures.ts';
import type { Method, Params } from './schemas.ts';

/** One call as every transport carries it. JSON values only. */
export interface CallRequest {
  readonly method: Method;
  readonly params: unknown;
  /** Of the sentences in the answer. */
  readonly language: Language;
}

/** The part of an `AbortSignal` that is needed: `shared/` knows neither the DOM nor Node. */
interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface CallOptions {
  /** Ends the call: it answers `cancelled`, and the project is as it was. */
  readonly signal?: CancelSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * A way to the core: in process, over a bridge, over HTTP. It never rejects because of the core:
 * a call that cannot be carried answers the failure `core-stopped`.
 */
export interface Transport {
  call(request: CallRequest, options: CallOptions): Promise<Reply<unknown>>;
  onEvent(listener: (event: HostEvent) => void): Unsubscribe;
}

/** The contract as a page uses it. */
export interface Client {
  /** The reply as it is. */
  call<M extends Method>(method: M, params: Params<M>, options?: CallOptions): Promise<Reply<Result<M>>>;
  onEvent(listener: (event: HostEvent) => void): Unsubscribe;
}

/** Types for any transport. `language` is asked at each call: the user may have changed it. */
export function createClient(transport: Transport, language: () => Language): Client {
  return {
    // The core is what makes the answer fit the method; the same types stand on its side.
    call: (method, params, options = {}) =>
      transport.call({ method, params, language: language() }, options) as Promise<Reply<Result<typeof method>>>,
    onEvent: (listener) => transport.onEvent(listener),
  };
}
