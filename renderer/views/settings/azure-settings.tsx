import { Dropdown, Field, Input, Option } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { AZURE_CLOUDS, type AzureCloudName } from '../../../shared/model/index.ts';
import { isGuid } from '../../../shared/text/arm-id.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import styles from './settings.module.css';

/** With what people sign in to Azure where a sync does not say otherwise. */
export function AzureSettings() {
  const text = useText('settings');
  const words = useText('connect');
  const store = useAppStore();
  const { clientId, cloud } = useApp((app) => app.settings);
  return (
    <div className={styles.fields}>
      <ClientId clientId={clientId} save={(next) => void store.getState().changeSettings({ clientId: next })} />
      <Field label={words('cloud.label')} hint={text('azure.hint')}>
        <Dropdown
          className={styles.name}
          value={words(`cloud.${cloud}`)}
          selectedOptions={[cloud]}
          onOptionSelect={(_, { optionValue }) =>
            void store.getState().changeSettings({ cloud: optionValue as AzureCloudName })
          }
        >
          {AZURE_CLOUDS.map((each) => (
            <Option key={each} value={each}>
              {words(`cloud.${each}`)}
            </Option>
          ))}
        </Dropdown>
      </Field>
    </div>
  );
}

interface ClientIdProps {
  readonly clientId: string | null;
  readonly save: (clientId: string | null) => void;
}

/** Kept when the field is left or Enter is pressed, once it is an id or empty. */
function ClientId({ clientId, save }: ClientIdProps) {
  const words = useText('connect');
  const [typed, setTyped] = useState(clientId ?? '');
  useEffect(() => setTyped(clientId ?? ''), [clientId]);
  const next = typed.trim() === '' ? null : typed.trim();
  const isWrong = next !== null && !isGuid(next);
  const done = () => !isWrong && next !== clientId && save(next);
  return (
    <Field
      label={words('clientId.label')}
      hint={words('clientId.hint')}
      {...(isWrong && { validationMessage: words('id.wrong') })}
    >
      <Input
        value={typed}
        placeholder="00000000-0000-0000-0000-000000000000"
        onChange={(_, { value }) => setTyped(value)}
        onBlur={done}
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Enter' && !nativeEvent.isComposing) done();
        }}
      />
    </Field>
  );
}
