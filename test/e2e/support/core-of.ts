import { execFileSync } from 'node:child_process';

/** The process of a host's core: the child of the host that runs `child.ts`, or what was built of it. */
export function coreOf(host: number): number {
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(host)], { encoding: 'utf8' });
  const core = /^\s*(\d+) .*child\.[jt]s/m.exec(children)?.[1];
  if (core === undefined) throw new Error(`No core runs under ${host}:\n${children}`);
  return Number(core);
}
