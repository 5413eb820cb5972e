import { Button, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { CountedTab } from '../../ui/counted-tab.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useScenarioName } from '../../ui/use-scenario-name.ts';
import { DraftBar } from './draft-bar.tsx';
import { LimitsTab } from './limits-tab.tsx';
import { ListsTab } from './lists-tab.tsx';
import { OverridesTab } from './overrides-tab.tsx';
import styles from './requirements.module.css';
import { RulesTab } from './rules-tab.tsx';
import { useRequirements } from './use-requirements.ts';

const TABS = { rules: RulesTab, limits: LimitsTab, lists: ListsTab, overrides: OverridesTab } as const;
type TabId = keyof typeof TABS;

function isTab(text: string | null): text is TabId {
  return text !== null && text in TABS;
}

/** What is wanted for which machines, and what changes in it would mean. */
export default function RequirementsScreen() {
  const text = useText('requirements');
  const scenario = useScenarioName()({ id: 'recommended', name: '' });
  const requirements = useRequirements();
  const focus = useApp(({ location }) => location.focus);
  const [tab, setTab] = useState<TabId>(isTab(focus) ? focus : 'rules');
  if (requirements === null) return null;
  const { rules, filters, state, machines } = requirements;
  const View = TABS[tab];
  return (
    <Page title={text('title')} summary={text('summary', { scenario })} layout="fill">
      {machines.length === 0 && <NoMachines />}
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_, { value }) => setTab(value as TabId)}
        aria-label={text('title')}
      >
        <CountedTab value="rules" count={rules.length}>
          {text('tab.rules')}
        </CountedTab>
        <CountedTab value="limits" count={filters.length}>
          {text('tab.limits')}
        </CountedTab>
        <CountedTab value="lists" count={state.lists.length}>
          {text('tab.lists')}
        </CountedTab>
        <CountedTab value="overrides" count={state.overrides.length}>
          {text('tab.overrides')}
        </CountedTab>
      </TabList>
      <DraftBar requirements={requirements} />
      <div className={styles.tab}>
        <View requirements={requirements} />
      </div>
    </Page>
  );
}

function NoMachines() {
  const text = useText('requirements');
  const store = useAppStore();
  return (
    <div className={styles.none}>
      <EmptyState
        title={text('empty.title')}
        action={<Button onClick={() => void store.getState().chooseFiles()}>{text('empty.action')}</Button>}
      >
        {text('empty.text')}
      </EmptyState>
    </div>
  );
}
