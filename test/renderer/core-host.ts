import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, createCore, type Ports } from '../../electron/core/app.ts';
import type { Host } from '../../renderer/host/host.ts';
import { selectLanguage } from '../../renderer/state/selectors.ts';
import { type AppStore, createAppStore } from '../../renderer/state/store.ts';
import type { HostActions } from '../../shared/contract/host.ts';
import type { Method } from '../../shared/contract/index.ts';
import { createClient } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/model/index.ts';

export interface TestPage {
  readonly store: AppStore;
  readonly core: Core;
  readonly folder: string;
  /** Names of the methods that were called, in order. */
  readonly calls: Method[];
  close(): void;
}

/** The page's store over a real core in this process, with a stand-in for Azure when one is given. */
export function openTestPage(systemLanguage: Language = 'en', seam: Pick<Ports, 'azure'> = {}): TestPage {
  const folder = mkdtempSync(join(tmpdir(), 'dfs-page-'));
  const core = createCore({ now: () => '2026-11-24T09:00:00.000Z', home: folder, ...seam });
  const calls: Method[] = [];
  let store: AppStore | null = null;
  const language = () => (store ? selectLanguage(store.getState()) : systemLanguage);
  const client = createClient(
    {
      async call(request, { signal, onProgress }) {
        calls.push(request.method);
        const cancel = new AbortController();
        signal?.addEventListener('abort', () => cancel.abort());
        const reply = await core.dispatch(request.method, request.params, {
          language: request.language,
          signal: cancel.signal,
          progress: (progress) => onProgress?.(progress),
        });
        // As every real transport does.
        return JSON.parse(JSON.stringify(reply));
      },
      onEvent: () => () => undefined,
    },
    language,
  );
  const host: Host = { kind: 'web', ...client, actions: noActions() };
  store = createAppStore(host, systemLanguage);
  return {
    store,
    core,
    folder,
    calls,
    close() {
      core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function noActions(): HostActions<File> {
  const no = async () => null;
  const nothing = async () => undefined;
  return {
    kind: 'web',
    project: null,
    can: { anyProjectPath: false, folders: false, reveal: false },
    chooseFiles: no,
    pathsOf: async () => [],
    chooseFolder: no,
    chooseProject: no,
    chooseProjectToSave: no,
    saveFile: no,
    reveal: nothing,
    openExternal: nothing,
    print: nothing,
    setMenuLanguage: nothing,
  } as HostActions<File>;
}
