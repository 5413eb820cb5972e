import type { CallOptions, CallRequest, Transport } from '../../shared/contract/client.ts';
import type { HostEvent } from '../../shared/contract/events.ts';
import type { Reply } from '../../shared/contract/failures.ts';
import type { Method } from '../../shared/contract/schemas.ts';
import { handleOf, type Launcher } from './launcher.ts';
import { openedBy } from './open-projects.ts';

/** One page: what it has open and what it waits for ends with it. */
export interface Session extends Transport {
  /** So many projects this page has open. */
  openProjects(): number;
  /** Cancels what runs, then closes the projects that only this page had open. */
  close(): Promise<void>;
}

/** All pages of a host. */
export interface Sessions {
  open(): Session;
}

/** Calls after which a project is what it was; any other call tells the other pages that hold it. */
const READS: ReadonlySet<Method> = new Set<Method>([
  'project.open',
  'project.close',
  'project.state',
  'project.saveAs',
  'evidence.list',
  'evidence.findings',
  'inventory.machines',
  'inventory.machine',
  'inventory.coverage',
  'inventory.snapshot',
  'requirements.get',
  'assumptions.get',
  'plan.get',
  'cost.get',
  'export.write',
  'sync.state',
  'export.render',
  'export.zip',
]);

export function createSessions(launcher: Launcher): Sessions {
  const pages = new Set<Page>();
  return {
    open() {
      const page: Page = { handles: [], listeners: new Set() };
      pages.add(page);
      const changed = (handle: string): void => {
        for (const other of pages) {
          if (other !== page && other.handles.includes(handle)) tell(other, { kind: 'project-changed', handle });
        }
      };
      return openSession(launcher, page, changed, () => pages.delete(page));
    },
  };
}

interface Page {
  /** As often as it opened each. */
  readonly handles: string[];
  readonly listeners: Set<(event: HostEvent) => void>;
}

function openSession(launcher: Launcher, page: Page, changed: (handle: string) => void, onClosed: () => void): Session {
  const running = new Map<AbortController, Promise<unknown>>();
  const unsubscribe = launcher.onEvent((event) => {
    if (event.kind === 'core-restarted') {
      for (const { handle, failure } of event.projects) if (failure) remove(page, handle, true);
    }
    tell(page, event);
  });

  async function carry(request: CallRequest, options: CallOptions): Promise<Reply<unknown>> {
    const reply = await launcher.call(request, options);
    if (!reply.ok) return reply;
    const opened = openedBy(request, reply.value);
    if (opened) page.handles.push(opened.handle);
    const handle = handleOf(request);
    if (request.method === 'project.close') remove(page, handle, false);
    else if (handle && !READS.has(request.method)) changed(handle);
    return reply;
  }

  return {
    async call(request, { signal, onProgress }) {
      const cancel = new AbortController();
      const abort = (): void => cancel.abort();
      if (signal?.aborted) abort();
      signal?.addEventListener('abort', abort);
      const answer = carry(request, { signal: cancel.signal, onProgress });
      running.set(cancel, answer);
      try {
        return await answer;
      } finally {
        running.delete(cancel);
        signal?.removeEventListener('abort', abort);
      }
    },
    onEvent(listener) {
      page.listeners.add(listener);
      return () => page.listeners.delete(listener);
    },
    openProjects: () => page.handles.length,
    async close() {
      unsubscribe();
      onClosed();
      for (const cancel of running.keys()) cancel.abort();
      await Promise.allSettled(running.values());
      for (const handle of page.handles.splice(0)) {
        await launcher.call({ method: 'project.close', params: { handle }, language: 'en' }, {});
      }
    },
  };
}

function tell(page: Page, event: HostEvent): void {
  for (const listener of page.listeners) listener(event);
}

function remove(page: Page, handle: string, everyTime: boolean): void {
  for (let at = page.handles.indexOf(handle); at >= 0; at = page.handles.indexOf(handle)) {
    page.handles.splice(at, 1);
    if (!everyTime) return;
  }
}
