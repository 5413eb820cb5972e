import { Button, TabList } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { useEffect, useState } from 'react';
import type { ProjectState } from '../../../shared/contract/app-views.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { selectOpenProject, selectProjectState } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { CountedTab } from '../../ui/counted-tab.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import styles from './evidence.module.css';
import { ExcludedTab } from './excluded-tab.tsx';
import { FilesTab } from './files-tab.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { OffersTab } from './offers-tab.tsx';
import { SyncsTab } from './syncs-tab.tsx';

const TABS = ['files', 'syncs', 'findings', 'offers', 'excluded'] as const;
type TabId = (typeof TABS)[number];

/** What the project was read from, what was found in it, and what was left out. */
export default function EvidenceScreen() {
  const state = useApp(selectProjectState);
  if (state === null) return null;
  return state.evidence.length === 0 ? <NoFiles /> : <Evidence state={state} />;
}

function Evidence({ state }: { readonly state: ProjectState }) {
  const text = useText('evidence');
  const store = useAppStore();
  const focus = useApp(({ location }) => location.focus);
  const [tab, setTab] = useState<TabId>(TABS.find((each) => each === focus) ?? 'files');
  const syncs = useSyncs();
  // Evidence that is asked for from elsewhere stands under the files.
  const [known, setKnown] = useState(focus);
  if (focus !== known) {
    setKnown(focus);
    if (state.evidence.some(({ id }) => id === focus)) setTab('files');
  }
  const counts = {
    files: state.evidence.length,
    syncs,
    findings: state.evidence.reduce((sum, { findings }) => sum + findings, state.findings.length),
    offers: state.offers.length,
    excluded: state.excluded.length,
  };
  return (
    <Page
      title={text('title')}
      summary={text('summary', { count: counts.files })}
      actions={
        <Button icon={<DocumentAddRegular />} onClick={() => void store.getState().chooseFiles()}>
          {text('add')}
        </Button>
      }
      layout="fill"
    >
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_, { value }) => setTab(value as TabId)}
        aria-label={text('title')}
      >
        {TABS.map((each) => (
          <CountedTab key={each} value={each} count={counts[each]}>
            {text(`tab.${each}`)}
          </CountedTab>
        ))}
      </TabList>
      <div className={styles.tab}>
        {tab === 'files' && <FilesTab state={state} />}
        {tab === 'syncs' && <SyncsTab state={state} />}
        {tab === 'findings' && (
          <div className={styles.scroll}>
            <FindingsPanel evidence={null} name={text('tab.findings')} />
          </div>
        )}
        {tab === 'offers' && <OffersTab state={state} />}
        {tab === 'excluded' && <ExcludedTab state={state} />}
      </div>
    </Page>
  );
}

/** Fetches the syncs of the project, anew when they may count otherwise. @returns how many there are */
function useSyncs(): number {
  const store = useAppStore();
  const language = useLanguage();
  const handle = useApp((app) => selectOpenProject(app)?.handle ?? null);
  const revision = useApp((app) => selectOpenProject(app)?.state.inventoryRevision ?? 0);
  // Findings of the runs are in the language of the call.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => void store.getState().loadSyncs(), [store, handle, revision, language]);
  return useApp(({ syncs }) => (syncs.kind === 'ready' ? syncs.value.runs.length : 0));
}

function NoFiles() {
  const text = useText('evidence');
  const store = useAppStore();
  return (
    <Page title={text('title')}>
      <EmptyState
        title={text('empty.title')}
        action={
          <Button appearance="primary" onClick={() => void store.getState().chooseFiles()}>
            {text('empty.action')}
          </Button>
        }
      >
        {text('empty.text')}
      </EmptyState>
    </Page>
  );
}
