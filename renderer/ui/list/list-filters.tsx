import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, SearchBox } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { type ReactNode, useRef, useState } from 'react';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import { useText } from '../../i18n/use-text.ts';
import { findListColumn, type List, listValues } from '../../state/lists/list.ts';
import { FilterPill } from '../filter-pill.tsx';
import styles from './list.module.css';
import type { ListState } from './use-list-state.ts';

interface ListFiltersProps {
  readonly list: List;
  readonly state: ListState;
  readonly searchLabel: string;
  readonly titleOf: (column: string) => string;
  /** What stands at the end of the line: how many rows there are. */
  readonly children?: ReactNode;
}

/** Free text and filters of a long list, in one line. */
export function ListFilters({ list, state, searchLabel, titleOf, children }: ListFiltersProps) {
  const text = useText('common');
  const field = useRef<HTMLInputElement | null>(null);
  const keep = (input: HTMLInputElement | null) => {
    field.current = input;
  };
  // The pill that was just added opens by itself.
  const [added, setAdded] = useState<string | null>(null);
  useShortcuts({ filter: () => field.current?.select() });
  const { filter } = state;
  const taken = filter.pills.map((pill) => pill.field);
  // Some filters have a switch of their own beside the list.
  const pills = filter.pills.filter((pill) => findListColumn(list, pill.field)?.isFilter);
  const others = list.columns.filter(({ id, isFilter }) => isFilter && !taken.includes(id));
  return (
    <div className={styles.filters}>
      <SearchBox
        ref={keep}
        className={styles.search}
        aria-label={searchLabel}
        placeholder={searchLabel}
        value={filter.search}
        onChange={(_, { value }) => state.search(value)}
      />
      {pills.map(({ field: id, values, isOn }) => (
        <FilterPill
          key={id}
          title={titleOf(id)}
          chosen={values}
          isOn={isOn}
          startsOpen={id === added}
          values={() => listValues(list, filter, id)}
          choose={(keys) => state.choose(id, keys)}
          switchOn={() => state.switchPill(id)}
          remove={() => state.removePill(id)}
        />
      ))}
      {others.length > 0 && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" size="small" icon={<FilterRegular />}>
              {text('list.addFilter')}
            </Button>
          </MenuTrigger>
          <MenuPopover className={styles.menu}>
            <MenuList>
              {others.map(({ id }) => (
                <MenuItem
                  key={id}
                  onClick={() => {
                    setAdded(id);
                    state.choose(id, []);
                  }}
                >
                  {titleOf(id)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      {(pills.length > 0 || filter.search !== '') && (
        <Button appearance="transparent" size="small" onClick={state.clear}>
          {text('list.clear')}
        </Button>
      )}
      <span className={styles.end}>{children}</span>
    </div>
  );
}
