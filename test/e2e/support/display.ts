import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';

const SERVER = 'Xvfb';

let started: Promise<string> | null = null;

/**
 * A display for windows: the one that is there, else an Xvfb of this process, which ends with it.
 * @returns the value of `DISPLAY`; null where windows need none
 * @throws Error when Xvfb is not installed
 */
export async function ensureDisplay(): Promise<string | null> {
  if (process.platform === 'win32' || process.platform === 'darwin') return null;
  started ??= process.env.DISPLAY ? Promise.resolve(process.env.DISPLAY) : startXvfb();
  return started;
}

async function startXvfb(): Promise<string> {
  // A shell around it, so that it also ends when this process is killed: then the shell's input ends.
  const script = `${SERVER} -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp & read -r _; kill $!`;
  const shell = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore', 'pipe'] });
  const told = shell.stdio[3] as Socket;
  const ended = once(told, 'end').then(() => {
    throw new Error(`${SERVER} does not start: is it installed?`);
  });
  const number = await Promise.race([firstLine(told), ended]);
  for (const part of [shell, shell.stdin as Socket, told]) part.unref();
  return `:${number}`;
}

async function firstLine(stream: Socket): Promise<string> {
  let text = '';
  while (!text.includes('\n')) text += String((await once(stream, 'data'))[0]);
  return text.trim();
}
