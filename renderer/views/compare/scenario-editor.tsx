import { Button, Checkbox, Dropdown, Field, Input, Option, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { listAssumptions } from '../../../shared/assumptions/index.ts';
import { SCENARIO_KINDS, type Scenario, type ScenarioKind } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { useAppStore } from '../../state/use-app.ts';
import { AssumptionInput, useValueText } from '../../ui/assumptions/assumption-input.tsx';
import type { AssumptionName } from '../../ui/assumptions/controls.ts';
import { Section } from '../../ui/page.tsx';
import styles from './compare.module.css';
import { draftOf, isChanged, type ScenarioDraft, withValue, written } from './scenario-draft.ts';
import { ScenarioRules } from './scenario-rules.tsx';
import { TenantChoices } from './tenant-choices.tsx';
import type { CompareGround } from './use-compare.ts';

interface ScenarioEditorProps {
  readonly ground: CompareGround;
  readonly scenario: Scenario;
}

/** What a scenario may see otherwise than the project. Money in another currency could not be compared. */
const OWN_NAMES: readonly AssumptionName[] = [
  'edition',
  'discount',
  'hours',
  'trial',
  'price-book',
  'prepurchase',
  'licence-offset',
  'new-machines',
];

/** A scenario of the project's own; what is typed counts when it is saved. */
export function ScenarioEditor({ ground, scenario }: ScenarioEditorProps) {
  const text = useText('compare');
  const store = useAppStore();
  const [kept, setDraft] = useState<{ readonly of: Scenario; readonly draft: ScenarioDraft } | null>(null);
  // What was saved or undone elsewhere is where the next draft begins.
  const draft = kept?.of === scenario ? kept.draft : draftOf(scenario);
  const change = (next: ScenarioDraft) => setDraft({ of: scenario, draft: next });
  const isDirty = isChanged(draft, scenario);
  const save = async () => {
    const { edit, tell } = store.getState();
    if (await edit('scenarios.set', { scenario: written(draft) })) tell('edited', { offersUndo: true });
  };
  return (
    <>
      <Section
        title={scenario.name}
        actions={
          <span className={styles.buttons}>
            <Button appearance="primary" disabled={!isDirty || draft.name.trim() === ''} onClick={() => void save()}>
              {text('save')}
            </Button>
            <Button disabled={!isDirty} onClick={() => setDraft(null)}>
              {text('discard')}
            </Button>
          </span>
        }
      >
        <div className={styles.form}>
          <Field label={text('name')}>
            <Input value={draft.name} onChange={(_, { value }) => change({ ...draft, name: value })} />
          </Field>
          <Field label={text('kind')}>
            <Dropdown
              value={text(`kind.${draft.kind}`)}
              selectedOptions={[draft.kind]}
              onOptionSelect={(_, { optionValue }) =>
                optionValue && change({ ...draft, kind: optionValue as ScenarioKind })
              }
            >
              {SCENARIO_KINDS.map((kind) => (
                <Option key={kind} value={kind}>
                  {text(`kind.${kind}`)}
                </Option>
              ))}
            </Dropdown>
          </Field>
        </div>
      </Section>
      {draft.kind === 'rules' && (
        <Section title={text('rules')}>
          <RadioGroup
            layout="horizontal"
            aria-label={text('rules')}
            value={draft.rules === null ? 'project' : 'own'}
            onChange={(_, { value }) => change({ ...draft, rules: value === 'own' ? ground.state.rules : null })}
          >
            <Radio value="project" label={text('rules.project')} />
            <Radio value="own" label={text('rules.own')} />
          </RadioGroup>
          {draft.rules !== null && (
            <ScenarioRules ground={ground} rules={draft.rules} change={(rules) => change({ ...draft, rules })} />
          )}
        </Section>
      )}
      <Section title={text('own')}>
        <OwnAssumptions ground={ground} draft={draft} change={change} />
        <TenantChoices ground={ground} draft={draft} change={change} />
      </Section>
    </>
  );
}

interface DraftProps {
  readonly ground: CompareGround;
  readonly draft: ScenarioDraft;
  readonly change: (draft: ScenarioDraft) => void;
}

/** Each assumption follows the project until it is ticked. */
function OwnAssumptions({ ground, draft, change }: DraftProps) {
  const text = useText('compare');
  const labels = useText('assumptions');
  const { state, language, currency } = ground;
  const valueText = useValueText();
  const ofProject = new Map(listAssumptions(state.assumptions, language).map(({ key, value }) => [key, value]));
  return (
    <ul className={styles.own}>
      {OWN_NAMES.map((name) => {
        const own = draft.values.get(name);
        const project = ofProject.get(name) ?? '';
        return (
          <li key={name} className={styles.ownLine}>
            <Checkbox
              checked={own !== undefined}
              label={
                own === undefined
                  ? text('own.follows', {
                      label: labels(`label.${name}`, { currency }),
                      value: valueText(name, project),
                    })
                  : text('own.is')
              }
              onChange={(_, { checked }) => change(withValue(draft, name, checked === true ? project : null))}
            />
            {own !== undefined && (
              <AssumptionInput
                name={name}
                value={own}
                currency={currency}
                commit={(value) => change(withValue(draft, name, value))}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
