import { Button, Checkbox, Input, Popover, PopoverSurface, PopoverTrigger, Switch } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useMemo, useState } from 'react';
import { fold } from '../../shared/text/fold.ts';
import { useText } from '../i18n/use-text.ts';
import styles from './filter-pill.module.css';

export interface PillValue {
  readonly key: string;
  readonly text: string;
  readonly count: number;
}

interface FilterPillProps {
  readonly title: string;
  /** Keys of what is chosen; empty: nothing yet. */
  readonly chosen: readonly string[];
  readonly isOn: boolean;
  /** Asked for when the pill is opened. */
  readonly values: () => readonly PillValue[];
  readonly startsOpen?: boolean;
  readonly choose: (keys: readonly string[]) => void;
  readonly switchOn: () => void;
  readonly remove: () => void;
}

/** More lines nobody reads; the search above narrows them. */
const MOST = 200;

/** One filter under the title of a list: its values with counts, several at once, can be switched off without losing it. */
export function FilterPill(props: FilterPillProps) {
  const { title, chosen, isOn, values, startsOpen = false, switchOn, remove } = props;
  const text = useText('common');
  const [isOpen, setOpen] = useState(startsOpen);
  const all = useMemo(() => (isOpen || chosen.length > 0 ? values() : []), [isOpen, chosen.length, values]);
  const names = chosen.map((key) =>
    nameOf(
      all.find((value) => value.key === key),
      key,
      text('pill.missing'),
    ),
  );
  return (
    <span className={styles.pill} data-off={!isOn || undefined}>
      <Popover open={isOpen} onOpenChange={(_, { open }) => setOpen(open)} positioning="below-start" trapFocus>
        <PopoverTrigger disableButtonEnhancement>
          <button type="button" className={styles.open}>
            <span className={styles.title}>{title}</span>
            <span className={styles.values}>
              {chosen.length === 0 ? text('pill.all') : names.join(text('list.comma'))}
            </span>
          </button>
        </PopoverTrigger>
        <PopoverSurface className={styles.surface} aria-label={title}>
          <Values {...props} all={all} />
          <Switch label={text('pill.on')} checked={isOn} onChange={switchOn} />
        </PopoverSurface>
      </Popover>
      <Button
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        aria-label={text('pill.remove', { title })}
        onClick={remove}
      />
    </span>
  );
}

function Values({ title, chosen, choose, all }: FilterPillProps & { readonly all: readonly PillValue[] }) {
  const text = useText('common');
  const [search, setSearch] = useState('');
  const wanted = fold(search);
  const found = all
    .filter((value) => value.count > 0 || chosen.includes(value.key))
    .filter((value) => fold(value.text).includes(wanted));
  const toggle = (key: string) =>
    choose(chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]);
  return (
    <>
      {all.length > 8 && (
        <Input
          className={styles.search}
          aria-label={text('pill.search')}
          placeholder={text('pill.search')}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not shrink in a flex box. */}
      <div role="group" className={styles.list} aria-label={title}>
        {found.slice(0, MOST).map(({ key, text: name, count }) => (
          <div key={key} className={styles.value}>
            <Checkbox
              checked={chosen.includes(key)}
              label={name || text('pill.missing')}
              onChange={() => toggle(key)}
            />
            <span className={styles.count}>{text('number', { value: count })}</span>
          </div>
        ))}
      </div>
      {found.length > MOST && <p className={styles.more}>{text('pill.more', { count: found.length - MOST })}</p>}
      <div className={styles.buttons}>
        <Button size="small" appearance="subtle" onClick={() => choose(found.map(({ key }) => key))}>
          {text('pill.chooseAll')}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => choose([])}>
          {text('pill.chooseNone')}
        </Button>
      </div>
    </>
  );
}

function nameOf(value: PillValue | undefined, key: string, missing: string): string {
  return (value ? value.text : key) || missing;
}
