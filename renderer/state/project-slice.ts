import type { Progress, Result } from '../../shared/contract/api.ts';
import type { ProjectState } from '../../shared/contract/app-views.ts';
import type { RestoredProject } from '../../shared/contract/events.ts';
import type { Failure, Reply } from '../../shared/contract/failures.ts';
import type { Method, Params } from '../../shared/contract/schemas.ts';
import type { Machine } from '../../shared/model/index.ts';
import { decodeSnapshot } from '../../shared/snapshot/index.ts';
import type { Host } from '../host/host.ts';
import { NO_WHAT_IF } from './planning.ts';
import type { Slice } from './store.ts';

/** The open project, as far as it is open. */
export type ProjectStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening'; readonly path: string }
  | { readonly kind: 'failed'; readonly path: string; readonly failure: Failure }
  | OpenProject;

export interface OpenProject {
  readonly kind: 'open';
  readonly handle: string;
  readonly state: ProjectState;
  /** Without keys and evidence; the same array until the inventory changes. */
  readonly machines: readonly Machine[];
}

/** Something long that runs, can be watched and cancelled. */
export interface Task {
  readonly what: 'open' | 'sample' | 'import' | 'inspect' | 'upload' | 'export' | 'ask' | 'sync' | 'prices';
  readonly progress: Progress | null;
  cancel(): void;
}

/** Methods that change the open project; the handle is filled in. */
type EditMethod = {
  [M in Method]: Params<M> extends { readonly handle: string } ? M : never;
}[Method];
type EditParams<M extends EditMethod> = Omit<Params<M>, 'handle'>;

export interface ProjectSlice {
  readonly project: ProjectStatus;
  readonly task: Task | null;
  openProject(path: string): Promise<boolean>;
  createProject(path: string, name: string): Promise<boolean>;
  createSample(path: string): Promise<boolean>;
  closeProject(): Promise<void>;
  /** Copies the open project, and goes on in the copy. */
  saveProjectAs(path: string): Promise<void>;
  /** Calls a method on the open project and brings the page up to date. A failure is told; then the answer is null. */
  edit<M extends EditMethod>(method: M, params: EditParams<M>, what?: Task['what']): Promise<Result<M> | null>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Fetches the state again. With a handle: only when that project is the open one. */
  refreshProject(handle?: string): Promise<void>;
  projectsRestored(projects: readonly RestoredProject[]): Promise<void>;
  /** Runs something long under `task`; its signal is cancelled by `task.cancel`. */
  runTask<T>(what: Task['what'], run: (options: TaskOptions) => Promise<T>): Promise<T>;
}

interface TaskOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export const projectSlice: Slice<ProjectSlice> = (host) => (set, get) => {
  const open = async (
    path: string,
    what: Task['what'],
    call: (options: TaskOptions) => Promise<Reply<{ readonly handle: string }>>,
  ): Promise<boolean> => {
    const before = get().project;
    set({ project: { kind: 'opening', path } });
    const opened = await get().runTask(what, async (options) => {
      const reply = await call(options);
      return reply.ok ? load(host, reply.value.handle, null, null) : reply;
    });
    if (!opened.ok) {
      // The project that was open still is.
      const stays = before.kind === 'open' || opened.failure.code === 'cancelled';
      set({ project: stays ? before : { kind: 'failed', path, failure: opened.failure } });
      if (stays) get().fail(opened.failure);
      return false;
    }
    if (before.kind === 'open') await host.call('project.close', { handle: before.handle });
    set({ project: opened.value, scenarioId: 'recommended', whatIf: NO_WHAT_IF });
    void get().listProjects();
    return true;
  };

  const bringUpToDate = async (handle: string, known: ProjectState | null): Promise<void> => {
    const { project } = get();
    if (project.kind !== 'open' || project.handle !== handle) return;
    const loaded = await load(host, handle, project, known);
    const now = get().project;
    // Another edit may have been quicker, or another project was opened meanwhile.
    if (now.kind !== 'open' || now.handle !== handle) return;
    if (!loaded.ok) get().fail(loaded.failure);
    else if (loaded.value.state.revision >= now.state.revision) set({ project: loaded.value });
  };

