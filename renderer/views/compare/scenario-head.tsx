import { Button, Dropdown, Option } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useText } from '../../i18n/use-text.ts';
import { MOST_COMPARED } from '../../state/compare-slice.ts';
import { useAppStore } from '../../state/use-app.ts';
import { useScenarioName } from '../../ui/use-scenario-name.ts';
import styles from './compare.module.css';
import type { CompareGround } from './use-compare.ts';

interface ScenarioHeadProps {
  readonly ground: CompareGround;
  /** Place of the column. */
  readonly at: number;
}

/** Which scenario a column shows; it can be changed there. */
export function ScenarioHead({ ground, at }: ScenarioHeadProps) {
  const text = useText('compare');
  const store = useAppStore();
  const nameOf = useScenarioName();
  const ids = ground.columns.map(({ planned }) => planned.scenario.id);
  const scenario = ground.columns[at]?.planned.scenario;
  if (!scenario) return null;
  const { compare } = store.getState();
  const others = ground.state.scenarios.filter(({ id }) => id === scenario.id || !ids.includes(id));
  return (
    <div className={styles.head}>
      <span className={styles.printed}>{nameOf(scenario)}</span>
      <Dropdown
        className={styles.choose}
        aria-label={text('column', { number: at + 1 })}
        value={nameOf(scenario)}
        selectedOptions={[scenario.id]}
        onOptionSelect={(_, { optionValue }) => optionValue && compare(ids.with(at, optionValue))}
      >
        {others.map((other) => (
          <Option key={other.id} value={other.id}>
            {nameOf(other)}
          </Option>
        ))}
      </Dropdown>
      {ids.length > 2 && (
        <Button
          className={styles.remove}
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={text('column.remove', { name: nameOf(scenario) })}
          onClick={() => compare(ids.toSpliced(at, 1))}
        />
      )}
    </div>
  );
}

/** One more column, while there is room and a scenario for it. */
export function AddColumn({ ground }: { readonly ground: CompareGround }) {
  const text = useText('compare');
  const store = useAppStore();
  const ids = ground.columns.map(({ planned }) => planned.scenario.id);
  const next = ground.state.scenarios.find(({ id }) => !ids.includes(id));
  if (!next || ids.length >= MOST_COMPARED) return null;
  return (
    <Button size="small" icon={<AddRegular />} onClick={() => store.getState().compare([...ids, next.id])}>
      {text('column.add')}
    </Button>
  );
}
