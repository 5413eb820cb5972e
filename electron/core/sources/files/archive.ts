import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl';
import type { FindingParams } from '../../../../shared/model/index.ts';
import { limit } from './limits.ts';
import { readHead, type Source } from './source.ts';

/** A zip file, opened; what of it is refused is listed with a finding code. */
export interface Archive {
  readonly members: readonly Member[];
  readonly refused: readonly Refused[];
  close(): void;
}

interface Member {
  /** Path inside the archive, with `/`. */
  readonly path: string;
  readonly source: Source;
}

interface Refused {
  /** Empty: the archive as a whole. */
  readonly path: string;
  readonly code: string;
  readonly params: FindingParams;
}

/**
 * Opens a zip file and lists its members. Sizes are believed: yauzl stops a member that unpacks to more than it says.
 * @throws Error when the file is no complete zip file
 */
export async function openArchive(source: Source): Promise<Archive> {
  const zip = await openZip(source);
  const members: Member[] = [];
  const refused: Refused[] = [];
  let total = 0;
  try {
    if (zip.entryCount > limit('archiveEntries')) {
      const params = { count: zip.entryCount, limit: limit('archiveEntries') };
      return { members, refused: [{ path: '', code: 'archive-too-many', params }], close: () => zip.close() };
    }
    for await (const entry of zip.eachEntry()) {
      const member = memberPath(entry);
      if (member.endsWith('/')) continue;
      total += entry.uncompressedSize;
      const problem = refusal(entry, member, total);
      if (problem) refused.push({ path: member, ...problem });
      else members.push({ path: member, source: memberSource(zip, entry, `${source.name}/${member}`) });
    }
  } catch (error) {
    zip.close();
    throw error;
  }
  return { members, refused, close: () => zip.close() };
}

/** Reads the names only: what sort of zip is it? @throws Error as `openArchive` */
export async function zipContent(source: Source): Promise<ZipContent> {
  const zip = await openZip(source);
  const names = new Set<string>();
  try {
    for await (const entry of zip.eachEntry()) {
      names.add(memberPath(entry));
      if (names.size > limit('workbookEntries')) break;
    }
  } finally {
    zip.close();
  }
  if (names.has('xl/workbook.bin')) return 'binary-workbook';
  const isOffice = names.has('[Content_Types].xml');
  if (isOffice && [...names].some((name) => name.startsWith('xl/'))) return 'workbook';
  return isOffice || names.has('content.xml') ? 'document' : 'archive';
}

export type ZipContent = 'workbook' | 'binary-workbook' | 'document' | 'archive';

/** Names are decoded here: yauzl knows CP437 and UTF-8, Japanese Windows writes CP932. */
async function openZip(source: Source): Promise<ZipFile> {
  const options = { decodeStrings: false, autoClose: false };
  if (source.path !== undefined) return openPromise(source.path, options);
  return fromBufferPromise(await readHead(source, limit('workbookBytes')), options);
}

function refusal(entry: Entry, path: string, total: number): { code: string; params: FindingParams } | null {
  if (validateFileName(path) !== null) return { code: 'archive-unsafe-name', params: {} };
  if (entry.isEncrypted()) return { code: 'archive-encrypted', params: {} };
  if (!entry.canDecodeFileData()) return { code: 'archive-method', params: { method: entry.compressionMethod } };
  const ratio = Math.round(entry.uncompressedSize / Math.max(1, entry.compressedSize));
  if (entry.uncompressedSize > limit('archiveRatioFrom') && ratio > limit('archiveRatio')) {
    return { code: 'archive-ratio', params: { ratio, limit: limit('archiveRatio') } };
  }
  if (total > limit('archiveBytes')) return { code: 'archive-too-large', params: { limit: limit('archiveBytes') } };
  return null;
}

function memberSource(zip: ZipFile, entry: Entry, name: string): Source {
  return {
    name,
    bytes: entry.uncompressedSize,
    modifiedAt: entry.getLastModDate().toISOString(),
    isMember: true,
    async *stream() {
      yield* await zip.openReadStreamPromise(entry);
    },
  };
}

const UTF8_NAME = 0x800;

/** UTF-8 where it is flagged or valid, else CP932 where valid, else as the specification says (CP437). */
function memberPath(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const specified = () => getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false);
  if ((entry.generalPurposeBitFlag & UTF8_NAME) !== 0) return specified();
  const name = decode(raw, 'utf-8') ?? decode(raw, 'shift_jis') ?? specified();
  return name.replaceAll('\\', '/');
}

function decode(bytes: Buffer, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
