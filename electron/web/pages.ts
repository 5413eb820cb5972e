import type { CallRequest } from '../../shared/contract/client.ts';
import type { HostEvent } from '../../shared/contract/events.ts';
import type { Reply } from '../../shared/contract/failures.ts';
import type { Progress } from '../../shared/contract/index.ts';
import type { Session, Sessions } from '../launcher/index.ts';
import type { Uploads } from './uploads.ts';

/** One page in a browser. It names itself by an id of its own, and is there as long as it listens for events. */
interface OpenPage {
  /** `id` is the page's number of the call, by which it can cancel it. */
  call(
    id: string,
    request: CallRequest,
    onProgress: (progress: Progress) => void,
    gone: AbortSignal,
  ): Promise<Reply<unknown>>;
  cancel(id: string): void;
  /** @returns ends the listening; a page that does not listen again within the grace is gone */
  listen(listener: (event: HostEvent) => void): () => void;
}

export interface Pages {
  get(id: string): OpenPage;
  closeAll(): Promise<void>;
}

export function createPages(sessions: Sessions, uploads: Uploads, graceMs: number): Pages {
  const open = new Map<string, { readonly page: OpenPage; readonly close: () => Promise<void> }>();
  return {
    get(id) {
      const known = open.get(id);
      if (known) return known.page;
      const session = sessions.open();
      const close = async (): Promise<void> => {
        open.delete(id);
        await session.close();
        uploads.drop(id);
      };
      const page = openPage(session, { graceMs, leave: () => void close(), projectClosed: () => uploads.drop(id) });
      open.set(id, { page, close });
      return page;
    },
    async closeAll() {
      await Promise.all([...open.values()].map(({ close }) => close()));
    },
  };
}

interface Endings {
  readonly graceMs: number;
  readonly leave: () => void;
  /** The last project of this page was closed. */
  readonly projectClosed: () => void;
}

function openPage(session: Session, { graceMs, leave, projectClosed }: Endings): OpenPage {
  const running = new Map<string, AbortController>();
  let listening = 0;
  let goodbye: NodeJS.Timeout | undefined;
  return {
    async call(id, request, onProgress, gone) {
      const cancel = new AbortController();
      running.set(id, cancel);
      try {
        const reply = await session.call(request, { signal: AbortSignal.any([cancel.signal, gone]), onProgress });
        if (request.method === 'project.close' && session.openProjects() === 0) projectClosed();
        return reply;
      } finally {
        running.delete(id);
      }
    },
    cancel: (id) => running.get(id)?.abort(),
    listen(listener) {
      clearTimeout(goodbye);
      listening += 1;
      const unsubscribe = session.onEvent(listener);
      return () => {
        unsubscribe();
        listening -= 1;
        if (listening > 0) return;
        goodbye = setTimeout(leave, graceMs);
        goodbye.unref();
      };
    },
  };
}
