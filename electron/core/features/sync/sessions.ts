import type { Progress } from '../../../../shared/contract/index.ts';
import type { SignInChoice } from '../../../../shared/model/index.ts';
import type { Call } from '../../dispatch.ts';
import type { Ports } from '../../ports.ts';
import type { AzureAccount } from '../../sources/azure/index.ts';

/** Who is signed in, in memory: one account for each way of signing in. */
export interface Sessions {
  /** The account of this choice; nothing is asked of anybody yet. A device code goes to the call's progress. */
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
      const account = openAccount(choice, ports.azure ?? {}, (device) =>
        accounts
          .get(key)
          ?.tell({ kind: 'progress', stage: 'sign-in', file: null, done: 0, total: null, rows: 0, device }),
      );
      accounts.set(key, { account, tell: progress });
      return account;
    },
    isSignedIn: () => accounts.size > 0,
    signOut() {
      for (const { account } of accounts.values()) account.end();
      accounts.clear();
    },
  };
}