  return {
    project: { kind: 'none' },
    task: null,

    openProject: (path) => open(path, 'open', (options) => host.call('project.open', { path }, options)),
    createProject: (path, name) =>
      open(path, 'open', (options) => host.call('project.create', { path, name }, options)),
    createSample: (path) =>
      open(path, 'sample', async (options) => {
        const reply = await host.call('project.createSample', { path }, options);
        return reply.ok ? { ok: true, value: reply.value.project } : reply;
      }),

    async saveProjectAs(path) {
      const { project } = get();
      if (project.kind !== 'open') return;
      const { handle } = project;
      const isSaved = await open(path, 'open', (options) => host.call('project.saveAs', { handle, path }, options));
      if (isSaved) get().tell('saved', { name: path });
    },

    async closeProject() {
      const { project } = get();
      if (project.kind === 'open') await host.call('project.close', { handle: project.handle });
      set({ project: { kind: 'none' } });
      get().navigate('start');
      await get().listProjects();
    },

    async edit(method, params, what) {
      const { project } = get();
      if (project.kind !== 'open') return null;
      const call = (options?: TaskOptions) =>
        host.call(method, { ...params, handle: project.handle } as Params<typeof method>, options);
      const reply = await (what ? get().runTask(what, call) : call());
      if (!reply.ok) {
        get().fail(reply.failure);
        return null;
      }
      // Some methods answer the state itself.
      await bringUpToDate(project.handle, isState(reply.value) ? reply.value : null);
      return reply.value;
    },

    async undo() {
      const done = stepOf(get().project, 'undo');
      if (done && (await get().edit('history.undo', {}))) get().tell('undone', { name: done });
    },
    async redo() {
      const done = stepOf(get().project, 'redo');
      if (done && (await get().edit('history.redo', {}))) get().tell('redone', { name: done });
    },

    async refreshProject(handle) {
      const { project } = get();
      if (project.kind !== 'open' || (handle !== undefined && handle !== project.handle)) return;
      await bringUpToDate(project.handle, null);
    },

    async projectsRestored(projects) {
      const { project } = get();
      if (project.kind !== 'open') return;
      const restored = projects.find(({ handle }) => handle === project.handle);
      if (restored?.failure) {
        set({ project: { kind: 'failed', path: project.state.project.path, failure: restored.failure } });
      } else if (restored) await get().refreshProject(project.handle);
    },

    async runTask(what, run) {
      const abort = new AbortController();
      // One and the same for all of it: a button that has it is not drawn anew with every progress.
      const cancel = () => abort.abort();
      const task = (progress: Progress | null): Task => ({ what, progress, cancel });
      set({ task: task(null) });
      try {
        return await run({ signal: abort.signal, onProgress: (progress) => set({ task: task(progress) }) });
      } finally {
        set({ task: null });
      }
    },
  };
};

function stepOf(project: ProjectStatus, which: 'undo' | 'redo'): string | null {
  return project.kind === 'open' ? (project.state[which]?.command ?? null) : null;
}

function isState(value: unknown): value is ProjectState {
  return typeof value === 'object' && value !== null && 'inventoryRevision' in value && 'evidence' in value;
}

/**
 * State and machines of an open project.
 * @param before what the page holds: machines are fetched only when they changed since
 * @param known the newest state, when a call has just answered it
 */
async function load(
  host: Host,
  handle: string,
  before: OpenProject | null,
  known: ProjectState | null,
): Promise<Reply<OpenProject>> {
  const state: Reply<ProjectState> = known ? { ok: true, value: known } : await host.call('project.state', { handle });
  if (!state.ok) return state;
  if (before !== null && state.value.inventoryRevision === before.state.inventoryRevision) {
    return { ok: true, value: { kind: 'open', handle, state: state.value, machines: before.machines } };
  }
  const snapshot = await host.call('inventory.snapshot', { handle });
  if (!snapshot.ok) return snapshot;
  const machines = decodeSnapshot(snapshot.value.snapshot);
  return { ok: true, value: { kind: 'open', handle, state: state.value, machines } };
}
