import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import type { DevicePrompt } from './sign-in.ts';

/** What tests put in the place of the network, the sign-in and the clock; a real core hands in nothing. */
export interface AzureSeam {
  readonly httpClient?: HttpClient;
  /**
   * A credential instead of a sign-in.
   * @param tenantId null: the account's home tenant
   * @param prompt shows a device code
   */
  readonly credential?: (tenantId: string | null, prompt: (prompt: DevicePrompt) => void) => TokenCredential;
  /** Where people sign in, instead of the cloud's own place. @param ca PEM of the certificate that it shows */
  readonly authority?: { readonly host: string; readonly ca: string };
  /** Waits; rejects when the signal aborts. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly random?: () => number;
  /** After so long a request without an answer is given up. */
  readonly timeoutMs?: number;
}
