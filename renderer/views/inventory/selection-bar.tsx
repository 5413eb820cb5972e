import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useAppStore } from '../../state/use-app.ts';
import styles from './inventory.module.css';
import { OverrideDialog } from './override-dialog.tsx';
import { useCopy } from './use-copy.ts';
import type { Inventory } from './use-inventory.ts';

/** What can be done with the chosen machines; there only while some are chosen. */
export function SelectionBar({ inventory }: { readonly inventory: Inventory }) {
  const text = useText('inventory');
  const store = useAppStore();
  const copy = useCopy(inventory);
  const [isOverriding, setOverriding] = useState(false);
  const { selection, rows, ground } = inventory;
  if (selection.size === 0) return null;
  const { select } = store.getState();
  const hidden = rows.length === ground.machines.length ? 0 : countHidden(rows, selection);
  return (
    <section className={styles.selection} aria-label={text('selection')}>
      <strong>{text('selection.count', { count: selection.size })}</strong>
      {hidden > 0 && <span>{text('selection.hidden', { count: hidden })}</span>}
      {selection.size - hidden < rows.length && (
        <Button size="small" appearance="transparent" onClick={() => select(rows)}>
          {text('selection.all', { count: rows.length })}
        </Button>
      )}
      <Button size="small" appearance="primary" icon={<EditRegular />} onClick={() => setOverriding(true)}>
        {text('override.action')}
      </Button>
      <Button
        size="small"
        icon={<CopyRegular />}
        onClick={() => copy(rows.length === 0 ? [...selection] : [...rows].filter((row) => selection.has(row)))}
      >
        {text('copy')}
      </Button>
      <Button size="small" appearance="subtle" onClick={() => select([])}>
        {text('selection.clear')}
      </Button>
      {isOverriding && (
        <OverrideDialog
          machines={[...selection].flatMap((row) => ground.machines[row] ?? [])}
          close={() => setOverriding(false)}
        />
      )}
    </section>
  );
}

/** Chosen machines that the filter does not show: they are meant too, so they are told. */
function countHidden(rows: Uint32Array, selection: ReadonlySet<number>): number {
  let seen = 0;
  for (const row of rows) if (selection.has(row)) seen += 1;
  return selection.size - seen;
}
