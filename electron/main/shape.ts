import type { CallRequest } from '../../shared/contract/client.ts';
import type { FilePurpose } from '../../shared/contract/host.ts';
import type { Method } from '../../shared/contract/schemas.ts';
import type { Language } from '../../shared/model/index.ts';

/** What is taken from the page, checked by hand: the core looks at the content, this at shape and size. */

const MIB = 1024 ** 2;
/** Names for a list of 200,000 machines fit in. */
export const MOST_REQUEST_CHARACTERS = 32 * MIB;
/** A workbook of 100,000 machines has 16 MB. */
export const MOST_FILE_BYTES = 256 * MIB;
const MOST_PATH_CHARACTERS = 4_096;
const MOST_NAME_CHARACTERS = 200;

/** `shared/model` has the same as a list; its type holds both together. */
const LANGUAGES = ['en', 'ja'] as const satisfies readonly Language[];
const PURPOSES = ['evidence', 'column-map', 'prices'] as const satisfies readonly FilePurpose[];

export function isCallId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
}

export function isName(value: unknown): value is string {
  return isText(value, MOST_NAME_CHARACTERS);
}

export function isPath(value: unknown): value is string {
  return isText(value, MOST_PATH_CHARACTERS) && !value.includes('\0');
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

export function isFilePurpose(value: unknown): value is FilePurpose {
  return PURPOSES.some((purpose) => purpose === value);
}

export function isFileContent(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && value.byteLength <= MOST_FILE_BYTES;
}

/** @returns null for what is no call, or one too large */
export function readRequest(text: unknown): CallRequest | null {
  if (!isText(text, MOST_REQUEST_CHARACTERS)) return null;
  const value = parse(text);
  if (!isObject(value) || Object.keys(value).length !== 3) return null;
  const { method, params, language } = value;
  if (typeof method !== 'string' || !/^[a-zA-Z]{1,40}\.[a-zA-Z]{1,40}$/.test(method)) return null;
  if (!isObject(params) || !isLanguage(language)) return null;
  // Whether there is such a method the core says, which knows them.
  return { method: method as Method, params, language };
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= most;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
