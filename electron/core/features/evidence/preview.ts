import type { PreviewView } from '../../../../shared/contract/index.ts';
import type { FormatId } from '../../../../shared/model/index.ts';
import type { TableFormat, TablePreview } from '../../sources/files/format.ts';
import { TABLE_FORMATS } from '../../sources/files/formats/index.ts';
import { proposeMap } from '../../sources/files/formats/lists/propose-map.ts';
import { readInputs } from '../../sources/files/index.ts';

/** Rows of a table that the mapping screen shows. */
const SHOWN_ROWS = 20;

/** The first rows of every table in these files, what each table is, and what its columns are taken for. */
export async function previewTables(inputs: readonly string[], signal: AbortSignal): Promise<PreviewView> {
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
  return { tables: seen.map(tableView) };
}

function tableView(preview: TablePreview): PreviewView['tables'][number] {
  const proposal = proposeMap(preview);
  return {
    file: preview.file,
    sheet: preview.sheet,
    format: formatOf(preview),
    fingerprint: proposal?.fingerprint ?? null,
    headerRow: proposal?.headerRow ?? 0,
    rows: preview.rows.slice(0, SHOWN_ROWS).map(({ cells }) => cells),
    columns: proposal?.columns ?? [],
  };
}

function formatOf(preview: TablePreview): FormatId {
  const scores = TABLE_FORMATS.map((format) => ({ id: format.id, score: format.detect(preview)?.score ?? 0 }));
  const [best] = scores.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  return best?.id ?? 'unknown';
}
