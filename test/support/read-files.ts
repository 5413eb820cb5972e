import { resolve } from 'node:path';
import { readInputs } from '../../electron/core/sources/files/index.ts';
import type { Evidence, LocatedRecord } from '../../shared/model/index.ts';

/** Real files, read as the app reads them. The date of a file that tells none is fixed, so that no test sees the clock. */
export async function readFiles(
  paths: readonly string[],
  undated = '2026-11-24T00:00:00.000Z',
): Promise<{ readonly evidence: readonly Evidence[]; readonly records: readonly LocatedRecord[] }> {
  const evidence: Evidence[] = [];
  const records: LocatedRecord[] = [];
  let modified = '';
  await readInputs(
    paths.map((path) => resolve(path)),
    {},
    {
      open(file) {
        modified = file.modifiedAt;
        return { begin: () => {}, record: (record) => records.push({ evidenceId: file.file, record }) };
      },
      close(result) {
        const { file, format, encoding, digest, rows, records: count, date } = result;
        evidence.push({
          id: file,
          file,
          format,
          encoding,
          digest: digest ?? '',
          rows,
          records: count,
          date: date === null || date === modified ? undated : date,
          tenantId: null,
          importedAt: undated,
          headers: '',
        });
      },
    },
  );
  return { evidence, records };
}
