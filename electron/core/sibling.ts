import { extname } from 'node:path';

/**
 * A module beside the asking one, to be started as a process or worker: `.ts` where the sources run, `.js` where they are built.
 * @param asking `import.meta.url`
 */
export function siblingModule(name: string, asking: string): URL {
  return new URL(`./${name}${extname(asking)}`, asking);
}
