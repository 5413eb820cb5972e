import { Badge } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { planWord } from '../../../shared/i18n/plan/words.ts';
import type { PostureCandidate, SubscriptionPlan } from '../../../shared/model/index.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import type { PlannedScenario } from '../../state/planning.ts';
import { capital } from '../../ui/capital.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Money } from '../../ui/money.tsx';
import styles from './subscriptions.module.css';
import { whyBase } from './why-base.ts';

interface CandidatesProps {
  readonly plan: SubscriptionPlan;
  readonly planned: PlannedScenario;
}

/** The three bases side by side, and why one of them was taken. */
export function Candidates({ plan, planned }: CandidatesProps) {
  const text = useText('subscriptions');
  const { currency } = planned.assumptions;
  const number = (value: number) => text('number', { value });
  const measures: readonly {
    readonly key: string;
    readonly title: string;
    readonly cell: (of: PostureCandidate) => ReactNode;
  }[] = [
    { key: 'unmet', title: text('candidate.unmet'), cell: ({ unmet }) => number(unmet) },
    { key: 'exceptions', title: text('candidate.exceptions'), cell: ({ exceptions }) => number(exceptions) },
    { key: 'changes', title: text('candidate.changes'), cell: ({ changes }) => number(changes) },
    {
      key: 'now',
      title: text('candidate.now'),
      cell: ({ monthly }) => <Money amount={monthly?.now ?? null} currency={currency} />,
    },
    {
      key: 'always',
      title: text('candidate.always'),
      cell: ({ monthly }) => <Money amount={monthly?.always ?? null} currency={currency} />,
    },
    {
      key: 'next',
      title: text('candidate.next'),
      cell: ({ nextMachine }) => <Money amount={nextMachine} currency={currency} />,
    },
  ];
  return (
    <>
      {plan.candidates.length === 0 ? (
        <p className={styles.text}>{text('candidates.none')}</p>
      ) : (
        <DataTable
          label={text('candidates')}
          rows={measures}
          keyOf={({ key }) => key}
          columns={[
            {
              key: 'measure',
              title: <span className="visually-hidden">{text('candidate.measure')}</span>,
              cell: ({ title }) => title,
            },
            ...plan.candidates.map((candidate) => ({
              key: candidate.base,
              title: <BaseTitle candidate={candidate} isChosen={candidate.base === plan.base} />,
              isNumber: true,
              cell: ({ cell }: (typeof measures)[number]) => (
                <span data-chosen={candidate.base === plan.base || undefined} className={styles.cell}>
                  {cell(candidate)}
                </span>
              ),
            })),
          ]}
        />
      )}
      <Why plan={plan} planned={planned} />
    </>
  );
}

function BaseTitle({ candidate, isChosen }: { readonly candidate: PostureCandidate; readonly isChosen: boolean }) {
  const text = useText('subscriptions');
  const language = useLanguage();
  return (
    <span className={styles.baseTitle}>
      {capital(planWord(candidate.base, language))}
      {isChosen && (
        <Badge appearance="filled" color="brand" shape="rounded" size="small">
          {text('candidate.chosen')}
        </Badge>
      )}
      {!candidate.allowed && <span className={styles.quiet}>{text('candidate.forbidden')}</span>}
    </span>
  );
}

function Why({ plan, planned: { assumptions, scenario } }: CandidatesProps) {
  const text = useText('subscriptions');
  const language = useLanguage();
  const why = whyBase(plan, assumptions, scenario.kind);
  return (
    <div className={styles.why}>
      <h3>{text('why')}</h3>
      {why.kind === 'kept' ? (
        <p className={styles.text}>{text(`why.${why.why}`)}</p>
      ) : (
        <ul className={styles.reasons}>
          {why.others.every(({ by }) => by === 'not-allowed') && <li>{text('why.single')}</li>}
          {why.others.map(({ base, by, own, other }) => (
            <li key={base}>{text(`why.${by}`, { base: capital(planWord(base, language)), own, other })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
