import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { HOST_HEADER } from '../../support/azure-server/server.ts';

// Loaded into a core of its own process before anything else: whatever it asks of Azure goes to the stand-in at the port
// that DFS_PLANNER_TEST_AZURE names. The rest of the core is as it is shipped.
https.request = ((options: RequestOptions, answered?: (answer: IncomingMessage) => void) =>
  http.request(
    {
      ...options,
      agent: undefined,
      protocol: 'http:',
      hostname: '127.0.0.1',
      port: process.env.DFS_PLANNER_TEST_AZURE,
      headers: { ...(options.headers as Record<string, string>), [HOST_HEADER]: String(options.hostname) },
    },
    answered,
  )) as typeof https.request;
syncBuiltinESMExports();
