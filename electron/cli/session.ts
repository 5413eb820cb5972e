import type { Failure, Method, Params, Progress, ProjectView, Result } from '../../shared/contract/index.ts';
import { say } from '../../shared/i18n/cli/index.ts';
import type { FindingView, Language } from '../../shared/model/index.ts';
import type { Core } from '../core/app.ts';
import { type Io, userPath } from './io.ts';
import { layout } from './print/layout.ts';
import { progressLine } from './print/progress.ts';

/** A failure that ends a command; the border prints it and takes its exit code. */
export class CommandFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'CommandFailure';
    this.failure = failure;
  }
}

/** One run of one verb. */
export interface Session {
  readonly io: Io;
  readonly language: Language;
  readonly isJson: boolean;
  /** @throws CommandFailure */
  call<M extends Method>(method: M, params: Params<M>): Promise<Result<M>>;
  /** Prints the one JSON document of the verb, or what `text` makes for people. */
  show<T extends object>(verb: string, document: T, text: (document: T) => string): void;
  path(path: string): string;
}

export interface SessionOptions {
  readonly lang?: string | undefined;
  readonly json?: boolean | undefined;
}

export function createSession(io: Io, language: Language, options: SessionOptions): Session {
  let core: Promise<Core> | null = null;
  const report = io.isTerminal ? progressLine(io, language) : null;
  return {
    io,
    language,
    isJson: options.json === true,
    async call(method, params) {
      core ??= loadCore(io);
      const { dispatch } = await core;
      const reply = await dispatch(method, params, {
        language,
        signal: io.signal,
        progress: (progress: Progress) => {
          if (progress.device) askForCode(io, language, progress.device);
          else report?.show(progress);
        },
      });
      report?.clear();
      if (!reply.ok) throw new CommandFailure(reply.failure);
      return reply.value;
    },
    show(verb, document, text) {
      io.out(
        options.json === true
          ? `${JSON.stringify({ schema: `dfs-planner/${verb}/1`, ...document }, null, 2)}\n`
          : layout(text(document), io.columns),
      );
    },
    path: (path) => userPath(io, path),
  };
}

/** A person has to act: this is said also where nobody watches a terminal. */
function askForCode(io: Io, language: Language, device: NonNullable<Progress['device']>): void {
  io.err(`${say(language, 'deviceCode', device)}\n`);
}

/** Only a command that needs the core pays for loading it: `--help` does not, and `serve` has one in another process. */
async function loadCore(io: Io): Promise<Core> {
  const { createCore, nodePorts } = await import('../core/app.ts');
  return createCore({ ...nodePorts(io.env), ...(io.azure && { azure: io.azure }) });
}

/** Opens the project for one command and closes it whatever happens. */
export async function withProject<T>(
  session: Session,
  file: string,
  mode: 'read' | 'write',
  run: (project: ProjectView) => Promise<T>,
): Promise<T> {
  const project = await session.call('project.open', { path: session.path(file), mode });
  try {
    return await run(project);
  } finally {
    await session.call('project.close', { handle: project.handle });
  }
}

/** Exit code of a verb that ran through: 1 when the user should look at something. */
export function exitCodeOf(findings: readonly FindingView[]): number {
  return findings.some(({ severity }) => severity !== 'info') ? 1 : 0;
}
