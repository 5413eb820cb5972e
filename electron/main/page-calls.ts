import type { Method, Progress } from '../../shared/contract/api.ts';
import type { ProjectState, ProjectsView } from '../../shared/contract/app-views.ts';
import type { CallRequest } from '../../shared/contract/client.ts';
import type { HostEvent } from '../../shared/contract/events.ts';
import { describeFailure, type Reply } from '../../shared/contract/failures.ts';
import type { Session, Sessions } from '../launcher/index.ts';
import { openedBy } from '../launcher/open-projects.ts';

/** The calls of one window's page, and what the shell learns from them. */
export interface PageCalls {
  call(id: string, request: CallRequest, onProgress: (progress: Progress) => void): Promise<Reply<unknown>>;
  cancel(id: string): void;
  /** Whether a call has this id already. */
  isRunning(id: string): boolean;
  /** Paths of the projects that are open or being opened. */
  projects(): readonly string[];
  isImporting(): boolean;
  /** The page is loaded anew: what the old one had open is closed before the new one is answered. */
  restart(): void;
  close(): Promise<void>;
}

/** The project that a window shows. */
interface ShownProject {
  readonly path: string;
  /** Null until the page asked for it. */
  readonly name: string | null;
}

export interface PageCallsOptions {
  readonly sessions: Sessions;
  /** Shows the window that has this project, if another one has. @returns whether one has */
  readonly showOther: (path: string) => boolean;
  readonly onEvent: (event: HostEvent) => void;
  readonly onProject: (shown: ShownProject | null) => void;
  /** The list of known projects, as the core tells it. */
  readonly onProjects: (projects: ProjectsView) => void;
}

export function createPageCalls(options: PageCallsOptions): PageCalls {
  const running = new Map<string, { readonly cancel: AbortController; readonly request: CallRequest }>();
  /** By handle, the last opened last. */
  const open = new Map<string, ShownProject>();
  let session: Promise<Session> = Promise.resolve(listen());

  function listen(): Session {
    const opened = options.sessions.open();
    opened.onEvent((event) => {
      if (event.kind === 'core-restarted') {
        for (const { handle, failure } of event.projects) if (failure) change(() => open.delete(handle));
      }
      options.onEvent(event);
    });
    return opened;
  }

  function change(make: () => void): void {
    make();
    options.onProject([...open.values()].at(-1) ?? null);
  }

  function learn(request: CallRequest, value: unknown): void {
    const opened = openedBy(request, value);
    if (opened) change(() => open.set(opened.handle, { path: opened.path, name: null }));
    const handle = String((request.params as { handle?: unknown }).handle);
    if (request.method === 'project.close') change(() => open.delete(handle));
    if (request.method === 'project.state' && open.has(handle)) {
      const { path, name } = (value as ProjectState).project;
      change(() => open.set(handle, { path, name }));
    }
    if (request.method === 'app.projects' || request.method === 'app.forgetProject') {
      options.onProjects(value as ProjectsView);
    }
  }

  return {
    async call(id, request, onProgress) {
      const path = openingPath(request);
      if (path !== null && options.showOther(path)) {
        return { ok: false, failure: describeFailure('project-in-other-window', request.language) };
      }
      const cancel = new AbortController();
      running.set(id, { cancel, request });
      try {
        const reply = await (await session).call(request, { signal: cancel.signal, onProgress });
        if (reply.ok) learn(request, reply.value);
        return reply;
      } finally {
        running.delete(id);
      }
    },
    cancel: (id) => running.get(id)?.cancel.abort(),
    isRunning: (id) => running.has(id),
    projects: () => [
      ...[...open.values()].map(({ path }) => path),
      ...[...running.values()].flatMap(({ request }) => openingPath(request) ?? []),
    ],
    isImporting: () => [...running.values()].some(({ request }) => request.method === 'evidence.import'),
    restart() {
      open.clear();
      session = session.then(async (old) => {
        await old.close();
        return listen();
      });
    },
    close: async () => (await session).close(),
  };
}

const OPENING: ReadonlySet<Method> = new Set<Method>(['project.open', 'project.create', 'project.createSample']);

/** Where the project lies that a call opens; null for any other call. */
function openingPath({ method, params }: CallRequest): string | null {
  const { path } = params as { path?: unknown };
  return OPENING.has(method) && typeof path === 'string' ? path : null;
}
