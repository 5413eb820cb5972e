import { createWriteStream, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ExportView, type Params, PlannerError } from '../../../shared/contract/index.ts';
import { compareUsage, costFindings, priceFindings } from '../../../shared/cost/index.ts';
import {
  csvFiles,
  type ExportFile,
  type ExportInput,
  fileNamePart,
  targetFiles,
} from '../../../shared/export/index.ts';
import { finding, viewFinding } from '../../../shared/i18n/findings/index.ts';
import type { Finding, Language } from '../../../shared/model/index.ts';
import type { Call, Handlers } from '../dispatch.ts';
import type { Ports } from '../ports.ts';
import type { Projects } from '../projects.ts';
import { type Project, readEvidence, readEvidenceFindings, readFacts } from '../store/index.ts';
import { zipOf } from '../zip.ts';
import { compareExported } from './planning/exported.ts';
import { costOf, loadGround, planOf } from './planning/load.ts';

const FORMATS = ['csv', 'target-csv'] as const;
type Format = (typeof FORMATS)[number];

/** Files out: written into a folder, or handed to a page that has none. */
export function exportHandlers(
  projects: Projects,
  ports: Ports,
): Pick<Handlers, 'export.write' | 'export.render' | 'export.zip'> {
  return {
    'export.write': async (params, call) => {
      const { files, findings } = renderFiles(projects.get(params.handle).project, params, call, ports.now());
      const written = await writeFiles(params.to, files, call.signal);
      const all = [...findings, ...staleFiles(params.to, files)];
      return { files: written, findings: all.map((found) => viewFinding(found, call.language)) };
    },

    'export.zip': (params, call) => {
      const { project } = projects.get(params.handle);
      const { files } = renderFiles(project, params, call, ports.now());
      const parts = files.map(({ name, chunks }) => ({ name, bytes: bytesOf(chunks()) }));
      const name = `${fileNamePart(readFacts(project).name)}.${fileNamePart(params.scenario ?? 'plan')}.zip`;
      return { name, base64: zipOf(parts, 6).toString('base64') };
    },

    'export.render': (params, call) => {
      const { files, findings } = renderFiles(projects.get(params.handle).project, params, call, ports.now());
      return {
        files: files.map(({ name, rows, chunks }) => ({
          name,
          rows,
          base64: params.contents && !params.contents.includes(name) ? null : bytesOf(chunks()).toString('base64'),
        })),
        findings: findings.map((found) => viewFinding(found, call.language)),
      };
    },
  };
}

function bytesOf(chunks: Iterable<string>): Buffer {
  return Buffer.concat([...chunks].map((chunk) => Buffer.from(chunk)));
}

type Wanted = Pick<Params<'export.render'>, 'scenario' | 'formats' | 'language'>;

function renderFiles(
  project: Project,
  { scenario, formats, language = 'en' }: Wanted,
  call: Call,
  now: string,
): { files: readonly ExportFile[]; findings: readonly Finding[] } {
  const chosen = requireFormats(formats);
  const input = exportInput(project, scenario, language, now);
  call.signal.throwIfAborted();
  const targets = chosen.includes('target-csv') ? targetFiles(input) : { files: [], findings: [] };
  const findings = [...input.findings, ...targets.findings];
  const tables = chosen.includes('csv') ? csvFiles({ ...input, findings }) : [];
  return { files: [...tables, ...targets.files], findings: targets.findings };
}

function exportInput(project: Project, scenario: string | undefined, language: Language, now: string): ExportInput {
  const ground = loadGround(project, now, language);
  const planned = planOf(ground, scenario);
  const { assumptions, planning } = planned;
  const plan = planning.result();
  const cost = costOf(planned, ground.asOf);
  const { machines, subscriptions, excluded, usage, findings } = ground.inventory;
  const evidence = readEvidence(project).flatMap(({ id }) => readEvidenceFindings(project, id));
  return {
    machines,
    subscriptions,
    excluded,
    plan,
    cost,
    currency: assumptions.currency,
    language,
    findings: [
      ...findings,
      ...plan.findings,
      ...compareExported(project, planning),
      ...priceFindings(assumptions, ground.importedPrices, ground.asOf),
      ...costFindings(cost, assumptions),
      ...compareUsage(usage, planning.planned),
      ...evidence,
    ],
  };
}

function requireFormats(formats: readonly string[] | undefined): readonly Format[] {
  if (formats === undefined) return FORMATS;
  const known = FORMATS.filter((format) => formats.includes(format));
  if (known.length !== formats.length) throw new PlannerError('wrong-use', { detail: `--format ${FORMATS.join(',')}` });
  return known;
}

/** Each file is whole or not there: it is written beside its name and renamed. */
async function writeFiles(to: string, files: readonly ExportFile[], signal: AbortSignal): Promise<ExportView['files']> {
  try {
    mkdirSync(to, { recursive: true });
    const temporaries: [temporary: string, path: string][] = [];
    try {
      for (const { name, chunks } of files) {
        const path = join(to, name);
        const temporary = `${path}.${process.pid}.tmp`;
        temporaries.push([temporary, path]);
        await pipeline(Readable.from(chunks()), createWriteStream(temporary), { signal });
      }
      for (const [temporary, path] of temporaries) renameSync(temporary, path);
    } finally {
      for (const [temporary] of temporaries) rmSync(temporary, { force: true });
    }
  } catch (error) {
    if (signal.aborted) throw error;
    throw new PlannerError('cannot-write', { path: to, detail: (error as Error).message });
  }
  return files.map(({ name, rows }) => ({ path: join(to, name), rows }));
}

/** A `target.csv` of an earlier export would still be run by somebody: it is named, not deleted. */
function staleFiles(to: string, files: readonly ExportFile[]): Finding[] {
  const current = new Set(files.map(({ name }) => name));
  return readdirSync(to)
    .filter((name) => /^target.*\.csv$/i.test(name) && !current.has(name))
    .map((file) => finding('export-stale-target', {}, { file }));
}
