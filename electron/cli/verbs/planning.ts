import { say } from '../../../shared/i18n/cli/index.ts';
import { printCost } from '../print/cost.ts';
import { printFindings } from '../print/findings.ts';
import { printExplanation, printPlan } from '../print/plan.ts';
import { exitCodeOf, withProject } from '../session.ts';
import type { VerbHost } from './verb.ts';

interface PlanOptions {
  readonly scenario?: string;
  readonly edition?: string;
  readonly explain?: string;
}

/** `plan`, `cost`, `export`, `collector`: what comes out. */
export function registerPlanningVerbs({ program, help, run }: VerbHost): void {
  program
    .command('plan')
    .argument('<file>')
    .option('--scenario <name>', help('scenario'))
    .option('--edition <id>', help('edition'))
    .option('--explain <machine>', help('explain'))
    .description(help('plan'))
    .action((file: string, options: PlanOptions) =>
      run(options, (session) =>
        withProject(session, file, 'read', async ({ handle }) => {
          const { scenario, edition, explain } = options;
          const view = await session.call('plan.get', { handle, ...given({ scenario, edition, explain }) });
          session.show('plan', view, (document) =>
            document.explain === null
              ? printPlan(document, session.language)
              : printExplanation(document, session.language),
          );
          return explain === undefined ? exitCodeOf(view.findings) : 0;
        }),
      ),
    );

  program
    .command('cost')
    .argument('<file>')
    .option('--scenario <name...>', help('scenario'))
    .description(help('cost'))
    .action((file: string, options: { scenario?: string[] }) =>
      run(options, (session) =>
        withProject(session, file, 'read', async ({ handle }) => {
          const view = await session.call('cost.get', { handle, ...given({ scenarios: options.scenario }) });
          session.show('cost', view, (document) => printCost(document, session.language));
          return exitCodeOf(view.findings);
        }),
      ),
    );

  program
    .command('export')
    .argument('<file>')
    .requiredOption('--to <folder>', help('exportTo'))
    .option('--scenario <name>', help('scenario'))
    .option('--format <formats>', help('exportFormat'))
    .description(help('export'))
    .action((file: string, options: { to: string; scenario?: string; format?: string }) =>
      run(options, (session) =>
        withProject(session, file, 'read', async ({ handle }) => {
          const view = await session.call('export.write', {
            handle,
            to: session.path(options.to),
            language: session.language,
            ...given({ scenario: options.scenario, formats: options.format?.split(',').map((name) => name.trim()) }),
          });
          session.show('export', view, ({ files, findings }) =>
            [
              `${say(session.language, 'written')}\n`,
              ...files.map(({ path, rows }) => `  ${path}  (${rows})\n`),
              findings.length > 0 ? printFindings(findings, session.language) : '',
            ].join(''),
          );
          return exitCodeOf(view.findings);
        }),
      ),
    );

  program
    .command('collector')
    .requiredOption('--to <folder>', help('exportTo'))
    .description(help('collector'))
    .action((options: { to: string }) =>
      run(options, async (session) => {
        const view = await session.call('collector.write', { to: session.path(options.to) });
        session.show('collector', view, ({ files }) =>
          [...files.map((path) => `  ${path}\n`), `${say(session.language, 'collectorDone')}\n`].join(''),
        );
        return 0;
      }),
    );
}

/** Only what the user gave: an absent option is not an option with no value. */
function given<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
