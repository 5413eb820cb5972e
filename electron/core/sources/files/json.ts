import { getManyValues, isMany, none } from 'stream-chain/defs.js';
import Assembler from 'stream-json/assembler.js';
import { jsonParser, type Token } from 'stream-json/core/parser.js';
import type { JsonEnvelope } from './format.ts';
import { limit } from './limits.ts';

/** What comes out of a JSON text, in the order of the text. */
export interface JsonSink {
  /** An element of the container, or a whole document. */
  item(value: unknown): void;
  /** The name of the container, told before its first item. `{}`: a document is an item itself. */
  container(name: string): void;
  envelope(part: JsonEnvelope): void;
}

/** Why a text was not read to its end. */
export type JsonEnd = 'complete' | 'truncated' | 'broken' | 'text-after' | 'too-deep' | 'item-too-large';

/**
 * Properties of a document that hold its items: ARM and Defender (`value`), Resource Graph (`data`),
 * retail prices (`Items`), advanced hunting (`Results`), saved lists (`machines`). Compared without case.
 */
const CONTAINERS = ['value', 'data', 'items', 'results', 'machines'];

/** What a value costs beside its characters. */
const HELD_VALUE = 8;

export interface JsonReader {
  /** Null: go on. Else the reading is over. */
  write(text: string): JsonEnd | null;
  end(): JsonEnd;
}

/**
 * Reads one or several JSON documents, one after the other or one per line, holding one item at a time.
 * Items are the elements of a bare array, those of the array in a known property, else the document.
 */
export function createJsonReader(sink: JsonSink): JsonReader {
  const tokenize = jsonParser({ streamValues: false, jsonStreaming: true });
  const document = createDocumentReader(sink);
  let charactersSinceToken = 0;

  return {
    write(text) {
      charactersSinceToken += text.length;
      return push(text);
    },
    end: () => push(none) ?? (document.depth > 0 ? 'truncated' : 'complete'),
  };

  function push(text: string | typeof none): JsonEnd | null {
    try {
      const tokens = tokenize(text as string);
      for (const token of isMany(tokens) ? (getManyValues(tokens) as Token[]) : []) {
        charactersSinceToken = 0;
        const problem = document.take(token);
        if (problem) return problem;
      }
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('Parser ')) throw error;
      if (text === none) return 'truncated';
      return document.depth === 0 && document.count > 0 ? 'text-after' : 'broken';
    }
    return charactersSinceToken > limit('jsonItemBytes') ? 'item-too-large' : null;
  }
}

interface DocumentReader {
  take(token: Token): JsonEnd | null;
  readonly depth: number;
  /** Documents that are complete. */
  readonly count: number;
}

/** Follows the tokens of one document after the other, and assembles what is an item or part of the envelope. */
function createDocumentReader(sink: JsonSink): DocumentReader {
  let depth = 0;
  let count = 0;
  let isArray = false;
  /** Depth of the open container's elements; 0: none is open. */
  let itemDepth = 0;
  let hasContainer = false;
  let key = '';
  let envelope = new Map<string, unknown>();
  let assembler: Assembler | null = null;
  let size = 0;

  return {
    take,
    get depth() {
      return depth;
    },
    get count() {
      return count;
    },
  };

  function take(token: Token): JsonEnd | null {
    const opens = token.name === 'startObject' || token.name === 'startArray';
    const closes = token.name === 'endObject' || token.name === 'endArray';
    if (opens && depth >= limit('jsonDepth')) return 'too-deep';
    if (assembler) {
      if (opens) depth++;
      if (closes) depth--;
      return assemble(assembler, token);
    }
    if (closes) {
      depth--;
      if (itemDepth > depth) itemDepth = 0;
      if (depth === 0) endDocument();
      return null;
    }
    if (token.name === 'keyValue') {
      key = token.value;
      return null;
    }
    if (opens && depth === 0) {
      beginDocument(token.name === 'startArray');
      return null;
    }
    if (token.name === 'startArray' && depth === 1 && !isArray && !hasContainer && isContainer(key)) {
      depth = 2;
      openContainer(key, 2);
      return null;
    }
    assembler = new Assembler();
    size = 0;
    if (opens) depth++;
    return assemble(assembler, token);
  }

  function beginDocument(array: boolean): void {
    depth = 1;
    isArray = array;
    hasContainer = false;
    envelope = new Map();
    if (array) openContainer('[]', 1);
  }

  function openContainer(name: string, level: number): void {
    hasContainer = true;
    itemDepth = level;
    sink.container(name);
  }

  function endDocument(): void {
    count++;
    // Object.fromEntries defines own properties: a key `__proto__` is a key like any other.
    if (hasContainer) sink.envelope(Object.fromEntries(envelope));
    else if (!isArray) {
      sink.container('{}');
      sink.item(Object.fromEntries(envelope));
    }
  }

  function assemble(current: Assembler, token: Token): JsonEnd | null {
    size += HELD_VALUE + ('value' in token && typeof token.value === 'string' ? token.value.length : 0);
    if (size > limit('jsonItemBytes')) return 'item-too-large';
    current.consume(token);
    if (!current.done) return null;
    const value: unknown = current.current;
    assembler = null;
    if (itemDepth > 0 || depth === 0) {
      if (depth === 0) {
        count++;
        sink.container('{}');
      }
      sink.item(value);
    } else {
      envelope.set(key, value);
    }
    return null;
  }
}

function isContainer(key: string): boolean {
  return CONTAINERS.includes(key.toLowerCase());
}
