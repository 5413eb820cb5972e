import {
  Button,
  Combobox,
  Field,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Option,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import { MACHINE_KINDS, type When } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { IconButton } from '../icon-button.tsx';
import { PatternField } from '../pattern-field.tsx';
import { useConditionName, useValueName } from './condition-chips.tsx';
import { type ConditionField, type ConditionRow, freeFields, rowsOfWhen, whenOfRows } from './conditions.ts';
import styles from './rules.module.css';
import { type RuleGround, suggestionsFor, tagSuggestions } from './suggestions.ts';

interface ConditionEditorProps {
  readonly when: When;
  readonly change: (when: When) => void;
  readonly ground: RuleGround;
  /** What holds without any condition. */
  readonly every: string;
}

/** The conditions of a rule or limit, with values offered from the machines that are there. */
export function ConditionEditor({ when, change, ground, every }: ConditionEditorProps) {
  const text = useText('requirements');
  const rows = rowsOfWhen(when);
  const set = (next: readonly ConditionRow[]) => change(whenOfRows(next));
  return (
    <fieldset className={styles.conditions}>
      <legend>{text('editor.conditions')}</legend>
      {rows.length === 0 && <p className={styles.quiet}>{every}</p>}
      {rows.map((row, index) => (
        <Condition
          // A tag's name is typed: the place is what stays.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          key={`${row.field} ${index}`}
          row={row}
          ground={ground}
          change={(next) => set(rows.with(index, next))}
          remove={() => set(rows.toSpliced(index, 1))}
        />
      ))}
      <AddCondition fields={freeFields(rows)} add={(field) => set([...rows, { field, tag: '', patterns: [] }])} />
    </fieldset>
  );
}

interface AddConditionProps {
  readonly fields: readonly ConditionField[];
  readonly add: (field: ConditionField) => void;
}

function AddCondition({ fields, add }: AddConditionProps) {
  const text = useText('requirements');
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" icon={<AddRegular />}>
          {text('editor.addCondition')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {fields.map((field) => (
            <MenuItem key={field} onClick={() => add(field)}>
              {text(`field.${field}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

interface ConditionProps {
  readonly row: ConditionRow;
  readonly ground: RuleGround;
  readonly change: (row: ConditionRow) => void;
  readonly remove: () => void;
}

function Condition({ row, ground, change, remove }: ConditionProps) {
  const text = useText('requirements');
  const name = useConditionName()(row);
  const wordOf = useValueName();
  const isKind = row.field === 'kind';
  const choices = (typed: string) =>
    isKind
      ? MACHINE_KINDS.map((kind) => ({ value: kind, label: wordOf(row, kind), count: null }))
      : suggestionsFor(row, ground, typed).map(({ text: value, count }) => ({ value, label: value, count }));
  return (
    <div className={styles.condition}>
      <div className={styles.conditionHead}>
        <span className={styles.conditionName}>{text(`field.${row.field}`)}</span>
        <IconButton label={text('editor.removeCondition', { name })} icon={<DeleteRegular />} onClick={remove} />
      </div>
      {row.field === 'tag' && <TagName row={row} ground={ground} change={change} />}
      <PatternField
        label={text('editor.values', { name })}
        patterns={row.patterns}
        change={(patterns) => change({ ...row, patterns })}
        choices={choices}
        nameOf={(pattern) => wordOf(row, pattern)}
        isFree={!isKind}
        error={row.patterns.length === 0 ? text('editor.open') : undefined}
      />
    </div>
  );
}

function TagName({ row, ground, change }: Omit<ConditionProps, 'remove'>) {
  const text = useText('requirements');
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? row.tag;
  const set = (tag: string) => {
    setTyped(null);
    if (tag.trim() !== row.tag) change({ ...row, tag: tag.trim() });
  };
  return (
    <Field
      label={text('editor.tagName')}
      hint={text('editor.tagName.hint')}
      {...(row.tag.trim() === '' ? { validationMessage: text('editor.openTag') } : {})}
    >
      <Combobox
        freeform
        size="small"
        className={styles.narrowBox}
        value={value}
        selectedOptions={[]}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={() => set(value)}
        onOptionSelect={(_, { optionValue }) => optionValue !== undefined && set(optionValue)}
      >
        {tagSuggestions(ground.machines, typed ?? '').map(({ text: tag, count }) => (
          <Option key={tag} value={tag} text={tag}>
            {tag}
            <span className={styles.count}>{text('number', { value: count })}</span>
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
