import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Keyed } from '../../state/requirements-slice.ts';
import { IconButton } from '../icon-button.tsx';
import { inserted, moved, removed } from './ordered.ts';
import styles from './rules.module.css';

interface OrderedListProps<Value> {
  readonly label: string;
  readonly items: readonly Keyed<Value>[];
  readonly change: (items: readonly Keyed<Value>[]) => void;
  readonly chosen: number | null;
  readonly choose: (key: number | null) => void;
  readonly view: (value: Value, index: number) => ReactNode;
  readonly name: (action: 'up' | 'down' | 'copy' | 'remove', number: number) => string;
  /** What is said when an item has moved. */
  readonly movedTo: (number: number) => string;
}

/** An ordered list whose items are moved with buttons or with Alt and an arrow key; the focus stays with what moved. */
export function OrderedList<Value>(props: OrderedListProps<Value>) {
  const { label, items, change, chosen, choose, view, name, movedTo } = props;
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  useLayoutEffect(() => {
    if (focus.current === null) return;
    list.current?.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = null;
  });
  const move = (key: number, step: -1 | 1, selector: string) => {
    const next = moved(items, key, step);
    if (next === items) return;
    focus.current = selector;
    setSaid(movedTo(next.findIndex((item) => item.key === key) + 1));
    change(next);
  };
  const press = (event: KeyboardEvent, key: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(key, event.key === 'ArrowUp' ? -1 : 1, `[data-open="${key}"]`);
  };
  const copy = (index: number, value: Value) => {
    const next = inserted(items, index + 1, structuredClone(value));
    change(next.items);
    choose(next.key);
  };
  const remove = (key: number, index: number) => {
    const neighbour = items[index + 1] ?? items[index - 1];
    focus.current = neighbour ? `[data-open="${neighbour.key}"]` : null;
    change(removed(items, key));
    if (chosen === key) choose(null);
  };
  return (
    <>
      <ol ref={list} className={styles.items} aria-label={label}>
        {items.map(({ key, value }, index) => (
          <li key={key} className={styles.item} data-chosen={key === chosen || undefined}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <button
              type="button"
              className={styles.open}
              data-open={key}
              aria-expanded={key === chosen}
              onClick={() => choose(key === chosen ? null : key)}
              onKeyDown={(event) => press(event, key)}
            >
              {view(value, index)}
            </button>
            <span className={styles.tools}>
              <span data-up={key}>
                <IconButton
                  label={name('up', index + 1)}
                  icon={<ArrowUpRegular />}
                  isDisabled={index === 0}
                  onClick={() => move(key, -1, `[data-up="${key}"] button`)}
                />
              </span>
              <span data-down={key}>
                <IconButton
                  label={name('down', index + 1)}
                  icon={<ArrowDownRegular />}
                  isDisabled={index === items.length - 1}
                  onClick={() => move(key, 1, `[data-down="${key}"] button`)}
                />
              </span>
              <IconButton label={name('copy', index + 1)} icon={<CopyRegular />} onClick={() => copy(index, value)} />
              <IconButton
                label={name('remove', index + 1)}
                icon={<DeleteRegular />}
                onClick={() => remove(key, index)}
              />
            </span>
          </li>
        ))}
      </ol>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
