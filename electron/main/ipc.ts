import type { BrowserWindow, IpcMain, WebContents } from 'electron';
import type { HostFacts } from '../../shared/contract/host.ts';
import { CHANNELS } from '../preload/channels.ts';
import { type ActionPlace, readAction } from './actions.ts';
import { type Frame, isOwnPage } from './origin.ts';
import type { PageCalls } from './page-calls.ts';
import { isCallId, readRequest } from './shape.ts';

/** A window as its messages need it. */
export interface Receiver {
  readonly window: BrowserWindow;
  readonly calls: PageCalls;
  readonly facts: () => HostFacts;
  readonly place: () => ActionPlace;
}

/** Who sent a message. */
interface Sent {
  readonly sender: WebContents;
  readonly senderFrame: Frame | null;
}

/**
 * Answers the page. Every message is looked at first: from the main frame of one of our windows, on the page's own
 * address, of the right shape and size; else it is refused, and nothing happens.
 */
export function answerPages(ipc: IpcMain, receiverOf: (contents: WebContents) => Receiver | null): void {
  const sentBy = ({ sender, senderFrame }: Sent): Receiver => {
    const receiver = isOwnPage(senderFrame) ? receiverOf(sender) : null;
    return receiver ?? refuse('sender');
  };

  ipc.handle(CHANNELS.call, async (event, ...values: unknown[]) => {
    const { calls } = sentBy(event);
    const [id, text] = values;
    const request = readRequest(text);
    if (values.length !== 2 || !isCallId(id) || !request || calls.isRunning(id)) return refuse('call');
    const { sender } = event;
    const reply = await calls.call(id, request, (progress) => {
      if (!sender.isDestroyed()) sender.send(CHANNELS.progress, id, progress);
    });
    return JSON.stringify(reply);
  });

  ipc.handle(CHANNELS.action, async (event, ...values: unknown[]) => {
    const { place } = sentBy(event);
    const act = values.length === 2 ? readAction(values[0], values[1]) : null;
    return act ? act(place()) : refuse('action');
  });

  ipc.on(CHANNELS.cancel, (event, ...values: unknown[]) => {
    const [id] = values;
    if (values.length === 1 && isCallId(id)) orNull(() => sentBy(event))?.calls.cancel(id);
  });

  ipc.on(CHANNELS.facts, (event, ...values: unknown[]) => {
    // A page waits for this answer: it has to come, whoever asks.
    event.returnValue = values.length === 0 ? (orNull(() => sentBy(event))?.facts() ?? null) : null;
  });
}

function refuse(what: string): never {
  throw new Error(`refused: ${what}`);
}

function orNull<T>(give: () => T): T | null {
  try {
    return give();
  } catch {
    return null;
  }
}
