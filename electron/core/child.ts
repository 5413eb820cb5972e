import type { CallRequest } from '../../shared/contract/index.ts';
import { type Core, createCore, nodePorts } from './app.ts';
import { failureOf } from './dispatch.ts';
import type { FromCore, ToCore } from './protocol.ts';
import { takeSystemProxy } from './sources/azure/proxy.ts';

// The core as a process of its own: messages in, messages out. It runs under Node's `fork` and under Electron's
// `utilityProcess`, and ends with its host.

/** The way to the host. */
interface Channel {
  send(message: FromCore): void;
  onMessage(listener: (message: ToCore) => void): void;
  onClosed(listener: () => void): void;
}

serve(createCore(nodePorts(process.env)), hostChannel());

function serve(core: Core, channel: Channel): void {
  const running = new Map<number, AbortController>();
  const end = (): void => {
    for (const call of running.values()) call.abort();
    core.close();
    process.exit(0);
  };
  channel.onMessage((message) => {
    if ('ping' in message) channel.send({ pong: message.ping });
    else if ('cancel' in message) running.get(message.cancel)?.abort();
    else if ('reopen' in message) void reopen(core, channel, message);
    else if ('proxy' in message) takeSystemProxy(process.env, message.proxy);
    else if ('end' in message) end();
    else void answer(core, channel, running, message);
  });
  channel.onClosed(end);
  // Ctrl+C in a terminal reaches every process of the group: the host decides what happens.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', end);
  channel.send({ ready: true });
}

async function answer(
  core: Core,
  channel: Channel,
  running: Map<number, AbortController>,
  { id, method, params, language }: { readonly id: number } & CallRequest,
): Promise<void> {
  const cancel = new AbortController();
  running.set(id, cancel);
  const reply = await core.dispatch(method, params, {
    language,
    signal: cancel.signal,
    progress: (progress) => channel.send({ id, progress }),
  });
  running.delete(id);
  channel.send({ id, reply });
}

async function reopen(core: Core, channel: Channel, message: Extract<ToCore, { reopen: unknown }>): Promise<void> {
  const { handle } = message.reopen;
  try {
    await core.reopen(message.reopen);
    channel.send({ reopened: handle, failure: null });
  } catch (error) {
    channel.send({ reopened: handle, failure: failureOf(error, message.language) });
  }
}

/** Electron gives a utility process `process.parentPort`; Node gives a forked one `process.send`. */
function hostChannel(): Channel {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort) {
    return {
      send: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
      // Electron ends its utility processes itself.
      onClosed: () => undefined,
    };
  }
  return {
    send: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
    onClosed: (listener) => process.on('disconnect', listener),
  };
}

/** https://www.electronjs.org/docs/latest/api/parent-port */
interface ParentPort {
  postMessage(message: FromCore): void;
  on(event: 'message', listener: (event: { readonly data: ToCore }) => void): void;
}
