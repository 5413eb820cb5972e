// Node keeps what it made of our TypeScript for the next start: it takes a third of the time then.
// In the folder where tools keep such things, which belongs to whoever installed us; where it cannot be written to, or
// on a Node that is too old for it, nothing is kept.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

module.enableCompileCache?.(fileURLToPath(new URL('../../node_modules/.cache/dfs-planner', import.meta.url)));
