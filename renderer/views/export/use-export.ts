import { useEffect, useState } from 'react';
import type { RenderedView } from '../../../shared/contract/app-views.ts';
import type { ExportView } from '../../../shared/contract/views.ts';
import type { Language } from '../../../shared/model/index.ts';
import { bytesOf } from '../../host/bytes.ts';
import { useHost } from '../../host/use-host.ts';
import { IDLE, LOADING, type Loading } from '../../state/loading.ts';
import { selectOpenProject } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';

export const FORMATS = ['csv', 'target-csv'] as const;
export type Format = (typeof FORMATS)[number];

/** What is exported, and in which language. */
export interface ExportWish {
  readonly scenario: string;
  readonly formats: readonly Format[];
  readonly language: Language;
}

/** The files that would be written, with their rows; asked for again when the project or the wish changes. */
export function useListing({ scenario, formats, language }: ExportWish): Loading<RenderedView> {
  const host = useHost();
  const handle = useApp((app) => selectOpenProject(app)?.handle ?? null);
  const revision = useApp((app) => selectOpenProject(app)?.state.revision ?? 0);
  const [listing, setListing] = useState<Loading<RenderedView>>(IDLE);
  const wanted = formats.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision of the project gives other files.
  useEffect(() => {
    if (handle === null) return;
    const abort = new AbortController();
    setListing(LOADING);
    const params = { handle, scenario, formats: wanted.split(' ').filter(Boolean), language, contents: [] };
    void host.call('export.render', params, { signal: abort.signal }).then((reply) => {
      if (abort.signal.aborted) return;
      setListing(reply.ok ? { kind: 'ready', value: reply.value } : { kind: 'failed', failure: reply.failure });
    });
    return () => abort.abort();
  }, [host, handle, revision, scenario, wanted, language]);
  return listing;
}

/** Writes all files into a folder of the user's choice. Null: not written. */
export function useWriter({ scenario, formats, language }: ExportWish): () => Promise<ExportView | null> {
  const host = useHost();
  const store = useAppStore();
  return async () => {
    const project = selectOpenProject(store.getState());
    const to = await host.actions.chooseFolder();
    if (!project || to === null) return null;
    const { runTask, fail, tell } = store.getState();
    const params = { handle: project.handle, to, scenario, formats: [...formats], language };
    const reply = await runTask('export', (options) => host.call('export.write', params, options));
    if (!reply.ok) {
      fail(reply.failure);
      return null;
    }
    tell('exported', { count: reply.value.files.length });
    return reply.value;
  };
}

/** Saves one file, or with `null` all of them as one zip: nobody wants to answer a browser for each of many. */
export function useDownloader({ scenario, formats, language }: ExportWish): (name: string | null) => Promise<void> {
  const host = useHost();
  const store = useAppStore();
  return async (name) => {
    const { runTask, fail, tell } = store.getState();
    const project = selectOpenProject(store.getState());
    if (!project) return;
    const wish = { handle: project.handle, scenario, formats: [...formats], language };
    const reply = await runTask('export', async (options) => {
      if (name === null) return host.call('export.zip', wish, options);
      const rendered = await host.call('export.render', { ...wish, contents: [name] }, options);
      if (!rendered.ok) return rendered;
      const file = rendered.value.files.find((each) => each.name === name);
      return { ok: true, value: { name, base64: file?.base64 ?? '' } } as const;
    });
    if (!reply.ok) return fail(reply.failure);
    const saved = await host.actions.saveFile(reply.value.name, bytesOf(reply.value.base64));
    if (saved !== null) tell('saved', { name: saved });
  };
}
