import type { Params, SyncView } from '../../../shared/contract/index.ts';
import { printPrices, printSubscriptions, printSync } from '../print/sync.ts';
import { exitCodeOf, type Session, withProject } from '../session.ts';
import { commandFailure } from '../settings-file.ts';
import type { VerbHost } from './verb.ts';

interface SyncOptions {
  readonly tenant?: string;
  readonly subscription?: string[];
  readonly signIn: string;
  readonly clientId?: string;
  readonly cloud?: string;
  readonly list?: boolean;
  readonly fresh?: boolean;
  readonly apply?: boolean;
  readonly machinePlans: boolean;
  readonly defender: boolean;
  readonly network: boolean;
  readonly prices?: string;
  readonly region?: string[];
}

/** `sync`: a customer's tenant reads itself into the project. */
export function registerSyncVerb({ program, help, run }: VerbHost): void {
  program
    .command('sync')
    .argument('<file>')
    .option('--tenant <id>', help('syncTenant'))
    .option('--subscription <subscription...>', help('syncSubscription'))
    .option('--sign-in <way>', help('syncSignIn'), 'browser')
    .option('--client-id <id>', help('syncClientId'))
    .option('--cloud <cloud>', help('syncCloud'))
    .option('--list', help('syncList'))
    .option('--fresh', help('syncFresh'))
    .option('--apply', help('syncApply'))
    .option('--no-machine-plans', help('syncNoMachinePlans'))
    .option('--no-defender', help('syncNoDefender'))
    .option('--no-network', help('syncNoNetwork'))
    .option('--prices <currency>', help('syncPrices'))
    .option('--region <region...>', help('syncRegion'))
    .description(help('sync'))
    .action((file: string, options: SyncOptions) =>
      run(options, (session) =>
        withProject(session, file, 'write', ({ handle }) => {
          if (options.prices !== undefined) return fetchPrices(session, handle, options.prices, options.region);
          if (options.list) return listSubscriptions(session, options);
          return options.apply ? applyLast(session, handle) : syncTenant(session, handle, options);
        }),
      ),
    );
}

async function syncTenant(session: Session, handle: string, options: SyncOptions): Promise<number> {
  const { machinePlans, defender, network, fresh = false, subscription } = options;
  const asked = { machinePlans, defender, network, fresh, ...(subscription && { subscriptions: subscription }) };
  return show(session, await session.call('sync.run', { handle, ...whereOf(options), ...asked }));
}

async function listSubscriptions(session: Session, options: SyncOptions): Promise<number> {
  const view = await session.call('sync.subscriptions', { ...whereOf(options), rights: true });
  session.show('sync', view, (document) => printSubscriptions(document, session.language));
  return 0;
}

/** What the last run read, also half of it. */
async function applyLast(session: Session, handle: string): Promise<number> {
  const [last] = (await session.call('sync.state', { handle })).runs;
  if (!last) throw commandFailure('not-found', { name: 'sync' }, session.language);
  return show(session, await session.call('sync.apply', { handle, run: last.id }));
}

async function fetchPrices(session: Session, handle: string, word: string, regions?: string[]): Promise<number> {
  const currency = word.toUpperCase();
  const view = await session.call('prices.fetch', { handle, currency, ...(regions && { regions }) });
  session.show('sync', view, (document) => printPrices(document, currency, session.language));
  return exitCodeOf(view.findings);
}

function show(session: Session, view: SyncView): number {
  session.show('sync', view, (document) => printSync(document, session.language));
  return exitCodeOf([...view.findings, ...view.evidence.flatMap(({ findings }) => findings)]);
}

/** A word that is no way to sign in, or no cloud, is refused by the contract, which names the others. */
function whereOf({ tenant, signIn, clientId, cloud }: SyncOptions): Pick<Params<'sync.run'>, 'signIn' | 'tenant'> {
  type Choice = Params<'sync.run'>['signIn'];
  return {
    signIn: {
      method: signIn as Choice['method'],
      ...(clientId !== undefined && { clientId }),
      ...(cloud !== undefined && { cloud: cloud as NonNullable<Choice['cloud']> }),
    },
    ...(tenant !== undefined && { tenant }),
  };
}
