import { Badge, Button, Checkbox, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useDeferredValue, useMemo, useState } from 'react';
import { ARC_NEEDS, type RequirementRule, WANTS, type Want } from '../../../shared/model/index.ts';
import { matchRules } from '../../../shared/plan/index.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Keyed } from '../../state/requirements-slice.ts';
import { ConditionChips } from './condition-chips.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { EditorPane } from './editor-pane.tsx';
import { inserted, replaced } from './ordered.ts';
import { OrderedList } from './ordered-list.tsx';
import styles from './rules.module.css';
import type { RuleGround } from './suggestions.ts';

interface RuleListProps {
  readonly ground: RuleGround;
  readonly rules: readonly Keyed<RequirementRule>[];
  /** How many machines each rule takes. */
  readonly matches: readonly number[];
  readonly change: (rules: readonly Keyed<RequirementRule>[]) => void;
}

/** The ordered rules with what each takes; one of them is edited beside the list. */
export function RuleList({ ground, rules, matches, change }: RuleListProps) {
  const text = useText('requirements');
  const [chosen, setChosen] = useState<number | null>(null);
  const index = rules.findIndex(({ key }) => key === chosen);
  const rule = rules[index]?.value;
  const add = () => {
    // The last rule often has no condition: a rule below it would take nothing.
    const last = rules.at(-1);
    const at = last && Object.keys(last.value.when).length === 0 ? rules.length - 1 : rules.length;
    const next = inserted(rules, at, { when: {}, want: 'P1' } as RequirementRule);
    change(next.items);
    setChosen(next.key);
  };
  const unmatched = ground.machines.length - matches.reduce((sum, count) => sum + count, 0);
  return (
    <EditorPane
      title={text('editor.title', { number: index + 1 })}
      close={() => setChosen(null)}
      editor={
        rule && (
          <RuleEditor
            key={chosen}
            rule={rule}
            taken={matches[index] ?? 0}
            ground={ground}
            change={(next) => chosen !== null && change(replaced(rules, chosen, next))}
          />
        )
      }
    >
      {rules.length === 0 && <p className={styles.quiet}>{text('rules.none')}</p>}
      <OrderedList
        label={text('rules.list')}
        items={rules}
        change={change}
        chosen={chosen}
        choose={setChosen}
        view={(value, at) => <RuleLine rule={value} count={matches[at] ?? 0} />}
        name={(action, number) => text(`rule.${action}`, { number })}
        movedTo={(number) => text('rule.moved', { number })}
      />
      <div className={styles.below}>
        <Button icon={<AddRegular />} onClick={add}>
          {text('rules.add')}
        </Button>
        <span className={styles.quiet}>{text('rule.keys')}</span>
      </div>
      {unmatched > 0 && rules.length > 0 && (
        <p className={styles.warning}>{text('rules.unmatched', { count: unmatched })}</p>
      )}
    </EditorPane>
  );
}

function RuleLine({ rule, count }: { readonly rule: RequirementRule; readonly count: number }) {
  const text = useText('requirements');
  const comma = useText('common')('list.comma');
  const { when, want, needs = [], note } = rule;
  return (
    <>
      <span className={styles.sentence}>
        <ConditionChips when={when} every={text('rule.all')} />
        {needs.length > 0 && (
          <span className={styles.quiet}>
            {text('rule.needs', { needs: needs.map((need) => text(`need.${need}`)).join(comma) })}
          </span>
        )}
        {note && <span className={styles.quiet}>{note}</span>}
      </span>
      <WantBadge want={want} />
      <span className={styles.matches}>{text('rule.matches', { count })}</span>
    </>
  );
}

function WantBadge({ want }: { readonly want: Want }) {
  const text = useText('requirements');
  return (
    <Badge
      className={styles.want}
      appearance={want === 'P2' ? 'filled' : 'tint'}
      color={want === 'none' ? 'informative' : 'brand'}
      shape="rounded"
    >
      {text(`want.${want}`)}
    </Badge>
  );
}

interface RuleEditorProps {
  readonly rule: RequirementRule;
  readonly taken: number;
  readonly ground: RuleGround;
  readonly change: (rule: RequirementRule) => void;
}

function RuleEditor({ rule, taken, ground, change }: RuleEditorProps) {
  const text = useText('requirements');
  const alone = useMatchesAlone(rule, ground);
  const needs = rule.needs ?? [];
  return (
    <>
      <p role="status" className={styles.live}>
        {text('rule.matches', { count: taken })}
        {alone > taken && <span className={styles.quiet}>{text('rule.taken', { count: alone - taken })}</span>}
      </p>
      <Field label={text('editor.want')}>
        <RadioGroup
          layout="horizontal"
          value={rule.want}
          onChange={(_, { value }) => change({ ...rule, want: value as Want })}
        >
          {WANTS.toReversed().map((want) => (
            <Radio key={want} value={want} label={text(`want.${want}`)} />
          ))}
        </RadioGroup>
      </Field>
      <ConditionEditor
        when={rule.when}
        change={(when) => change({ ...rule, when })}
        ground={ground}
        every={text('editor.every')}
      />
      <fieldset className={styles.needs}>
        <legend>{text('editor.needs')}</legend>
        {ARC_NEEDS.map((need) => (
          <Checkbox
            key={need}
            label={text(`need.${need}`)}
            checked={needs.includes(need)}
            onChange={(_, { checked }) => {
              const next = checked === true ? [...needs, need] : needs.filter((each) => each !== need);
              change({ ...rule, needs: next.length > 0 ? next : undefined });
            }}
          />
        ))}
      </fieldset>
      <Field label={text('editor.note')}>
        <Input
          value={rule.note ?? ''}
          onChange={(_, { value }) => change({ ...rule, note: value === '' ? undefined : value })}
        />
      </Field>
    </>
  );
}

/** Everything that fits one rule, whatever the others take. */
function useMatchesAlone(rule: RequirementRule, { machines, lists }: RuleGround): number {
  const asked = useDeferredValue(rule);
  return useMemo(() => matchRules([asked], machines, lists)[0] ?? 0, [asked, machines, lists]);
}
