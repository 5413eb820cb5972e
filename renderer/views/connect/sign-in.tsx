import { Button, Dropdown, Field, Input, Option, Radio, RadioGroup } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { AZURE_CLOUDS, SIGN_IN_METHODS, type SignInChoice } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Section } from '../../ui/page.tsx';
import styles from './connect.module.css';
import { PauseOfTask } from './pause.tsx';
import { isGuid } from './runs.ts';
import { useSignInChoice } from './use-connect.ts';

/** How to sign in, and with what; then the sign-in itself. */
export function SignIn() {
  const text = useText('connect');
  const store = useAppStore();
  const choice = useSignInChoice();
  const account = useApp((app) => app.account);
  const isBusy = useApp(({ task }) => task !== null);
  const cancel = useApp(({ task }) => task?.cancel);
  const change = (part: Partial<SignInChoice>) => store.getState().chooseSignIn({ ...choice, ...part });
  const { clientId } = choice;
  const isWrong = clientId !== null && !isGuid(clientId);
  return (
    <Section title={text('signIn.title')}>
      <div className={styles.fields}>
        <Field label={text('method.label')} className={styles.wide}>
          <RadioGroup
            value={choice.method}
            onChange={(_, { value }) => change({ method: value as typeof choice.method })}
          >
            {SIGN_IN_METHODS.map((method) => (
              <Radio
                key={method}
                value={method}
                label={
                  <>
                    {text(`method.${method}`)}
                    <span className={styles.hint}>{text(`method.${method}.hint`)}</span>
                  </>
                }
              />
            ))}
          </RadioGroup>
        </Field>
        {choice.method !== 'cli' && <ClientId value={clientId ?? ''} isWrong={isWrong} change={change} />}
        <Field label={text('cloud.label')}>
          <Dropdown
            value={text(`cloud.${choice.cloud}`)}
            selectedOptions={[choice.cloud]}
            onOptionSelect={(_, { optionValue }) => change({ cloud: optionValue as typeof choice.cloud })}
          >
            {AZURE_CLOUDS.map((cloud) => (
              <Option key={cloud} value={cloud}>
                {text(`cloud.${cloud}`)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      </div>
      <div className={styles.buttons}>
        <Button
          appearance={account.kind === 'ready' ? 'secondary' : 'primary'}
          disabledFocusable={isBusy || isWrong}
          onClick={() => void store.getState().signIn(choice)}
        >
          {text(account.kind === 'ready' ? 'signIn.again' : 'signIn.action')}
        </Button>
        {account.kind === 'ready' && (
          <span className={styles.quiet}>
            {text('signIn.as', { account: account.value.account ?? text('signIn.unknown') })}
          </span>
        )}
        {account.kind === 'loading' && (
          <>
            <span role="status">{text(`method.${choice.method}.waiting`)}</span>
            <Button size="small" onClick={cancel}>
              {text('cancel')}
            </Button>
            <PauseOfTask />
          </>
        )}
      </div>
      {account.kind === 'failed' && <FailureNote failure={account.failure} effect={text('failed.nothing')} />}
    </Section>
  );
}

interface ClientIdProps {
  readonly value: string;
  readonly isWrong: boolean;
  readonly change: (part: Pick<SignInChoice, 'clientId'>) => void;
}

function ClientId({ value, isWrong, change }: ClientIdProps) {
  const text = useText('connect');
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <Field
      label={text('clientId.label')}
      hint={text('clientId.hint')}
      {...(isWrong && { validationMessage: text('id.wrong') })}
    >
      <Input
        value={typed}
        placeholder="00000000-0000-0000-0000-000000000000"
        onChange={(_, data) => {
          setTyped(data.value);
          change({ clientId: data.value.trim() === '' ? null : data.value.trim() });
        }}
      />
    </Field>
  );
}
