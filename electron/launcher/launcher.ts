import type { CallOptions, CallRequest, Transport } from '../../shared/contract/client.ts';
import type { HostEvent, RestoredProject } from '../../shared/contract/events.ts';
import { describeFailure, type Failure, type Reply } from '../../shared/contract/failures.ts';
import type { Method } from '../../shared/contract/schemas.ts';
import type { Language } from '../../shared/model/index.ts';
import type { KeptProject } from '../core/protocol.ts';
import { type CoreLink, connectCore, type Heartbeat } from './link.ts';
import { createOpenProjects } from './open-projects.ts';
import type { CoreProcess } from './process.ts';

/**
 * The core in a process of its own, always there: one that dies or hangs is replaced, and the projects that were open
 * are opened again under their handles. What was acknowledged is in the files; calls in flight fail with `core-stopped`.
 */
export interface Launcher extends Transport {
  /** Lets the core close its projects, and ends it. */
  close(): Promise<void>;
}

export interface LauncherOptions {
  /** Starts a core process; called again whenever one has ended. */
  readonly start: () => CoreProcess;
  readonly heartbeat?: Heartbeat;
  /** Asked before each call that goes to Azure and never else, since the answer may lie in the customer's network. */
  readonly systemProxy?: () => Promise<string | null>;
}

const TO_AZURE: ReadonlySet<Method> = new Set<Method>([
  'sync.tenants',
  'sync.subscriptions',
  'sync.run',
  'prices.fetch',
]);

/**
 * A healthy core is silent while it joins and commits: 20 s were measured for 100,000 machines on a machine with other
 * work to do. What hangs is ended after a minute and a half.
 */
const HEARTBEAT: Heartbeat = { everyMs: 3_000, missed: 30 };

/** So often a core may end before it was ready, until starting it is given up. */
const STARTS = 3;

const GRACE_MS = 5_000;

export function createLauncher({ start, heartbeat = HEARTBEAT, systemProxy }: LauncherOptions): Launcher {
  const listeners = new Set<(event: HostEvent) => void>();
  const projects = createOpenProjects();
  let isClosing = false;
  /** Of the last call: failures that nobody asked for are told in it. */
  let language: Language = 'en';
  let current: Promise<CoreLink | null> = Promise.resolve(null);
  let link: CoreLink | null = null;
  /** How the last core ended that could not be started. */
  let lastEnd = '';
  const emit = (event: HostEvent): void => {
    for (const listener of listeners) listener(event);
  };

  async function bringUp(isRestart: boolean): Promise<CoreLink | null> {
    const lost: RestoredProject[] = [];
    let detail = '';
    for (let attempt = 1; attempt <= STARTS && !isClosing; attempt++) {
      const started = connectCore(start(), heartbeat);
      link = started;
      const restored = (await started.ready) ? await reopenAll(started, projects.all(), language) : null;
      for (const project of restored ?? []) {
        if (!project.failure) continue;
        projects.forget(project.handle);
        lost.push(project);
      }
      if (restored?.every(({ failure }) => failure?.code !== 'core-stopped')) {
        void started.ended.then(() => replace(started));
        const again = restored.filter(({ failure }) => failure === null);
        if (isRestart) emit({ kind: 'core-restarted', projects: [...again, ...lost] });
        return started;
      }
      detail = await started.ended;
    }
    link = null;
    lastEnd = detail;
    if (!isClosing) emit({ kind: 'core-failed', detail });
    return null;
  }

  function replace(ended: CoreLink): void {
    if (isClosing || link !== ended) return;
    emit({ kind: 'core-stopped' });
    current = bringUp(true);
  }

  /** The core that answers now; where none could be started, one more try. */
  function ready(): Promise<CoreLink | null> {
    if (link === null && !isClosing) current = bringUp(true);
    return current;
  }

  function notStarted(wanted: Language): Failure {
    if (isClosing) return describeFailure('core-stopped', wanted);
    return describeFailure('core-failed', wanted, { detail: lastEnd });
  }

  async function call(request: CallRequest, options: CallOptions): Promise<Reply<unknown>> {
    language = request.language;
    const core = await ready();
    if (!core) return { ok: false, failure: notStarted(request.language) };
    if (request.method === 'project.close' && !projects.release(handleOf(request))) return { ok: true, value: null };
    if (systemProxy && TO_AZURE.has(request.method)) core.tellProxy(await systemProxy());
    const reply = await core.call(request, options);
    projects.note(request, reply);
    return reply;
  }

  current = bringUp(false);
  return {
    call,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      isClosing = true;
      await link?.end(GRACE_MS);
    },
  };
}

/** The handle that a call is about; empty where it names none. */
export function handleOf({ params }: CallRequest): string {
  const { handle } = (params ?? {}) as { handle?: unknown };
  return typeof handle === 'string' ? handle : '';
}

/** One after the other; after a project at which the core ended, no further one is tried. */
async function reopenAll(
  core: CoreLink,
  projects: readonly KeptProject[],
  language: Language,
): Promise<RestoredProject[]> {
  const restored: RestoredProject[] = [];
  for (const project of projects) {
    const failure = await reopen(core, project, language);
    restored.push({ handle: project.handle, path: project.path, failure });
    if (failure?.code === 'core-stopped') break;
  }
  return restored;
}

/** A process that the ended core had started may hold the file for a moment longer. */
async function reopen(core: CoreLink, project: KeptProject, language: Language): Promise<Failure | null> {
  for (let attempt = 1; ; attempt++) {
    const failure = await core.reopen(project, language);
    if (failure?.code !== 'project-locked' || attempt === LOCKED_ATTEMPTS) return failure;
    await new Promise((resolve) => setTimeout(resolve, LOCKED_WAIT_MS));
  }
}

const LOCKED_ATTEMPTS = 25;
const LOCKED_WAIT_MS = 200;
