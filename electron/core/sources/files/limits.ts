/** A bound with the reason for it. */
interface Limit {
  readonly value: number;
  readonly why: string;
}

const KIB = 1024;
const MIB = 1024 * KIB;

/** What reading refuses, in one place. Every one of these ends in a finding that names it. */
export const LIMITS = {
  previewRows: { value: 50, why: 'formats look at this many rows or items to know a file' },
  headBytes: { value: 64 * KIB, why: 'enough to see the first rows of the widest known export' },
  blockBytes: {
    value: 256 * KIB,
    why: 'text is parsed in blocks of this size: about 10 ms, so cancelling stays quick',
  },
  recordBytes: { value: MIB, why: 'a row of a table longer than this is no row; bounds memory' },
  oleBytes: { value: 16 * MIB, why: 'where the directory of an OLE file is looked for' },
  recoveriesAtOnce: { value: 50, why: 'a row with wrong quotes costs about 0.2 ms: others get their turn in between' },
  columns: { value: 16_384, why: 'the columns of an Excel sheet (Excel specifications and limits)' },
  jsonItemBytes: { value: 8 * MIB, why: 'the largest known item, a machine with all extensions, has under 200 KiB' },
  jsonDepth: { value: 64, why: 'ARM answers nest about 12 deep' },
  jsonRepairBytes: { value: 16 * MIB, why: 'repairing holds the whole text in memory several times' },
  jsonLeadingLines: { value: 20, why: 'az prints a few warning lines before its answer' },
  folderFiles: { value: 5_000, why: 'a folder with more is not a hand-over but a disk' },
  folderDepth: { value: 16, why: 'nested deeper than people nest' },
  archiveEntries: { value: 5_000, why: 'the same as a folder' },
  archiveBytes: { value: 2048 * MIB, why: 'unpacked size of one archive' },
  archiveRatio: { value: 250, why: 'exports compress about 20-fold, repetitive JSON 100-fold, a bomb 1000-fold' },
  archiveRatioFrom: { value: MIB, why: 'smaller members may have any ratio: they do no harm' },
  workbookBytes: {
    value: 128 * MIB,
    why: 'a packed workbook is held in memory; 100,000 rows × 25 columns have about 15 MiB',
  },
  workbookXmlBytes: {
    value: 256 * MIB,
    why: 'unpacked parts are held in memory; 100,000 rows × 25 columns have about 100 MiB',
  },
  workbookEntries: { value: 2_000, why: 'a workbook with 255 sheets and drawings has fewer' },
  workbookCells: { value: 6_000_000, why: 'rows × columns of one sheet; twice the largest that we are made for' },
  workbookHeapMiB: { value: 1_536, why: 'memory of the worker that reads a workbook' },
  workbookMilliseconds: { value: 120_000, why: 'ten times what 100,000 rows take' },
  findingsOfOneCode: { value: 1_000, why: 'more of the same are counted in one closing finding' },
  noticesOfOneCode: { value: 20, why: 'the same, for rows that were read all the same' },
  progressMilliseconds: { value: 100, why: 'steady for the eye' },
  breathMilliseconds: { value: 25, why: 'so often a cancel is looked for' },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

/** The number of a limit. */
export function limit(name: LimitName): number {
  return LIMITS[name].value;
}
