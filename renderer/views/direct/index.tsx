import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { viewFinding } from '../../../shared/i18n/findings/index.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import type { PlannedScenario } from '../../state/planning.ts';
import { selectMachines, selectPlanned } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FindingList } from '../../ui/finding-list.tsx';
import { Page } from '../../ui/page.tsx';
import { useScenarioName } from '../../ui/use-scenario-name.ts';
import { TenantSection } from './tenant-section.tsx';

/** What the switch of each tenant means: who is taken in, what it costs, and the same plan without it. */
export default function DirectScreen() {
  const planned = useApp(selectPlanned);
  const machines = useApp(selectMachines);
  if (planned === null) return null;
  return machines.length === 0 ? <NoMachines /> : <Tenants planned={planned} />;
}

function Tenants({ planned }: { readonly planned: PlannedScenario }) {
  const text = useText('direct');
  const language = useLanguage();
  const scenario = useScenarioName()(planned.scenario);
  const machines = useApp(selectMachines);
  const positions = useMemo(() => new Map(machines.map(({ id }, position) => [id, position])), [machines]);
  const findings = planned.planning.findings
    .filter(({ code }) => code.startsWith('plan-direct-'))
    .map((found) => viewFinding(found, language));
  return (
    <Page title={text('title')} summary={text('summary', { scenario })}>
      {findings.length > 0 && <FindingList findings={findings} />}
      {planned.planning.direct.map((direct) => (
        <TenantSection
          key={direct.tenantId}
          direct={direct}
          planned={planned}
          machines={machines}
          positions={positions}
        />
      ))}
    </Page>
  );
}

function NoMachines() {
  const text = useText('direct');
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
