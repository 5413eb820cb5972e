import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningHost, startHost } from '../../support/web-host.ts';

/** Requests as they go over the wire, so that nothing tidies them up on the way. */

const LIMITS = { bodyBytes: 10_000, headersMs: 600, requestMs: 1_500, uploadBytes: 5_000, uploadTotalBytes: 8_000 };
let host: RunningHost;

beforeAll(async () => {
  host = await startHost({ limits: LIMITS });
});
afterAll(() => host.close());

interface Attempt {
  readonly start?: string;
  /** Beside or instead of what a good request has; null takes one away. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly body?: string;
}

const CALL = JSON.stringify({ id: '1', method: 'app.info', params: {}, language: 'en' });

const REFUSED: readonly (readonly [what: string, status: number, attempt: (host: RunningHost) => Attempt])[] = [
  ['another host name that leads here', 421, () => ({ headers: { Host: 'planner.example:80' } })],
  ['localhost', 421, ({ host: { port } }) => ({ headers: { Host: `localhost:${port}` } })],
  ['the address without its port', 421, () => ({ headers: { Host: '127.0.0.1' } })],
  ['the port of somebody else', 421, () => ({ headers: { Host: '127.0.0.1:1' } })],
  ['the address in IPv6', 421, ({ host: { port } }) => ({ headers: { Host: `[::1]:${port}` } })],
  ['a host with a user', 421, ({ host: { port } }) => ({ headers: { Host: `x@127.0.0.1:${port}` } })],
  ['two hosts', 421, ({ host: { port } }) => ({ headers: { Host: [`127.0.0.1:${port}`, 'planner.example'] } })],
  ['no host', 400, () => ({ headers: { Host: null } })],
  ['a page of another site by name', 421, () => ({ start: 'GET / HTTP/1.1', headers: { Host: 'planner.example' } })],
  ['another origin', 403, () => ({ headers: { Origin: 'http://planner.example' } })],
  ['an origin of another port', 403, () => ({ headers: { Origin: 'http://127.0.0.1:1' } })],
  ['the origin under https', 403, ({ base }) => ({ headers: { Origin: base.replace('http', 'https') } })],
  ['an opaque origin', 403, () => ({ headers: { Origin: 'null' } })],
  ['a longer origin that begins with ours', 403, ({ base }) => ({ headers: { Origin: `${base}.planner.example` } })],
  ['two origins', 403, ({ base }) => ({ headers: { Origin: [base, 'http://planner.example'] } })],
  ['a POST without origin', 403, () => ({ headers: { Origin: null } })],
  ['a cross-site request', 403, () => ({ headers: { 'Sec-Fetch-Site': 'cross-site' } })],
  ['a same-site request, as from another port', 403, () => ({ headers: { 'Sec-Fetch-Site': 'same-site' } })],
  [
    'a foreign page that frames or links this one',
    403,
    () => ({ start: 'GET / HTTP/1.1', headers: { 'Sec-Fetch-Site': 'cross-site', Origin: null } }),
  ],
  ['no token', 401, () => ({ headers: { Authorization: null } })],
  ['another token', 401, () => ({ headers: { Authorization: `Bearer ${'A'.repeat(43)}` } })],
  ['half of the token', 401, ({ token }) => ({ headers: { Authorization: `Bearer ${token.slice(0, 20)}` } })],
  ['the token and more', 401, ({ token }) => ({ headers: { Authorization: `Bearer ${token}A` } })],
  ['the token under another scheme', 401, ({ token }) => ({ headers: { Authorization: `Basic ${token}` } })],
  [
    'the token in the address',
    401,
    ({ token }) => ({ start: `POST /api/call?token=${token} HTTP/1.1`, headers: { Authorization: null } }),
  ],
  ['the token in a cookie', 401, ({ token }) => ({ headers: { Authorization: null, Cookie: `token=${token}` } })],
  ['a very long token', 401, () => ({ headers: { Authorization: `Bearer ${'A'.repeat(8_000)}` } })],
  ['events without token', 401, () => ({ start: 'GET /api/events HTTP/1.1', headers: { Authorization: null } })],
  [
    'an unknown route without token',
    401,
    () => ({ start: 'GET /api/secret HTTP/1.1', headers: { Authorization: null } }),
  ],
  ...['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE'].map(
    (method) => [`the method ${method}`, 405, () => ({ start: `${method} /api/call HTTP/1.1` })] as const,
  ),
  [
    'a preflight of another site',
    405,
    () => ({ start: 'OPTIONS /api/call HTTP/1.1', headers: { 'Access-Control-Request-Method': 'POST' } }),
  ],
  ['a GET of what is a POST', 405, () => ({ start: 'GET /api/call HTTP/1.1' })],
  ['a POST to the page', 405, () => ({ start: 'POST / HTTP/1.1' })],
  ['a form', 415, () => ({ headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })],
  ['plain text', 415, () => ({ headers: { 'Content-Type': 'text/plain' } })],
  ['a multipart form', 415, () => ({ headers: { 'Content-Type': 'multipart/form-data; boundary=x' } })],
  ['no content type', 415, () => ({ headers: { 'Content-Type': null } })],
  ['an upload as JSON', 415, () => ({ start: 'POST /api/upload HTTP/1.1', headers: { 'X-File-Name': 'a.csv' } })],
  ['a call as a file', 415, () => ({ headers: { 'Content-Type': 'application/octet-stream' } })],
  ['no JSON', 400, () => ({ body: '{"id":' })],
  ['JSON that is no text', 400, () => ({ body: '\u0000\u0001' })],
  ['JSON of another shape', 400, () => ({ body: '[]' })],
  ['a call with more than a call has', 400, () => ({ body: CALL.replace('{', '{"admin":true,') })],
  ['a call in no language', 400, () => ({ body: CALL.replace('"en"', '"xx"') })],
  ['an empty body', 400, () => ({ body: '' })],
  ['no page id', 400, () => ({ headers: { 'X-Page': null } })],
  ['a page id that is a path', 400, () => ({ headers: { 'X-Page': '../../../etc' } })],
  [
    'an upload without a name',
    400,
    () => ({ start: 'POST /api/upload HTTP/1.1', headers: { 'Content-Type': 'application/octet-stream' } }),
  ],
  [
    'an upload with a broken name',
    400,
    () => ({
      start: 'POST /api/upload HTTP/1.1',
      headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': '%E0%A4%A' },
    }),
  ],
  ['a body that is too large', 413, () => ({ body: JSON.stringify({ x: 'x'.repeat(LIMITS.bodyBytes) }) })],
  ['a body that says it is too large', 413, () => ({ headers: { 'Content-Length': '99999999' }, body: '{' })],
  ['a chunked body that is too large', 413, () => chunked(LIMITS.bodyBytes + 1)],
  ['headers that are too large', 431, () => ({ headers: { 'X-Large': 'x'.repeat(20_000) } })],
  ['a target with a foreign host in it', 400, () => ({ start: 'GET http://planner.example/ HTTP/1.1' })],
  ['a target that begins with two slashes', 400, () => ({ start: 'GET //planner.example/ HTTP/1.1' })],
  ['an unknown route', 404, () => ({ start: 'GET /api/secret HTTP/1.1' })],
  ['a file that is not of the page', 404, () => ({ start: 'GET /package.json HTTP/1.1' })],
  ['a file of the folder that is no part of a page', 404, () => ({ start: 'GET /notes.bak HTTP/1.1' })],
  ['a way up', 404, () => ({ start: 'GET /../../../package.json HTTP/1.1' })],
  ['a hidden way up', 404, () => ({ start: 'GET /assets/..%2f..%2f..%2fpackage.json HTTP/1.1' })],
  ['a twice hidden way up', 404, () => ({ start: 'GET /%252e%252e/package.json HTTP/1.1' })],
  ['a way up with backslashes', 404, () => ({ start: 'GET /..\\..\\package.json HTTP/1.1' })],
  ['a name with a zero byte', 404, () => ({ start: 'GET /index.html%00.js HTTP/1.1' })],
  ['a folder', 404, () => ({ start: 'GET /assets/ HTTP/1.1' })],
  ['no HTTP', 400, () => ({ start: 'HELO planner' })],
  ['two lengths of one body', 400, () => ({ headers: { 'Content-Length': ['5', '6'] } })],
  ['a length and chunks', 400, () => ({ headers: { 'Transfer-Encoding': 'chunked' } })],
];

describe('the web host refuses', () => {
  it.each(REFUSED)('%s: %i', async (_what, status, attempt) => {
    const answer = await send(attempt(host));
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain(host.token);
    expect(answer.text.toLowerCase()).not.toMatch(/access-control-|set-cookie|dfsplan|stack/);
  });

  it('headers that never end: 408', async () => {
    expect((await sendRaw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.host.port}\r\nX-Slow: `)).status).toBe(408);
  });

  it('a body that never ends: 408', async () => {
    expect((await send({ headers: { 'Content-Length': '500' }, body: '{' })).status).toBe(408);
  });
});

describe('the web host', () => {
  it('answers a good request, so that the refusals mean something', async () => {
    const answer = await send({});
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('"projectsFolder"');
  });

  it('listens on this computer alone', async () => {
    const { networkInterfaces } = await import('node:os');
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) await expect(reach(address, host.host.port)).rejects.toThrow();
  });

  it('gives every answer its headers, a new nonce each time, and no leave for other sites', async () => {
    const pages = await Promise.all([fetch(`${host.base}/`), fetch(`${host.base}/`)]);
    const nonces = await Promise.all(
      pages.map(async (page) => /<meta name="csp-nonce" content="([^"]+)"/.exec(await page.text())?.[1] ?? ''),
    );
    expect(new Set(nonces).size).toBe(2);
    pages.forEach((page, at) => {
      const headers = Object.fromEntries(page.headers);
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonces[at]}'`);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
    });
    const asset = await fetch(`${host.base}/assets/small.js`);
    expect(asset.headers.get('content-type')).toMatch(/^text\/javascript/);
  });

  it('never caches what the core says', async () => {
    expect((await send({})).text.toLowerCase()).toContain('cache-control: no-store');
  });
});

/** A good call, changed as the attempt says; answers what came back. */
function send({ start = 'POST /api/call HTTP/1.1', headers = {}, body = CALL }: Attempt): Promise<Answer> {
  const lines = { ...goodHeaders(body), ...headers };
  const text = Object.entries(lines).flatMap(([name, value]) =>
    value === null ? [] : [value].flat().map((each) => `${name}: ${each}`),
  );
  return sendRaw(`${[start, ...text].join('\r\n')}\r\n\r\n${body}`);
}

function goodHeaders(body: string): Record<string, string> {
  return {
    Host: `127.0.0.1:${host.host.port}`,
    Origin: host.base,
    'Sec-Fetch-Site': 'same-origin',
    Authorization: `Bearer ${host.token}`,
    'X-Page': 'abuse-page',
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  };
}

function chunked(bytes: number): Attempt {
  return {
    headers: { 'Content-Length': null, 'Transfer-Encoding': 'chunked' },
    body: `${bytes.toString(16)}\r\n${'x'.repeat(bytes)}\r\n0\r\n\r\n`,
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

function sendRaw(text: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(host.host.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', (error) => (answer === '' ? reject(error) : undefined));
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0), text: answer }));
  });
}

function reach(address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, address, () => {
      socket.destroy();
      resolve();
    });
    socket.on('error', reject);
  });
}
