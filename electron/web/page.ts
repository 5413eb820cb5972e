import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { contentSecurityPolicy, PAGE_HEADERS, PAGE_TYPES, withNonce } from '../../shared/contract/page.ts';

/** The built page: a fixed map from paths to bytes, read once. What is not in it does not exist. */
export type Page = ReadonlyMap<string, { readonly type: string; readonly bytes: Buffer }>;

const START = '/';

/** @throws the file system's error when the page was not built */
export function readPage(folder: string): Page {
  const page = new Map<string, { type: string; bytes: Buffer }>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = PAGE_TYPES[extname(entry.name).slice(1)];
    if (!entry.isFile() || type === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    page.set(path === '/index.html' ? START : path, { type, bytes: readFileSync(file) });
  }
  if (!page.has(START)) throw new Error(`${folder}: index.html`);
  return page;
}

/** @returns false when the page has no such file */
export function servePage(page: Page, path: string, response: ServerResponse): boolean {
  const file = page.get(path);
  if (!file) return false;
  const nonce = randomBytes(16).toString('base64');
  const body = path === START ? Buffer.from(withNonce(file.bytes.toString('utf8'), nonce)) : file.bytes;
  response.writeHead(200, {
    ...PAGE_HEADERS,
    'Content-Type': file.type,
    'Content-Length': body.length,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    // Built files carry a hash of their content in their names.
    'Cache-Control': path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store',
  });
  response.end(body);
  return true;
}
