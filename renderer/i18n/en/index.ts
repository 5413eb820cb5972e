import { common } from './common.ts';
import { importing } from './import.ts';
import { inventory } from './inventory.ts';
import { machine } from './machine.ts';
import { shell } from './shell.ts';
import { start } from './start.ts';
import { words } from './words.ts';

/** One catalogue for each room of the page. */
export const EN = { common, shell, words, start, inventory, machine, import: importing } as const;
