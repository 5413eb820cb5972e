import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import type { Progress } from '../../shared/contract/api.ts';
import type { Bridge, ShellActions } from '../../shared/contract/bridge.ts';
import type { HostEvent } from '../../shared/contract/events.ts';
import type { HostFacts } from '../../shared/contract/host.ts';
import { CHANNELS } from './channels.ts';

/** The bridge between the page and the shell: passes on, and decides nothing. Nothing of Electron itself reaches the page. */
function createBridge(facts: HostFacts): Bridge {
  const progress = new Map<string, (progress: Progress) => void>();
  const listeners = new Set<(event: HostEvent) => void>();
  ipcRenderer.on(CHANNELS.progress, (_event: IpcRendererEvent, id: string, made: Progress) => progress.get(id)?.(made));
  ipcRenderer.on(CHANNELS.event, (_event: IpcRendererEvent, event: HostEvent) => {
    for (const listener of listeners) listener(event);
  });
  return {
    facts,
    actions: createActions(),
    async call(id, request, onProgress) {
      progress.set(id, onProgress);
      try {
        return await ipcRenderer.invoke(CHANNELS.call, id, request);
      } finally {
        progress.delete(id);
      }
    },
    cancel: (id) => ipcRenderer.send(CHANNELS.cancel, id),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pathOf,
  };
}

function createActions(): ShellActions {
  const act = (name: keyof ShellActions, ...values: unknown[]) => ipcRenderer.invoke(CHANNELS.action, name, values);
  return {
    chooseFiles: (purpose) => act('chooseFiles', purpose),
    chooseFolder: () => act('chooseFolder'),
    chooseProject: () => act('chooseProject'),
    chooseProjectToSave: (name) => act('chooseProjectToSave', name),
    saveFile: (name, bytes) => act('saveFile', name, bytes),
    reveal: (path) => act('reveal', path),
    openExternal: (url) => act('openExternal', url),
    print: () => act('print'),
    setMenuLanguage: (language) => act('setMenuLanguage', language),
  };
}

/** Electron before 29 told it in the file itself. https://www.electronjs.org/docs/latest/api/web-utils */
function pathOf(file: unknown): string {
  if (webUtils) return webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]);
  return String((file as { path?: unknown }).path ?? '');
}

const facts: HostFacts | null = ipcRenderer.sendSync(CHANNELS.facts);
if (facts) contextBridge.exposeInMainWorld('dfsPlanner', createBridge(facts));
