import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Session } from 'electron';
import { contentSecurityPolicy, PAGE_HEADERS, PAGE_TYPES, withNonce } from '../../shared/contract/page.ts';
import { SCHEME, START_PAGE } from './origin.ts';

/** The built page: a fixed map from addresses to bytes, read once. What is not in it does not exist. */
export type Page = ReadonlyMap<string, { readonly type: string; readonly bytes: Buffer }>;

/** @throws the file system's error when the page was not built */
export function readPage(folder: string): Page {
  const page = new Map<string, { type: string; bytes: Buffer }>();
  addFolder(page, folder, START_PAGE);
  const start = page.get(`${START_PAGE}index.html`);
  if (!start) throw new Error(`${folder}: index.html`);
  page.set(START_PAGE, start);
  return page;
}

/** Answers for the page's scheme: reading only, no query, nothing but what was built. */
export function servePage(session: Session, page: Page): void {
  session.protocol.handle(SCHEME, ({ method, url }) => {
    const file = page.get(url.split(/[?#]/)[0] ?? '');
    if (method !== 'GET' || !file) return new Response(null, { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    const isDocument = file.type === PAGE_TYPES.html;
    const body = isDocument ? withNonce(file.bytes.toString('utf8'), nonce) : new Uint8Array(file.bytes);
    return new Response(body, {
      headers: {
        ...PAGE_HEADERS,
        'Content-Type': file.type,
        'Content-Security-Policy': contentSecurityPolicy(nonce),
        'Cache-Control': 'no-store',
      },
    });
  });
}

function addFolder(page: Map<string, { type: string; bytes: Buffer }>, folder: string, address: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const type = PAGE_TYPES[extname(entry.name).slice(1)];
    if (entry.isDirectory()) addFolder(page, path, `${address}${entry.name}/`);
    else if (entry.isFile() && type !== undefined)
      page.set(`${address}${entry.name}`, { type, bytes: readFileSync(path) });
  }
}
