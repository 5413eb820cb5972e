import { Button, Input, ToggleButton } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useDeferredValue, useMemo, useState } from 'react';
import type { FindingView, Severity } from '../../../shared/model/index.ts';
import { useHost } from '../../host/use-host.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { useAppStore } from '../../state/use-app.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import styles from './evidence.module.css';
import { FindingGroups } from './finding-groups.tsx';
import { countSeverities, filterFindings, groupFindings, SEVERITIES_SHOWN } from './findings.ts';
import { findingsCsv, findingsTsv } from './findings-table.ts';
import { useFindings } from './use-findings.ts';

interface FindingsPanelProps {
  /** Id of a file; null: of everything. */
  readonly evidence: string | null;
  /** Name of the file that an export proposes. */
  readonly name: string;
}

/** Findings by severity, with where they stand and what to do; to be searched, copied and exported. */
export function FindingsPanel({ evidence, name }: FindingsPanelProps) {
  const text = useText('evidence');
  const findings = useFindings(evidence);
  switch (findings.kind) {
    case 'idle':
    case 'loading':
      return <Loading label={text('findings.loading')} />;
    case 'failed':
      return <FailureNote failure={findings.failure} />;
    case 'ready':
      if (findings.value.length === 0) return <p className={styles.quiet}>{text('findings.none')}</p>;
      return <Findings findings={findings.value} name={name} />;
  }
}

function Findings({ findings, name }: { readonly findings: readonly FindingView[]; readonly name: string }) {
  const text = useText('evidence');
  const [severities, setSeverities] = useState<readonly Severity[]>(SEVERITIES_SHOWN);
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search);
  const shown = useMemo(() => filterFindings(findings, { severities, search: asked }), [findings, severities, asked]);
  const groups = useMemo(() => groupFindings(shown), [shown]);
  return (
    <>
      <div className={styles.bar}>
        <Severities findings={findings} chosen={severities} choose={setSeverities} />
        <Input
          size="small"
          className={styles.search}
          aria-label={text('findings.search')}
          placeholder={text('findings.search')}
          contentBefore={<SearchRegular />}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        <Out findings={shown} name={name} />
      </div>
      {groups.length === 0 ? (
        <p className={styles.quiet}>{text('findings.nothing')}</p>
      ) : (
        <FindingGroups groups={groups} />
      )}
    </>
  );
}

interface SeveritiesProps {
  readonly findings: readonly FindingView[];
  readonly chosen: readonly Severity[];
  readonly choose: (severities: readonly Severity[]) => void;
}

function Severities({ findings, chosen, choose }: SeveritiesProps) {
  const text = useText('evidence');
  const words = useText('words');
  const counts = useMemo(() => countSeverities(findings), [findings]);
  return (
    <fieldset className={styles.severities} aria-label={text('findings.severity')}>
      {SEVERITIES_SHOWN.filter((severity) => counts[severity] > 0).map((severity) => (
        <ToggleButton
          key={severity}
          size="small"
          checked={chosen.includes(severity)}
          onClick={() =>
            choose(chosen.includes(severity) ? chosen.filter((each) => each !== severity) : [...chosen, severity])
          }
        >
          {text('findings.count', { severity: words(`severity.${severity}`), count: counts[severity] })}
        </ToggleButton>
      ))}
    </fieldset>
  );
}

/** What is shown, out of the page: to the clipboard, or as a file. */
function Out({ findings, name }: { readonly findings: readonly FindingView[]; readonly name: string }) {
  const text = useText('evidence');
  const words = useText('words');
  const language = useLanguage();
  const store = useAppStore();
  const { actions } = useHost();
  const said = {
    language,
    title: (column: Parameters<Parameters<typeof findingsCsv>[1]['title']>[0]) => text(`finding.${column}`),
    severity: (severity: Severity) => words(`severity.${severity}`),
  };
  const copy = async () => {
    await navigator.clipboard.writeText(findingsTsv(findings, said));
    store.getState().tell('copied', { count: findings.length });
  };
  const save = async () => {
    const saved = await actions.saveFile(`${name}.csv`, findingsCsv(findings, said));
    if (saved !== null) store.getState().tell('saved', { name: saved });
  };
  return (
    <span className={styles.out}>
      <Button size="small" appearance="subtle" icon={<CopyRegular />} onClick={() => void copy()}>
        {text('findings.copy')}
      </Button>
      <Button size="small" appearance="subtle" icon={<ArrowDownloadRegular />} onClick={() => void save()}>
        {text('findings.export')}
      </Button>
    </span>
  );
}
