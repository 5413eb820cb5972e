import { Dropdown, Field, Input, Option, Switch } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { planWord } from '../../../shared/i18n/plan/words.ts';
import { EDITIONS } from '../../../shared/matrix/editions.ts';
import { EDITION_IDS, type Language, PLANS } from '../../../shared/model/index.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import styles from './assumption-input.module.css';
import { ASSUMPTION_CONTROLS, type AssumptionName, hintOf, joinPair, keyOf, problemOf, splitPair } from './controls.ts';

interface AssumptionInputProps {
  readonly name: AssumptionName;
  /** As the command line has it. */
  readonly value: string;
  /** Of the amounts; a rate is one of it. */
  readonly currency: string;
  /** Something to know beside the meaning of the field. */
  readonly note?: string | undefined;
  readonly commit: (value: string) => void;
}

/** One assumption: typed text counts when the field is left or Enter is pressed, a choice at once. */
export function AssumptionInput(props: AssumptionInputProps) {
  const { name, value, note } = props;
  const text = useText('assumptions');
  const [problem, setProblem] = useState<string | null>(null);
  // A value that came from elsewhere (undo) is right again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => setProblem(null), [value]);
  const commit = (next: string) => {
    const found = problemOf(keyOf(name, props.currency), next);
    setProblem(found);
    if (found === null && next !== value) props.commit(next);
  };
  const hinted = hintOf(name);
  const hint = [hinted && text(`hint.${hinted}`), note].filter(Boolean).join(' ');
  return (
    <Field
      className={styles.field}
      label={text(`label.${name}`, { currency: props.currency })}
      {...(hint === '' ? {} : { hint })}
      {...(problem === null ? {} : { validationMessage: text('expected', { expected: problem }) })}
    >
      {(field) => <Control {...props} commit={commit} id={field.id ?? ''} describedBy={field['aria-describedby']} />}
    </Field>
  );
}

interface ControlProps extends AssumptionInputProps {
  readonly id: string;
  readonly describedBy: string | undefined;
}

function Control(props: ControlProps) {
  const { name, value, commit, id, describedBy } = props;
  const text = useText('assumptions');
  const language = useLanguage();
  const control = ASSUMPTION_CONTROLS[name];
  const common = { id, 'aria-describedby': describedBy };
  switch (control.kind) {
    case 'switch':
      return (
        <Switch
          {...common}
          className={styles.switch}
          checked={value === 'yes'}
          onChange={(_, { checked }) => commit(checked ? 'yes' : 'no')}
        />
      );
    case 'choice':
      return (
        <Dropdown
          {...common}
          className={styles.choice}
          value={optionText(value, language, text)}
          selectedOptions={[value]}
          onOptionSelect={(_, { optionValue }) => optionValue && commit(optionValue)}
        >
          {control.options.map((option) => (
            <Option key={option} value={option} text={optionText(option, language, text)}>
              {optionText(option, language, text)}
            </Option>
          ))}
        </Dropdown>
      );
    case 'pair':
    case 'rate':
      return <Pair {...props} />;
    default:
      return (
        <Typed
          {...common}
          value={value}
          commit={commit}
          isNumber={control.kind === 'number'}
          unit={unitOf(name, text)}
        />
      );
  }
}

function Pair({ name, value, commit, id, describedBy, currency }: ControlProps) {
  const text = useText('assumptions');
  const second = useId();
  const separator = name === 'rate' ? '@' : ':';
  const [typed, setTyped] = useState(() => splitPair(value, separator));
  useEffect(() => setTyped(splitPair(value, separator)), [value, separator]);
  const is = name === 'rate' ? 'rate' : name === 'prepurchase' ? 'prepurchase' : 'licence-offset';
  const isWhole = name === 'prepurchase' ? typed[0] !== '' : typed[0] !== '' && typed[1] !== '';
  const done = () => isWhole && commit(joinPair(typed[0], typed[1], separator));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that both fields were left.
    <div
      className={styles.pair}
      onBlur={({ relatedTarget, currentTarget }) => !currentTarget.contains(relatedTarget) && done()}
    >
      <Input
        id={id}
        aria-describedby={describedBy}
        className={styles.half}
        inputMode="decimal"
        value={typed[0]}
        onChange={(_, data) => setTyped([data.value, typed[1]])}
        onKeyDown={onEnter(done)}
      />
      <label id={`${second}-label`} className={styles.between} htmlFor={second}>
        {text(`second.${is}`, { currency })}
      </label>
      <Input
        id={second}
        // The field would name it like the first one.
        aria-labelledby={`${second}-label`}
        className={name === 'prepurchase' ? styles.wide : styles.half}
        {...(name === 'rate' ? { type: 'date' as const } : { inputMode: 'decimal' as const })}
        placeholder={name === 'prepurchase' ? text('tier') : ''}
        value={typed[1]}
        onChange={(_, data) => setTyped([typed[0], data.value])}
        onKeyDown={onEnter(done)}
      />
    </div>
  );
}

interface TypedProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly value: string;
  readonly commit: (value: string) => void;
  readonly isNumber: boolean;
  readonly unit: string;
}

function Typed({ value, commit, isNumber, unit, ...common }: TypedProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <Input
      {...common}
      className={styles.text}
      inputMode={isNumber ? 'decimal' : 'text'}
      contentAfter={unit === '' ? null : <span className={styles.between}>{unit}</span>}
      value={typed}
      onChange={(_, data) => setTyped(data.value)}
      onBlur={() => commit(typed)}
      onKeyDown={onEnter(() => commit(typed))}
    />
  );
}

function onEnter(done: () => void) {
  return ({ key, nativeEvent }: KeyboardEvent) => {
    // The Enter that ends an input method's word is no "done".
    if (key === 'Enter' && !nativeEvent.isComposing && nativeEvent.keyCode !== 229) done();
  };
}

type Text = ReturnType<typeof useText<'assumptions'>>;

function unitOf(name: AssumptionName, text: Text): string {
  if (name === 'hours') return text('unit.hours');
  return name === 'discount' || name === 'tax-rate' ? '%' : '';
}

/** Names of what can be chosen. */
function optionText(option: string, language: Language, text: Text): string {
  const edition = EDITION_IDS.find((id) => id === option);
  if (edition) return EDITIONS[edition].name[language];
  const plan = PLANS.find((each) => each === option);
  if (plan) return planWord(plan, language);
  return text(`option.${option as 'retail' | 'list' | 'with' | 'without' | 'none'}`);
}

/** A value as a person reads it. */
export function useValueText(): (name: AssumptionName, value: string) => string {
  const text = useText('assumptions');
  const language = useLanguage();
  return (name, value) => {
    const { kind } = ASSUMPTION_CONTROLS[name];
    const [first, second] = splitPair(value, ':');
    if (kind === 'switch') return text(value === 'yes' ? 'value.yes' : 'value.no');
    if (kind === 'choice') return optionText(value, language, text);
    if (name === 'licence-offset') return text('value.offset', { servers: first, amount: second });
    if (name === 'prepurchase') return second === '' ? first : `${first} (${second} %)`;
    return [value, unitOf(name, text)].filter(Boolean).join(' ');
  };
}
