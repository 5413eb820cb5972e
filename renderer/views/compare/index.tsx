import { Button, Tab, TabList } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { useEffect, useState } from 'react';
import { useHost } from '../../host/use-host.ts';
import { useText } from '../../i18n/use-text.ts';
import { NO_WHAT_IF } from '../../state/planning.ts';
import { useAppStore } from '../../state/use-app.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import styles from './compare.module.css';
import { MachinesTab } from './machines-tab.tsx';
import { Overview } from './overview.tsx';
import { ScenariosTab } from './scenarios-tab.tsx';
import { useCompare } from './use-compare.ts';

const TABS = ['overview', 'machines', 'scenarios'] as const;
type TabName = (typeof TABS)[number];

/** Two to four scenarios side by side: for the wall of a meeting. */
export default function CompareScreen() {
  const text = useText('compare');
  const store = useAppStore();
  const { actions } = useHost();
  const ground = useCompare();
  const [tab, setTab] = useState<TabName>('overview');
  useEndOfTrying();
  if (ground === null) return null;
  if (ground.machines.length === 0) {
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
  return (
    <Page
      title={text('title')}
      summary={text('summary', { count: ground.columns.length })}
      layout={tab === 'machines' ? 'fill' : 'scroll'}
      actions={
        tab === 'overview' && (
          <Button className={styles.print} icon={<PrintRegular />} onClick={() => void actions.print()}>
            {text('print')}
          </Button>
        )
      }
    >
      <TabList
        className={tab === 'machines' ? styles.tabsFilling : styles.tabs}
        selectedValue={tab}
        onTabSelect={(_, { value }) => setTab(value as TabName)}
        aria-label={text('title')}
      >
        {TABS.map((name) => (
          <Tab key={name} value={name}>
            {text(`tab.${name}`)}
          </Tab>
        ))}
      </TabList>
      {tab === 'overview' && <Overview ground={ground} />}
      {tab === 'machines' && <MachinesTab ground={ground} />}
      {tab === 'scenarios' && <ScenariosTab ground={ground} />}
    </Page>
  );
}

/** What was only tried ends with the screen: other screens show the project as it is. */
function useEndOfTrying(): void {
  const store = useAppStore();
  useEffect(() => () => store.getState().tryAssumptions(NO_WHAT_IF), [store]);
}
