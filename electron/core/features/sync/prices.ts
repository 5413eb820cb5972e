import { createHash } from 'node:crypto';
import type { Params, PricesView } from '../../../../shared/contract/index.ts';
import { viewFinding } from '../../../../shared/i18n/findings/index.ts';
import type { Evidence, Language } from '../../../../shared/model/index.ts';
import { rowReader } from '../../sources/azure/rows.ts';
import { createTally } from '../../sources/files/tally.ts';
import {
  insertEvidenceFindings,
  inTransaction,
  nextId,
  type Project,
  putEvidence,
  readEvidence,
  recordEdit,
  recordWriter,
  setEvidenceState,
} from '../../store/index.ts';
import { nameOf } from '../edit.ts';
import { rebuildInventory } from '../inventory/rebuild.ts';

/** Keeps fetched prices as evidence of today; they take the place of those fetched before for the same question. */
export function keepPrices(
  project: Project,
  rows: readonly unknown[],
  { currency, regions = [] }: Pick<Params<'prices.fetch'>, 'currency' | 'regions'>,
  { now, language }: { readonly now: string; readonly language: Language },
): PricesView {
  const file = `Azure Retail Prices – ${currency} (${now.slice(0, 10)})`;
  const headers = `prices ${currency} ${regions.toSorted().join(' ')}`;
  return inTransaction(project, () => {
    const id = nextId(project, 'e');
    const tally = createTally(file, { begin: () => undefined, record: recordWriter(project, id) });
    const reader = rowReader('prices', file, tally.sink(null));
    rows.forEach((value, index) => {
      tally.row(index + 1, () => reader.row(value, index + 1));
    });
    reader.end();
    tally.closeTable(null);
    tally.close();
    const evidence: Evidence = {
      id,
      file,
      format: 'retail-prices',
      encoding: 'utf-8',
      digest: createHash('sha256').update(JSON.stringify(rows)).update(id).digest('hex'),
      rows: tally.rows,
      records: tally.records,
      date: now,
      tenantId: null,
      importedAt: now,
      headers,
    };
    const before = readEvidence(project).filter(
      (other) => other.format === 'retail-prices' && other.headers === headers,
    );
    putEvidence(project, evidence, 'retired');
    insertEvidenceFindings(project, id, tally.findings);
    recordEdit(project, nameOf({ command: 'prices.fetch', at: now, count: tally.records }), () => {
      for (const other of before) setEvidenceState(project, other.id, 'retired');
      setEvidenceState(project, id, 'active');
    });
    rebuildInventory(project, now);
    return {
      prices: tally.records,
      evidence: id,
      findings: tally.findings.map((found) => viewFinding(found, language)),
    };
  });
}
