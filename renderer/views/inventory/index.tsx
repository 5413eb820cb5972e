import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { prepareSearch } from '../../state/inventory/search.ts';
import { selectMachines } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { CommandBar } from './command-bar.tsx';
import { CountLine } from './count-line.tsx';
import { FilterBar } from './filter-bar.tsx';
import styles from './inventory.module.css';
import { MachinePane } from './machine/machine-pane.tsx';
import { MachineGrid } from './machine-grid.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { type Inventory, useInventory } from './use-inventory.ts';

/** All machines of the project, what is planned for each, and the details of one. */
export default function InventoryScreen() {
  const text = useText('inventory');
  const inventory = useInventory();
  const machines = useApp(selectMachines);
  usePreparedSearch();
  if (inventory === null) return null;
  if (machines.length === 0) return <NoMachines />;
  return (
    <Page
      title={text('title')}
      summary={<CountLine inventory={inventory} />}
      actions={<CommandBar inventory={inventory} />}
      layout="fill"
    >
      <FilterBar inventory={inventory} />
      <Body inventory={inventory} />
    </Page>
  );
}

function Body({ inventory }: { readonly inventory: Inventory }) {
  const text = useText('inventory');
  const store = useAppStore();
  const focus = useApp(({ location }) => location.focus);
  const close = () => {
    store.getState().refocus(null);
    // The focus goes back to where the machine was chosen.
    document.querySelector<HTMLElement>('[role=grid] [data-cursor]')?.focus();
  };
  const position = focus === null ? -1 : inventory.positionOf(focus);
  return (
    <SplitPane
      sideLabel={text('details')}
      side={position < 0 ? null : <MachinePane ground={inventory.ground} position={position} close={close} />}
    >
      <SelectionBar inventory={inventory} />
      {inventory.rows.length === 0 ? <NothingPasses /> : <MachineGrid inventory={inventory} shown={position} />}
    </SplitPane>
  );
}

function NothingPasses() {
  const text = useText('inventory');
  const store = useAppStore();
  return (
    <div className={styles.nothing}>
      <EmptyState
        title={text('nothing.title')}
        action={<Button onClick={() => store.getState().clearFilter()}>{text('filter.clear')}</Button>}
      >
        {text('nothing.text')}
      </EmptyState>
    </div>
  );
}

function NoMachines() {
  const text = useText('inventory');
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

/** Folds all names while nobody waits, so that the first letter typed is as quick as the next. */
function usePreparedSearch(): void {
  const machines = useApp(selectMachines);
  useEffect(() => {
    const idle = requestIdleCallback(() => prepareSearch(machines));
    return () => cancelIdleCallback(idle);
  }, [machines]);
}
