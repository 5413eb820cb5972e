import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSessions, type Launcher } from '../launcher/index.ts';
import { refuse } from './answer.ts';
import { type Api, serveApi } from './api.ts';
import { type Door, hashOf, refusalOf, tokenRefusal } from './guard.ts';
import { readPage, servePage } from './page.ts';
import { createPages } from './pages.ts';
import { createUploads } from './uploads.ts';

/** The planner in a browser of this computer. */
export interface WebHost {
  /** With the token in the fragment, which no browser sends anywhere. */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface WebHostOptions {
  readonly launcher: Launcher;
  /** Folder of the built page. */
  readonly page: string;
  /** Where the page's projects are kept; made when it is not there. */
  readonly projects: string;
  /** A project to open at once, wherever it lies. */
  readonly file?: string | null;
  /** Default: any that is free. */
  readonly port?: number;
  readonly limits?: Partial<WebLimits>;
}

interface WebLimits {
  /** Of a call: names for a list of 200,000 machines fit in. */
  readonly bodyBytes: number;
  readonly headerBytes: number;
  readonly headersMs: number;
  /** To receive a whole request, an upload too. */
  readonly requestMs: number;
  readonly uploadBytes: number;
  readonly uploadTotalBytes: number;
  /** A page that stopped listening for so long is gone, and what it had open is closed. */
  readonly graceMs: number;
  readonly beatMs: number;
}

const MIB = 1024 ** 2;

const LIMITS: WebLimits = {
  bodyBytes: 32 * MIB,
  headerBytes: 16 * 1024,
  headersMs: 10_000,
  requestMs: 300_000,
  uploadBytes: 1024 * MIB,
  uploadTotalBytes: 4096 * MIB,
  graceMs: 10_000,
  beatMs: 15_000,
};

/** This computer only. No option: a plan is a customer's secret. */
const ADDRESS = '127.0.0.1';

/**
 * Serves the page and its way to the core.
 * @throws the file system's error when the page was not built; `EADDRINUSE` for a port that is taken
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const limits = { ...LIMITS, ...options.limits };
  const page = readPage(options.page);
  mkdirSync(options.projects, { recursive: true });
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: Math.min(1_000, limits.headersMs),
  });
  const port = await listen(server, options.port ?? 0);
  const token = randomBytes(32).toString('base64url');
  const door: Door = { authority: `${ADDRESS}:${port}`, tokenHash: hashOf(token) };
  const uploads = createUploads({ fileBytes: limits.uploadBytes, totalBytes: limits.uploadTotalBytes });
  const pages = createPages(createSessions(options.launcher), uploads, limits.graceMs);
  const file = options.file ?? null;
  const api: Api = {
    pages,
    uploads,
    reach: { projects: options.projects, file, uploads: uploads.folder },
    facts: { kind: 'web', project: file },
    bodyBytes: limits.bodyBytes,
    beatMs: limits.beatMs,
  };
  server.on('request', (request, response) => {
    void serve(request, response).catch(() => refuse(response, { status: 400, reason: 'request' }));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split(/[?#]/)[0] ?? '';
    const isApi = path.startsWith('/api/');
    const refusal = refusalOf(request, door) ?? (isApi ? tokenRefusal(request, door) : null);
    if (refusal) return refuse(response, refusal);
    if (isApi) return serveApi(request, response, path, api);
    if (request.method !== 'GET') return refuse(response, { status: 405, reason: 'method' });
    if (!servePage(page, path, response)) refuse(response, { status: 404, reason: 'path' });
  }

  return {
    address: `http://${door.authority}/#token=${token}`,
    port,
    async close() {
      server.close();
      server.closeAllConnections();
      await pages.closeAll();
      uploads.close();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, ADDRESS, () => resolve((server.address() as AddressInfo).port));
  });
}
