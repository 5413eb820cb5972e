import { useMemo } from 'react';
import type { DirectPlan, Machine } from '../../../shared/model/index.ts';
import { UNKNOWN_TENANT } from '../../../shared/plan/tenants.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import type { PlannedScenario } from '../../state/planning.ts';
import { selectProjectState } from '../../state/selectors.ts';
import { useApp } from '../../state/use-app.ts';
import { capital } from '../../ui/capital.ts';
import { KeyValues } from '../../ui/key-values.tsx';
import { Section } from '../../ui/page.tsx';
import { scopeLabel } from '../../ui/scope-label.ts';
import { type AffectedRow, affectedRows } from './affected.ts';
import { AffectedTable } from './affected-table.tsx';
import { Comparison } from './comparison.tsx';
import { Conflicts } from './conflicts.tsx';
import styles from './direct.module.css';
import { TenantAssumptions } from './tenant-assumptions.tsx';

interface TenantSectionProps {
  readonly direct: DirectPlan;
  readonly planned: PlannedScenario;
  readonly machines: readonly Machine[];
  readonly positions: ReadonlyMap<string, number>;
}

/** Everything about the switch of one tenant. */
export function TenantSection({ direct, planned, machines, positions }: TenantSectionProps) {
  const text = useText('direct');
  const rows = useMemo(() => affectedRows(direct, planned.planning, positions), [direct, planned.planning, positions]);
  const { tenantId } = direct;
  return (
    <Section title={tenantId === null ? text('tenant.unknown') : text('tenant', { tenant: tenantId })}>
      <div className={styles.columns}>
        <div>
          <h3>{text('switch')}</h3>
          <Switch direct={direct} rows={rows} planned={planned} />
        </div>
        <TenantAssumptions tenantId={tenantId} planned={planned} />
      </div>
      {direct.switch && (
        <>
          <Comparison direct={direct} rows={rows} planned={planned} />
          <Conflicts rows={rows.filter(({ isConflict }) => isConflict)} machines={machines} />
          <AffectedTable rows={rows} machines={machines} />
        </>
      )}
    </Section>
  );
}

interface SwitchProps {
  readonly direct: DirectPlan;
  readonly rows: readonly AffectedRow[];
  readonly planned: PlannedScenario;
}

function Switch({ direct, rows, planned }: SwitchProps) {
  const text = useText('direct');
  const nameOf = useScopeName(planned);
  return (
    <>
      <KeyValues
        entries={[
          { key: text('switch.today'), value: capital(text(`on.${direct.today.switch}`)) },
          { key: text('switch.planned'), value: <strong>{capital(text(`on.${direct.switch}`))}</strong> },
          { key: text('designated.today'), value: direct.today.designated && nameOf(direct.today.designated) },
          { key: text('designated.planned'), value: direct.designated && nameOf(direct.designated) },
          { key: text('switch.affected'), value: direct.switch ? text('number', { value: rows.length }) : null },
          {
            key: text('switch.conflicts'),
            value: direct.switch ? text('number', { value: direct.conflicts.length }) : null,
          },
        ]}
      />
      {!direct.switch && <WhyOff tenantId={direct.tenantId} planned={planned} />}
    </>
  );
}

function WhyOff({ tenantId, planned }: { readonly tenantId: string | null; readonly planned: PlannedScenario }) {
  const text = useText('direct');
  const assumed = planned.assumptions.tenants[tenantId ?? UNKNOWN_TENANT];
  const isAllowed = (assumed?.direct ?? true) && !assumed?.gcc;
  const why = planned.scenario.kind === 'as-is' ? null : text(isAllowed ? 'off.notNeeded' : 'off.notAllowed');
  return (
    <p>
      {text('off')} {why}
    </p>
  );
}

function useScopeName({ planning }: PlannedScenario): (id: string) => string {
  const language = useLanguage();
  const known = useApp((state) => selectProjectState(state)?.subscriptions);
  return (id) => {
    const name =
      planning.subscriptions.find((scope) => scope.id === id)?.name ?? known?.find((scope) => scope.id === id)?.name;
    return scopeLabel({ id, name: name ?? null }, language);
  };
}
