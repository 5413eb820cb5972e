import { Button, Input } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useDeferredValue, useMemo, useState } from 'react';
import { scopeWord } from '../../../shared/i18n/plan/words.ts';
import type { SubscriptionPlan } from '../../../shared/model/index.ts';
import { fold } from '../../../shared/text/fold.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import type { PlannedScenario } from '../../state/planning.ts';
import { selectPlanned } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { useScenarioName } from '../../ui/use-scenario-name.ts';
import { ScopeDetails } from './scope-details.tsx';
import { ScopeTable } from './scope-table.tsx';
import styles from './subscriptions.module.css';
import { orderScopes } from './why-base.ts';

/** What every subscription gets, why, and what else it could get. */
export default function SubscriptionsScreen() {
  const text = useText('subscriptions');
  const planned = useApp(selectPlanned);
  if (planned === null) return null;
  if (planned.planning.subscriptions.length === 0) return <NoSubscriptions />;
  return (
    <Page title={text('title')} summary={<Summary planned={planned} />} layout="fill">
      <Body planned={planned} />
    </Page>
  );
}

function Summary({ planned }: { readonly planned: PlannedScenario }) {
  const text = useText('subscriptions');
  const scenario = useScenarioName()(planned.scenario);
  const { subscriptions } = planned.planning;
  const limit = planned.assumptions.exceptionLimit;
  const over = subscriptions.filter(({ exceptions }) => exceptions > limit).length;
  return (
    <>
      {text('summary', { count: subscriptions.length, scenario })}
      {over > 0 && <strong className={styles.over}>{text('over', { count: over, limit })}</strong>}
    </>
  );
}

function Body({ planned }: { readonly planned: PlannedScenario }) {
  const text = useText('subscriptions');
  const store = useAppStore();
  const focus = useApp(({ location }) => location.focus);
  const [search, setSearch] = useState('');
  const plans = useFound(planned, useDeferredValue(search));
  const chosen = planned.planning.subscriptions.find(({ id }) => id === focus);
  return (
    <SplitPane
      sideLabel={text('details')}
      side={
        chosen ? (
          <ScopeDetails key={chosen.id} plan={chosen} planned={planned} close={() => store.getState().refocus(null)} />
        ) : null
      }
    >
      <div className={styles.list}>
        <Input
          className={styles.search}
          aria-label={text('search')}
          placeholder={text('search')}
          contentBefore={<SearchRegular />}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        {plans.length === 0 ? (
          <p>{text('search.none')}</p>
        ) : (
          <ScopeTable plans={plans} planned={planned} chosen={chosen?.id ?? null} />
        )}
      </div>
    </SplitPane>
  );
}

function useFound(planned: PlannedScenario, search: string): readonly SubscriptionPlan[] {
  const language = useLanguage();
  return useMemo(() => {
    const wanted = fold(search);
    const passes = (plan: SubscriptionPlan) => fold(`${scopeWord(plan, language)} ${plan.id}`).includes(wanted);
    return orderScopes(planned.planning.subscriptions, passes, planned.assumptions.exceptionLimit);
  }, [planned, search, language]);
}

function NoSubscriptions() {
  const text = useText('subscriptions');
  const store = useAppStore();
  return (
    <Page title={text('title')}>
      <EmptyState
        title={text('empty.title')}
        action={
          <Button appearance="primary" onClick={() => void store.getState().chooseFiles()}>
            {text('empty.action')}
          </Button>
        }
      >
        {text('empty.text')}
      </EmptyState>
    </Page>
  );
}
