import { Button, Switch, ToggleButton } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useMemo, useState } from 'react';
import { stepWord } from '../../../shared/i18n/plan/words.ts';
import { useText } from '../../i18n/use-text.ts';
import { listRows } from '../../state/lists/list.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListFilters } from '../../ui/list/list-filters.tsx';
import { ListGrid } from '../../ui/list/list-grid.tsx';
import { useListState } from '../../ui/list/use-list-state.ts';
import { MachineLink } from '../../ui/machine-link.tsx';
import { Money } from '../../ui/money.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { useScenarioName } from '../../ui/use-scenario-name.ts';
import { useWord } from '../../ui/use-word.ts';
import styles from './compare.module.css';
import { decidedText, differenceList, moneyColumn, planColumn } from './differences.ts';
import { FIGURES, type Figure } from './figures.ts';
import type { CompareGround } from './use-compare.ts';

const DIFFERENT = [{ field: 'different', values: ['true'], isOn: true }] as const;

/** Every machine with what each scenario plans for it, and what that costs. */
export function MachinesTab({ ground }: { readonly ground: CompareGround }) {
  const text = useText('compare');
  const nameOf = useScenarioName();
  const [figure, setFigure] = useState<Figure>('always');
  const list = useDifferences(ground, figure);
  const state = useListState(list, DIFFERENT);
  const [shown, setShown] = useState<number | null>(null);
  const rows = useMemo(() => listRows(list, state.filter, state.sort), [list, state.filter, state.sort]);
  const titles = useMemo(() => {
    const named = new Map<string, string>([
      ['machine', text('machine')],
      ['subscription', text('subscription')],
      ['placement', text('placement')],
      ['different', text('different')],
    ]);
    ground.columns.forEach(({ planned }, at) => {
      const name = nameOf(planned.scenario);
      named.set(planColumn(at), name).set(moneyColumn(at), text('month'));
    });
    return named;
  }, [ground.columns, nameOf, text]);
  const columns = useMemo(
    () => list.columns.filter(({ id }) => id !== 'different').map(({ id }) => ({ id, title: titles.get(id) ?? id })),
    [list, titles],
  );
  const isOnlyDifferent = state.filter.pills.some(
    ({ field, isOn, values }) => field === 'different' && isOn && values.includes('true'),
  );
  const machine = shown === null ? undefined : ground.machines[shown];
  return (
    <>
      <div className={styles.machineChoices}>
        <Switch
          label={text('onlyDifferent', { count: list.different })}
          checked={isOnlyDifferent}
          onChange={(_, { checked }) => (checked ? state.choose('different', ['true']) : state.removePill('different'))}
        />
        <fieldset className={styles.figureChoice} aria-label={text('figure')}>
          {FIGURES.map((id) => (
            <ToggleButton key={id} size="small" checked={id === figure} onClick={() => setFigure(id)}>
              {text(`figure.${id}`)}
            </ToggleButton>
          ))}
        </fieldset>
      </div>
      <ListFilters list={list} state={state} searchLabel={text('search')} titleOf={(id) => titles.get(id) ?? id}>
        {text('rows', { count: rows.length, all: list.count })}
      </ListFilters>
      <SplitPane
        sideLabel={text('reasons')}
        side={
          machine && shown !== null ? <Reasons ground={ground} position={shown} close={() => setShown(null)} /> : null
        }
      >
        {rows.length === 0 ? (
          <div className={styles.nothing}>
            <EmptyState title={text(list.different === 0 ? 'same.title' : 'none.title')}>
              {text(list.different === 0 ? 'same.text' : 'none.text')}
            </EmptyState>
          </div>
        ) : (
          <ListGrid
            label={text('tab.machines')}
            list={list}
            rows={rows}
            state={state}
            columns={columns}
            nameOf={(row) => ground.machines[row]?.name ?? ''}
            shownRow={shown}
            show={setShown}
          />
        )}
      </SplitPane>
    </>
  );
}

function useDifferences({ columns, machines, language }: CompareGround, figure: Figure) {
  const text = useText('compare');
  const word = useWord();
  return useMemo(
    () =>
      differenceList(
        columns.map(({ planned }) => planned),
        machines,
        figure,
        language,
        {
          placement: (placement) => word('placement', placement),
          unknown: word('state', 'unknown'),
          isDifferent: (is) => text(is ? 'different.yes' : 'different.no'),
        },
      ),
    [columns, machines, figure, language, text, word],
  );
}

interface ReasonsProps {
  readonly ground: CompareGround;
  readonly position: number;
  readonly close: () => void;
}

/** One machine: what each scenario plans for it, why, what has to be done, and the money. */
function Reasons({ ground: { columns, machines, language, currency }, position, close }: ReasonsProps) {
  const text = useText('compare');
  const nameOf = useScenarioName();
  const machine = machines[position];
  if (!machine) return null;
  return (
    <div className={styles.reasons}>
      <header className={styles.reasonsHeader}>
        <h2>
          <MachineLink id={machine.id} name={machine.name} />
        </h2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={text('reasons.close')} onClick={close} />
      </header>
      {columns.map(({ planned }) => {
        const decided = planned.planning.decided(position);
        const of = planned.planning.planned[position];
        const monthly = of ? planned.pricer.monthly(of) : null;
        return (
          <section key={planned.scenario.id} className={styles.reason} aria-label={nameOf(planned.scenario)}>
            <h3>{nameOf(planned.scenario)}</h3>
            <div className={styles.decided}>{decidedText(decided, planned, language)}</div>
            <p>{planned.planning.recommendation(position).reason}</p>
            <div className={styles.quiet}>
              {decided.steps.map((step) => stepWord(step, language)).join(text('comma'))}
            </div>
            <div>
              <Money amount={monthly?.always.toFixed() ?? null} currency={currency} /> {text('aMonth')}
            </div>
          </section>
        );
      })}
    </div>
  );
}
