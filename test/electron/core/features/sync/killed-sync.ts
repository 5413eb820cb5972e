import { createCore } from '../../../../../electron/core/app.ts';
import { SIGN_IN } from '../../../../support/azure-server/choice.ts';
import { seamTo } from '../../../../support/azure-server/seam.ts';

// A sync in a process of its own, for a test to kill: path of the project, port of the stand-in, tenant.
const [path = '', port = '', tenantId = '', home = ''] = process.argv.slice(2);
const fleet = { tenantId, tenantName: '', subscriptions: [] };
const core = createCore({
  now: () => '2026-11-24T09:00:00.000Z',
  home,
  azure: seamTo({ port: Number(port), fleet, clock: { now: 0 } }),
});
const call = { language: 'en', signal: new AbortController().signal, progress: () => undefined } as const;
const opened = await core.dispatch('project.open', { path, mode: 'write' }, call);
if (opened.ok) await core.dispatch('sync.run', { handle: opened.value.handle, signIn: SIGN_IN }, call);
