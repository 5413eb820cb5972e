import { Button, Dropdown, Option, Tooltip } from '@fluentui/react-components';
import { ArrowRedoRegular } from '@fluentui/react-icons/svg/arrow-redo';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard';
import { useText } from '../i18n/use-text.ts';
import { selectProjectState } from '../state/selectors.ts';
import { useApp, useAppStore } from '../state/use-app.ts';
import { useScenarioName } from '../ui/use-scenario-name.ts';
import { MachineSearch } from './machine-search.tsx';
import { useStepName } from './step-names.ts';
import styles from './top-bar.module.css';

/** Which project and scenario everything shown belongs to; taking back; finding a machine. */
export function TopBar({ openHelp }: { readonly openHelp: () => void }) {
  const text = useText('shell');
  const name = useApp((state) => selectProjectState(state)?.project.name ?? null);
  return (
    <header className={styles.bar} data-pane="top">
      <span className={styles.product} data-project={name === null ? undefined : ''} title={text('product')}>
        {name ?? text('product')}
      </span>
      {name !== null && (
        <>
          <ScenarioChooser />
          <History />
          <MachineSearch />
        </>
      )}
      <span className={styles.end}>
        <Tooltip content={text('shortcuts.title')} relationship="label">
          <Button appearance="subtle" icon={<KeyboardRegular />} onClick={openHelp} />
        </Tooltip>
      </span>
    </header>
  );
}

function ScenarioChooser() {
  const text = useText('shell');
  const store = useAppStore();
  const scenarios = useApp((state) => selectProjectState(state)?.scenarios ?? NONE);
  const chosen = useApp(({ scenarioId }) => scenarioId);
  const nameOf = useScenarioName();
  const current = scenarios.find(({ id }) => id === chosen);
  return (
    <span className={styles.chooser}>
      <span className={styles.label} aria-hidden="true">
        {text('scenario')}
      </span>
      <Dropdown
        className={styles.scenario}
        aria-label={text('scenario')}
        value={current ? nameOf(current) : ''}
        selectedOptions={[chosen]}
        onOptionSelect={(_, { optionValue }) => optionValue && store.getState().chooseScenario(optionValue)}
      >
        {scenarios.map((scenario) => (
          <Option key={scenario.id} value={scenario.id}>
            {nameOf(scenario)}
          </Option>
        ))}
      </Dropdown>
    </span>
  );
}

const NONE: [] = [];

function History() {
  const text = useText('shell');
  const store = useAppStore();
  const nameOf = useStepName();
  const undo = useApp((state) => selectProjectState(state)?.undo ?? null);
  const redo = useApp((state) => selectProjectState(state)?.redo ?? null);
  const undoName = undo ? text('undo.step', { step: nameOf(undo) }) : text('undo.none');
  const redoName = redo ? text('redo.step', { step: nameOf(redo) }) : text('redo.none');
  return (
    <span className={styles.history}>
      <Tooltip content={undoName} relationship="label">
        <Button
          appearance="subtle"
          icon={<ArrowUndoRegular />}
          disabledFocusable={undo === null}
          onClick={() => void store.getState().undo()}
        />
      </Tooltip>
      <Tooltip content={redoName} relationship="label">
        <Button
          appearance="subtle"
          icon={<ArrowRedoRegular />}
          disabledFocusable={redo === null}
          onClick={() => void store.getState().redo()}
        />
      </Tooltip>
    </span>
  );
}
