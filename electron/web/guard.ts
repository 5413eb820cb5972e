import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is not served. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 421;
  readonly reason: string;
}

/** What a request has to fit. */
export interface Door {
  /** `127.0.0.1:port`; nothing else, not even `localhost`: a foreign name that resolves to this machine is an attack (DNS rebinding). */
  readonly authority: string;
  readonly tokenHash: Buffer;
}

type Check = (request: IncomingMessage, door: Door) => Refusal | null;

/**
 * What every request has to pass, in this order. A page of another site can send requests to this address, but it
 * cannot choose `Host`, `Origin` and `Sec-Fetch-Site`: https://fetch.spec.whatwg.org/#forbidden-request-header
 */
const CHECKS: readonly Check[] = [hostIsOurs, methodIsKnown, targetIsPath, siteIsOurs, originIsOurs, postComesFromPage];

/** @returns null: the request may be looked at. Only `/api/` asks for the token (`tokenRefusal`). */
export function refusalOf(request: IncomingMessage, door: Door): Refusal | null {
  for (const check of CHECKS) {
    const refusal = check(request, door);
    if (refusal) return refusal;
  }
  return null;
}

/** The token, compared in constant time by its hash, so that not even its length shows. */
export function tokenRefusal(request: IncomingMessage, door: Door): Refusal | null {
  const given = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(hashOf(given), door.tokenHash) ? null : { status: 401, reason: 'token' };
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function hostIsOurs(request: IncomingMessage, { authority }: Door): Refusal | null {
  const hosts = valuesOf(request, 'host');
  return hosts.length === 1 && hosts[0] === authority ? null : { status: 421, reason: 'host' };
}

function methodIsKnown({ method }: IncomingMessage): Refusal | null {
  return method === 'GET' || method === 'POST' ? null : { status: 405, reason: 'method' };
}

function targetIsPath({ url }: IncomingMessage): Refusal | null {
  return url?.startsWith('/') && !url.startsWith('//') ? null : { status: 400, reason: 'target' };
}

/** Absent: no browser, or an old one; the token decides. `none`: typed or clicked outside any page. */
function siteIsOurs(request: IncomingMessage): Refusal | null {
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none' ? null : { status: 403, reason: 'site' };
}

function originIsOurs(request: IncomingMessage, { authority }: Door): Refusal | null {
  const origins = valuesOf(request, 'origin');
  return origins.every((origin) => origin === `http://${authority}`) ? null : { status: 403, reason: 'origin' };
}

/** Browsers name the origin of every POST; forms cannot send these content types. */
function postComesFromPage(request: IncomingMessage): Refusal | null {
  if (request.method !== 'POST') return null;
  if (request.headers.origin === undefined) return { status: 403, reason: 'origin' };
  return null;
}

/** Every value of a header as it was sent: Node keeps only the first of some. */
function valuesOf({ rawHeaders }: IncomingMessage, name: string): readonly string[] {
  const values: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() === name) values.push(rawHeaders[at + 1] ?? '');
  }
  return values;
}

/** @returns 415 unless the body is said to be of this type. */
export function typeRefusal(request: IncomingMessage, type: string): Refusal | null {
  const given = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  return given === type ? null : { status: 415, reason: 'content-type' };
}
