import { openArchive, type ZipContent, zipContent } from './archive.ts';
import { JSON_FORMATS, TABLE_FORMATS } from './formats/index.ts';
import type { FileResult, ReadHost, ReadOptions, ReadSummary } from './host.ts';
import { findInputs, isJunk, shortNames } from './inputs.ts';
import { kindOf } from './kinds.ts';
import { createPulse } from './pulse.ts';
import { type FileJob, readFile, unreadable } from './read-file.ts';
import { heldIfSmall, readHead, type Source } from './source.ts';
import { HostError } from './tally.ts';

export type {
  FileResult,
  OpenedFile,
  ReadHost,
  ReadOptions,
  ReadProgress,
  ReadSummary,
  TableBegin,
} from './host.ts';
export { headerFingerprint } from './table.ts';

/**
 * Reads files, folders (nested) and zip archives, one file after the other. What a file is, is seen from its content.
 * Each file is hashed, offered to the host, and read into the sink that the host gives; whatever goes wrong with a file
 * is a finding of that file, and reading goes on with the next.
 * @param inputs paths
 * @throws the signal's reason when cancelled; whatever the host throws
 */
export async function readInputs(
  inputs: readonly string[],
  options: ReadOptions,
  host: ReadHost,
): Promise<ReadSummary> {
  const found = await findInputs(inputs, options.signal);
  const count = { read: 0, unreadable: 0, skipped: 0 };
  const leftAside = [...found.leftAside];
  const job: FileJob = {
    options,
    host: counted(host, count),
    tables: options.tables ?? TABLE_FORMATS,
    json: options.json ?? JSON_FORMATS,
  };
  try {
    for (const { file, code, params } of found.problems) job.host.close(unreadable(file, null, [{ code, params }]));
    for (const source of found.sources) leftAside.push(...(await readSource(source, job)));
  } catch (error) {
    throw error instanceof HostError ? error.cause : error;
  }
  return { ...count, leftAside };
}

/** Counts what the host is told. */
function counted(host: ReadHost, count: { read: number; unreadable: number; skipped: number }): ReadHost {
  return {
    open(file) {
      const sink = host.open(file);
      if (!sink) count.skipped++;
      return sink;
    },
    close(result: FileResult) {
      count[result.outcome]++;
      host.close(result);
    },
    ...(host.progress && { progress: (progress) => host.progress?.(progress) }),
    ...(host.rememberedMap && { rememberedMap: (fingerprint) => host.rememberedMap?.(fingerprint) ?? null }),
  };
}

/** A file, or every member of an archive. @returns names of members that were left aside */
async function readSource(found: Source, job: FileJob): Promise<readonly string[]> {
  const looked = await look(found);
  if ('reason' in looked) {
    job.host.close(unreadable(found.name, null, [{ code: 'input-unreadable', params: looked }]));
    return [];
  }
  const { source, isZip } = looked;
  const content = isZip ? await zipContentOf(source) : 'file';
  if (content !== 'archive') {
    await readFile(source, content, job);
    return [];
  }
  if (source.isMember) {
    job.host.close(unreadable(source.name, null, [{ code: 'archive-nested', params: {} }]));
    return [];
  }
  return readArchive(source, job);
}

async function look(found: Source): Promise<{ source: Source; isZip: boolean } | { reason: string }> {
  try {
    const source = await heldIfSmall(found);
    return { source, isZip: kindOf(await readHead(source, 16)).kind === 'zip' };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

async function zipContentOf(source: Source): Promise<ZipContent | { reason: string }> {
  try {
    return await zipContent(source);
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function readArchive(source: Source, job: FileJob): Promise<readonly string[]> {
  const { host, options } = job;
  const archive = await openArchive(source).catch((error: unknown) => ({ reason: reasonOf(error) }));
  if ('reason' in archive) {
    host.close(unreadable(source.name, null, [{ code: 'archive-broken', params: archive }]));
    return [];
  }
  try {
    for (const { path, code, params } of archive.refused) {
      const name = path === '' ? source.name : `${source.name}/${path}`;
      host.close(unreadable(name, null, [{ code, params }]));
    }
    const members = archive.members.filter((member) => !isJunk(member.path));
    const names = shortNames(members.map((member) => member.path));
    if (members.length === 0 && archive.refused.length === 0) {
      host.close(unreadable(source.name, null, [{ code: 'archive-empty', params: {} }]));
    }
    for (const [index, member] of members.entries()) {
      await createPulse(source.name, source.bytes, host, options.signal).beat();
      await readSource({ ...member.source, name: `${source.name}/${names[index]}` }, job);
    }
    return archive.members.filter((member) => isJunk(member.path)).map((member) => member.path);
  } finally {
    archive.close();
  }
}
