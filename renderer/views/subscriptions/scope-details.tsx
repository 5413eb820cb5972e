import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { viewFinding } from '../../../shared/i18n/findings/index.ts';
import { planWord } from '../../../shared/i18n/plan/words.ts';
import type { Subscription, SubscriptionPlan } from '../../../shared/model/index.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import type { PlannedScenario } from '../../state/planning.ts';
import { selectProjectState } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { capital } from '../../ui/capital.ts';
import { FindingList } from '../../ui/finding-list.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { Section } from '../../ui/page.tsx';
import { scopeLabel } from '../../ui/scope-label.ts';
import { useShowMachines } from '../../ui/use-show-machines.ts';
import { Candidates } from './candidates.tsx';
import { Limits } from './limits.tsx';
import { Policies } from './policies.tsx';
import styles from './subscriptions.module.css';

interface ScopeDetailsProps {
  readonly plan: SubscriptionPlan;
  readonly planned: PlannedScenario;
  readonly close: () => void;
}

/** One subscription: what needs attention, today, the three bases and why one of them, limits, policies. */
export function ScopeDetails({ plan, planned, close }: ScopeDetailsProps) {
  const text = useText('subscriptions');
  const language = useLanguage();
  const subscription = useApp((state) => selectProjectState(state)?.subscriptions.find(({ id }) => id === plan.id));
  const findings = plan.findings.map((found) => viewFinding(found, language));
  return (
    <div className={styles.details}>
      <header className={styles.head}>
        <div>
          <h2>{scopeLabel(plan, language)}</h2>
          <div className={styles.quiet}>{text(`kind.${plan.kind}`)}</div>
        </div>
        <IconButton label={text('close')} icon={<DismissRegular />} onClick={close} />
      </header>
      <ShowMachines plan={plan} />
      {findings.length > 0 && <FindingList findings={findings} first={4} />}
      <Section title={text('candidates')}>
        <Candidates plan={plan} planned={planned} />
      </Section>
      {plan.kind === 'new' ? <Landing /> : <Limits plan={plan} />}
      {subscription && <Today plan={plan} subscription={subscription} />}
      {subscription?.kind === 'subscription' && <Policies subscription={subscription} />}
    </div>
  );
}

function ShowMachines({ plan: { id, machines, exceptions } }: Pick<ScopeDetailsProps, 'plan'>) {
  const text = useText('subscriptions');
  const show = useShowMachines();
  const target = { field: 'target', values: [id] };
  return (
    <div className={styles.buttons}>
      {machines > 0 && (
        <Button size="small" onClick={() => show([target])}>
          {text('showMachines', { count: machines })}
        </Button>
      )}
      {exceptions > 0 && (
        <Button
          size="small"
          onClick={() => show([target, { field: 'method', values: ['resource', 'arc-then-resource'] }])}
        >
          {text('showExceptions', { count: exceptions })}
        </Button>
      )}
    </div>
  );
}

function Landing() {
  const text = useText('subscriptions');
  const store = useAppStore();
  return (
    <Section title={text('limits')}>
      <p className={styles.text}>{text('landing.text')}</p>
      <Button size="small" onClick={() => store.getState().navigate('requirements', 'limits')}>
        {text('landing.action')}
      </Button>
    </Section>
  );
}

interface TodayProps {
  readonly plan: SubscriptionPlan;
  readonly subscription: Subscription;
}

function Today({ plan, subscription }: TodayProps) {
  const text = useText('subscriptions');
  const language = useLanguage();
  const { coverage, trialDaysLeft, isDesignated, hasCspm, tenantId, isNameOnly } = subscription;
  return (
    <Section title={text('today')}>
      <KeyValues
        entries={[
          { key: text('today.plan'), value: capital(planWord(plan.today.plan, language)) },
          { key: text('today.enforce'), value: text(`on.${plan.today.enforce}`) },
          { key: text('today.coverage'), value: coverage && text(`coverage.${coverage}`) },
          { key: text('today.trial'), value: trialDaysLeft === null ? null : text('number', { value: trialDaysLeft }) },
          { key: text('today.designated'), value: text(`yes.${isDesignated}`) },
          { key: text('today.cspm'), value: text(`on.${hasCspm}`) },
          { key: text('today.id'), value: isNameOnly ? null : plan.id },
          { key: text('today.tenant'), value: tenantId },
        ]}
      />
    </Section>
  );
}
