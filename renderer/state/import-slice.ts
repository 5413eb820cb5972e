import type { PreviewView } from '../../shared/contract/app-views.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Params } from '../../shared/contract/schemas.ts';
import type { ImportView, InspectView } from '../../shared/contract/views.ts';
import { type InventoryChange, inventoryChange } from './inventory/change.ts';
import { selectMachines } from './selectors.ts';
import type { Slice } from './store.ts';

export type PreviewedTable = PreviewView['tables'][number];
type ColumnMaps = NonNullable<Params<'evidence.import'>['maps']>;

/** Files that were looked at, and what the user said about the columns of his own lists. */
export interface Looked {
  readonly paths: readonly string[];
  readonly view: InspectView;
  /** Tables whose columns can be given a meaning. */
  readonly tables: readonly PreviewedTable[];
  readonly maps: ColumnMaps;
  readonly headerRows: NonNullable<Params<'evidence.preview'>['headerRows']>;
}

/** Files on their way in: looked at first, imported when the user says so. */
export type ImportStatus =
  | { readonly kind: 'none' }
  /** There is no project yet; one is made first, then the files are looked at. */
  | { readonly kind: 'needs-project'; readonly paths: readonly string[] }
  | { readonly kind: 'inspecting'; readonly paths: readonly string[] }
  | { readonly kind: 'failed'; readonly paths: readonly string[]; readonly failure: Failure }
  | ({ readonly kind: 'inspected' | 'importing' } & Looked)
  | { readonly kind: 'imported'; readonly view: ImportView; readonly change: InventoryChange };

export interface ImportSlice {
  readonly files: ImportStatus;
  /** Files that were dropped or chosen; paths as the core reads them. */
  offerFiles(paths: readonly string[]): Promise<void>;
  /** As `offerFiles`, for what a drop hands over. */
  dropFiles(files: readonly File[]): Promise<void>;
  chooseFiles(): Promise<void>;
  /** Says where the header of a table stands; its columns are proposed anew. */
  chooseHeader(table: PreviewedTable, row: number): Promise<void>;
  /** Says what the columns of a table mean, and looks at the files again. */
  mapColumns(table: PreviewedTable, columns: Readonly<Record<string, string>>): Promise<void>;
  confirmImport(): Promise<void>;
  /** Cancels what runs, and forgets the files. */
  dropImport(): void;
}

const NONE: ImportStatus = { kind: 'none' };

export const importSlice: Slice<ImportSlice> = (host) => (set, get) => {
  const handle = () => {
    const { project } = get();
    return project.kind === 'open' ? { handle: project.handle } : {};
  };

  /** Looks into the files; a failure and a cancel end in their own states. */
  const look = async (given: Omit<Looked, 'view' | 'tables'>): Promise<void> => {
    const { paths, maps, headerRows } = given;
    set({ files: { kind: 'inspecting', paths } });
    const reply = await get().runTask('inspect', async (options) => {
      const inputs = [...paths];
      const view = await host.call('evidence.inspect', { ...handle(), inputs, maps }, options);
      if (!view.ok) return view;
      const asked = withLists(paths, view.value);
      if (asked.length === 0) return { ok: true, value: { ...given, view: view.value, tables: [] } } as const;
      const preview = await host.call('evidence.preview', { ...handle(), inputs: asked, headerRows }, options);
      if (!preview.ok) return preview;
      return { ok: true, value: { ...given, view: view.value, tables: mappable(preview.value, maps) } } as const;
    });
    if (reply.ok) set({ files: { kind: 'inspected', ...reply.value } });
    else if (reply.failure.code === 'cancelled') set({ files: NONE });
    else set({ files: { kind: 'failed', paths, failure: reply.failure } });
  };

  return {
    files: NONE,

    async offerFiles(paths) {
      if (paths.length === 0) return;
      if (get().project.kind === 'open') await look({ paths, maps: [], headerRows: [] });
      else set({ files: { kind: 'needs-project', paths } });
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

    async chooseHeader({ file, sheet }, row) {
      const { files } = get();
      if (files.kind !== 'inspected') return;
      const headerRows = [
        ...files.headerRows.filter((each) => each.file !== file || each.sheet !== sheet),
        { file, sheet, row },
      ];
      const inputs = withLists(files.paths, files.view);
      const reply = await host.call('evidence.preview', { ...handle(), inputs, headerRows });
      if (reply.ok) set({ files: { ...files, headerRows, tables: mappable(reply.value, files.maps) } });
      else get().fail(reply.failure);
    },

    async mapColumns({ fingerprint, headerRow }, columns) {
      const { files } = get();
      if (files.kind !== 'inspected' || fingerprint === null) return;
      const others = files.maps.filter((each) => each.fingerprint !== fingerprint);
      await look({ ...files, maps: [...others, { fingerprint, map: { headerRow, columns } }] });
    },

    async confirmImport() {
      const { files } = get();
      if (files.kind !== 'inspected') return;
      const before = selectMachines(get());
      set({ files: { ...files, kind: 'importing' } });
      const { paths, maps } = files;
      const imported = await get().edit('evidence.import', { inputs: [...paths], maps: [...maps] }, 'import');
      if (!imported) {
        set({ files: { ...files, kind: 'inspected' } });
        return;
      }
      const change = inventoryChange(before, selectMachines(get()));
      set({ files: { kind: 'imported', view: imported, change } });
      get().navigate('inventory');
    },

    dropImport() {
      get().task?.cancel();
      if (get().files.kind !== 'importing') set({ files: NONE });
    },
  };
};

/** Files that may hold lists of the customer's own; a file of a known format need not be read once more. */
function withLists(paths: readonly string[], { evidence }: InspectView): string[] {
  const known = new Set(evidence.filter(({ format }) => !isMappable(format)).map(({ file }) => file));
  return paths.filter((path) => !known.has(path.split(/[\\/]/).at(-1) ?? ''));
}

function isMappable(format: string): boolean {
  return format === 'server-list' || format === 'unknown';
}

/** Lists that customers made themselves, as they will be read with what the user said. */
function mappable({ tables }: PreviewView, maps: ColumnMaps): readonly PreviewedTable[] {
  const said = new Map(maps.map(({ fingerprint, map }) => [fingerprint, map.columns]));
  return tables
    .filter(({ format, fingerprint }) => fingerprint !== null && isMappable(format))
    .map((table) => {
      const columns = said.get(table.fingerprint ?? '');
      if (!columns) return table;
      return {
        ...table,
        columns: table.columns.map((column) => {
          const target = columns[column.header];
          return target === undefined ? column : { ...column, target, confidence: 'sure', why: 'map' };
        }),
      };
    });
}

function failureOf(error: unknown): Failure {
  if (error instanceof Error && 'failure' in error) return error.failure as Failure;
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), next: '' };
}
