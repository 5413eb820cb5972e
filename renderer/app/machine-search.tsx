import { Combobox, Option } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Machine } from '../../shared/model/index.ts';
import { useText } from '../i18n/use-text.ts';
import { searchMachines } from '../state/inventory/search.ts';
import { selectMachines } from '../state/selectors.ts';
import { useApp, useAppStore } from '../state/use-app.ts';
import { useShortcuts } from './shortcuts/use-shortcuts.ts';
import styles from './top-bar.module.css';

/** As many as one looks through without scrolling. */
const MOST = 8;
const ALL = 'all';

/** Finds a machine from any screen, and opens its details. */
export function MachineSearch() {
  const text = useText('shell');
  const store = useAppStore();
  const machines = useApp(selectMachines);
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement | null>(null);
  const keep = (input: HTMLInputElement | null) => {
    field.current = input;
  };
  useShortcuts({ search: () => field.current?.select() });
  const asked = useDeferredValue(typed);
  const found = useMemo(() => findFirst(machines, asked), [machines, asked]);

  const open = (chosen: string | undefined) => {
    const { navigate, searchMachines: searchFor } = store.getState();
    if (chosen === ALL) {
      searchFor(typed);
      navigate('inventory');
    } else if (chosen) navigate('inventory', chosen);
    setTyped('');
  };
  return (
    <Combobox
      ref={keep}
      className={styles.search}
      freeform
      aria-label={text('search.label')}
      placeholder={text('search.placeholder')}
      value={typed}
      selectedOptions={[]}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => setTyped('')}
      onOptionSelect={(_, { optionValue }) => open(optionValue)}
    >
      {found.first.map(({ id, name, resourceGroup, subscriptionName }) => (
        <Option key={id} value={id} text={name}>
          {[name, resourceGroup, subscriptionName].filter(Boolean).join(' · ')}
        </Option>
      ))}
      {found.count > 0 && (
        <Option key={ALL} value={ALL} text={typed}>
          {text('search.all', { count: found.count })}
        </Option>
      )}
    </Combobox>
  );
}

/** Machines with the text in their names come before those that have it in a tag or an address. */
function findFirst(machines: readonly Machine[], typed: string) {
  const passes = searchMachines(machines, typed);
  const inName = typed.trim().toLowerCase();
  const named: Machine[] = [];
  const others: Machine[] = [];
  let count = 0;
  for (const [row, machine] of machines.entries()) {
    if (passes === null || passes[row] !== 1) continue;
    count += 1;
    if (named.length === MOST) continue;
    if (machine.name.toLowerCase().includes(inName)) named.push(machine);
    else if (others.length < MOST) others.push(machine);
  }
  return { first: [...named, ...others].slice(0, MOST), count };
}
