import { Button, Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useScenarioName } from '../../ui/use-scenario-name.ts';
import { BilledHours } from './billed-hours.tsx';
import styles from './cost.module.css';
import { ALL_LINES, type Drill, LinesView } from './lines-view.tsx';
import { PriceBook } from './price-book.tsx';
import { Summary } from './summary.tsx';
import { useCost } from './use-cost.ts';

const TABS = ['summary', 'lines', 'prices', 'billed'] as const;
type TabName = (typeof TABS)[number];

/** What the chosen scenario costs, from the total down to the line and its price. */
export default function CostScreen() {
  const text = useText('cost');
  const store = useAppStore();
  const focus = useApp(({ location }) => location.focus);
  const nameOf = useScenarioName();
  const ground = useCost();
  const [tab, setTab] = useState<TabName>(TABS.find((each) => each === focus) ?? 'summary');
  const [drill, setDrill] = useState<Drill>(ALL_LINES);
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
  const openLines = (to: Drill) => {
    setDrill(to);
    setTab('lines');
  };
  return (
    <Page
      title={text('title')}
      summary={text('summary', { scenario: nameOf(ground.planned.scenario), hours: ground.planned.assumptions.hours })}
      layout={tab === 'lines' ? 'fill' : 'scroll'}
    >
      <TabList
        className={tab === 'lines' ? styles.tabsFilling : styles.tabs}
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
      {tab === 'summary' && <Summary ground={ground} openLines={openLines} />}
      {tab === 'lines' && <LinesView key={JSON.stringify(drill)} ground={ground} drill={drill} />}
      {tab === 'prices' && <PriceBook ground={ground} />}
      {tab === 'billed' && <BilledHours ground={ground} />}
    </Page>
  );
}
