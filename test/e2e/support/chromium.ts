import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** No call home, and no sandbox where Chromium refuses one (root). */
const SWITCHES = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser's program: what `DFS_PLANNER_CHROMIUM` names, else one that is installed; null when there is none. */
export function findChromium(): string | null {
  const named = process.env.DFS_PLANNER_CHROMIUM;
  return [...(named ? [named] : PLACES)].find((path) => existsSync(path)) ?? null;
}

/** @throws Error when there is no browser */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium here');
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: [...SWITCHES, ...(isRoot ? ['--no-sandbox'] : [])] });
}
