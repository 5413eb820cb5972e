import {
  describeFailure,
  type Failure,
  type Method,
  PARAMS,
  type Params,
  PlannerError,
  type Progress,
  type Reply,
  type Result,
} from '../../shared/contract/index.ts';
import { viewFinding } from '../../shared/i18n/findings/index.ts';
import type { Language } from '../../shared/model/index.ts';
import { StoreError } from './store/index.ts';

/** What accompanies a call besides its parameters. */
export interface Call {
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

export type Handler<M extends Method> = (params: Params<M>, call: Call) => Result<M> | Promise<Result<M>>;
export type Handlers = { readonly [M in Method]: Handler<M> };

export type Dispatch = <M extends Method>(method: M, params: unknown, call: Call) => Promise<Reply<Result<M>>>;

/**
 * Validate, handle, reply: the same for every host.
 * Whatever a handler throws becomes a failure here, and only here.
 */
export function createDispatch(handlers: Handlers): Dispatch {
  return async (method, params, call) => {
    try {
      if (!Object.hasOwn(PARAMS, method)) throw new PlannerError('wrong-use', { detail: `No method ${method}` });
      const checked = PARAMS[method].safeParse(params);
      if (!checked.success) throw new PlannerError('wrong-use', { detail: describeIssues(checked.error.issues) });
      const handler = handlers[method] as (params: unknown, call: Call) => Promise<Result<typeof method>>;
      const value = await handler(checked.data, call);
      return { ok: true, value };
    } catch (error) {
      return { ok: false, failure: failureOf(error, call.language) };
    }
  };
}

/** The failure of anything thrown, in the caller's language. */
export function failureOf(error: unknown, language: Language): Failure {
  if (error instanceof StoreError) {
    const { message, next } = viewFinding(error.problem, language);
    return { code: `project-${error.code}`, message, next };
  }
  const known = error instanceof PlannerError ? error : unexpected(error);
  return describeFailure(known.code, language, known.params);
}

function unexpected(error: unknown): PlannerError {
  if (error instanceof Error && error.name === 'AbortError') return new PlannerError('cancelled');
  return new PlannerError('internal', { detail: error instanceof Error ? error.message : String(error) });
}

/** Where the parameters are wrong, in one line. */
export function describeIssues(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message))
    .join('; ');
}
