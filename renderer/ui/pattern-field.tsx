import { Combobox, Field, Option } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useDeferredValue, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import styles from './pattern-field.module.css';

export interface PatternChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number | null;
}

interface PatternFieldProps {
  readonly label: string;
  readonly patterns: readonly string[];
  readonly change: (patterns: readonly string[]) => void;
  /** What to offer for what is typed. */
  readonly choices: (typed: string) => readonly PatternChoice[];
  /** How a chosen value reads; its own text where this is absent. */
  readonly nameOf?: (pattern: string) => string;
  /** Texts of one's own are taken, with `*` and `?`. */
  readonly isFree: boolean;
  readonly error?: string | undefined;
}

/** Several values, each taken from what the data have or typed as a pattern. */
export function PatternField({ label, patterns, change, choices, nameOf = same, isFree, error }: PatternFieldProps) {
  const text = useText('common');
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed);
  const own = typed.trim();
  const offered = choices(asked).filter(({ value }) => !patterns.includes(value) && value !== own);
  const add = (value: string | undefined) => {
    if (value === undefined) return;
    if (!patterns.includes(value)) change([...patterns, value]);
    setTyped('');
  };
  return (
    <div className={styles.patterns}>
      {patterns.length > 0 && (
        <ul className={styles.chosen} aria-label={label}>
          {patterns.map((pattern) => (
            <li key={pattern} className={styles.chip}>
              <span className={styles.value}>{nameOf(pattern) || text('pill.missing')}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={text('pattern.remove', { value: nameOf(pattern) })}
                onClick={() => change(patterns.filter((each) => each !== pattern))}
              >
                <DismissRegular aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Field label={{ children: label, className: 'visually-hidden' }} {...(error ? { validationMessage: error } : {})}>
        <Combobox
          freeform
          size="small"
          className={styles.box}
          placeholder={text(isFree ? 'pattern.add' : 'pattern.choose')}
          value={typed}
          selectedOptions={NONE}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onOptionSelect={(_, { optionValue }) => add(optionValue)}
        >
          {isFree && own !== '' && !patterns.includes(own) && (
            <Option key="own" value={own} text={own}>
              {text('pattern.own', { value: own })}
            </Option>
          )}
          {offered.map(({ value, label: name, count }) => (
            <Option key={value} value={value} text={name}>
              <span className={styles.choice}>{name || text('pill.missing')}</span>
              {count !== null && <span className={styles.count}>{text('number', { value: count })}</span>}
            </Option>
          ))}
        </Combobox>
      </Field>
    </div>
  );
}

const NONE: string[] = [];

function same(pattern: string): string {
  return pattern;
}
