import type { FindingParams, Language } from '../../model/index.ts';
import { fill } from '../fill.ts';
import { MESSAGES } from './messages.ts';

export { HELP } from './help.ts';

export type MessageKey = keyof typeof MESSAGES;

/** One sentence or heading of the command line. */
export function say(language: Language, key: MessageKey, params: FindingParams = {}): string {
  return fill(MESSAGES[key][language], params);
}
