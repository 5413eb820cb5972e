import type { Language } from '../../shared/model/index.ts';
import { connectDesktop } from './desktop.ts';
import type { Host } from './host.ts';
import { connectWeb } from './web.ts';

/** Finds out which surroundings the page has. Rejects when a web host does not answer or refuses the token. */
export async function connectHost(language: () => Language): Promise<Host> {
  return window.dfsPlanner ? connectDesktop(window.dfsPlanner, language) : connectWeb(language);
}
