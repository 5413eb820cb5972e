import type { Bridge } from '../../shared/contract/bridge.ts';
import { createClient, type Transport } from '../../shared/contract/client.ts';
import { describeFailure, type Reply } from '../../shared/contract/failures.ts';
import type { Language } from '../../shared/model/index.ts';
import type { Host } from './host.ts';

declare global {
  interface Window {
    /** Put there by the preload script of the desktop shell. */
    readonly dfsPlanner?: Bridge<File>;
  }
}

/** The page in the desktop shell. */
export function connectDesktop(bridge: Bridge<File>, language: () => Language): Host {
  const client = createClient(desktopTransport(bridge, language), language);
  return {
    kind: 'desktop',
    ...client,
    actions: {
      ...bridge.facts,
      ...bridge.actions,
      can: { anyProjectPath: true, folders: true, reveal: true },
      pathsOf: async (files) => files.map((file) => bridge.pathOf(file)).filter((path) => path !== ''),
    },
  };
}

function desktopTransport(bridge: Bridge<File>, language: () => Language): Transport {
  return {
    async call(request, { signal, onProgress }) {
      if (signal?.aborted) return { ok: false, failure: describeFailure('cancelled', language()) };
      const id = crypto.randomUUID();
      const cancel = () => bridge.cancel(id);
      signal?.addEventListener('abort', cancel);
      try {
        const reply = await bridge.call(id, JSON.stringify(request), (progress) => onProgress?.(progress));
        return JSON.parse(reply) as Reply<unknown>;
      } catch {
        return { ok: false, failure: describeFailure('core-stopped', language()) };
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    onEvent: (listener) => bridge.on(listener),
  };
}
