import { Button, Dropdown, Field, Input, Option, Radio, RadioGroup } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { FilterAssumption } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { ConditionChips } from '../../ui/rules/condition-chips.tsx';
import { ConditionEditor } from '../../ui/rules/condition-editor.tsx';
import { EditorPane } from '../../ui/rules/editor-pane.tsx';
import { inserted, replaced } from '../../ui/rules/ordered.ts';
import { OrderedList } from '../../ui/rules/ordered-list.tsx';
import styles from '../../ui/rules/rules.module.css';
import { isHours } from './names.ts';
import type { Requirements } from './use-requirements.ts';

/** What is possible where: Arc, the subscription where machines land, hours. */
export function LimitsTab({ requirements }: { readonly requirements: Requirements }) {
  const text = useText('requirements');
  const { filters, change } = requirements;
  const [chosen, setChosen] = useState<number | null>(null);
  const index = filters.findIndex(({ key }) => key === chosen);
  const limit = filters[index]?.value;
  const add = () => {
    const next = inserted<FilterAssumption>(filters, filters.length, { when: {} });
    change({ filters: next.items });
    setChosen(next.key);
  };
  return (
    <EditorPane
      title={text('limit.number', { number: index + 1 })}
      close={() => setChosen(null)}
      editor={
        limit && (
          <LimitEditor
            key={chosen}
            limit={limit}
            requirements={requirements}
            change={(next) => chosen !== null && change({ filters: replaced(filters, chosen, next) })}
          />
        )
      }
    >
      <p className={styles.quiet}>{text(filters.length === 0 ? 'limits.none' : 'limits.intro')}</p>
      <OrderedList
        label={text('limits.list')}
        items={filters}
        change={(items) => change({ filters: items })}
        chosen={chosen}
        choose={setChosen}
        view={(value) => <LimitLine limit={value} requirements={requirements} />}
        name={(action, number) => text(`limit.${action}`, { number })}
        movedTo={(number) => text('rule.moved', { number })}
      />
      <div className={styles.below}>
        <Button icon={<AddRegular />} onClick={add}>
          {text('limits.add')}
        </Button>
      </div>
    </EditorPane>
  );
}

interface LimitProps {
  readonly limit: FilterAssumption;
  readonly requirements: Requirements;
}

function LimitLine({ limit: { when, arcAllowed, landing, hours }, requirements }: LimitProps) {
  const text = useText('requirements');
  const comma = useText('common')('list.comma');
  const scope = requirements.state.subscriptions.find(({ id }) => id === landing)?.name ?? landing;
  const said = [
    arcAllowed === undefined ? null : text(arcAllowed ? 'limit.arc.yes' : 'limit.arc.no'),
    scope === undefined ? null : text('limit.landing', { scope }),
    hours === undefined ? null : text('limit.hours', { hours }),
  ].filter((part) => part !== null);
  return (
    <>
      <span className={styles.sentence}>
        <ConditionChips when={when} every={text('limit.all')} />
      </span>
      <span className={styles.matches}>{said.length > 0 ? said.join(comma) : text('limit.nothing')}</span>
    </>
  );
}

function LimitEditor({
  limit,
  requirements,
  change,
}: LimitProps & { readonly change: (limit: FilterAssumption) => void }) {
  const text = useText('requirements');
  const arc = limit.arcAllowed === undefined ? 'unset' : limit.arcAllowed ? 'yes' : 'no';
  return (
    <>
      <ConditionEditor
        when={limit.when}
        change={(when) => change({ ...limit, when })}
        ground={requirements.ground}
        every={text('limit.all')}
      />
      <Field label={text('limit.arcAllowed')}>
        <RadioGroup
          value={arc}
          onChange={(_, { value }) => change({ ...limit, arcAllowed: value === 'unset' ? undefined : value === 'yes' })}
        >
          <Radio value="unset" label={text('limit.arcAllowed.unset')} />
          <Radio value="yes" label={text('limit.arc.yes')} />
          <Radio value="no" label={text('limit.arc.no')} />
        </RadioGroup>
      </Field>
      <Landing limit={limit} requirements={requirements} change={change} />
      <Hours limit={limit} change={change} />
    </>
  );
}

function Landing({ limit, requirements, change }: LimitProps & { readonly change: (limit: FilterAssumption) => void }) {
  const text = useText('requirements');
  const scopes = requirements.state.subscriptions.filter(({ kind }) => kind === 'subscription');
  const current = scopes.find(({ id }) => id === limit.landing);
  return (
    <Field label={text('limit.landing.label')}>
      <Dropdown
        value={current ? (current.name ?? current.id) : (limit.landing ?? text('limit.landing.unset'))}
        selectedOptions={[limit.landing ?? '']}
        onOptionSelect={(_, { optionValue }) => change({ ...limit, landing: optionValue || undefined })}
      >
        <Option value="">{text('limit.landing.unset')}</Option>
        {scopes.map(({ id, name }) => (
          <Option key={id} value={id} text={name ?? id}>
            {name ?? id}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

/** What is typed stays in the field until it can be read; only then it counts. */
function Hours({
  limit,
  change,
}: Omit<LimitProps, 'requirements'> & { readonly change: (limit: FilterAssumption) => void }) {
  const text = useText('requirements');
  const [typed, setTyped] = useState(limit.hours ?? '');
  const asked = typed.normalize('NFKC').trim().toLowerCase();
  const isWrong = asked !== '' && !isHours(asked);
  return (
    <Field
      label={text('limit.hours.label')}
      hint={text('limit.hours.hint')}
      {...(isWrong ? { validationMessage: text('limit.hours.wrong') } : {})}
    >
      <Input
        value={typed}
        onChange={(_, { value }) => {
          setTyped(value);
          const hours = value.normalize('NFKC').trim().toLowerCase();
          if (hours === '' || isHours(hours)) change({ ...limit, hours: hours === '' ? undefined : hours });
        }}
      />
    </Field>
  );
}
