import { readFile } from 'node:fs/promises';
import { describeFailure, type FailureCode } from '../../shared/contract/failures.ts';
import type { FindingParams, Language } from '../../shared/model/index.ts';
import { CommandFailure } from './session.ts';

/** A failure made on this side of the contract. */
export function commandFailure(code: FailureCode, params: FindingParams, language: Language): CommandFailure {
  return new CommandFailure(describeFailure(code, language, params));
}

/** The schema part of zod that is needed here; zod itself is loaded only with the core. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: { path: readonly PropertyKey[]; message: string }[] } };
}

/**
 * Reads a settings file (RULES.json, MAP.json, …) and checks it.
 * @throws CommandFailure `unreadable-settings` when it is missing, no JSON, or of another shape.
 */
export async function readSettings<T>(path: string, schema: Schema<T>, language: Language): Promise<T> {
  let value: unknown;
  try {
    value = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    throw commandFailure('unreadable-settings', { path, detail: (error as Error).message }, language);
  }
  return checkSettings(path, value, schema, language);
}

/** The same for a value typed on the command line. */
export function parseSettings<T>(name: string, text: string, schema: Schema<T>, language: Language): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw commandFailure('unreadable-settings', { path: name, detail: (error as Error).message }, language);
  }
  return checkSettings(name, value, schema, language);
}

function checkSettings<T>(path: string, value: unknown, schema: Schema<T>, language: Language): T {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const detail = checked.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`)
    .join('; ');
  throw commandFailure('unreadable-settings', { path, detail }, language);
}
