import { Button, Dropdown, Link, Option, ToggleButton } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { methodWord } from '../../../shared/i18n/plan/words.ts';
import type { Method } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { BREAKDOWNS, type Breakdown, OF_ALL, tagTitle } from '../../state/money/keys.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useWord } from '../../ui/use-word.ts';
import { Amount } from './amount.tsx';
import { breakDown } from './breakdown.ts';
import styles from './cost.module.css';
import type { Drill } from './lines-view.tsx';
import type { CostGround } from './use-cost.ts';

interface BreakdownTableProps {
  readonly ground: CostGround;
  readonly openLines: (drill: Drill) => void;
}

/** Rows at first; a fleet may have thousands of values of a tag. */
const FIRST = 15;

/** The total by subscription, tag, placement or method; a row leads to its lines. */
export function BreakdownTable({ ground, openLines }: BreakdownTableProps) {
  const text = useText('cost');
  const [by, setBy] = useState<Breakdown>('subscription');
  const [chosenTag, setTag] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  const nameOf = useKeyName(ground, by);
  const tag = chosenTag ?? ground.tags[0] ?? '';
  const { planned, machines, currency } = ground;
  const rows = useMemo(() => breakDown(planned, machines, by, tag), [planned, machines, by, tag]);
  const shown = isWhole ? rows : rows.slice(0, FIRST);
  return (
    <>
      <div className={styles.choices}>
        {BREAKDOWNS.filter((id) => id !== 'tag' || ground.tags.length > 0).map((id) => (
          <ToggleButton key={id} size="small" checked={id === by} onClick={() => setBy(id)}>
            {text(`by.${id}`)}
          </ToggleButton>
        ))}
        {by === 'tag' && (
          <Dropdown
            size="small"
            aria-label={text('by.tagName')}
            value={tagTitle(tag)}
            selectedOptions={[tag]}
            onOptionSelect={(_, { optionValue }) => setTag(optionValue ?? null)}
          >
            {ground.tags.map((name) => (
              <Option key={name} value={name} text={tagTitle(name)}>
                {tagTitle(name)}
              </Option>
            ))}
          </Dropdown>
        )}
      </div>
      <DataTable
        label={text('breakdown.title')}
        rows={shown}
        keyOf={({ key }) => key}
        columns={[
          {
            key: 'name',
            title: by === 'tag' ? tagTitle(tag) : text(`by.${by}`),
            cell: ({ key }) => (
              <Link as="button" inline onClick={() => openLines({ values: { [by]: [key] }, tag })}>
                {nameOf(key)}
              </Link>
            ),
          },
          {
            key: 'P2',
            title: text('servers.P2'),
            isNumber: true,
            cell: (row) => text('number', { value: row.servers.P2 }),
          },
          {
            key: 'P1',
            title: text('servers.P1'),
            isNumber: true,
            cell: (row) => text('number', { value: row.servers.P1 }),
          },
          {
            key: 'now',
            title: text('column.now'),
            isNumber: true,
            cell: ({ sum }) => <Amount sum={sum} which="now" currency={currency} />,
          },
          {
            key: 'always',
            title: text('column.always'),
            isNumber: true,
            cell: ({ sum }) => <Amount sum={sum} which="always" currency={currency} />,
          },
        ]}
        total={[
          text('total'),
          '',
          '',
          <Amount key="now" sum={ground.total} which="now" currency={currency} />,
          <Amount key="always" sum={ground.total} which="always" currency={currency} />,
        ]}
      />
      {rows.length > shown.length && (
        <Button appearance="subtle" size="small" onClick={() => setWhole(true)}>
          {text('breakdown.more', { count: rows.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function useKeyName({ scope, language }: CostGround, by: Breakdown): (key: string) => string {
  const text = useText('cost');
  const word = useWord();
  return (key) => {
    if (key === OF_ALL) return text('ofAll');
    if (key === '') return text(by === 'subscription' ? 'noSubscription' : 'noTag');
    if (by === 'subscription') return scope(key);
    if (by === 'placement') return word('placement', key);
    return by === 'method' ? methodWord(key as Method, language) : key;
  };
}
