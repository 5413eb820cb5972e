import { Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProjectState } from '../../../shared/contract/app-views.ts';
import { isGuid } from '../../../shared/text/arm-id.ts';
import { useText } from '../../i18n/use-text.ts';
import { type EvidenceEntry, type KnownTenant, tenantsOf } from '../../state/tenants.ts';
import { useAppStore } from '../../state/use-app.ts';
import styles from './tenants.module.css';

interface TenantChoiceProps {
  readonly file: EvidenceEntry;
  readonly state: ProjectState;
  readonly label: string;
  readonly hint?: string;
}

/** Names of subscriptions beside a tenant; more nobody reads. */
const NAMED = 3;

/** Which tenant a file belongs to: one of the project's, or another by its id. */
export function TenantChoice({ file, state, label, hint }: TenantChoiceProps) {
  const text = useText('evidence');
  const [typed, setTyped] = useState<string | null>(null);
  const tell = useTell(file);
  const shown = typed ?? file.tenantId ?? '';
  const isWrong = typed !== null && typed.trim() !== '' && !isGuid(typed.trim());
  const choose = (tenant: string | null) => {
    setTyped(null);
    if (tenant !== file.tenantId) void tell(tenant);
  };
  return (
    <Field label={label} {...(hint ? { hint } : {})} {...(isWrong ? { validationMessage: text('tenant.wrong') } : {})}>
      <Combobox
        freeform
        className={styles.box}
        placeholder={text('tenant.unknown')}
        value={shown}
        selectedOptions={[file.tenantId ?? '']}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={() => {
          const asked = typed?.trim().toLowerCase();
          if (asked !== undefined && (asked === '' || isGuid(asked))) choose(asked || null);
        }}
        onOptionSelect={(_, { optionValue }) => choose(optionValue || null)}
      >
        {tenantsOf(state).map((tenant) => (
          <Option key={tenant.id} value={tenant.id} text={tenant.id}>
            <TenantLine tenant={tenant} />
          </Option>
        ))}
        {file.tenantId !== null && (
          <Option value="" text={text('tenant.unknown')}>
            {text('tenant.unknown')}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

function TenantLine({ tenant: { id, subscriptions } }: { readonly tenant: KnownTenant }) {
  const text = useText('evidence');
  const comma = useText('common')('list.comma');
  const names = subscriptions.slice(0, NAMED).join(comma);
  const rest = subscriptions.length - NAMED;
  return (
    <span className={styles.line}>
      <span>{id}</span>
      {names !== '' && (
        <span className={styles.quiet}>{rest > 0 ? text('tenant.more', { names, count: rest }) : names}</span>
      )}
    </span>
  );
}

function useTell(file: EvidenceEntry): (tenant: string | null) => Promise<void> {
  const store = useAppStore();
  return async (tenant) => {
    const { edit, tell } = store.getState();
    if (await edit('evidence.setTenant', { id: file.id, tenant })) tell('edited', { offersUndo: true });
  };
}
