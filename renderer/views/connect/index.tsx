import { Button } from '@fluentui/react-components';
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out';
import { useEffect } from 'react';
import { useHost } from '../../host/use-host.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { selectOpenProject } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { Page } from '../../ui/page.tsx';
import styles from './connect.module.css';
import { DeviceCode } from './device-code.tsx';
import { ReadingSection } from './reading.tsx';
import { RetailPrices } from './retail-prices.tsx';
import { Runs } from './runs-section.tsx';
import { SignIn } from './sign-in.tsx';
import { Subscriptions } from './subscriptions.tsx';

/** A customer's tenant reads itself into the project. Nothing is asked of anybody before a button is pressed. */
export default function ConnectScreen() {
  const text = useText('connect');
  const store = useAppStore();
  const language = useLanguage();
  const handle = useApp((app) => selectOpenProject(app)?.handle ?? null);
  const isSignedIn = useApp(({ syncs, account }) => isIn(syncs) || account.kind === 'ready');
  const isBusy = useApp(({ task }) => task !== null);
  const isReading = useApp(({ reading }) => reading.kind === 'running');
  // Findings of the runs are in the language of the call.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => void store.getState().loadSyncs(), [store, handle, language]);
  return (
    <Page
      title={text('title')}
      summary={text('summary')}
      actions={
        isSignedIn && (
          <Button icon={<SignOutRegular />} disabledFocusable={isBusy} onClick={() => void store.getState().signOut()}>
            {text('signOut')}
          </Button>
        )
      }
    >
      <Promises />
      <DeviceCode />
      <ReadingSection />
      {/* What was chosen is still there when the run has ended. */}
      <div className={styles.rest} hidden={isReading}>
        <Runs />
        <SignIn />
        <Subscriptions />
        <RetailPrices />
      </div>
    </Page>
  );
}

function isIn(syncs: ReturnType<ReturnType<typeof useAppStore>['getState']>['syncs']): boolean {
  return syncs.kind === 'ready' && syncs.value.signedIn;
}

/** What leaves the machine, and what never does. */
function Promises() {
  const text = useText('connect');
  const { kind } = useHost();
  return (
    <ul className={styles.promises} aria-label={text('promises')}>
      <li>{text('promise.click')}</li>
      <li>{text('promise.readOnly')}</li>
      <li>{text('promise.memory')}</li>
      {kind === 'web' && <li>{text('promise.web')}</li>}
    </ul>
  );
}
