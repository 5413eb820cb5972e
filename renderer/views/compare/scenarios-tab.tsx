import { Badge, Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import { BUILT_IN_SCENARIOS, type Scenario } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { useScenarioName } from '../../ui/use-scenario-name.ts';
import styles from './compare.module.css';
import { EditionMoves } from './edition-moves.tsx';
import { copyOf, freeName, written } from './scenario-draft.ts';
import { ScenarioEditor } from './scenario-editor.tsx';
import type { CompareGround } from './use-compare.ts';

const BUILT_IN: ReadonlySet<string> = new Set(BUILT_IN_SCENARIOS.map(({ id }) => id));

/** The scenarios of the project: copied, changed, removed; and what each would be under the other edition of the rules. */
export function ScenariosTab({ ground }: { readonly ground: CompareGround }) {
  const text = useText('compare');
  const { scenarios } = ground.state;
  const [chosen, setChosen] = useState<string>(scenarios.at(-1)?.id ?? '');
  const scenario = scenarios.find(({ id }) => id === chosen) ?? scenarios.at(-1);
  return (
    <div className={styles.scenarios}>
      <ul className={styles.scenarioList} aria-label={text('scenarios')}>
        {scenarios.map((each) => (
          <ScenarioLine key={each.id} scenario={each} isChosen={each === scenario} choose={setChosen} ground={ground} />
        ))}
      </ul>
      {scenario && (
        <div className={styles.scenarioMain} key={scenario.id}>
          {BUILT_IN.has(scenario.id) ? (
            <p className={styles.quiet}>{text('builtIn')}</p>
          ) : (
            <ScenarioEditor ground={ground} scenario={scenario} />
          )}
          <EditionMoves ground={ground} scenario={scenario} />
        </div>
      )}
    </div>
  );
}

interface ScenarioLineProps {
  readonly scenario: Scenario;
  readonly isChosen: boolean;
  readonly choose: (id: string) => void;
  readonly ground: CompareGround;
}

function ScenarioLine({ scenario, isChosen, choose, ground }: ScenarioLineProps) {
  const text = useText('compare');
  const store = useAppStore();
  const nameOf = useScenarioName();
  const shown = useApp(({ scenarioId }) => scenarioId);
  const { scenarios } = ground.state;
  const name = nameOf(scenario);
  const copy = async () => {
    const draft = copyOf(scenario, freeName(text('copy.name', { name }), scenarios));
    const state = await store.getState().edit('scenarios.set', { scenario: written(draft) });
    const made = state?.scenarios.find(({ id }) => !scenarios.some((each) => each.id === id));
    if (!made) return;
    store.getState().tell('edited', { offersUndo: true });
    const ids = ground.columns.map(({ planned }) => planned.scenario.id);
    // It takes the place of the last column where there is no room.
    store.getState().compare(ids.length < 4 ? [...ids, made.id] : [...ids.slice(0, 3), made.id]);
    choose(made.id);
  };
  const remove = async () => {
    const { edit, tell, chooseScenario } = store.getState();
    if (shown === scenario.id) chooseScenario('recommended');
    if (await edit('scenarios.remove', { id: scenario.id })) tell('edited', { offersUndo: true });
  };
  return (
    <li className={styles.scenario} data-chosen={isChosen || undefined}>
      <button type="button" className={styles.scenarioOpen} aria-pressed={isChosen} onClick={() => choose(scenario.id)}>
        <span className={styles.scenarioName}>{name}</span>
        {BUILT_IN.has(scenario.id) && (
          <Badge appearance="outline" color="informative" shape="rounded">
            {text('builtIn.badge')}
          </Badge>
        )}
      </button>
      <Button
        size="small"
        appearance="subtle"
        icon={<CopyRegular />}
        aria-label={text('copy', { name })}
        onClick={() => void copy()}
      />
      {!BUILT_IN.has(scenario.id) && (
        <Button
          size="small"
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={text('remove', { name })}
          onClick={() => void remove()}
        />
      )}
    </li>
  );
}
