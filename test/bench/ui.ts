// The page with 100,000 machines in Chromium: `npm run bench:ui`, or with fewer for a quick look: `npm run bench:ui -- 10000`.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { createCore } from '../../electron/core/app.ts';
import type { Method, Params, Result } from '../../shared/contract/index.ts';
import { goTo } from '../e2e/support/screens.ts';
import { launchWeb } from '../e2e/support/web.ts';
import { wordsOf } from '../e2e/support/words.ts';
import { writeFleetCsv, writePlansJson } from './fleet.ts';

const MACHINES = Number(process.argv[2] ?? 100_000);
const PROJECT = 'Bench';
const TIMES = 7;
const FRAMES = 240;
/** Pixels of one notch of a wheel. */
const NOTCH = 120;
const BUNDLE_KIB = 450;

const en = wordsOf('en');
const home = mkdtempSync(join(tmpdir(), 'dfs-bench-ui-'));
try {
  await makeProject();
  process.stdout.write(`${MACHINES} machines, ${cpus().length} cores, Node ${process.versions.node}\n`);
  await run();
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function run(): Promise<void> {
  const web = await launchWeb({ home });
  const { page } = web;
  try {
    await page.getByRole('button', { name: PROJECT, exact: true }).waitFor();
    await printBundle(page);
    await page.evaluate(installTimer);
    print('open to a usable grid', [await open(page)], 2_500);
    await filterAndSort(page);
    await scroll(page);
    await moveSliders(page);
    await printHeap(page);
  } finally {
    await web.close();
  }
}

async function open(page: Page): Promise<number> {
  const names = { project: PROJECT, close: en.start('close'), inventory: en.shell('screen.inventory') };
  return page.evaluate(async ({ project, close, inventory }) => {
    const button = (name: string) =>
      [...document.querySelectorAll<HTMLElement>('button')].find((each) => each.textContent.trim() === name);
    return window.timed(
      () => button(project)?.click(),
      () => {
        if (button(close)) button(inventory)?.click();
        return document.querySelector('[role=grid] [data-index] [role=gridcell]') !== null;
      },
    );
  }, names);
}

async function filterAndSort(page: Page): Promise<void> {
  const count = page.getByTestId('count');
  const search = page.getByRole('searchbox', { name: en.inventory('search') });
  await search.waitFor();
  const typed = [];
  for (let time = 0; time < TIMES; time += 1)
    typed.push(await typeAndWait(page, time % 2 === 0 ? `srv-0${time}` : 'team7'));
  print('filter by a text', typed, 100);
  await search.fill('');
  await count.filter({ hasText: en.inventory('count.all', { count: MACHINES }) }).waitFor();
  for (const column of ['name', 'state', 'monthlyNow'] as const) {
    const sorted = [];
    for (let time = 0; time < TIMES; time += 1) sorted.push(await sortAndWait(page, en.inventory(`column.${column}`)));
    print(`sort by “${en.inventory(`column.${column}`)}”`, sorted, 100);
  }
}

function typeAndWait(page: Page, text: string): Promise<number> {
  return page.evaluate(async (value) => {
    const input = document.querySelector<HTMLInputElement>('main input[type=search]');
    const count = document.querySelector('[data-testid=count]');
    const before = count?.textContent;
    return window.timed(
      () => input && window.fill(input, value),
      () => count?.textContent !== before,
    );
  }, text);
}

function sortAndWait(page: Page, title: string): Promise<number> {
  return page.evaluate(async (name) => {
    const header = [...document.querySelectorAll<HTMLElement>('[role=columnheader]')].find(
      ({ title }) => title === name,
    );
    const before = header?.ariaSort;
    return window.timed(
      () => header?.click(),
      () => header?.ariaSort !== before,
    );
  }, title);
}

/** A notch of the wheel every frame. */
async function scroll(page: Page): Promise<void> {
  const frames = await page.evaluate(
    async ({ count, notch }) => {
      const scroller = document.querySelector('[data-grid-scroller]');
      const times: number[] = [];
      let last = await window.frame();
      for (let at = 0; at < count; at += 1) {
        scroller?.scrollBy(0, notch);
        const now = await window.frame();
        times.push(now - last);
        last = now;
      }
      return times;
    },
    { count: FRAMES, notch: NOTCH },
  );
  const sorted = frames.toSorted((a, b) => a - b);
  print('scroll, frame p95', [sorted[Math.floor(sorted.length * 0.95)] ?? 0], 33);
}

/** From the slider's event to new figures on the screen: four scenarios on the comparison. */
async function moveSliders(page: Page): Promise<void> {
  await goTo(page, en, 'compare');
  const slider = page.getByRole('slider', { name: en.compare('whatIf.discount') });
  await slider.waitFor();
  await page.getByText(en.compare('total.always')).first().waitFor();
  const times = [];
  for (let time = 1; time <= TIMES; time += 1) {
    const spent = await slider.evaluate(async (input, value) => {
      const cells = () => document.querySelector('main table')?.textContent;
      const before = cells();
      return window.timed(
        () => window.fill(input as HTMLInputElement, String(value)),
        () => cells() !== before,
      );
    }, time * 5);
    times.push(spent);
  }
  print('re-plan after a slider, four scenarios', times, 150);
}

async function printHeap(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  process.stdout.write(`heap of the page: ${(usedSize / 2 ** 20).toFixed(0)} MB\n`);
}

/** What the first screen loads, and all there is. */
async function printBundle(page: Page): Promise<void> {
  const folder = resolve(import.meta.dirname, '../../out/renderer/assets');
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  let [first, all] = [0, 0];
  for (const name of readdirSync(folder)) {
    const kib = gzipSync(readFileSync(join(folder, name))).length / 1024;
    all += kib;
    if (loaded.some((address) => address.endsWith(`/${name}`))) first += kib;
  }
  process.stdout.write(
    `page, gzipped: ${first.toFixed(0)} KiB for the first screen, ${all.toFixed(0)} KiB in all, ${(all / BUNDLE_KIB).toFixed(2)} of budget\n`,
  );
}

/** The median, what it was at worst, and the ratio to the budget for 100,000 machines. */
function print(name: string, times: readonly number[], budget: number): void {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const worst = times.length > 1 ? `, at worst ${sorted.at(-1)?.toFixed(0)} ms` : '';
  process.stdout.write(`${name}: ${median.toFixed(0)} ms${worst}, ${(median / budget).toFixed(2)} of budget\n`);
}

declare global {
  interface Window {
    frame(): Promise<number>;
    fill(input: HTMLInputElement, value: string): void;
    timed(act: () => void, isDone: () => boolean): Promise<number>;
  }
}

/** In the page: what measures there. */
function installTimer(): void {
  window.frame = () => new Promise((fulfil) => requestAnimationFrame(fulfil));
  window.fill = (input, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  // From the act to the frame in which its effect stands.
  window.timed = async (act, isDone) => {
    await window.frame();
    const started = performance.now();
    act();
    while (!isDone()) await window.frame();
    await window.frame();
    return performance.now() - started;
  };
}

async function makeProject(): Promise<void> {
  const core = createCore({ now: () => '2026-11-24T00:00:00.000Z', home });
  const call = async <M extends Method>(method: M, params: Params<M>): Promise<Result<M>> => {
    const context = { language: 'en', signal: new AbortController().signal, progress: () => undefined } as const;
    const reply = await core.dispatch(method, params, context);
    if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.message}`);
    return reply.value;
  };
  try {
    const [fleet, plans] = [join(home, 'fleet.csv'), join(home, 'plans.json')];
    writeFleetCsv(fleet, MACHINES);
    writePlansJson(plans);
    const path = join(home, 'projects', `${PROJECT}.dfsplan`);
    const { handle } = await call('project.create', { path, name: PROJECT });
    await call('evidence.import', { handle, inputs: [fleet, plans] });
    await call('project.close', { handle });
  } finally {
    core.close();
  }
}
