import type { ImportView, InspectView, Params } from '../../../shared/contract/index.ts';
import { printImport } from '../print/evidence.ts';
import { exitCodeOf, type Session, withProject } from '../session.ts';
import { readSettings } from '../settings-file.ts';
import type { VerbHost } from './verb.ts';

interface ReadingOptions {
  readonly as?: string;
  readonly map?: string;
  readonly encoding?: string;
  readonly tenant?: string;
}

/** `import`, `inspect`: the customer's files. */
export function registerEvidenceVerbs({ program, help, run }: VerbHost): void {
  const reading = (name: string) =>
    program
      .command(name)
      .option('--as <format>', help('as'))
      .option('--map <file>', help('map'))
      .option('--encoding <encoding>', help('encoding'));

  reading('import')
    .argument('<file>')
    .argument('<input...>')
    .option('--tenant <tenant>', help('tenant'))
    .description(help('import'))
    .action((file: string, inputs: string[], options: ReadingOptions) =>
      run(options, (session) =>
        withProject(session, file, 'write', async ({ handle }) => {
          const read = await readingParams(session, inputs, options);
          const tenant = options.tenant === undefined ? {} : { tenant: options.tenant };
          const view: ImportView = await session.call('evidence.import', { handle, ...read, ...tenant });
          session.show('import', view, (document) => printImport(document, session.language));
          return exitCodeOf([...view.findings, ...view.evidence.flatMap(({ findings }) => findings)]);
        }),
      ),
    );

  reading('inspect')
    .argument('<input...>')
    .description(help('inspect'))
    .action((inputs: string[], options: ReadingOptions) =>
      run(options, async (session) => {
        const view: InspectView = await session.call('evidence.inspect', await readingParams(session, inputs, options));
        session.show('inspect', view, (document) =>
          printImport({ ...document, findings: [] }, session.language, { isInspection: true }),
        );
        return exitCodeOf(view.evidence.flatMap(({ findings }) => findings));
      }),
    );
}

async function readingParams(
  session: Session,
  inputs: readonly string[],
  options: ReadingOptions,
): Promise<Omit<Params<'evidence.inspect'>, 'handle'>> {
  const { columnMap } = await import('../../../shared/contract/schemas.ts');
  return {
    inputs: inputs.map((input) => session.path(input)),
    // A word that is no format is refused by the contract, with the list of formats.
    ...(options.as === undefined ? {} : { as: options.as as NonNullable<Params<'evidence.inspect'>['as']> }),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.map === undefined
      ? {}
      : { map: await readSettings(session.path(options.map), columnMap, session.language) }),
  };
}
