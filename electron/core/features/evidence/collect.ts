import type { Params, Progress } from '../../../../shared/contract/index.ts';
import { finding } from '../../../../shared/i18n/findings/index.ts';
import type { Evidence, Finding, SourceRecord } from '../../../../shared/model/index.ts';
import type { ColumnMap } from '../../sources/files/format.ts';
import { type FileResult, type OpenedFile, type ReadHost, readInputs } from '../../sources/files/index.ts';
import { joinPages } from './pages.ts';
import { type Subjects, subjectOf } from './source.ts';

/** One file of this call, read to its end. */
export interface CollectedFile {
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
  readonly subjects: Subjects;
  /** `known`: the project has it already. `unreadable`: nothing of it could be taken. */
  readonly outcome: 'read' | 'unreadable' | 'known';
}

/** Where the files go. */
export interface Collector {
  /** A file with these bytes that is there already; null when it is new. */
  findKnown(digest: string): Evidence | null;
  nextEvidenceId(): string;
  writer(evidenceId: string): (record: SourceRecord) => void;
  /** What the user said about columns with this header. */
  rememberedMap(fingerprint: string): ColumnMap | null;
  /** A table was read with the map that came with the call. */
  mapped?(fingerprint: string): void;
}

interface CollectOptions extends Omit<Params<'evidence.inspect'>, 'inputs' | 'handle' | 'maps'> {
  readonly tenant?: string | undefined;
  readonly now: string;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** Reads every file once, in the order found; records go to the collector as they come, and are not kept here. */
export async function collectFiles(
  inputs: readonly string[],
  options: CollectOptions,
  collector: Collector,
): Promise<{ readonly files: readonly CollectedFile[]; readonly leftAside: readonly string[] }> {
  const files: CollectedFile[] = [];
  const inThisCall = new Map<string, Evidence>();
  let current: OpenFile | null = null;

  const host: ReadHost = {
    open(file) {
      const known = inThisCall.get(file.digest) ?? collector.findKnown(file.digest);
      if (known) {
        files.push(knownFile(file, known, options.tenant?.toLowerCase()));
        return null;
      }
      current = openFile(file, collector);
      return {
        begin: (table) => {
          current?.headers.push(table.headerFingerprint ?? '');
          current?.formats.push(table.format);
          if (options.map && table.headerFingerprint) collector.mapped?.(table.headerFingerprint);
        },
        record: (record) => current?.write(record),
      };
    },
    close(result) {
      const file = closeFile(result, current ?? openFile(null, collector), options);
      current = null;
      if (file.outcome !== 'unreadable') inThisCall.set(file.evidence.digest, file.evidence);
      files.push(file);
    },
    progress: ({ file, bytes, totalBytes, rows }) =>
      options.progress({ kind: 'progress', stage: 'read', file, done: bytes, total: totalBytes, rows }),
    rememberedMap: (fingerprint) => collector.rememberedMap(fingerprint),
  };
  const { as, encoding, map, signal } = options;
  const { leftAside } = await readInputs(inputs, { as, encoding, map: map ?? null, signal }, host);
  return { files: joinPages(files), leftAside };
}

interface OpenFile {
  readonly id: string;
  readonly opened: OpenedFile | null;
  readonly headers: string[];
  readonly formats: string[];
  readonly subjects: Map<string, string>;
  readonly write: (record: SourceRecord) => void;
}

function openFile(opened: OpenedFile | null, collector: Collector): OpenFile {
  const id = collector.nextEvidenceId();
  const keep = collector.writer(id);
  const subjects = new Map<string, string>();
  const formats: string[] = [];
  return {
    id,
    opened,
    headers: [],
    formats,
    subjects,
    write(record) {
      keep(record);
      const subject = subjectOf(record, (formats.at(-1) ?? 'unknown') as Evidence['format']);
      if (subject) subjects.set(...subject);
    },
  };
}

function closeFile(result: FileResult, open: OpenFile, options: CollectOptions): CollectedFile {
  const evidence: Evidence = {
    id: open.id,
    file: result.file,
    format: result.format,
    encoding: result.encoding,
    digest: result.digest ?? '',
    rows: result.rows,
    records: result.records,
    date: result.date ?? open.opened?.modifiedAt ?? options.now,
    tenantId: options.tenant?.toLowerCase() ?? null,
    importedAt: options.now,
    headers: open.headers.join('|'),
  };
  return { evidence, findings: result.findings, subjects: open.subjects, outcome: result.outcome };
}

/** @param tenant which tenant the call says that its files belong to */
function knownFile(file: OpenedFile, known: Evidence, tenant: string | undefined): CollectedFile {
  const told =
    tenant === undefined || tenant === known.tenantId
      ? finding('evidence-known', { known: known.file }, { file: file.file })
      : finding('evidence-tenant-told', { known: known.file, tenant }, { file: file.file });
  return {
    evidence: { ...known, file: file.file },
    findings: [told],
    subjects: new Map(),
    outcome: 'known',
  };
}
