import { Badge, Button, Link } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { ProjectState } from '../../../shared/contract/app-views.ts';
import type { SyncRunView } from '../../../shared/contract/sync-views.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { FindingList } from '../../ui/finding-list.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { Loading } from '../../ui/loading.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import styles from './evidence.module.css';
import { standingOf, unreadOf } from './syncs.ts';

/** What was read from Azure, run by run: how whole it is, what could not be read, and whether it still counts. */
export function SyncsTab({ state }: { readonly state: ProjectState }) {
  const text = useText('evidence');
  const syncs = useApp((app) => app.syncs);
  const [chosen, choose] = useState<string | null>(null);
  switch (syncs.kind) {
    case 'failed':
      return <FailureNote failure={syncs.failure} />;
    case 'idle':
    case 'loading':
      return <Loading label={text('syncs.loading')} />;
    case 'ready': {
      const { runs } = syncs.value;
      const run = runs.find(({ id }) => id === chosen);
      return (
        <SplitPane
          sideLabel={text('sync.details')}
          side={run ? <Details key={run.id} run={run} state={state} close={() => choose(null)} /> : null}
        >
          <div className={styles.scroll}>
            {runs.length === 0 ? <NoSyncs /> : <Syncs runs={runs} chosen={chosen} choose={choose} />}
          </div>
        </SplitPane>
      );
    }
  }
}

function NoSyncs() {
  const text = useText('evidence');
  const store = useAppStore();
  return (
    <EmptyState
      title={text('syncs.none')}
      action={<Button onClick={() => store.getState().navigate('connect')}>{text('syncs.connect')}</Button>}
    >
      {text('syncs.none.text')}
    </EmptyState>
  );
}

interface SyncsProps {
  readonly runs: readonly SyncRunView[];
  readonly chosen: string | null;
  readonly choose: (id: string | null) => void;
}

function Syncs({ runs, chosen, choose }: SyncsProps) {
  const text = useText('evidence');
  const number = (value: number) => text('number', { value });
  return (
    <>
      <p className={styles.intro}>{text('syncs.text')}</p>
      <LongTable
        label={text('tab.syncs')}
        rows={runs}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'tenant',
            title: text('file.tenant'),
            cell: (run) => (
              <Link
                as="button"
                className={styles.file}
                aria-expanded={run.id === chosen}
                onClick={() => choose(run.id === chosen ? null : run.id)}
              >
                {tenantOf(run)}
              </Link>
            ),
          },
          {
            key: 'date',
            title: text('sync.started'),
            cell: ({ startedAt }) => <span className={styles.date}>{minuteOf(startedAt)}</span>,
          },
          { key: 'state', title: text('sync.state'), cell: (run) => <State run={run} /> },
          {
            key: 'machines',
            title: text('sync.machines'),
            isNumber: true,
            cell: (run) => number(machinesOf(run)),
          },
          { key: 'rows', title: text('file.rows'), isNumber: true, cell: ({ rows }) => number(rows) },
          {
            key: 'unread',
            title: text('sync.unread'),
            isNumber: true,
            cell: ({ parts }) => number(unreadOf(parts)),
          },
          { key: 'standing', title: text('sync.standing'), cell: (run) => <Standing run={run} runs={runs} /> },
        ]}
      />
    </>
  );
}

function State({ run: { state } }: { readonly run: SyncRunView }) {
  const text = useText('evidence');
  return (
    <Badge appearance="tint" color={state === 'complete' ? 'success' : 'warning'}>
      {text(`sync.state.${state}`)}
    </Badge>
  );
}

function Standing({ run, runs }: { readonly run: SyncRunView; readonly runs: readonly SyncRunView[] }) {
  const text = useText('evidence');
  const { kind, newer } = standingOf(run, runs);
  return text(`sync.standing.${kind}`, { date: newer === null ? '' : minuteOf(newer.startedAt) });
}

interface DetailsProps {
  readonly run: SyncRunView;
  readonly state: ProjectState;
  readonly close: () => void;
}

function Details({ run, state, close }: DetailsProps) {
  const text = useText('evidence');
  const connect = useText('connect');
  const store = useAppStore();
  const number = (value: number) => text('number', { value });
  const { parts, findings, subscriptions } = run;
  return (
    <div className={styles.details}>
      <header className={styles.head}>
        <h2 className={styles.file}>{tenantOf(run)}</h2>
        <IconButton label={text('file.close')} icon={<DismissRegular />} onClick={close} />
      </header>
      <KeyValues
        entries={[
          { key: text('sync.tenantId'), value: run.tenantId },
          { key: text('sync.started'), value: minuteOf(run.startedAt) },
          { key: text('sync.updated'), value: minuteOf(run.updatedAt) },
          { key: text('sync.state'), value: text(`sync.state.${run.state}`) },
          { key: text('sync.signIn'), value: connect(`method.${run.signIn.method}`) },
          {
            key: text('sync.parts'),
            value: connect('parts', { done: parts.total - unreadOf(parts), total: parts.total }),
          },
          { key: text('sync.requests'), value: number(run.requests) },
        ]}
      />
      <Made ids={run.evidence} state={state} />
      <Button size="small" className={styles.remove} onClick={() => store.getState().navigate('connect')}>
        {text('syncs.connect')}
      </Button>
      <h3>{text('sync.findings')}</h3>
      {findings.length === 0 ? (
        <p className={styles.quiet}>{text('sync.findings.none')}</p>
      ) : (
        <FindingList findings={findings} first={10} />
      )}
      <h3 className={styles.heading}>{text('sync.subscriptions')}</h3>
      <LongTable
        label={text('sync.subscriptions')}
        rows={subscriptions}
        keyOf={({ id }) => id}
        columns={[
          { key: 'name', title: connect('column.subscription'), cell: ({ id, name }) => name ?? id },
          {
            key: 'machines',
            title: text('sync.machines'),
            isNumber: true,
            cell: ({ machines }) => number(machines),
          },
          {
            key: 'parts',
            title: text('sync.parts'),
            isNumber: true,
            cell: ({ done, total }) => connect('parts', { done, total }),
          },
        ]}
      />
    </div>
  );
}

/** The entries of the list of files that were made of a run. */
function Made({ ids, state }: { readonly ids: readonly string[]; readonly state: ProjectState }) {
  const text = useText('evidence');
  const store = useAppStore();
  const made = state.evidence.filter(({ id }) => ids.includes(id));
  if (made.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{text('sync.made')}</h3>
      <ul className={styles.alike}>
        {made.map(({ id, file, records }) => (
          <li key={id}>
            <Link as="button" className={styles.file} onClick={() => store.getState().refocus(id)}>
              {file}
            </Link>{' '}
            <span className={styles.quiet}>{text('sync.records', { count: records })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function tenantOf({ tenantName, tenantId }: SyncRunView): string {
  return tenantName ?? tenantId;
}

function machinesOf({ subscriptions }: SyncRunView): number {
  return subscriptions.reduce((sum, { machines }) => sum + machines, 0);
}

/** To the minute, in UTC, as evidence is dated. */
function minuteOf(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}
