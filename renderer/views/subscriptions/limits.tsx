import { Checkbox, Field, Radio, RadioGroup, Switch } from '@fluentui/react-components';
import { useState } from 'react';
import { planWord } from '../../../shared/i18n/plan/words.ts';
import { PLANS, type Plan, type SubscriptionPlan } from '../../../shared/model/index.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { selectProjectState } from '../../state/selectors.ts';
import { useApp } from '../../state/use-app.ts';
import { capital } from '../../ui/capital.ts';
import { Section } from '../../ui/page.tsx';
import { useAssume } from '../../ui/use-assume.ts';
import styles from './subscriptions.module.css';
import { toggledBases } from './why-base.ts';

/** What each choice is as an assumption. */
const ENFORCE_VALUES = { default: '', stays: 'yes', goes: 'no' } as const;

/** What is allowed in one subscription. Every change is written at once, and can be taken back. */
export function Limits({ plan }: { readonly plan: SubscriptionPlan }) {
  const text = useText('subscriptions');
  const assume = useAssume();
  const assumed = useApp((state) => selectProjectState(state)?.assumptions.subscriptions[plan.id]);
  const set = (field: 'bases' | 'enforce' | 'scope', value: string) =>
    assume([[`subscription.${plan.id}.${field}`, value]]);
  const enforce = assumed?.enforce === undefined ? 'default' : assumed.enforce ? 'stays' : 'goes';
  return (
    <Section title={text('limits')}>
      <div className={styles.limits}>
        <Switch
          label={text('limits.scope')}
          checked={assumed?.scope ?? true}
          onChange={(_, { checked }) => set('scope', checked ? '' : 'no')}
        />
        <Bases allowed={assumed?.bases ?? PLANS} set={(bases) => set('bases', bases)} />
        <Field label={text('limits.enforce')}>
          <RadioGroup
            value={enforce}
            onChange={(_, { value }) => set('enforce', ENFORCE_VALUES[value as keyof typeof ENFORCE_VALUES])}
          >
            <Radio value="default" label={text('limits.enforce.default')} />
            <Radio value="stays" label={text('limits.enforce.stays')} />
            <Radio value="goes" label={text('limits.enforce.goes')} />
          </RadioGroup>
        </Field>
      </div>
    </Section>
  );
}

interface BasesProps {
  readonly allowed: readonly Plan[];
  readonly set: (bases: string) => void;
}

function Bases({ allowed, set }: BasesProps) {
  const text = useText('subscriptions');
  const language = useLanguage();
  const [isRefused, setRefused] = useState(false);
  const toggle = (base: Plan) => {
    const next = toggledBases(allowed, base);
    setRefused(next === null);
    if (next !== null) set(next.length === PLANS.length ? '' : next.join(','));
  };
  return (
    <Field label={text('limits.bases')} {...(isRefused ? { validationMessage: text('limits.oneBase') } : {})}>
      <div className={styles.bases}>
        {PLANS.map((base) => (
          <Checkbox
            key={base}
            label={capital(planWord(base, language))}
            checked={allowed.includes(base)}
            onChange={() => toggle(base)}
          />
        ))}
      </div>
    </Field>
  );
}
