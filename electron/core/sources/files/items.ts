import { jsonrepair } from 'jsonrepair';
import type { ItemReader, JsonEnvelope, JsonFormat, JsonItem, JsonPreview } from './format.ts';
import type { ReadOptions } from './host.ts';
import { createJsonReader, type JsonEnd } from './json.ts';
import { pageOf } from './json-pages.ts';
import { limit } from './limits.ts';
import type { Pulse } from './pulse.ts';
import { attempt, type Tally } from './tally.ts';

export interface JsonText {
  readonly file: string;
  readonly encoding: string;
  /** The text from its first bracket; it can be had again for a repair. */
  text(): AsyncIterable<string>;
  readonly bytes: number;
}

export interface JsonJob {
  readonly formats: readonly JsonFormat[];
  readonly options: ReadOptions;
  readonly tally: Tally;
  readonly pulse: Pulse;
}

/** Reads a JSON text to its end, or as far as it is one. @returns the format that took it; null: a finding says so */
export async function readJson(json: JsonText, job: JsonJob): Promise<JsonFormat | null> {
  const taker = createTaker(json, job);
  let end = await readText(json.text(), taker, 0, job.pulse);
  if (end === 'broken' && json.bytes <= limit('jsonRepairBytes')) {
    // The parser gives nothing of the piece that it breaks in: in small pieces, every whole item is had.
    end = await readText(inSmallPieces(json.text()), taker, taker.taken, job.pulse);
    if (end === 'broken') end = await repair(json, taker, job);
  }
  sayEnd(end, taker.count, job.tally);
  return taker.end(end === 'complete');
}

async function readText(
  text: AsyncIterable<string> | Iterable<string>,
  taker: Taker,
  skip: number,
  pulse: Pulse,
): Promise<JsonEnd> {
  let skipped = 0;
  const reader = createJsonReader({
    container: (name) => taker.container(name),
    envelope: (part) => taker.envelope(part),
    item(value) {
      if (skipped < skip) skipped++;
      else taker.take(value);
    },
  });
  for await (const piece of text) {
    const end = reader.write(piece);
    if (end) return end;
    await pulse.beat();
  }
  return reader.end();
}

/** Almost-JSON (comments, trailing commas, typographic quotes): repaired as a whole, read on after what was already taken. */
async function repair(json: JsonText, taker: Taker, job: JsonJob): Promise<JsonEnd> {
  const pieces: string[] = [];
  for await (const piece of json.text()) pieces.push(piece);
  const before = taker.taken;
  let repaired: string;
  try {
    repaired = jsonrepair(pieces.join(''));
  } catch {
    return 'broken';
  }
  job.tally.find('json-repaired', { item: taker.count + 1 });
  return readText(inPieces(repaired), taker, before, job.pulse);
}

/** Cut after every bracket and comma. */
async function* inSmallPieces(text: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const piece of text) yield* piece.match(/[^{}[\],]*[{}[\],]|[^{}[\],]+$/g) ?? [];
}

function* inPieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += limit('blockBytes')) yield text.slice(at, at + limit('blockBytes'));
}

const END_FINDINGS: Readonly<Record<Exclude<JsonEnd, 'complete'>, string>> = {
  truncated: 'json-truncated',
  broken: 'json-broken',
  'text-after': 'json-text-after',
  'too-deep': 'json-too-deep',
  'item-too-large': 'json-item-too-large',
};

function sayEnd(end: JsonEnd, items: number, tally: Tally): void {
  if (end === 'complete') return;
  const bound = end === 'too-deep' ? limit('jsonDepth') : limit('jsonItemBytes');
  tally.find(END_FINDINGS[end], { item: items + 1, count: items, limit: bound }, items + 1);
}

interface Taker {
  container(name: string): void;
  take(value: unknown): void;
  envelope(part: JsonEnvelope): void;
  /** @param isWhole nothing else explains that there may be no items */
  end(isWhole: boolean): JsonFormat | null;
  /** Values of the text so far, pages and tables as one; and the items in them. */
  readonly taken: number;
  readonly count: number;
}

