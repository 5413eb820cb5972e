import { Button, Checkbox, Field, Input, Radio, RadioGroup, SearchBox } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { SignedInView, SubscriptionsView } from '../../../shared/contract/sync-views.ts';
import type { SyncAsks } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { unread } from '../../state/connect/live-run.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Section } from '../../ui/page.tsx';
import styles from './connect.module.css';
import { PauseOfTask } from './pause.tsx';
import { firstPick, type ListedSubscription, missingRights, narrowed } from './rights.ts';
import { isGuid } from './runs.ts';
import { TallTable } from './tall-table.tsx';
import { useSignInChoice } from './use-connect.ts';

/** After the sign-in: which tenant, which of its subscriptions, and what of them. */
export function Subscriptions() {
  const text = useText('connect');
  const account = useApp((app) => app.account);
  const listed = useApp((app) => app.listed);
  if (account.kind !== 'ready') return null;
  return (
    <Section title={text('tenant.title')}>
      <Tenants account={account.value} />
      {listed.kind === 'failed' && <FailureNote failure={listed.failure} effect={text('failed.nothing')} />}
      {listed.kind === 'ready' && <Picking key={listed.value.tenantId} view={listed.value} />}
    </Section>
  );
}

/** Stands for a tenant that the account's list does not have. */
const OTHER = 'other';

function Tenants({ account: { tenants, homeTenantId } }: { readonly account: SignedInView }) {
  const text = useText('connect');
  const store = useAppStore();
  const signIn = useSignInChoice();
  const isBusy = useApp(({ task }) => task !== null);
  const listed = useApp((app) => app.listed.kind);
  const [chosen, setChosen] = useState(tenants.length === 1 ? tenants[0]?.id : (homeTenantId ?? tenants[0]?.id));
  const [typed, setTyped] = useState('');
  const tenantId = chosen === OTHER ? typed.trim().toLowerCase() : (chosen ?? '');
  return (
    <>
      <RadioGroup value={chosen ?? ''} onChange={(_, { value }) => setChosen(value)} aria-label={text('tenant.title')}>
        {tenants.map(({ id, name, domain }) => (
          <Radio
            key={id}
            value={id}
            label={
              <>
                {name ?? domain ?? id}
                <span className={styles.hint}>{[domain, id].filter(Boolean).join(' · ')}</span>
              </>
            }
          />
        ))}
        <Radio value={OTHER} label={text('tenant.other')} />
      </RadioGroup>
      {chosen === OTHER && (
        <Field
          className={styles.field}
          label={text('tenant.id')}
          {...(typed !== '' && !isGuid(typed) && { validationMessage: text('id.wrong') })}
        >
          <Input value={typed} onChange={(_, { value }) => setTyped(value)} />
        </Field>
      )}
      <div className={styles.buttons}>
        <Button
          appearance={listed === 'ready' ? 'secondary' : 'primary'}
          disabledFocusable={isBusy || !isGuid(tenantId)}
          onClick={() => void store.getState().listSubscriptions(signIn, tenantId)}
        >
          {text('tenant.list')}
        </Button>
        {listed === 'loading' && (
          <>
            <span role="status">{text('tenant.listing')}</span>
            <PauseOfTask />
          </>
        )}
      </div>
    </>
  );
}

/** More than these are looked through with a search. */
const MANY = 10;

