import { say } from '../../../shared/i18n/cli/index.ts';
import type { VerbHost } from './verb.ts';

/** `new`, `check`: the project file itself. */
export function registerProjectVerbs({ program, help, run }: VerbHost): void {
  program
    .command('new')
    .argument('<file>')
    .requiredOption('--name <name>', help('newName'))
    .description(help('new'))
    .action((file: string, options: { name: string }) =>
      run(options, async (session) => {
        const project = await session.call('project.create', { path: session.path(file), name: options.name });
        await session.call('project.close', { handle: project.handle });
        const { handle: _, ...document } = project;
        session.show('new', document, ({ path }) => `${say(session.language, 'created', { path })}\n`);
        return 0;
      }),
    );
  program
    .command('check')
    .argument('<file>')
    .description(help('check'))
    .action((file: string, options: object) =>
      run(options, async (session) => {
        const check = await session.call('project.check', { path: session.path(file) });
        session.show('check', check, ({ ok, version, digest, problems }) =>
          ok
            ? `${say(session.language, 'checkOk', { version: version ?? '', digest: digest ?? '' })}\n`
            : `${[say(session.language, 'checkBad'), ...problems.map((problem) => `  ${problem}`)].join('\n')}\n`,
        );
        return check.ok ? 0 : 1;
      }),
    );
}
