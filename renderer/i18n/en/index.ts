import { about } from './about.ts';
import { assumptions } from './assumptions.ts';
import { common } from './common.ts';
import { compare } from './compare.ts';
import { connect } from './connect.ts';
import { cost } from './cost.ts';
import { direct } from './direct.ts';
import { evidence } from './evidence.ts';
import { exporting } from './export.ts';
import { importing } from './import.ts';
import { inventory } from './inventory.ts';
import { machine } from './machine.ts';
import { requirements } from './requirements.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { start } from './start.ts';
import { subscriptions } from './subscriptions.ts';
import { words } from './words.ts';

/** One catalogue for each room of the page. */
export const EN = {
  common,
  shell,
  words,
  start,
  connect,
  inventory,
  machine,
  import: importing,
  requirements,
  subscriptions,
  evidence,
  direct,
  assumptions,
  cost,
  compare,
  export: exporting,
  settings,
  about,
} as const;
