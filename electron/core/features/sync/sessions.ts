import type { Progress } from '../../../../shared/contract/index.ts';
import type { SignInChoice } from '../../../../shared/model/index.ts';
import type { Call } from '../../dispatch.ts';
import type { Ports } from '../../ports.ts';
import type { AzureAccount } from '../../sources/azure/index.ts';

/** Who is signed in, in memory: one account for each way of signing in. */
export interface Sessions {
  /** The account of this choice; nothing is asked of anybody yet. Device codes and pauses go to the call's progress. */
  account(choice: SignInChoice, call: Pick<Call, 'progress'>): Promise<AzureAccount>;
  readonly isSignedIn: () => boolean;
  signOut(): void;
}

/** The Azure room is loaded with the first sign-in, not with the core. */
export function createSessions(ports: Ports): Sessions {
  const accounts = new Map<string, { readonly account: AzureAccount; tell: (progress: Progress) => void }>();
  return {
    async account(choice, { progress }) {
      const key = JSON.stringify([choice.method, choice.clientId, choice.cloud]);
      const known = accounts.get(key);
      if (known) {
        known.tell = progress;
        return known.account;
      }
      const { openAccount } = await import('../../sources/azure/index.ts');
      const account = openAccount(choice, ports.azure ?? {}, {
        device: (device) => accounts.get(key)?.tell({ ...NOTHING_YET, stage: 'sign-in', device }),
        waits: (waitMs) => accounts.get(key)?.tell(aPause(waitMs)),
      });
      accounts.set(key, { account, tell: progress });
      return account;
    },
    isSignedIn: () => [...accounts.values()].some(({ account }) => account.isSignedIn()),
    signOut() {
      for (const { account } of accounts.values()) account.end();
      accounts.clear();
    },
  };
}

const NOTHING_YET = { kind: 'progress', file: null, done: 0, total: null, rows: 0 } as const;

/** Nothing is asked for so many milliseconds. */
export function aPause(waitMs: number): Progress {
  return { ...NOTHING_YET, stage: 'wait', waitMs };
}

/** Tells of a pause with how far the work is: a pause takes nothing back. */
export function keepingPlace(tell: (progress: Progress) => void): (progress: Progress) => void {
  let last: Progress | undefined;
  return (progress) => {
    if (progress.waitMs === undefined) last = progress;
    tell(progress.waitMs === undefined || !last ? progress : { ...last, device: undefined, waitMs: progress.waitMs });
  };
}