function Picking({ view }: { readonly view: SubscriptionsView }) {
  const text = useText('connect');
  const store = useAppStore();
  const signIn = useSignInChoice();
  const isBusy = useApp(({ task }) => task !== null);
  const [words, setWords] = useState('');
  const chosen = useApp((app) => app.picked);
  const picked = useMemo(() => chosen ?? firstPick(view.subscriptions), [chosen, view]);
  const asks = useApp((app) => app.asks);
  const { pickSubscriptions, chooseAsks } = store.getState();
  const shown = useMemo(() => narrowed(view.subscriptions, words), [view, words]);
  const pick = (ids: readonly string[], isPicked: boolean) => {
    const rest = [...picked].filter((id) => !ids.includes(id));
    pickSubscriptions(new Set(isPicked ? [...rest, ...ids] : rest));
  };
  const read = () => {
    const subscriptions = view.subscriptions.filter(({ id }) => picked.has(id)).map(unread);
    void store.getState().readTenant({ signIn, tenantId: view.tenantId, subscriptions, asks, isFresh: false });
  };
  const total = view.subscriptions.length;
  if (total === 0) return <p role="status">{text('pick.empty')}</p>;
  const whole = view.subscriptions.filter((each) => missingRights(each)?.length === 0).length;
  return (
    <>
      <h3 className={styles.heading}>{text('pick.title')}</h3>
      <p className={styles.quiet}>
        {text('pick.rights', { whole, count: total })}
        <span className={styles.hint}>{text('pick.roles')}</span>
      </p>
      <div className={styles.buttons}>
        {total > MANY && (
          <SearchBox
            className={styles.search}
            aria-label={text('pick.search')}
            placeholder={text('pick.search')}
            value={words}
            onChange={(_, { value }) => setWords(value)}
          />
        )}
        <Button
          size="small"
          onClick={() =>
            pick(
              shown.map(({ id }) => id),
              true,
            )
          }
        >
          {text('pick.all')}
        </Button>
        <Button
          size="small"
          onClick={() =>
            pick(
              shown.map(({ id }) => id),
              false,
            )
          }
        >
          {text('pick.none')}
        </Button>
        <span className={styles.quiet} role="status">
          {[
            text('pick.picked', { count: picked.size, total }),
            shown.length < total && text('pick.shown', { count: shown.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {shown.length === 0 ? (
        <p>{text('pick.noMatch')}</p>
      ) : (
        <SubscriptionTable subscriptions={shown} picked={picked} pick={(id, isPicked) => pick([id], isPicked)} />
      )}
      <Options asks={asks} change={(part) => chooseAsks({ ...asks, ...part })} />
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={isBusy || picked.size === 0} onClick={read}>
          {text('read', { count: picked.size })}
        </Button>
        <span className={styles.quiet}>{text('read.hint')}</span>
      </div>
    </>
  );
}

interface TableProps {
  readonly subscriptions: readonly ListedSubscription[];
  readonly picked: ReadonlySet<string>;
  readonly pick: (id: string, isPicked: boolean) => void;
}

function SubscriptionTable({ subscriptions, picked, pick }: TableProps) {
  const text = useText('connect');
  return (
    <TallTable
      hasArrowKeys
      label={text('pick.title')}
      rows={subscriptions}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: text('column.subscription'),
          cell: ({ id, name }) => (
            <Checkbox
              label={name ?? id}
              checked={picked.has(id)}
              onChange={(_, { checked }) => pick(id, checked === true)}
            />
          ),
        },
        { key: 'id', title: text('column.id'), cell: ({ id }) => <span className={styles.id}>{id}</span> },
        { key: 'state', title: text('column.state'), cell: ({ state }) => stateWord(state, text) },
        { key: 'rights', title: text('column.rights'), cell: (each) => <Rights subscription={each} /> },
      ]}
    />
  );
}

const STATES = ['Enabled', 'Disabled', 'Deleted', 'Warned', 'PastDue'] as const;

/** As Azure says it where it is not one of the documented states. */
function stateWord(state: string, text: ReturnType<typeof useText<'connect'>>): string {
  const known = STATES.find((each) => each === state);
  return known ? text(`state.${known}`) : state;
}

/** What can be read there; what cannot, with the role that is missing. */
function Rights({ subscription }: { readonly subscription: ListedSubscription }) {
  const text = useText('connect');
  const missing = missingRights(subscription);
  if (missing === null) return <span className={styles.quiet}>{text('right.unknown')}</span>;
  if (missing.length === 0) return text('right.all');
  return (
    <ul className={styles.missing}>
      {missing.map((topic) => (
        <li key={topic}>{text(`right.${topic}`)}</li>
      ))}
    </ul>
  );
}

const ASKS = ['machinePlans', 'defender', 'network'] as const satisfies readonly (keyof SyncAsks)[];

interface OptionsProps {
  readonly asks: SyncAsks;
  readonly change: (part: Partial<SyncAsks>) => void;
}

function Options({ asks, change }: OptionsProps) {
  const text = useText('connect');
  return (
    <fieldset className={styles.options}>
      <legend>{text('ask.title')}</legend>
      {ASKS.map((ask) => (
        <Checkbox
          key={ask}
          checked={asks[ask]}
          onChange={(_, { checked }) => change({ [ask]: checked === true })}
          label={
            <>
              {text(`ask.${ask}`)}
              <span className={styles.hint}>{text(`ask.${ask}.hint`)}</span>
            </>
          }
        />
      ))}
    </fieldset>
  );
}
