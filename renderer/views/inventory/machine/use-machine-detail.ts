import { useEffect, useState } from 'react';
import type { MachineDetailView } from '../../../../shared/contract/app-views.ts';
import { useHost } from '../../../host/use-host.ts';
import { useLanguage } from '../../../i18n/use-text.ts';
import { LOADING, type Loading } from '../../../state/loading.ts';
import { selectOpenProject } from '../../../state/selectors.ts';
import { useApp } from '../../../state/use-app.ts';

/** Somebody who walks through a list with the arrow keys does not want every machine. */
const WAIT_MS = 120;

/** What all sources said of a machine; fetched again when the project changes. */
export function useMachineDetail(machine: string): Loading<MachineDetailView> {
  const host = useHost();
  const language = useLanguage();
  const handle = useApp((state) => selectOpenProject(state)?.handle ?? null);
  const revision = useApp((state) => selectOpenProject(state)?.state.revision ?? 0);
  const [detail, setDetail] = useState<Loading<MachineDetailView>>(LOADING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision or language asks again.
  useEffect(() => {
    if (handle === null) return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const reply = await host.call('inventory.machine', { handle, machine });
      if (isWanted)
        setDetail(reply.ok ? { kind: 'ready', value: reply.value } : { kind: 'failed', failure: reply.failure });
    }, WAIT_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [host, handle, machine, revision, language]);
  return detail;
}
