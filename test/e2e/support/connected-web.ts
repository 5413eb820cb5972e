import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { createCore } from '../../../electron/core/app.ts';
import { startWebHost } from '../../../electron/web/host.ts';
import type { CallOptions } from '../../../shared/contract/client.ts';
import type { Fleet } from '../../support/azure-server/fleet.ts';
import { seamTo } from '../../support/azure-server/seam.ts';
import { type AzureServer, startAzure } from '../../support/azure-server/server.ts';
import { launchChromium } from './chromium.ts';

/** The built page over a core that has a stand-in for Azure beside it. */
export interface ConnectedWeb {
  readonly page: Page;
  readonly server: AzureServer;
  readonly problems: readonly string[];
  close(): Promise<void>;
}

export async function launchConnectedWeb(fleet: Fleet): Promise<ConnectedWeb> {
  const home = mkdtempSync(join(tmpdir(), 'planner-connected-'));
  const server = await startAzure(fleet);
  const core = createCore({ now: () => new Date().toISOString(), home, azure: seamTo(server) });
  const host = await startWebHost({
    launcher: {
      call: ({ method, params, language }, { signal, onProgress }) =>
        core.dispatch(method, params, {
          language,
          signal: abortSignal(signal),
          progress: (progress) => onProgress?.(progress),
        }),
      onEvent: () => () => undefined,
      close: async () => core.close(),
    },
    page: resolve(import.meta.dirname, '../../../out/renderer'),
    projects: join(home, 'projects'),
  });
  const browser = await launchChromium();
  const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1366, height: 768 } });
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(host.address);
  return {
    page,
    server,
    problems,
    async close() {
      await browser.close();
      await host.close();
      core.close();
      await server.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The host's signal as the core takes it. */
function abortSignal(signal: CallOptions['signal']): AbortSignal {
  const controller = new AbortController();
  if (signal?.aborted) controller.abort();
  signal?.addEventListener('abort', () => controller.abort());
  return controller.signal;
}
