import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { LOOPBACK_TLS } from './authority.ts';

/** A proxy on this computer that lets nothing through to anywhere. */
export interface Proxy {
  readonly address: string;
  /** Hosts that it was asked for, each with the user that was told. */
  readonly asked: readonly { readonly host: string; readonly user: string | null }[];
  close(): Promise<void>;
}

/** @param way `wants-user`: refuses everybody with 407; `opens-tls`: shows a certificate of its own for every host */
export async function startProxy(way: 'wants-user' | 'opens-tls'): Promise<Proxy> {
  const asked: { host: string; user: string | null }[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer();
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    const [, basic] = (request.headers['proxy-authorization'] ?? '').split(' ');
    asked.push({ host: request.url ?? '', user: basic ? Buffer.from(basic, 'base64').toString('utf8') : null });
    if (way === 'wants-user') {
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n',
      );
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    new TLSSocket(socket as never, { isServer: true, ...LOOPBACK_TLS }).on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
