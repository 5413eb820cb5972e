import type { IncomingMessage, ServerResponse } from 'node:http';
import { PAGE_HEADERS } from '../../shared/contract/page.ts';
import type { Refusal } from './guard.ts';

/** What an answer of the API carries beside its content: nothing of it is kept or guessed about. */
const API_HEADERS = {
  ...PAGE_HEADERS,
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

export function sendJson(response: ServerResponse, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(200, { ...API_HEADERS, 'Content-Type': 'application/json', 'Content-Length': body.length });
  response.end(body);
}

/** Says no, and ends the connection: what the other side still sends is not read. */
export function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    ...API_HEADERS,
    'Content-Type': 'application/json',
    Connection: 'close',
    ...(status === 405 ? { Allow: 'GET, POST' } : {}),
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
  });
  response.end(JSON.stringify({ refused: reason }));
}

/** One JSON value a line, as they come (NDJSON). */
export interface Lines {
  write(value: unknown): void;
  /** The last line. */
  end(value: unknown): void;
}

/** Not packed: nothing leaves this computer, and packing took longer than it saved. */
export function startLines(response: ServerResponse): Lines {
  const start = (): void => {
    if (!response.headersSent) response.writeHead(200, { ...API_HEADERS, 'Content-Type': 'application/x-ndjson' });
  };
  return {
    write(value) {
      start();
      if (!response.destroyed) response.write(lineOf(value));
    },
    end(value) {
      start();
      response.end(lineOf(value));
    },
  };
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/**
 * The body of a POST as JSON.
 * @returns the refusal where it is too large or no JSON
 */
export async function readJson(
  request: IncomingMessage,
  limit: number,
): Promise<{ readonly value: unknown } | { readonly refusal: Refusal }> {
  const tooLarge = { refusal: { status: 413, reason: 'size' } } as const;
  if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit) return tooLarge;
    chunks.push(chunk);
  }
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) };
  } catch {
    return { refusal: { status: 400, reason: 'json' } };
  }
}
