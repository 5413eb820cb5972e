import { Button, Tab, TabList } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useMemo, useState } from 'react';
import { stateOf } from '../../../../shared/model/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { InventoryGround } from '../../../state/inventory/columns.ts';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { CostTab } from './cost-tab.tsx';
import { EvidenceTab } from './evidence-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import styles from './machine.module.css';
import { PlanTab } from './plan-tab.tsx';
import { useMachineDetail } from './use-machine-detail.ts';

interface MachinePaneProps {
  readonly ground: InventoryGround;
  readonly position: number;
  readonly close: () => void;
}

const TABS = ['plan', 'cost', 'evidence', 'history'] as const;
type TabName = (typeof TABS)[number];

/** Everything about one machine. What is planned is known in the page at once; what the files said is fetched. */
export function MachinePane({ ground, position, close }: MachinePaneProps) {
  const text = useText('machine');
  const [tab, setTab] = useState<TabName>('plan');
  const machine = ground.machines[position];
  if (!machine) return null;
  const { word } = ground;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the pane from anywhere in it; there is a button too.
    <div
      className={styles.pane}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
      }}
    >
      <header className={styles.header}>
        <div className={styles.titles}>
          <h2 className={styles.name}>{machine.name}</h2>
          <div className={styles.quiet}>
            {[word('placement', machine.placement), machine.os.text, word('state', stateOf(machine))]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </div>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={text('close')} onClick={close} />
      </header>
      <TabList
        size="small"
        selectedValue={tab}
        onTabSelect={(_, { value }) => setTab(value as TabName)}
        className={styles.tabs}
      >
        {TABS.map((name) => (
          <Tab key={name} value={name}>
            {text(`tab.${name}`)}
          </Tab>
        ))}
      </TabList>
      <div className={styles.content} role="tabpanel" aria-label={text(`tab.${tab}`)}>
        <TabContent key={machine.id} tab={tab} ground={ground} position={position} />
      </div>
    </div>
  );
}

interface TabContentProps {
  readonly tab: TabName;
  readonly ground: InventoryGround;
  readonly position: number;
}

function TabContent({ tab, ground, position }: TabContentProps) {
  const machine = ground.machines[position];
  const detail = useMachineDetail(machine?.id ?? '');
  const recommendation = useMemo(() => ground.planned.planning.recommendation(position), [ground, position]);
  if (!machine) return null;
  if (tab === 'plan') return <PlanTab ground={ground} machine={machine} recommendation={recommendation} />;
  if (tab === 'cost') return <CostTab ground={ground} position={position} detail={detail} />;
  if (detail.kind === 'failed') return <FailureNote failure={detail.failure} />;
  if (detail.kind !== 'ready') return <Loading />;
  if (tab === 'evidence') return <EvidenceTab detail={detail.value} />;
  return <HistoryTab detail={detail.value} state={ground.state} />;
}
