/** What went wrong with a request, as far as it decides what to do next. */
export type AzureProblem =
  | 'cancelled'
  /** 429, or 503 with a time to wait. */
  | 'throttled'
  /** 5xx, 408. */
  | 'server'
  | 'timeout'
  | 'network'
  | 'proxy'
  | 'tls'
  | 'sign-in'
  /** Nobody typed the device code in time. */
  | 'code-expired'
  | 'wrong-tenant'
  /** 401: the token was not taken. */
  | 'unauthorized'
  /** 403: a right is missing. */
  | 'forbidden'
  | 'not-found'
  | 'too-large'
  /** Any other 4xx. */
  | 'refused'
  /** The answer is not what the contract says. */
  | 'contract'
  /** Our own policy: the app only reads. */
  | 'not-reading';

/** A request that failed. `detail` is the service's own sentence, never a token or a header. */
export class AzureError extends Error {
  readonly problem: AzureProblem;
  readonly status: number | null;
  /** The service's code, e.g. `AuthorizationFailed`. */
  readonly code: string | null;
  /** How long the service asks to wait; null: it did not say. */
  readonly waitMs: number | null;

  constructor(
    problem: AzureProblem,
    detail: string,
    more: { status?: number; code?: string | null; waitMs?: number | null; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.name = 'AzureError';
    this.problem = problem;
    this.status = more.status ?? null;
    this.code = more.code ?? null;
    this.waitMs = more.waitMs ?? null;
  }
}

/** Problems that no other request of the same tenant would be spared: the run stops and can be gone on with. */
export const ENDS_THE_RUN: ReadonlySet<AzureProblem> = new Set<AzureProblem>([
  'cancelled',
  'network',
  'proxy',
  'tls',
  'sign-in',
  'code-expired',
  'wrong-tenant',
  'not-reading',
]);

/** An answer that is no success, in our words. @param body as text */
export function errorOfAnswer(status: number, header: (name: string) => string | undefined, body: string): AzureError {
  const { code, message } = bodyError(body);
  const waitMs = waitOf(status, header);
  return new AzureError(problemOfStatus(status, code, waitMs), message ?? `HTTP ${status}`, { status, code, waitMs });
}

function problemOfStatus(status: number, code: string | null, waitMs: number | null): AzureProblem {
  if (status === 429 || (status === 503 && waitMs !== null)) return 'throttled';
  if (status === 413 || code === 'ResponsePayloadTooLarge') return 'too-large';
  // Every subscription that was asked is unreadable; documents say 403, the service answers 400.
  if (status === 403 || code === 'NoValidSubscriptionsInQueryRequest') return 'forbidden';
  if (status === 401) return 'unauthorized';
  if (status === 407) return 'proxy';
  if (status === 404) return 'not-found';
  if (status >= 500 || status === 408) return 'server';
  return 'refused';
}

/**
 * The time that a throttled caller should wait: `retry-after-ms`, `Retry-After` in seconds or as a date, or Resource
 * Graph's `x-ms-user-quota-resets-after` (hh:mm:ss).
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests
 */
export function waitOf(status: number, header: (name: string) => string | undefined): number | null {
  const milliseconds = Number(header('retry-after-ms') ?? header('x-ms-retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return milliseconds;
  const after = header('retry-after');
  if (after !== undefined) {
    const seconds = Number(after);
    if (Number.isFinite(seconds)) return seconds * 1000;
    const date = Date.parse(after);
    if (!Number.isNaN(date)) return Math.max(0, date - Date.now());
  }
  // Every answer of Resource Graph has it; it is a time to wait only where the quota was the reason.
  return status === 429 ? clockToMs(header('x-ms-user-quota-resets-after')) : null;
}

/** `00:00:05` as milliseconds; null when it is no clock. */
export function clockToMs(text: string | undefined): number | null {
  const found = /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2}(?:\.\d+)?)$/.exec(text ?? '');
  if (!found) return null;
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  return (((days ?? 0) * 24 + (hours ?? 0)) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
}

/** Codes of a Resource Graph error stand in its details; the outer one only says "BadRequest". */
function bodyError(body: string): { code: string | null; message: string | null } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return { code: null, message: null };
  }
  const error = field(parsed, 'error') ?? parsed;
  const details = field(error, 'details');
  const inner = Array.isArray(details)
    ? details.find((detail) => typeof field(detail, 'code') === 'string')
    : undefined;
  const code = text(field(inner, 'code')) ?? text(field(error, 'code'));
  const message = text(field(inner, 'message')) ?? text(field(error, 'message'));
  return { code, message: message?.slice(0, 500) ?? null };
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

const NETWORK_CODES = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'UND_ERR_SOCKET',
]);

/** Certificates that this computer does not trust: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const TLS_CODES =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_|ERR_SSL_|EPROTO|HOSTNAME_MISMATCH|INVALID_CA)/;

/** Anything that a client threw instead of an answer, in our words. @param signal of the caller: its abort is no timeout */
export function errorOfFailure(error: unknown, signal: AbortSignal | undefined, isProxied: boolean): AzureError {
  if (error instanceof AzureError) return error;
  if (signal?.aborted) return new AzureError('cancelled', 'cancelled', { cause: error });
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const code = codeOf(error) ?? '';
  const problem = ((): AzureProblem => {
    if (name === 'AbortError' || code === 'ETIMEDOUT') return 'timeout';
    if (SIGN_IN_ERRORS.has(name)) return CODE_EXPIRED.test(message) ? 'code-expired' : 'sign-in';
    if (TLS_CODES.test(code)) return 'tls';
    if (/\bproxy\b|tunnel|statusCode=407/i.test(message)) return 'proxy';
    if (NETWORK_CODES.has(code) || code === 'REQUEST_SEND_ERROR') return isProxied ? 'proxy' : 'network';
    return 'contract';
  })();
  return new AzureError(problem, firstLine(message), { code: code || null, cause: error });
}

/** As the library says it when the time is over, and as Microsoft Entra says it (RFC 8628, section 3.5). */
const CODE_EXPIRED = /\b(?:device_code_expired|expired_token)\b/;

const SIGN_IN_ERRORS = new Set([
  'AuthenticationRequiredError',
  'CredentialUnavailableError',
  'AuthenticationError',
  'AggregateAuthenticationError',
  'InteractionRequiredAuthError',
  'ClientAuthError',
  'ServerError',
]);

/** A request error wraps the socket's; the innermost code says most. */
function codeOf(error: unknown): string | undefined {
  const own = text(field(error, 'code'));
  const cause = field(error, 'cause') ?? field(error, 'innerError');
  const inner = cause === undefined || cause === error ? undefined : codeOf(cause);
  return inner ?? own ?? undefined;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).slice(0, 500);
}
