import { Dropdown, Field, Option } from '@fluentui/react-components';
import { useText } from '../../i18n/use-text.ts';
import styles from './compare.module.css';
import { type ScenarioDraft, withValue } from './scenario-draft.ts';
import type { CompareGround } from './use-compare.ts';

interface TenantChoicesProps {
  readonly ground: CompareGround;
  readonly draft: ScenarioDraft;
  readonly change: (draft: ScenarioDraft) => void;
}

const FIELDS = ['direct', 'prefer-arc'] as const;
const CHOICES = ['project', 'yes', 'no'] as const;

/** How servers outside Azure may go, in all tenants at once. */
export function TenantChoices({ ground, draft, change }: TenantChoicesProps) {
  const text = useText('compare');
  const tenants = tenantsOf(ground);
  if (tenants.length === 0) return null;
  const keyOf = (tenant: string, field: string) => `tenant.${tenant}.${field}`;
  return (
    <div className={styles.form}>
      {FIELDS.map((field) => {
        const values = new Set(tenants.map((tenant) => draft.values.get(keyOf(tenant, field)) ?? 'project'));
        const [only = 'project'] = values;
        const value = values.size === 1 ? (CHOICES.find((choice) => choice === only) ?? 'project') : 'project';
        const choose = (choice: string) =>
          change(
            tenants.reduce(
              (next, tenant) => withValue(next, keyOf(tenant, field), choice === 'project' ? null : choice),
              draft,
            ),
          );
        return (
          <Field key={field} label={text(`tenant.${field}`)}>
            <Dropdown
              value={text(`choice.${value}`)}
              selectedOptions={[value]}
              onOptionSelect={(_, { optionValue }) => optionValue && choose(optionValue)}
            >
              {CHOICES.map((choice) => (
                <Option key={choice} value={choice}>
                  {text(`choice.${choice}`)}
                </Option>
              ))}
            </Dropdown>
          </Field>
        );
      })}
    </div>
  );
}

function tenantsOf({ machines, state }: CompareGround): readonly string[] {
  const ids = new Set<string>();
  for (const { tenantId } of [...state.subscriptions, ...machines])
    if (tenantId !== null) ids.add(tenantId.toLowerCase());
  return [...ids].sort();
}
