import { type Params, PlannerError, type SyncView } from '../../../../shared/contract/index.ts';
import type { SignInChoice } from '../../../../shared/model/index.ts';
import { readSettings } from '../../app-data.ts';
import type { Call, Handlers } from '../../dispatch.ts';
import type { Ports } from '../../ports.ts';
import type { OpenProject, Projects } from '../../projects.ts';
import { readSyncRuns, removeSyncRun } from '../../store/index.ts';
import { inventoryChanged } from '../edit.ts';
import { saveWhenFree } from './save.ts';
import { aPause, createSessions, keepingPlace } from './sessions.ts';
import { viewRuns } from './views.ts';

type SyncHandlers = Pick<
  Handlers,
  | 'sync.tenants'
  | 'sync.subscriptions'
  | 'sync.run'
  | 'sync.apply'
  | 'sync.state'
  | 'sync.forget'
  | 'sync.signOut'
  | 'prices.fetch'
>;

/**
 * Connected: who is signed in, what the account sees, and reading it into a project. What talks to Azure is loaded with
 * the first call that needs it.
 */
export function syncHandlers(projects: Projects, ports: Ports): SyncHandlers {
  const sessions = createSessions(ports);
  /** What a call leaves out is as the settings say. */
  const choiceOf = (signIn: Params<'sync.tenants'>['signIn']): SignInChoice => {
    const settings = readSettings(ports.home);
    const { method, clientId = settings.clientId, cloud = settings.cloud } = signIn;
    return { method, clientId, cloud };
  };
  const running = new Set<string>();
  /** One sync at a time for a project. */
  const alone = async (opened: OpenProject, work: () => Promise<SyncView>): Promise<SyncView> => {
    if (running.has(opened.project.path)) throw new PlannerError('sync-running');
    running.add(opened.project.path);
    try {
      const view = await work();
      inventoryChanged(opened);
      return view;
    } finally {
      running.delete(opened.project.path);
    }
  };
  const state: Handlers['sync.state'] = ({ handle }, { language }) => {
    const { project } = projects.get(handle);
    const runs = viewRuns(project, language);
    return { signedIn: sessions.isSignedIn(), isRunning: running.has(project.path), runs };
  };
  return {
    'sync.tenants': async ({ signIn }, call) => {
      const { withAzure } = await import('./failures.ts');
      return withAzure(async () => {
        const account = await sessions.account(choiceOf(signIn), call);
        const { account: name, tenantId } = await account.start(call.signal);
        return { account: name, homeTenantId: tenantId, tenants: await account.tenants(call.signal) };
      });
    },

    'sync.subscriptions': async (params, { progress, ...rest }) => {
      const call = { ...rest, progress: keepingPlace(progress) };
      const [{ withAzure }, { listSubscriptions }] = await Promise.all([
        import('./failures.ts'),
        import('./subscriptions.ts'),
      ]);
      return withAzure(async () =>
        listSubscriptions(await sessions.account(choiceOf(params.signIn), call), params, call),
      );
    },

    'sync.run': async (params, { progress, ...rest }) => {
      const call = { ...rest, progress: keepingPlace(progress) };
      const opened = projects.get(params.handle);
      const [{ withAzure }, { runSync }] = await Promise.all([import('./failures.ts'), import('./run.ts')]);
      return alone(opened, () =>
        withAzure(async () => {
          const choice = choiceOf(params.signIn);
          const account = await sessions.account(choice, call);
          return runSync(opened.project, account, choice, params, { ...call, now: ports.now });
        }),
      );
    },

    'sync.apply': async ({ handle, run: id }, call: Call) => {
      const opened = projects.get(handle);
      const run = readSyncRuns(opened.project).find((one) => one.id === id);
      if (!run) throw new PlannerError('not-found', { name: id });
      const { applyRun } = await import('./apply.ts');
      return alone(opened, () => applyRun(opened.project, run, { ...call, now: ports.now() }));
    },

    'sync.state': state,

    'sync.forget': async ({ handle, run: id }, call) => {
      const { project } = projects.get(handle);
      if (running.has(project.path)) throw new PlannerError('sync-running');
      if (!readSyncRuns(project).some((run) => run.id === id)) throw new PlannerError('not-found', { name: id });
      await saveWhenFree(project, () => removeSyncRun(project, id), call.signal);
      return state({ handle }, call);
    },

    'sync.signOut': () => {
      sessions.signOut();
      return null;
    },

    'prices.fetch': async ({ handle, currency, regions }, call) => {
      const opened = projects.get(handle);
      const [{ withAzure }, { readPrices }, { keepPrices }] = await Promise.all([
        import('./failures.ts'),
        import('../../sources/azure/index.ts'),
        import('./prices.ts'),
      ]);
      const question = { currency, regions: regions ?? [] };
      const rows = await withAzure(() =>
        readPrices(question, ports.azure ?? {}, call.signal, (waitMs) => call.progress(aPause(waitMs))),
      );
      const view = keepPrices(opened.project, rows, question, { now: ports.now(), language: call.language });
      inventoryChanged(opened);
      return view;
    },
  };
}
