import { Button, Checkbox, Input, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { ColumnEditRegular } from '@fluentui/react-icons/svg/column-edit';
import { useState } from 'react';
import type { Machine } from '../../../shared/model/index.ts';
import { fold } from '../../../shared/text/fold.ts';
import { useText } from '../../i18n/use-text.ts';
import { COLUMNS, DEFAULT_COLUMNS, tagNames } from '../../state/inventory/columns.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import styles from './inventory.module.css';
import { useColumnTitle } from './use-inventory.ts';

/** Which columns are shown, and in which order. */
export function ColumnChooser({ machines }: { readonly machines: readonly Machine[] }) {
  const text = useText('inventory');
  return (
    <Popover positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<ColumnEditRegular />}>
          {text('columns')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={text('columns')}>
        <Columns machines={machines} />
      </PopoverSurface>
    </Popover>
  );
}

function Columns({ machines }: { readonly machines: readonly Machine[] }) {
  const text = useText('inventory');
  const store = useAppStore();
  const shown = useApp((state) => state.columns);
  const titleOf = useColumnTitle();
  const [search, setSearch] = useState('');
  const { setColumns } = store.getState();
  const all = [...COLUMNS.map(({ id }) => id), ...tagNames(machines).map((name) => `tag:${name}`)];
  const others = all.filter((id) => !shown.includes(id));
  const matches = (id: string) => fold(titleOf(id)).includes(fold(search));
  return (
    <>
      <Input
        aria-label={text('columns.search')}
        placeholder={text('columns.search')}
        value={search}
        onChange={(_, { value }) => setSearch(value)}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not shrink in a flex box. */}
      <div role="group" className={styles.columns} aria-label={text('columns')}>
        {[...shown, ...others].filter(matches).map((id) => (
          <ColumnLine key={id} id={id} shown={shown} />
        ))}
      </div>
      <Button size="small" appearance="subtle" onClick={() => setColumns(DEFAULT_COLUMNS)}>
        {text('columns.reset')}
      </Button>
    </>
  );
}

function ColumnLine({ id, shown }: { readonly id: string; readonly shown: readonly string[] }) {
  const text = useText('inventory');
  const store = useAppStore();
  const title = useColumnTitle()(id);
  const at = shown.indexOf(id);
  const { setColumns } = store.getState();
  const move = (by: -1 | 1) => {
    const others = shown.filter((each) => each !== id);
    setColumns([...others.slice(0, at + by), id, ...others.slice(at + by)]);
  };
  return (
    <div className={styles.columnLine}>
      <Checkbox
        label={title}
        checked={at >= 0}
        // Without its name a machine could not be told from others.
        disabled={id === 'name'}
        onChange={() => setColumns(at >= 0 ? shown.filter((each) => each !== id) : [...shown, id])}
      />
      {at > 0 && (
        <span className={styles.columnMoves}>
          <Button
            size="small"
            appearance="transparent"
            icon={<ArrowUpRegular />}
            disabled={at === 1}
            aria-label={text('columns.earlier', { title })}
            onClick={() => move(-1)}
          />
          <Button
            size="small"
            appearance="transparent"
            icon={<ArrowDownRegular />}
            disabled={at === shown.length - 1}
            aria-label={text('columns.later', { title })}
            onClick={() => move(1)}
          />
        </span>
      )}
    </div>
  );
}
