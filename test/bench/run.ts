import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Core, createCore } from '../../electron/core/app.ts';
import { loadGround, planOf } from '../../electron/core/features/planning/load.ts';
import { closeProject, openProject } from '../../electron/core/store/index.ts';
import type { Method, Params, Result } from '../../shared/contract/index.ts';
import { createPricer, estimateTotals } from '../../shared/cost/index.ts';
import { planScenario } from '../../shared/plan/index.ts';
import { writeFleetCsv, writePlansJson } from './fleet.ts';
import { type Figure, measure, printFigures } from './measure.ts';

/** How many machines the benches run on; `npm run bench -- 10000` for a quick look. */
const MACHINES = Number(process.argv[2] ?? 100_000);

/** Budgets for 100,000 machines on two cores (docs: README, section "Limits"). Printed beside, as a ratio: a bench is no test. */
const BUDGETS = { import: 8_000, plan: 150, csv: 3_000, memory: 700 } as const;

const folder = mkdtempSync(join(tmpdir(), 'dfs-bench-'));
const core = createCore({ now: () => '2026-11-24T00:00:00.000Z', home: join(folder, 'home') });
try {
  const figures = await run();
  process.stdout.write(
    `${MACHINES} machines, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}\n`,
  );
  printFigures(figures);
} finally {
  core.close();
  rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<Figure[]> {
  const fleet = join(folder, 'fleet.csv');
  const plans = join(folder, 'plans.json');
  writeFleetCsv(fleet, MACHINES);
  writePlansJson(plans);
  const path = join(folder, 'bench.dfsplan');
  const { handle } = await call(core, 'project.create', { path, name: 'Bench' });
  const scale = MACHINES / 100_000;
  const figures: Figure[] = [];
  await call(core, 'evidence.import', { handle, inputs: [plans] });
  figures.push(
    await measure('import: CSV → records → machines in the project', MACHINES, BUDGETS.import * scale, () =>
      call(core, 'evidence.import', { handle, inputs: [fleet] }),
    ),
  );
  figures.push(
    await measure('import again: a newer export of the same list', MACHINES, BUDGETS.import * scale, async () => {
      const newer = join(folder, 'fleet (1).csv');
      writeFleetCsv(newer, MACHINES, 1);
      await call(core, 'evidence.import', { handle, inputs: [newer] });
    }),
  );
  await call(core, 'project.close', { handle });
  const project = openProject(path, { mode: 'read', now: '2026-11-24T00:00:00.000Z' });
  try {
    figures.push(...(await planFigures(project, scale)));
  } finally {
    closeProject(project);
  }
  figures.push(
    await measure('open: verified, with digests', MACHINES, null, async () => {
      const opened = await call(core, 'project.open', { path, mode: 'read' });
      await call(core, 'project.close', { handle: opened.handle });
    }),
  );
  const opened = await call(core, 'project.open', { path, mode: 'read' });
  figures.push(
    await measure('snapshot for the page', MACHINES, null, async () => {
      await call(core, 'inventory.snapshot', { handle: opened.handle });
    }),
  );
  figures.push(
    await measure('export: plan, subscriptions, cost, findings, target as CSV', MACHINES, BUDGETS.csv * scale, () =>
      call(core, 'export.write', { handle: opened.handle, to: join(folder, 'out') }),
    ),
  );
  process.stdout.write(
    `project file ${(statSync(path).size / 2 ** 20).toFixed(0)} MB, CSV ${(statSync(fleet).size / 2 ** 20).toFixed(0)} MB\n`,
  );
  return figures;
}

/** What the page does after a slider moved: decide, posture and cost for all, from machines that are in memory. */
async function planFigures(project: Parameters<typeof loadGround>[0], scale: number): Promise<Figure[]> {
  const ground = loadGround(project, '2026-11-24T00:00:00.000Z', 'en');
  const { inventory, rules, overrides, asOf, language } = ground;
  const { scenario, assumptions, book } = planOf(ground);
  const planWith = (discount: string) => {
    const changed = { ...assumptions, discount };
    const pricing = { book, assumptions: changed, asOf };
    const { machines, subscriptions, lists } = inventory;
    const planning = planScenario(
      { scenario, machines, subscriptions, rules, overrides, lists, assumptions: changed, asOf, language },
      createPricer(pricing),
    );
    const { planned, blocked } = planning;
    return estimateTotals({ scenario, planned, subscriptions: planning.subscriptions, blocked, pricing });
  };
  const first = await measure(
    'decide + posture + cost, after an assumption changed',
    MACHINES,
    BUDGETS.plan * scale,
    () => planWith('5'),
  );
  const times: number[] = [];
  for (let step = 0; step < 9; step += 1) {
    const started = performance.now();
    planWith(String(step));
    times.push(performance.now() - started);
  }
  const median = times.toSorted((a, b) => a - b)[4] ?? 0;
  return [first, { ...first, name: 'the same, median of nine', milliseconds: median }];
}

async function call<M extends Method>(on: Core, method: M, params: Params<M>): Promise<Result<M>> {
  const reply = await on.dispatch(method, params, {
    language: 'en',
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.message}`);
  return reply.value;
}
