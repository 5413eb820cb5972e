import { Link } from '@fluentui/react-components';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { planWord } from '../../../shared/i18n/plan/words.ts';
import type { SubscriptionPlan } from '../../../shared/model/index.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import type { PlannedScenario } from '../../state/planning.ts';
import { useAppStore } from '../../state/use-app.ts';
import { capital } from '../../ui/capital.ts';
import { LongTable } from '../../ui/long-table.tsx';
import { Money } from '../../ui/money.tsx';
import { scopeLabel } from '../../ui/scope-label.ts';
import styles from './subscriptions.module.css';

interface ScopeTableProps {
  readonly plans: readonly SubscriptionPlan[];
  readonly planned: PlannedScenario;
  readonly chosen: string | null;
}

/** One line for each subscription and connector; its name opens the details. */
export function ScopeTable({ plans, planned, chosen }: ScopeTableProps) {
  const text = useText('subscriptions');
  const { currency, exceptionLimit } = planned.assumptions;
  const count = (value: number) => text('number', { value });
  return (
    <LongTable
      label={text('list')}
      rows={plans}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', title: text('column.name'), cell: (plan) => <Name plan={plan} isChosen={plan.id === chosen} /> },
        { key: 'machines', title: text('column.machines'), isNumber: true, cell: ({ machines }) => count(machines) },
        { key: 'base', title: text('column.base'), isShort: true, cell: (plan) => <Base plan={plan} /> },
        {
          key: 'exceptions',
          title: text('column.exceptions'),
          isNumber: true,
          cell: ({ exceptions }) => (
            <span className={styles.figure}>
              {exceptions > exceptionLimit && (
                <span className={styles.warn}>
                  <WarningFilled aria-hidden="true" />
                </span>
              )}
              {count(exceptions)}
            </span>
          ),
        },
        { key: 'unmet', title: text('column.unmet'), isNumber: true, cell: ({ unmet }) => count(unmet) },
        ...(['now', 'always'] as const).map((figure) => ({
          key: figure,
          title: text(`column.${figure}`),
          isNumber: true,
          cell: ({ candidates, base }: SubscriptionPlan) => {
            const candidate = candidates.find((each) => each.base === base);
            return candidate ? <Money amount={candidate.monthly?.[figure] ?? null} currency={currency} /> : '–';
          },
        })),
      ]}
    />
  );
}

function Name({ plan, isChosen }: { readonly plan: SubscriptionPlan; readonly isChosen: boolean }) {
  const text = useText('subscriptions');
  const language = useLanguage();
  const store = useAppStore();
  return (
    <span className={styles.name} data-chosen={isChosen || undefined}>
      <Link as="button" aria-expanded={isChosen} onClick={() => store.getState().refocus(isChosen ? null : plan.id)}>
        {scopeLabel(plan, language)}
      </Link>
      {plan.kind !== 'subscription' && <span className={styles.quiet}>{text(`kind.${plan.kind}`)}</span>}
    </span>
  );
}

/** Today's plan and the planned base, in one where they are the same. */
function Base({ plan: { kind, today, base } }: { readonly plan: SubscriptionPlan }) {
  const text = useText('subscriptions');
  const language = useLanguage();
  const after = planWord(base, language);
  const isSame = kind === 'new' || today.plan === base;
  const before = today.plan === 'unknown' ? text('on.unknown') : planWord(today.plan, language);
  const said = isSame ? after : text('base.from', { before, after });
  return (
    <span className={styles.name}>
      {capital(said)}
      {today.enforce === true && <span className={styles.quiet}>{text('base.enforced')}</span>}
    </span>
  );
}
