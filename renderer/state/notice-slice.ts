import type { Failure } from '../../shared/contract/failures.ts';
import type { Slice } from './store.ts';

/** Something that just happened, said once. Texts are keys: the language may change while it stands there. */
export type Notice = {
  readonly id: number;
  readonly offersUndo: boolean;
} & (
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly what: DoneKey; readonly count: number; readonly name: string }
);

/** What can be told as done; sentences in the catalogue `shell`, under `done.<key>`. */
export type DoneKey = 'edited' | 'overridden' | 'imported' | 'copied' | 'undone' | 'redone' | 'saved' | 'exported';

export interface NoticeSlice {
  readonly notices: readonly Notice[];
  fail(failure: Failure): void;
  tell(what: DoneKey, about?: { readonly count?: number; readonly name?: string; readonly offersUndo?: boolean }): void;
  dismissNotice(id: number): void;
}

/** More at once nobody reads. */
const MOST = 3;

let last = 0;

export const noticeSlice: Slice<NoticeSlice> = () => (set) => {
  const add = (notice: Notice) => set(({ notices }) => ({ notices: [...notices, notice].slice(-MOST) }));
  return {
    notices: [],
    fail: (failure) => {
      // A cancelled call is what the user wanted.
      if (failure.code !== 'cancelled') add({ id: ++last, kind: 'failure', failure, offersUndo: false });
    },
    tell: (what, { count = 0, name = '', offersUndo = false } = {}) =>
      add({ id: ++last, kind: 'done', what, count, name, offersUndo }),
    dismissNotice: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
  };
};
