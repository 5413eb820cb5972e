import type { Failure } from '../../shared/contract/failures.ts';
import type { InspectView } from '../../shared/contract/views.ts';
import type { Slice } from './store.ts';

/** Files on their way in: looked at first, imported when the user says so. */
export type ImportStatus =
  | { readonly kind: 'none' }
  /** There is no project yet; one is made first, then the files are looked at. */
  | { readonly kind: 'needs-project'; readonly paths: readonly string[] }
  | { readonly kind: 'inspecting'; readonly paths: readonly string[] }
  | { readonly kind: 'failed'; readonly paths: readonly string[]; readonly failure: Failure }
  | { readonly kind: 'inspected'; readonly paths: readonly string[]; readonly view: InspectView }
  | { readonly kind: 'importing'; readonly paths: readonly string[]; readonly view: InspectView };

export interface ImportSlice {
  readonly files: ImportStatus;
  /** Files that were dropped or chosen; paths as the core reads them. */
  offerFiles(paths: readonly string[]): Promise<void>;
  /** As `offerFiles`, for what a drop hands over. */
  dropFiles(files: readonly File[]): Promise<void>;
  chooseFiles(): Promise<void>;
  confirmImport(): Promise<void>;
  /** Cancels what runs, and forgets the files. */
  dropImport(): void;
}

const NONE: ImportStatus = { kind: 'none' };

export const importSlice: Slice<ImportSlice> = (host) => (set, get) => ({
  files: NONE,

  async offerFiles(paths) {
    if (paths.length === 0) return;
    if (get().project.kind !== 'open') {
      set({ files: { kind: 'needs-project', paths } });
      return;
    }
    set({ files: { kind: 'inspecting', paths } });
    const reply = await get().runTask('inspect', (options) =>
      host.call('evidence.inspect', { inputs: [...paths] }, options),
    );
    if (reply.ok) set({ files: { kind: 'inspected', paths, view: reply.value } });
    else if (reply.failure.code === 'cancelled') set({ files: NONE });
    else set({ files: { kind: 'failed', paths, failure: reply.failure } });
  },

  async dropFiles(files) {
    if (get().files.kind === 'importing') return;
    try {
      await get().offerFiles(await get().runTask('upload', () => host.actions.pathsOf(files)));
    } catch (error) {
      get().fail(failureOf(error));
    }
  },

  async chooseFiles() {
    try {
      const paths = await host.actions.chooseFiles('evidence');
      if (paths) await get().offerFiles(paths);
    } catch (error) {
      get().fail(failureOf(error));
    }
  },

  async confirmImport() {
    const { files } = get();
    if (files.kind !== 'inspected') return;
    set({ files: { ...files, kind: 'importing' } });
    const imported = await get().edit('evidence.import', { inputs: [...files.paths] }, 'import');
    if (!imported) {
      set({ files: { ...files, kind: 'inspected' } });
      return;
    }
    set({ files: NONE });
    get().tell('imported', { count: imported.evidence.length, offersUndo: true });
    get().navigate('inventory');
  },

  dropImport() {
    get().task?.cancel();
    if (get().files.kind !== 'importing') set({ files: NONE });
  },
});

function failureOf(error: unknown): Failure {
  if (error instanceof Error && 'failure' in error) return error.failure as Failure;
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), next: '' };
}
