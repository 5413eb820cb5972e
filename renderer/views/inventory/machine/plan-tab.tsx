import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { methodWord, planWord, scopeWord, stepWord } from '../../../../shared/i18n/plan/words.ts';
import type { Explanation, Machine, Recommendation } from '../../../../shared/model/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { InventoryGround } from '../../../state/inventory/columns.ts';
import { capital } from '../../../ui/capital.ts';
import { KeyValues } from '../../../ui/key-values.tsx';
import { RuleReference } from '../../../ui/rule-reference.tsx';
import { OverrideForm } from '../override-form.tsx';
import { Block } from './block.tsx';
import styles from './machine.module.css';

interface PlanTabProps {
  readonly ground: InventoryGround;
  readonly machine: Machine;
  readonly recommendation: Recommendation;
}

/** What is planned, why, what else was looked at, and what would change it. */
export function PlanTab({ ground, machine, recommendation }: PlanTabProps) {
  const text = useText('machine');
  const { planned, state } = ground;
  const explanation = useMemo(() => planned.planning.explain(machine.id), [planned, machine.id]);
  const { rules, reason, alternatives, prerequisites, blockers } = recommendation;
  return (
    <>
      <Decision ground={ground} recommendation={recommendation} />
      <Block title={text('why')}>
        <p className={styles.reason}>{reason}</p>
        {explanation?.rules.map((rule) => (
          <RuleReference
            key={rule.id}
            id={rule.id}
            text={reason.includes(rule.text) ? null : rule.text}
            edition={planned.assumptions.edition}
          />
        ))}
        {rules.length === 0 && <p className={styles.quiet}>{text('why.noRule')}</p>}
      </Block>
      <Lines title={text('blockers')} lines={blockers} isBad />
      <Lines title={text('prerequisites')} lines={prerequisites} />
      {alternatives.length > 0 && (
        <Block title={text('alternatives')}>
          <ul className={styles.lines}>
            {alternatives.map(({ method, plan, whyNot }) => (
              <li key={`${method} ${plan}`}>
                <strong>
                  {capital(methodWord(method, ground.language))} · {planWord(plan, ground.language)}
                </strong>
                <div className={styles.quiet}>{whyNot}</div>
              </li>
            ))}
          </ul>
        </Block>
      )}
      {explanation && <WouldChange explanation={explanation} count={ground.machines.length} />}
      <Override machine={machine} ground={ground} key={`${machine.id} ${state.revision}`} />
      {explanation && (
        <Block title={text('facts')}>
          <KeyValues entries={explanation.facts.map(({ name, value }) => ({ key: name, value }))} />
        </Block>
      )}
    </>
  );
}

function Decision({ ground, recommendation }: Omit<PlanTabProps, 'machine'>) {
  const text = useText('machine');
  const { language, planned } = ground;
  const { method, plan, steps, wants, subscriptionId } = recommendation;
  const scope = planned.planning.subscriptions.find(({ id }) => id === subscriptionId);
  const where = subscriptionId === null ? null : scopeWord({ id: subscriptionId, name: scope?.name ?? null }, language);
  return (
    <div className={styles.decision} data-blocked={method === 'blocked' || undefined}>
      <div className={styles.method}>
        {capital(methodWord(method, language))} · {planWord(plan, language)}
      </div>
      <KeyValues
        entries={[
          { key: text('wants'), value: planWord(wants, language) },
          { key: text('where'), value: where },
          {
            key: text('steps'),
            // What blocks it is said below; that there is nothing to do would be wrong.
            value:
              method === 'blocked' && steps[0] === 'none' ? null : (
                <ol className={styles.steps}>
                  {steps.map((step) => (
                    <li key={step}>{stepWord(step, language)}</li>
                  ))}
                </ol>
              ),
          },
        ]}
      />
    </div>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly isBad?: boolean;
}

function Lines({ title, lines, isBad = false }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <Block title={title}>
      <ul className={styles.lines} data-bad={isBad || undefined}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Block>
  );
}

/** Up to so many machines, planning anew seven times is done before anybody notices. */
const QUICK = 5_000;

function WouldChange({ explanation, count }: { readonly explanation: Explanation; readonly count: number }) {
  const text = useText('machine');
  const [isAsked, setAsked] = useState(count <= QUICK);
  return (
    <Block title={text('changes')}>
      {!isAsked && (
        <Button size="small" onClick={() => setAsked(true)}>
          {text('changes.try')}
        </Button>
      )}
      {isAsked && explanation.whatWouldChange.length === 0 && <p className={styles.quiet}>{text('changes.none')}</p>}
      {isAsked && (
        <ul className={styles.lines}>
          {explanation.whatWouldChange.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </Block>
  );
}

function Override({ machine, ground }: Pick<PlanTabProps, 'machine' | 'ground'>) {
  const text = useText('machine');
  const current = ground.state.overrides.find(({ machineId }) => machineId === machine.id) ?? null;
  const [isEditing, setEditing] = useState(false);
  return (
    <Block title={text('override')}>
      {current === null ? (
        <p className={styles.quiet}>{text('override.none')}</p>
      ) : (
        <p>
          {text('override.is', { want: text(`override.${current.want}`), why: current.why, by: current.by ?? '–' })}
        </p>
      )}
      {isEditing ? (
        <OverrideForm machines={[machine]} current={current} done={() => setEditing(false)} />
      ) : (
        <Button size="small" onClick={() => setEditing(true)}>
          {text('override.edit')}
        </Button>
      )}
    </Block>
  );
}
