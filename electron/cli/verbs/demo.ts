import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT_IN_SCENARIOS } from '../../../shared/model/planning.ts';
import { printDemo } from '../print/demo.ts';
import type { Session } from '../session.ts';
import type { VerbHost } from './verb.ts';

/** `demo`: the sample customer from files to CSV, in one go. */
export function registerDemo({ program, help, run }: VerbHost): void {
  program
    .command('demo')
    .option('--out <folder>', help('demoOut'))
    .description(help('demo'))
    .action((options: { out?: string }) =>
      run(options, async (session) => {
        const folder = await outputFolder(session, options.out);
        const { project, import: imported } = await session.call('project.createSample', {
          path: join(folder, 'sample.dfsplan'),
        });
        const { handle } = project;
        const plan = await session.call('plan.get', { handle });
        const cost = await session.call('cost.get', { handle, scenarios: BUILT_IN_SCENARIOS.map(({ id }) => id) });
        const { machines } = await session.call('inventory.machines', { handle });
        const exported = await session.call('export.write', {
          handle,
          to: join(folder, 'csv'),
          language: session.language,
        });
        await session.call('project.close', { handle });
        const files = exported.files.map(({ path }) => path);
        const document = { project: project.path, files, plan, cost };
        session.show('demo', document, () =>
          printDemo({ folder, machines, imported, plan, cost, exported }, session.language),
        );
        return 0;
      }),
    );
}

async function outputFolder(session: Session, out: string | undefined): Promise<string> {
  if (out === undefined) return mkdtemp(join(tmpdir(), 'dfs-planner-'));
  const folder = session.path(out);
  await mkdir(folder, { recursive: true });
  return folder;
}
