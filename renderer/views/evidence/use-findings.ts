import { useEffect, useState } from 'react';
import type { FindingView } from '../../../shared/model/index.ts';
import { useHost } from '../../host/use-host.ts';
import { useLanguage } from '../../i18n/use-text.ts';
import { LOADING, type Loading } from '../../state/loading.ts';
import { selectOpenProject } from '../../state/selectors.ts';
import { useApp } from '../../state/use-app.ts';

/** Findings of one file, or of everything; fetched again when the project or the language changes. */
export function useFindings(evidence: string | null): Loading<readonly FindingView[]> {
  const host = useHost();
  const language = useLanguage();
  const handle = useApp((state) => selectOpenProject(state)?.handle ?? null);
  const revision = useApp((state) => selectOpenProject(state)?.state.inventoryRevision ?? 0);
  const [findings, setFindings] = useState<Loading<readonly FindingView[]>>(LOADING);
  // The answer follows from these two as well, though they are not in the question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    if (handle === null) return;
    let isWanted = true;
    void host.call('evidence.findings', { handle, ...(evidence === null ? {} : { evidence }) }).then((reply) => {
      if (!isWanted) return;
      setFindings(
        reply.ok ? { kind: 'ready', value: reply.value.findings } : { kind: 'failed', failure: reply.failure },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [host, handle, evidence, revision, language]);
  return findings;
}
