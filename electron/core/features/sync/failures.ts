import { type FailureCode, PlannerError } from '../../../../shared/contract/index.ts';
import { finding } from '../../../../shared/i18n/findings/index.ts';
import type { Finding, SyncPart } from '../../../../shared/model/index.ts';
import { AzureError, type AzureProblem } from '../../sources/azure/index.ts';
import { apiOf, rightOf } from './parts.ts';

/** Runs what talks to Azure; its errors become failures of the contract. */
export async function withAzure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AzureError)) throw error;
    throw new PlannerError(CODE_OF[error.problem], { detail: wordsOf(error) });
  }
}

const CODE_OF: Readonly<Record<AzureProblem, FailureCode>> = {
  cancelled: 'cancelled',
  throttled: 'azure-unreachable',
  server: 'azure-unreachable',
  timeout: 'azure-unreachable',
  network: 'azure-unreachable',
  proxy: 'azure-proxy',
  tls: 'azure-certificate',
  'sign-in': 'azure-sign-in',
  'code-expired': 'azure-code-expired',
  'wrong-tenant': 'azure-wrong-tenant',
  unauthorized: 'azure-sign-in',
  forbidden: 'azure-refused',
  'not-found': 'azure-refused',
  'too-large': 'azure-answer',
  refused: 'azure-refused',
  contract: 'azure-answer',
  'not-reading': 'internal',
};

/** Why a part could not be read, and what would change that. @param scope name of the subscription or tenant */
export function partFinding(part: SyncPart, scope: string, error: AzureError): Finding {
  const what = apiOf(part);
  const [subscriptionId] = part.subscriptions;
  const place = part.subscriptions.length === 1 && subscriptionId !== undefined ? { subscriptionId } : {};
  const detail = wordsOf(error);
  if (part.kind === 'defender' && NO_ACCESS.has(error.problem))
    return finding('azure-defender-consent', { scope, detail });
  if (NO_ACCESS.has(error.problem))
    return finding('azure-sync-right', { what, scope, right: rightOf(part), detail }, place);
  return finding('azure-sync-failed', { what, scope, detail }, place);
}

const NO_ACCESS: ReadonlySet<AzureProblem> = new Set<AzureProblem>([
  'forbidden',
  'unauthorized',
  'sign-in',
  'wrong-tenant',
]);

/** The service's own code and sentence. */
export function wordsOf({ code, message }: AzureError): string {
  return code === null || message.includes(code) ? message : `${code}: ${message}`;
}
