import { Badge, Button } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import type { SyncRunView } from '../../../shared/contract/sync-views.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { FindingList } from '../../ui/finding-list.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/page.tsx';
import styles from './connect.module.css';
import { SubscriptionProgress } from './reading.tsx';
import { actsOf, machineCount, type RunAct } from './runs.ts';
import { useRuns } from './use-connect.ts';

/** Runs that are kept in the project: go on, try again, refresh, take in, forget. */
export function Runs() {
  const text = useText('connect');
  const syncs = useApp((app) => app.syncs);
  const runs = useRuns();
  const isReading = useApp(({ reading }) => reading.kind === 'running');
  if (syncs.kind === 'failed') return <FailureNote failure={syncs.failure} />;
  if (syncs.kind !== 'ready' || runs.length === 0) return null;
  return (
    <Section title={text('runs.title')}>
      {syncs.value.isRunning && !isReading && <p role="status">{text('runs.elsewhere')}</p>}
      <div className={styles.runs}>
        {runs.map((run) => (
          <Run key={run.id} run={run} runs={runs} />
        ))}
      </div>
    </Section>
  );
}

function Run({ run, runs }: { readonly run: SyncRunView; readonly runs: readonly SyncRunView[] }) {
  const text = useText('connect');
  const store = useAppStore();
  const isBusy = useApp(({ task }) => task !== null);
  const [isForgetting, setForgetting] = useState(false);
  const acts = actsOf(run, runs, Date.now());
  const tenant = run.tenantName ?? run.tenantId;
  const { id, parts, rows, requests, startedAt, findings } = run;
  const date = startedAt.slice(0, 16).replace('T', ' ');
  return (
    <article className={styles.run} aria-label={text('run.label', { tenant, date })}>
      <header className={styles.runHead}>
        <h3>{tenant}</h3>
        <span className={styles.quiet}>{text('run.date', { date })}</span>
        <Badge appearance="tint" color={run.state === 'complete' ? 'success' : 'warning'}>
          {text(`run.${run.state}`)}
        </Badge>
        {!run.isApplied && (
          <Badge appearance="outline" color="informative">
            {text('run.notApplied')}
          </Badge>
        )}
        <span className={styles.forget}>
          <IconButton
            label={text('run.forget', { tenant, date })}
            icon={<DeleteRegular />}
            isDisabled={isBusy}
            onClick={() => setForgetting(true)}
          />
        </span>
      </header>
      {isForgetting && (
        <div className={styles.partial} role="alert">
          <p>{text('run.forget.ask')}</p>
          <Button size="small" disabledFocusable={isBusy} onClick={() => void store.getState().forgetSync(id)}>
            {text('run.forget.do')}
          </Button>
          <Button size="small" onClick={() => setForgetting(false)}>
            {text('run.forget.keep')}
          </Button>
        </div>
      )}
      {run.isApplied && run.state !== 'complete' && <p className={styles.quiet}>{text('ended.partial')}</p>}
      <div className={styles.figures}>
        <span>{text('run.machines', { count: machineCount(run) })}</span>
        <span>{text('run.subscriptions', { count: run.subscriptions.length })}</span>
        <span>{text('run.parts', { done: parts.done - parts.failed, count: parts.total })}</span>
        <span>{text('run.rows', { count: rows })}</span>
        <span>{text('run.requests', { count: requests })}</span>
      </div>
      {acts.length > 0 && (
        <div className={styles.buttons}>
          {acts.map((act, index) => (
            <Button
              key={act}
              appearance={index === 0 ? 'primary' : 'secondary'}
              disabledFocusable={isBusy}
              onClick={() => actOn(store.getState(), run, act)}
            >
              {text(`act.${act}`)}
            </Button>
          ))}
        </div>
      )}
      {acts[0] && <p className={styles.quiet}>{text(`act.${acts[0]}.hint`)}</p>}
      {findings.length > 0 && (
        <div>
          <h4 className={styles.heading}>{text('unread', { count: findings.length })}</h4>
          <FindingList findings={findings} first={5} hasCodes />
        </div>
      )}
      <details className={styles.details}>
        <summary>{text('running.subscriptions')}</summary>
        <SubscriptionProgress subscriptions={run.subscriptions} />
      </details>
    </article>
  );
}

type App = ReturnType<ReturnType<typeof useAppStore>['getState']>;

function actOn({ applySync, readTenant }: App, run: SyncRunView, act: RunAct): void {
  if (act === 'apply') return void applySync(run);
  const { signIn, tenantId, subscriptions, asks } = run;
  const isFresh = act === 'refresh' || act === 'anew';
  void readTenant({ signIn, tenantId, subscriptions, asks, isFresh });
}
