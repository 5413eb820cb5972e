import type { Failure } from '../../shared/contract/failures.ts';

/** Something that is fetched: one of four, never three booleans. */
export type Loading<Value> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly value: Value };

export const IDLE = { kind: 'idle' } as const;
export const LOADING = { kind: 'loading' } as const;
