import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SearchBox,
} from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { useRef, useState } from 'react';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import { useText } from '../../i18n/use-text.ts';
import { COLUMNS, type ColumnGroup, tagNames } from '../../state/inventory/columns.ts';
import { valuesOf } from '../../state/inventory/rows.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { FilterPill } from '../../ui/filter-pill.tsx';
import styles from './inventory.module.css';
import { type Inventory, useColumnTitle } from './use-inventory.ts';

/** Free text and filters: everything that narrows the list, in one line. */
export function FilterBar({ inventory: { ground } }: { readonly inventory: Inventory }) {
  const text = useText('inventory');
  const store = useAppStore();
  const filter = useApp((state) => state.filter);
  const titleOf = useColumnTitle();
  const field = useRef<HTMLInputElement | null>(null);
  const keep = (input: HTMLInputElement | null) => {
    field.current = input;
  };
  // The pill that was just added opens by itself.
  const [added, setAdded] = useState<string | null>(null);
  useShortcuts({ filter: () => field.current?.select() });
  const { setPill, switchPill, removePill, searchMachines, clearFilter } = store.getState();
  return (
    <div className={styles.filters}>
      <SearchBox
        ref={keep}
        className={styles.search}
        aria-label={text('search')}
        placeholder={text('search')}
        value={filter.search}
        onChange={(_, { value }) => searchMachines(value)}
      />
      {filter.pills.map(({ field: id, values, isOn }) => (
        <FilterPill
          key={id}
          title={titleOf(id)}
          chosen={values}
          isOn={isOn}
          startsOpen={id === added}
          values={() => valuesOf(ground, filter, id)}
          choose={(keys) => setPill(id, keys)}
          switchOn={() => switchPill(id)}
          remove={() => removePill(id)}
        />
      ))}
      <AddFilter
        ground={ground}
        taken={filter.pills.map((pill) => pill.field)}
        add={(id) => {
          setAdded(id);
          setPill(id, []);
        }}
      />
      {(filter.pills.length > 0 || filter.search !== '') && (
        <Button appearance="transparent" size="small" onClick={clearFilter}>
          {text('filter.clear')}
        </Button>
      )}
    </div>
  );
}

interface AddFilterProps {
  readonly ground: Inventory['ground'];
  readonly taken: readonly string[];
  readonly add: (field: string) => void;
}

const GROUPS = ['plan', 'machine', 'tag'] as const satisfies readonly ColumnGroup[];

function AddFilter({ ground, taken, add }: AddFilterProps) {
  const text = useText('inventory');
  const titleOf = useColumnTitle();
  const fields = (group: ColumnGroup) => {
    const ids =
      group === 'tag'
        ? tagNames(ground.machines).map((name) => `tag:${name}`)
        : COLUMNS.filter((column) => column.group === group && column.isFilter).map(({ id }) => id);
    return ids.filter((id) => !taken.includes(id));
  };
  return (
    <Menu inline>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" icon={<FilterRegular />}>
          {text('filter.add')}
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.menu}>
        <MenuList>
          {GROUPS.filter((group) => fields(group).length > 0).map((group) => (
            <MenuGroup key={group}>
              <MenuGroupHeader>{text(`group.${group}`)}</MenuGroupHeader>
              {fields(group).map((id) => (
                <MenuItem key={id} onClick={() => add(id)}>
                  {titleOf(id)}
                </MenuItem>
              ))}
            </MenuGroup>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
