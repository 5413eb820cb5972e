import { AzureError, errorOfAnswer, errorOfFailure } from './errors.ts';
import { proxyIsSet } from './proxy.ts';

/** A place to sign in, and the certificate that it shows where the system's store does not know it. */
interface Place {
  readonly host: string;
  readonly ca?: string;
}

/**
 * Of a place to sign in that does not answer, the sign-in library says no more than that, in the same words for no
 * network, a proxy and a certificate that nobody knows. So the place is asked once more without it, to hear why.
 * @returns what is to be thrown: an AzureError, or the error as it came where it says something else
 */
export async function whyNoAnswer(error: unknown, place: Place): Promise<unknown> {
  if (!(error instanceof Error) || !NO_ANSWER.test(error.message)) return error;
  const { createDefaultHttpClient, createPipelineFromOptions, createPipelineRequest } = await import(
    '@azure/core-rest-pipeline'
  );
  const pipeline = createPipelineFromOptions({
    retryOptions: { maxRetries: 0 },
    ...(place.ca !== undefined && { tlsOptions: { ca: place.ca } }),
  });
  const request = createPipelineRequest({ url: `${place.host}${METADATA}`, timeout: PATIENCE_MS });
  try {
    const { status, headers, bodyAsText } = await pipeline.sendRequest(createDefaultHttpClient(), request);
    if (status >= 400) return errorOfAnswer(status, (name) => headers.get(name), bodyAsText ?? '');
    // It answers: either what there was has passed, or it said no to this request alone.
    return NO_NETWORK.test(error.message) ? new AzureError('network', error.message, { cause: error }) : error;
  } catch (cause) {
    return errorOfFailure(cause, undefined, proxyIsSet(process.env));
  }
}

/** https://learn.microsoft.com/entra/msal/javascript/browser/errors */
const NO_NETWORK = /^(?:network_error|endpoints_resolution_error)\b/;

/** Also an answer that is none of Microsoft Entra's, such as a proxy's. */
const NO_ANSWER = new RegExp(`${NO_NETWORK.source}|^post_request_failed: (?:client|server|unknown)_error`);

/** Public; no sign-in is needed to read it. */
const METADATA = '/organizations/v2.0/.well-known/openid-configuration';

const PATIENCE_MS = 10_000;
