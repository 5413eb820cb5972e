import { extname } from 'node:path';

/**
 * A module of the core that is started as a process or worker, given as `new URL('./probe.ts', import.meta.url)`:
 * the source where the sources run, `.js` where they are built.
 */
export function startable(module: URL): URL {
  return new URL(module.href.replace(/\.ts$/, extname(import.meta.url)));
}
