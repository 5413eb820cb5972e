import { assumptionValues, listAssumptions } from '../../../shared/assumptions/index.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { selectPlanned, selectProjectState } from '../../state/selectors.ts';
import { useApp } from '../../state/use-app.ts';
import { useAssume } from '../use-assume.ts';
import styles from './assumption-input.module.css';
import { AssumptionInput, useValueText } from './assumption-input.tsx';
import { type AssumptionName, keyOf } from './controls.ts';

/** Assumptions of the project, each a step that can be taken back. Says where the chosen scenario has a value of its own. */
export function ProjectAssumptions({ names }: { readonly names: readonly AssumptionName[] }) {
  const text = useText('assumptions');
  const language = useLanguage();
  const assume = useAssume();
  const valueText = useValueText();
  const state = useApp(selectProjectState);
  const scenario = useApp((app) => selectPlanned(app)?.scenario ?? null);
  if (!state) return null;
  const { assumptions } = state;
  const values = new Map(listAssumptions(assumptions, language).map(({ key, value }) => [key, value]));
  const own = new Map(scenario ? assumptionValues(scenario.assumptions) : []);
  return (
    <div className={styles.fields}>
      {names.map((name) => {
        const key = keyOf(name, assumptions.currency);
        const ofScenario = own.get(key);
        return (
          <AssumptionInput
            key={name}
            name={name}
            value={values.get(key) ?? ''}
            currency={assumptions.currency}
            note={ofScenario === undefined ? undefined : text('ofScenario', { value: valueText(name, ofScenario) })}
            commit={(value) => assume([[key, value]])}
          />
        );
      })}
    </div>
  );
}
