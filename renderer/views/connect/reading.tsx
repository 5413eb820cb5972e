import { Badge, Button, ProgressBar } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { SyncView } from '../../../shared/contract/sync-views.ts';
import type { FindingView, SyncState } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { type LiveRun, machinesOf, type RunSubscription, rateOf } from '../../state/connect/live-run.ts';
import type { Reading, SyncChange } from '../../state/connect-slice.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { FindingList } from '../../ui/finding-list.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { MachineLink } from '../../ui/machine-link.tsx';
import { Section } from '../../ui/page.tsx';
import styles from './connect.module.css';
import { Pause } from './pause.tsx';
import { TallTable } from './tall-table.tsx';

/** The run of this page: while it runs, and what became of it. */
export function ReadingSection() {
  const reading = useApp((app) => app.reading);
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(reading.kind);
  // The button that began or ended it is gone, and was perhaps a long list below.
  useEffect(() => {
    if (shown.current === reading.kind) return;
    shown.current = reading.kind;
    if (reading.kind === 'none') return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, [reading.kind]);
  return (
    <div ref={place} tabIndex={-1} className={styles.landing}>
      <ReadingState reading={reading} />
    </div>
  );
}

function ReadingState({ reading }: { readonly reading: Reading }) {
  switch (reading.kind) {
    case 'none':
      return null;
    case 'running':
      return <Running live={reading.live} />;
    case 'ended':
      return <Ended ended={reading} />;
    default:
      return <BrokenOff reading={reading} />;
  }
}

function Running({ live }: { readonly live: LiveRun }) {
  const text = useText('connect');
  const stop = useApp(({ task }) => task?.cancel);
  const rate = rateOf(live);
  const share = live.total ? live.done / live.total : undefined;
  const isArriving = live.stage === 'sync';
  const subscriptions = [...live.subscriptions.values()];
  const whole = subscriptions.filter(({ done, total }) => total > 0 && done === total).length;
  return (
    <Section
      title={text('running.title')}
      actions={
        <Button onClick={stop} disabledFocusable={stop === undefined}>
          {text('running.stop')}
        </Button>
      }
    >
      <div className={styles.figures} role="status">
        {live.stage === 'sign-in' && text('running.signIn')}
        {(live.stage === 'read' || live.stage === 'identify') && text('running.joining')}
        {isArriving && (
          <>
            <strong>{text('running.machines', { count: machinesOf(live) })}</strong>
            {rate > 0 && <span>{text('running.rate', { count: rate })}</span>}
            {live.total !== null && <span>{text('running.parts', { done: live.done, count: live.total })}</span>}
            <span>{text('running.rows', { count: live.rows })}</span>
            <span>{text('running.whole', { whole, count: subscriptions.length })}</span>
          </>
        )}
      </div>
      <ProgressBar
        aria-label={text('running.title')}
        {...(isArriving && share !== undefined ? { value: share } : {})}
      />
      <Pause until={live.waitsUntil} />
      <p className={styles.quiet}>{text('running.hint')}</p>
      <SubscriptionProgress subscriptions={subscriptions} />
    </Section>
  );
}

/** Machines and parts of each subscription. */
export function SubscriptionProgress({ subscriptions }: { readonly subscriptions: readonly RunSubscription[] }) {
  const text = useText('connect');
  return (
    <TallTable
      isNarrow
      label={text('running.subscriptions')}
      rows={subscriptions}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', title: text('column.subscription'), cell: ({ id, name }) => name ?? id },
        {
          key: 'machines',
          title: text('column.machines'),
          isNumber: true,
          cell: ({ machines }) => text('number', { value: machines }),
        },
        {
          key: 'parts',
          title: text('column.parts'),
          isNumber: true,
          cell: ({ done, total }) => (total === 0 ? text('notYet') : text('parts', { done, total })),
        },
      ]}
    />
  );
}

function BrokenOff({ reading }: { readonly reading: Extract<Reading, { readonly kind: 'stopped' | 'failed' }> }) {
  const text = useText('connect');
  const store = useAppStore();
  const close = <Button onClick={store.getState().dismissReading}>{text('close')}</Button>;
  const { message, next } = reading.failure;
  if (reading.kind === 'failed') {
    return (
      <Section title={text('failed.title')} actions={close}>
        <FailureNote failure={reading.failure} effect={text('failed.kept')} />
      </Section>
    );
  }
  return (
    <Section title={text('stopped.title')} actions={close}>
      <p role="status">
        {message} {next}
      </p>
    </Section>
  );
}

function Ended({ ended: { view, change } }: { readonly ended: Extract<Reading, { readonly kind: 'ended' }> }) {
  const text = useText('connect');
  const store = useAppStore();
  const { navigate, dismissReading } = store.getState();
  const number = (value: number) => text('number', { value });
  const findings = toLookAt(view);
  return (
    <Section
      title={text('ended.title', { tenant: view.run.tenantName ?? view.run.tenantId })}
      actions={
        <div className={styles.buttons}>
          <Button onClick={dismissReading}>{text('close')}</Button>
          <Button appearance="primary" onClick={() => navigate('inventory')}>
            {text('ended.inventory')}
          </Button>
        </div>
      }
    >
      <Partial state={view.run.state} />
      <KeyValues
        entries={[
          { key: text('ended.machines'), value: number(view.machines) },
          { key: text('change.appeared'), value: number(change.appeared.length) },
          { key: text('change.gone'), value: number(change.gone.length) },
          { key: text('change.changed'), value: number(change.changed.length) },
        ]}
      />
      {CHANGES.map((which) => (
        <Names key={which} which={which} machines={change[which]} />
      ))}
      {findings.length > 0 && (
        <>
          <h3 className={styles.heading}>{text('unread', { count: findings.length })}</h3>
          <FindingList findings={findings} first={5} hasCodes />
        </>
      )}
    </Section>
  );
}

/** A run that is in the list of servers though some of it is missing. */
export function Partial({ state }: { readonly state: SyncState }) {
  const text = useText('connect');
  if (state === 'complete') return null;
  return (
    <div className={styles.partial}>
      <Badge appearance="tint" color="warning">
        {text(`run.${state}`)}
      </Badge>
      <p>{text('ended.partial')}</p>
    </div>
  );
}

/** What could not be read, and what was found in what was; a run and its evidence say some of it both. */
function toLookAt({ run, findings, evidence }: SyncView): readonly FindingView[] {
  const all = [...run.findings, ...findings, ...evidence.flatMap((each) => each.findings)];
  const serious = all.filter(({ severity }) => severity !== 'info');
  return [...new Map(serious.map((found) => [`${found.code} ${found.message}`, found])).values()];
}

const CHANGES = ['appeared', 'gone', 'changed'] as const satisfies readonly (keyof SyncChange)[];
/** More names nobody reads in a line. */
const NAMED = 12;

function Names({ which, machines }: { readonly which: keyof SyncChange; readonly machines: SyncChange[typeof which] }) {
  const text = useText('connect');
  const comma = useText('common')('list.comma');
  if (machines.length === 0) return null;
  const rest = machines.length - NAMED;
  return (
    <div className={styles.names}>
      <h3>{text(`change.${which}`)}</h3>
      <p>
        {machines.slice(0, NAMED).map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && comma}
            {which === 'gone' ? name : <MachineLink id={id} name={name} />}
          </span>
        ))}
        {rest > 0 && ` ${text('change.more', { count: rest })}`}
      </p>
    </div>
  );
}
