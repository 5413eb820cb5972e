import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { HostFacts } from '../../shared/contract/host.ts';
import { describeFailure, type Failure, type ProjectsView, type Reply } from '../../shared/contract/index.ts';
import { LANGUAGES, type Language } from '../../shared/model/index.ts';
import { readJson, refuse, sendJson, startLines } from './answer.ts';
import { type Refusal, typeRefusal } from './guard.ts';
import type { Pages } from './pages.ts';
import { pathFailure, type Reach, reachableProjects } from './paths.ts';
import { type Uploads, UploadTooLarge } from './uploads.ts';

/** What the routes need. */
export interface Api {
  readonly pages: Pages;
  readonly uploads: Uploads;
  readonly reach: Reach;
  readonly facts: HostFacts;
  readonly bodyBytes: number;
  /** So often a silent stream of events shows that it lives. */
  readonly beatMs: number;
}

type Route = (request: IncomingMessage, response: ServerResponse, api: Api, page: string) => Promise<void> | void;

/**
 * The way to the core over HTTP. The page names itself in `X-Page`.
 * - `GET /api/host` → HostFacts
 * - `POST /api/call` `{ id, method, params, language }` → lines `{ progress }`, at last `{ reply }`; closing the connection cancels
 * - `POST /api/cancel` `{ id }`
 * - `GET /api/events` → lines `{ event }`, and `{}` as a sign of life
 * - `POST /api/upload`, the bytes of one file, its name in `X-File-Name` (percent-encoded) → Reply with `{ path }`
 */
const ROUTES: ReadonlyMap<string, Route> = new Map([
  ['GET /api/host', (_request, response, api) => sendJson(response, api.facts)],
  ['POST /api/call', carryCall],
  ['POST /api/cancel', cancelCall],
  ['GET /api/events', streamEvents],
  ['POST /api/upload', takeFile],
]);

const PATHS = new Set([...ROUTES.keys()].map((route) => route.split(' ')[1]));

/** Serves a request that has passed every check. */
export async function serveApi(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  api: Api,
): Promise<void> {
  const route = ROUTES.get(`${request.method} ${path}`);
  const page = request.headers['x-page'];
  if (!route) return refuse(response, PATHS.has(path) ? WRONG_METHOD : NOT_FOUND);
  if (typeof page !== 'string' || !/^[\w-]{8,64}$/.test(page)) return refuse(response, NO_PAGE);
  await route(request, response, api, page);
}

const WRONG_METHOD: Refusal = { status: 405, reason: 'method' };
const NOT_FOUND: Refusal = { status: 404, reason: 'path' };
const NO_PAGE: Refusal = { status: 400, reason: 'page' };
const WRONG_SHAPE: Refusal = { status: 400, reason: 'shape' };

const callId = z.string().min(1).max(64);
/** The method and its parameters are checked where they arrive, in the core. */
const callShape = z.strictObject({
  id: callId,
  method: z.string().max(100),
  params: z.unknown(),
  language: z.enum(LANGUAGES),
});
const cancelShape = z.strictObject({ id: callId });

async function carryCall(request: IncomingMessage, response: ServerResponse, api: Api, page: string): Promise<void> {
  const body = await readShape(request, response, api, callShape);
  if (!body) return;
  const call = { method: body.method as never, params: body.params, language: body.language };
  const lines = startLines(response);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const failure = pathFailure(call, api.reach);
  const reply: Reply<unknown> = failure
    ? { ok: false, failure }
    : await api.pages.get(page).call(body.id, call, (progress) => lines.write({ progress }), gone.signal);
  lines.end({ reply: withinReach(body.method, reply, api.reach) });
}

function withinReach(method: string, reply: Reply<unknown>, reach: Reach): Reply<unknown> {
  if (!reply.ok || (method !== 'app.projects' && method !== 'app.forgetProject')) return reply;
  return { ok: true, value: reachableProjects(reply.value as ProjectsView, reach) };
}

async function cancelCall(request: IncomingMessage, response: ServerResponse, api: Api, page: string): Promise<void> {
  const body = await readShape(request, response, api, cancelShape);
  if (!body) return;
  api.pages.get(page).cancel(body.id);
  sendJson(response, null);
}

async function readShape<T>(
  request: IncomingMessage,
  response: ServerResponse,
  api: Api,
  shape: z.ZodType<T>,
): Promise<T | null> {
  const wrongType = typeRefusal(request, 'application/json');
  const body = wrongType ? { refusal: wrongType } : await readJson(request, api.bodyBytes);
  const checked = 'value' in body ? shape.safeParse(body.value) : null;
  if (checked?.success) return checked.data;
  refuse(response, 'refusal' in body ? body.refusal : WRONG_SHAPE);
  return null;
}

function streamEvents(_request: IncomingMessage, response: ServerResponse, api: Api, page: string): void {
  const lines = startLines(response);
  const stop = api.pages.get(page).listen((event) => lines.write({ event }));
  lines.write({});
  const beat = setInterval(() => lines.write({}), api.beatMs);
  response.on('close', () => {
    clearInterval(beat);
    stop();
  });
}

async function takeFile(request: IncomingMessage, response: ServerResponse, api: Api, page: string): Promise<void> {
  const wrongType = typeRefusal(request, 'application/octet-stream');
  const name = decoded(request.headers['x-file-name']);
  if (wrongType || name === null) return refuse(response, wrongType ?? { status: 400, reason: 'name' });
  try {
    sendJson(response, { ok: true, value: { path: await api.uploads.receive(page, name, request) } });
  } catch (error) {
    if (response.destroyed) return;
    // The rest of the body is not read: the connection ends with the answer.
    response.setHeader('Connection', 'close');
    sendJson(response, { ok: false, failure: uploadFailure(error, name, languageOf(request)) });
  }
}

function uploadFailure(error: unknown, name: string, language: Language): Failure {
  if (error instanceof UploadTooLarge) {
    return describeFailure('file-too-large', language, { file: name, limit: Math.floor(error.limit / 1024 ** 2) });
  }
  return describeFailure('cannot-write', language, { path: name, detail: (error as Error).message });
}

function languageOf(request: IncomingMessage): Language {
  return request.headers['accept-language']?.startsWith('ja') ? 'ja' : 'en';
}

function decoded(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string' || header.length > 4_000) return null;
  try {
    return decodeURIComponent(header) || null;
  } catch {
    return null;
  }
}
