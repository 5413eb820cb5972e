import type { Params, PreviewView } from '../../../../shared/contract/index.ts';
import type { FormatId } from '../../../../shared/model/index.ts';
import { fold } from '../../../../shared/text/fold.ts';
import type { ColumnMap, TableFormat, TablePreview } from '../../sources/files/format.ts';
import { TABLE_FORMATS } from '../../sources/files/formats/index.ts';
import { type MapProposal, proposeMap } from '../../sources/files/formats/lists/propose-map.ts';
import { headerFingerprint, readInputs } from '../../sources/files/index.ts';

/** Rows of a table that the mapping screen shows. */
const SHOWN_ROWS = 20;

interface PreviewOptions extends Pick<Params<'evidence.preview'>, 'inputs' | 'headerRows'> {
  readonly signal: AbortSignal;
  /** What the user said about columns with this header before. */
  readonly rememberedMap: (fingerprint: string) => ColumnMap | null;
}

/** The first rows of every table in these files, what each table is, and what its columns are taken for. */
export async function previewTables({ inputs, signal, ...options }: PreviewOptions): Promise<PreviewView> {
  const seen: TablePreview[] = [];
  // A format that looks at every table and claims none: nothing is read beyond the preview.
  const watcher: TableFormat = {
    id: 'unknown',
    detect(preview) {
      seen.push(preview);
      return null;
    },
    reader: () => ({ row: () => undefined }),
  };
  const host = { open: () => ({ begin: () => undefined, record: () => undefined }), close: () => undefined };
  await readInputs(inputs, { signal, tables: [watcher], json: [] }, host);
  return { tables: seen.map((preview) => tableView(preview, options)) };
}

function tableView(
  preview: TablePreview,
  { headerRows = [], rememberedMap }: Omit<PreviewOptions, 'inputs' | 'signal'>,
): PreviewView['tables'][number] {
  const told = headerRows.find(({ file, sheet }) => file === preview.file && sheet === preview.sheet)?.row;
  const known = told === undefined ? rememberedRow(preview, rememberedMap) : undefined;
  const proposal = proposeMap(preview, told ?? known);
  return {
    file: preview.file,
    sheet: preview.sheet,
    format: formatOf(preview),
    fingerprint: proposal?.fingerprint ?? null,
    headerRow: proposal?.headerRow ?? 0,
    rows: preview.rows.slice(0, SHOWN_ROWS),
    columns: proposal ? withRemembered(proposal, rememberedMap(proposal.fingerprint)) : [],
  };
}

function rememberedRow({ rows }: TablePreview, rememberedMap: PreviewOptions['rememberedMap']): number | undefined {
  return rows.find(({ cells }) => rememberedMap(headerFingerprint(cells)) !== null)?.row;
}

function withRemembered({ columns }: MapProposal, map: ColumnMap | null): MapProposal['columns'] {
  if (!map) return columns;
  const targets = new Map(Object.entries(map.columns).map(([header, target]) => [fold(header), target]));
  return columns.map((column) => {
    const target = targets.get(fold(column.header));
    return target === undefined ? column : { ...column, target, confidence: 'sure', why: 'map' };
  });
}

function formatOf(preview: TablePreview): FormatId {
  const scores = TABLE_FORMATS.map((format) => ({ id: format.id, score: format.detect(preview)?.score ?? 0 }));
  const [best] = scores.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  return best?.id ?? 'unknown';
}
