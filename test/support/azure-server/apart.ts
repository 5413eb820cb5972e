import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AzureSeam } from '../../../electron/core/sources/azure/seam.ts';
import type { Fleet } from './fleet.ts';
import { seamTo } from './seam.ts';

/** What a stand-in in a process of its own is asked, and what it answers to each. */
export type Question =
  | { readonly start: Fleet }
  /** Its clock goes on by so many milliseconds. */
  | { readonly advance: number }
  | { readonly report: true };

export interface Started {
  readonly port: number;
}

/** What was asked of it since it started. */
export interface ServerReport {
  readonly requests: number;
  readonly graph: number;
  readonly machinePlans: number;
  readonly throttled: number;
  readonly violations: readonly string[];
}

/** A stand-in for Azure that shares neither memory nor time with whoever measures. */
export interface AzureApart {
  readonly seam: AzureSeam;
  /** Pauses that were asked for, in milliseconds. */
  readonly waits: readonly number[];
  report(): Promise<ServerReport>;
  close(): Promise<void>;
}

export async function startAzureApart(fleet: Fleet): Promise<AzureApart> {
  const child = fork(fileURLToPath(new URL('./process.mjs', import.meta.url)), { stdio: 'inherit', execArgv: [] });
  const ask = asker(child);
  const { port } = (await ask({ start: fleet })) as Started;
  const seam = seamTo({ port, fleet, clock: { now: 0 } });
  const waits: number[] = [];
  return {
    waits,
    seam: {
      ...seam,
      // Its clock runs there: the pause is over when it says so.
      wait: async (milliseconds, signal) => {
        signal.throwIfAborted();
        waits.push(milliseconds);
        await ask({ advance: milliseconds });
      },
    },
    report: () => ask({ report: true }) as Promise<ServerReport>,
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
}

/** One question after the other: answers come in the order of the questions. */
function asker(child: ChildProcess): (question: Question) => Promise<unknown> {
  const open: ((answer: unknown) => void)[] = [];
  child.on('message', (answer) => open.shift()?.(answer));
  return (question) =>
    new Promise((resolve) => {
      open.push(resolve);
      child.send(question);
    });
}
