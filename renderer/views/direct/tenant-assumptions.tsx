import { Dropdown, Field, Option, Radio, RadioGroup, Switch } from '@fluentui/react-components';
import { EDITIONS } from '../../../shared/matrix/editions.ts';
import { UNKNOWN_TENANT } from '../../../shared/plan/tenants.ts';
import { useText } from '../../i18n/use-text.ts';
import type { PlannedScenario } from '../../state/planning.ts';
import { selectProjectState } from '../../state/selectors.ts';
import { useApp } from '../../state/use-app.ts';
import { useAssume } from '../../ui/use-assume.ts';
import styles from './direct.module.css';

interface TenantAssumptionsProps {
  readonly tenantId: string | null;
  readonly planned: PlannedScenario;
}

/** What is allowed and preferred in one tenant. Every change is written at once, and can be taken back. */
export function TenantAssumptions({ tenantId, planned }: TenantAssumptionsProps) {
  const text = useText('direct');
  const assume = useAssume();
  const key = tenantId ?? UNKNOWN_TENANT;
  const assumed = useApp((state) => selectProjectState(state)?.assumptions.tenants[key]);
  const set = (field: 'direct' | 'prefer-arc' | 'gcc' | 'designated', value: string) =>
    assume([[`tenant.${key}.${field}`, value]]);
  const isArcFirst = EDITIONS[planned.assumptions.edition].isArcPreferred;
  const way = text(isArcFirst ? 'assume.preferArc.arc' : 'assume.preferArc.direct');
  const preferred = assumed?.preferArc === undefined ? 'default' : assumed.preferArc ? 'arc' : 'direct';
  return (
    <div className={styles.assumptions}>
      <h3>{text('assumptions')}</h3>
      <Switch
        label={text('assume.direct')}
        checked={assumed?.direct ?? true}
        onChange={(_, { checked }) => set('direct', checked ? '' : 'no')}
      />
      <Switch
        label={text('assume.gcc')}
        checked={assumed?.gcc ?? false}
        onChange={(_, { checked }) => set('gcc', checked ? 'yes' : '')}
      />
      <Field label={text('assume.preferArc')}>
        <RadioGroup value={preferred} onChange={(_, { value }) => set('prefer-arc', PREFERENCES[value as Preference])}>
          <Radio value="default" label={text('assume.preferArc.default', { way })} />
          <Radio value="arc" label={text('assume.preferArc.arc')} />
          <Radio value="direct" label={text('assume.preferArc.direct')} />
        </RadioGroup>
      </Field>
      <Designated tenantId={tenantId} chosen={assumed?.designated ?? ''} choose={(id) => set('designated', id)} />
    </div>
  );
}

const PREFERENCES = { default: '', arc: 'yes', direct: 'no' } as const;
type Preference = keyof typeof PREFERENCES;

interface DesignatedProps {
  readonly tenantId: string | null;
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

function Designated({ tenantId, chosen, choose }: DesignatedProps) {
  const text = useText('direct');
  const subscriptions = useApp((state) => selectProjectState(state)?.subscriptions);
  const offered = (subscriptions ?? []).filter(
    (each) => each.kind === 'subscription' && (each.tenantId === tenantId || each.tenantId === null),
  );
  const current = offered.find(({ id }) => id === chosen);
  return (
    <Field label={text('assume.designated')} hint={text('assume.designated.hint')}>
      <Dropdown
        value={current ? (current.name ?? current.id) : chosen || text('assume.designated.default')}
        selectedOptions={[chosen]}
        onOptionSelect={(_, { optionValue = '' }) => optionValue !== chosen && choose(optionValue)}
      >
        <Option value="">{text('assume.designated.default')}</Option>
        {offered.map(({ id, name }) => (
          <Option key={id} value={id}>
            {name ?? id}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
