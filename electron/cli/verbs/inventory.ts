import {
  COLUMN_NAMES,
  printChanged,
  printCoverage,
  printDeclined,
  printMachines,
  unknownColumns,
} from '../print/inventory.ts';
import { withProject } from '../session.ts';
import { commandFailure, parseSettings } from '../settings-file.ts';
import type { VerbHost } from './verb.ts';

/** `machines`, `coverage`, `merge`, `decline`, `split`: the one list of servers. */
export function registerInventoryVerbs({ program, help, run }: VerbHost): void {
  program
    .command('machines')
    .argument('<file>')
    .option('--where <json>', help('where'))
    .option('--columns <names>', help('columns'))
    .description(help('machines'))
    .action((file: string, options: { where?: string; columns?: string }) =>
      run(options, (session) =>
        withProject(session, file, 'read', async ({ handle }) => {
          const unknown = unknownColumns(options.columns ?? COLUMN_NAMES.join(','));
          if (unknown.length > 0) {
            const detail = `--columns: ${unknown.join(', ')}? (${COLUMN_NAMES.join(', ')})`;
            throw commandFailure('wrong-use', { detail }, session.language);
          }
          const { when } = await import('../../../shared/contract/schemas.ts');
          const where =
            options.where === undefined
              ? {}
              : { where: parseSettings('--where', options.where, when, session.language) };
          const view = await session.call('inventory.machines', { handle, ...where });
          session.show('machines', view, (document) => printMachines(document, session.language, options.columns));
          return 0;
        }),
      ),
    );

  program
    .command('coverage')
    .argument('<file>')
    .description(help('coverage'))
    .action((file: string, options: object) =>
      run(options, (session) =>
        withProject(session, file, 'read', async ({ handle }) => {
          const view = await session.call('inventory.coverage', { handle });
          session.show('coverage', view, (document) => printCoverage(document, session.language));
          return 0;
        }),
      ),
    );

  program
    .command('merge')
    .argument('<file>')
    .argument('<machine>')
    .argument('<other>')
    .description(help('merge'))
    .action((file: string, machine: string, other: string, options: object) =>
      run(options, (session) =>
        withProject(session, file, 'write', async ({ handle }) => {
          const view = await session.call('identity.merge', { handle, machines: [machine, other] });
          session.show('merge', view, (document) => printChanged(document, session.language));
          return 0;
        }),
      ),
    );

  program
    .command('decline')
    .argument('<file>')
    .argument('<machine>')
    .argument('<other...>')
    .option('--take-back', help('takeBack'))
    .description(help('decline'))
    .action((file: string, machine: string, others: string[], options: { takeBack?: boolean }) =>
      run(options, (session) =>
        withProject(session, file, 'write', async ({ handle }) => {
          const method = options.takeBack ? 'identity.offerAgain' : 'identity.decline';
          const view = await session.call(method, { handle, machines: [machine, ...others] });
          session.show('decline', view, (document) => printDeclined(document, session.language));
          return 0;
        }),
      ),
    );

  program
    .command('split')
    .argument('<file>')
    .argument('<machine>')
    .argument('<evidence>')
    .description(help('split'))
    .action((file: string, machine: string, evidence: string, options: object) =>
      run(options, (session) =>
        withProject(session, file, 'write', async ({ handle }) => {
          const view = await session.call('identity.split', { handle, machine, evidence });
          session.show('split', view, (document) => printChanged(document, session.language));
          return 0;
        }),
      ),
    );
}