/** Holds the first items until a format is chosen, then hands over one after the other. */
function createTaker(json: JsonText, job: JsonJob): Taker {
  const { tally, pulse } = job;
  const sink = tally.sink(null);
  let first: JsonItem[] = [];
  let containers: string[] = [];
  let envelope: JsonEnvelope = {};
  let taken = 0;
  let count = 0;
  let chosen: { readonly format: JsonFormat; readonly reader: ItemReader | null } | null | undefined;

  return {
    container(name) {
      if (containers.length < 2) containers = [...containers, name];
    },
    take(value) {
      taken++;
      const page = pageOf(value);
      if (!page) {
        takeItem(value);
        return;
      }
      if (count === 0) containers = [page.container];
      // The last page's word on whether there is more is the one that counts.
      envelope = page.envelope;
      for (const item of page.items) takeItem(item);
    },
    envelope(part) {
      envelope = { ...envelope, ...part };
    },
    end(isWhole) {
      if (chosen === undefined) start(isWhole);
      const { format, reader } = chosen ?? { format: null, reader: null };
      if (reader) attempt(sink, null, () => reader.end?.(envelope));
      tally.closeTable(null);
      return format;
    },
    get taken() {
      return taken;
    },
    get count() {
      return count;
    },
  };

  function takeItem(value: unknown): void {
    count++;
    pulse.rows(1);
    const item: JsonItem = { row: count, value };
    if (chosen !== undefined) give(item);
    else if (first.push(item) >= limit('previewRows')) start(true);
  }

  function start(isWhole: boolean): void {
    const container = containers[0] === '{}' && containers.length > 1 ? 'lines' : (containers[0] ?? '{}');
    const format = choose({ file: json.file, container, items: first, envelope }, job);
    chosen = null;
    if (format) {
      const begin = { headerFingerprint: null, header: [], headerRow: 0, sheet: null };
      tally.begin({ ...begin, format: format.id, encoding: json.encoding });
      const reader = attempt(sink, null, () => format.reader({ file: json.file, container, sink }));
      chosen = { format, reader };
    } else if (errorOf(first[0]?.value) !== null) {
      tally.find('json-error-answer', { error: errorOf(first[0]?.value) ?? '' });
    } else if (first.length > 0) {
      tally.find('json-not-recognised', { seen: keysOf(first[0]?.value), container });
    } else if (isWhole) {
      tally.find('json-empty', { container });
    }
    for (const item of first) give(item);
    first = [];
  }

  function give(item: JsonItem): void {
    if (!chosen) return;
    const { reader } = chosen;
    tally.row(item.row, () => {
      if (reader) attempt(sink, item.row, () => reader.item(item));
    });
  }
}

/**
 * The user's word first, then the surest; ties go to the earlier. Without items only the user can know, or a document
 * that says beside its empty list what was asked: then "nothing there" is knowledge.
 */
function choose(preview: JsonPreview, job: JsonJob): JsonFormat | null {
  const { as } = job.options;
  const formats = as === undefined ? job.formats : job.formats.filter((format) => format.id === as);
  let best: { format: JsonFormat; score: number } | null = null;
  const isAsked = ['query', 'url', '@odata.context'].some((key) => typeof preview.envelope[key] === 'string');
  for (const format of preview.items.length > 0 || isAsked ? formats : []) {
    const score = detect(format, preview);
    if (score > (best?.score ?? 0)) best = { format, score };
  }
  return best?.format ?? (as === undefined ? null : (formats[0] ?? null));
}

/** A format that fails on a preview does not know it. */
function detect(format: JsonFormat, preview: JsonPreview): number {
  try {
    return format.detect(preview) ?? 0;
  } catch {
    return 0;
  }
}

/** The code in an answer of the form `{ "error": { "code": … } }`, as Azure Resource Manager and Graph give it. */
function errorOf(value: unknown): string | null {
  const error = isObject(value) ? value.error : null;
  return isObject(error) && typeof error.code === 'string' ? error.code : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function keysOf(value: unknown): string {
  if (!isObject(value)) return String(value).slice(0, 40);
  return Object.keys(value).slice(0, 8).join(', ');
}
