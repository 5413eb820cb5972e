import { fork } from 'node:child_process';
import type { FromCore, ToCore } from '../core/protocol.ts';

/** A running core, whatever started it. */
export interface CoreProcess {
  readonly pid: number | undefined;
  send(message: ToCore): void;
  onMessage(listener: (message: FromCore) => void): void;
  /** Called once, also when it could not be started. `detail` says how it ended. */
  onExit(listener: (detail: string) => void): void;
  /** Ends it at once, also when it hangs. */
  kill(): void;
}

/** So much of what a core printed is kept, to say why it ended. */
const KEPT_OUTPUT = 2_000;

/**
 * New objects have 2 x 16 MB instead of the 2 x 64 MB that Node takes on a large computer: joining 100,000 machines takes
 * as long, and 100 MB less.
 * https://nodejs.org/api/cli.html#--max-semi-space-sizesize-in-mib
 */
export const CORE_FLAGS: readonly string[] = ['--max-semi-space-size=16'];

/**
 * The core under Node. `entry` is `child.ts` or its built form; `execPath` a Node executable
 * (`DFS_PLANNER_CORE_EXEC`, or this process's own).
 */
export function forkCore(
  entry: string,
  options: { readonly execPath: string; readonly env: NodeJS.ProcessEnv },
): CoreProcess {
  const child = fork(entry, [], {
    execPath: options.execPath,
    env: options.env,
    execArgv: [...CORE_FLAGS],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let output = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-KEPT_OUTPUT);
  });
  // A message to a core that is just ending is lost, as it would be a moment later; its exit tells the rest.
  const ignore = (): void => undefined;
  return {
    pid: child.pid,
    send: (message) => {
      if (child.connected) child.send(message, ignore);
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => {
      child.once('error', (error) => listener(error.message));
      child.once('close', (code, signal) => listener(`${signal ?? code ?? ''} ${output}`.trim()));
    },
    kill: () => child.kill('SIGKILL'),
  };
}

/** The part of Electron's `UtilityProcess` that is used. https://www.electronjs.org/docs/latest/api/utility-process */
interface UtilityProcess {
  readonly pid: number | undefined;
  postMessage(message: ToCore): void;
  on(event: 'message', listener: (message: FromCore) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

/** The core under Electron: `adoptUtilityProcess(utilityProcess.fork(entry, [], …))`. */
export function adoptUtilityProcess(child: UtilityProcess): CoreProcess {
  return {
    pid: child.pid,
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', (code) => listener(String(code))),
    kill: () => child.kill(),
  };
}
