import type { Params } from '../../../shared/contract/index.ts';
import { printChanged } from '../print/inventory.ts';
import { printAssumptions, printRequirements } from '../print/requirements.ts';
import { withProject } from '../session.ts';
import { commandFailure, readSettings } from '../settings-file.ts';
import type { VerbHost } from './verb.ts';

type OverrideWant = Params<'overrides.set'>['want'];

/** `requirements`, `override`, `assume`: what people want and assume. */
export function registerRequirementVerbs({ program, help, run }: VerbHost): void {
  program
    .command('requirements')
    .argument('<file>')
    .option('--set <file>', help('requirementsSet'))
    .description(help('requirements'))
    .action((file: string, options: { set?: string }) =>
      run(options, (session) =>
        withProject(session, file, options.set === undefined ? 'read' : 'write', async ({ handle }) => {
          const view =
            options.set === undefined
              ? await session.call('requirements.get', { handle })
              : await session.call('requirements.set', {
                  handle,
                  rules: await readSettings(
                    session.path(options.set),
                    (await import('../../../shared/contract/schemas.ts')).requirementRules,
                    session.language,
                  ),
                });
          session.show('requirements', view, (document) => printRequirements(document, session.language));
          return 0;
        }),
      ),
    );

  program
    .command('override')
    .argument('<file>')
    .argument('<machine...>')
    .requiredOption('--want <want>', help('overrideWant'))
    .requiredOption('--why <text>', help('overrideWhy'))
    .option('--by <name>', help('overrideBy'))
    .description(help('override'))
    .action((file: string, machines: string[], options: { want: string; why: string; by?: string }) =>
      run(options, (session) =>
        withProject(session, file, 'write', async ({ handle }) => {
          const by = options.by === undefined ? {} : { by: options.by };
          const want = options.want as OverrideWant;
          const view = await session.call('overrides.set', { handle, machines, want, why: options.why, ...by });
          session.show('override', view, (document) => printChanged(document, session.language));
          return 0;
        }),
      ),
    );

  program
    .command('assume')
    .argument('<file>')
    .argument('[key=value...]')
    .option('--set <file>', help('assumeSet'))
    .description(help('assume'))
    .action((file: string, pairs: string[], options: { set?: string }) =>
      run(options, async (session) => {
        const isChange = pairs.length > 0 || options.set !== undefined;
        return withProject(session, file, isChange ? 'write' : 'read', async ({ handle }) => {
          const values = pairs.map((pair): [string, string] => {
            const at = pair.indexOf('=');
            if (at < 1) throw commandFailure('wrong-use', { detail: `KEY=VALUE: ${pair}` }, session.language);
            return [pair.slice(0, at), pair.slice(at + 1)];
          });
          const { filterAssumptions } = await import('../../../shared/contract/schemas.ts');
          const filters =
            options.set === undefined
              ? {}
              : { filters: await readSettings(session.path(options.set), filterAssumptions, session.language) };
          const view = isChange
            ? await session.call('assumptions.set', { handle, values, ...filters })
            : await session.call('assumptions.get', { handle });
          session.show('assume', view, (document) => printAssumptions(document, session.language));
          return 0;
        });
      }),
    );
}
