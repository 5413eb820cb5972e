import { type ColumnReason, targetText } from '../../../../../../shared/text/column-target.ts';
import type { TablePreview } from '../../format.ts';
import { headerFingerprint } from '../../table.ts';
import { findList } from './judge.ts';

/** What `inspect` and the mapping screen show of a list before anybody has confirmed it. */
export interface MapProposal {
  /** 1-based, as in MAP.json. */
  readonly headerRow: number;
  readonly isServerList: boolean;
  readonly columns: readonly {
    readonly header: string;
    readonly target: string;
    readonly confidence: 'sure' | 'guess';
    readonly why: ColumnReason;
  }[];
  /** What a confirmed mapping is remembered by. */
  readonly fingerprint: string;
}

/**
 * Finds the header of a list and proposes what each column means; null when no row reads like a header.
 * @param headerRow 1-based, where somebody says that the header stands
 */
export function proposeMap(preview: TablePreview, headerRow?: number): MapProposal | null {
  const told = preview.rows.findIndex(({ row }) => row === headerRow);
  const found = findList(preview, told >= 0 ? [told] : undefined);
  if (!found) return null;
  return {
    headerRow: found.table.headerRow,
    isServerList: found.isServerList,
    columns: found.columns.map(({ header, target, confidence, why }) => ({
      header,
      target: targetText(target),
      confidence,
      why,
    })),
    fingerprint: headerFingerprint(preview.rows[found.header]?.cells ?? []),
  };
}
