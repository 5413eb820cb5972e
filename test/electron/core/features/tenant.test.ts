import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCore } from '../../../../electron/core/app.ts';
import { createClient } from '../../../../shared/contract/index.ts';
import { unwrap } from '../../../support/core-process.ts';

const TENANT = '99999999-9999-4999-8999-999999999999';

it('the tenant of a file can be said and taken back; its machines follow', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'planner-tenant-'));
  const core = createCore({ now: () => '2026-11-24T09:00:00.000Z', home: folder });
  const client = createClient(
    {
      call: ({ method, params, language }) =>
        core.dispatch(method, params, { language, signal: new AbortController().signal, progress: () => undefined }),
      onEvent: () => () => undefined,
    },
    () => 'en',
  );
  const list = join(folder, 'list.csv');
  writeFileSync(list, 'name,os\r\ndb01,Windows Server 2022\r\n');
  const { handle } = unwrap(await client.call('project.create', { path: join(folder, 'a.dfsplan'), name: 'A' }));
  unwrap(await client.call('evidence.import', { handle, inputs: [list] }));
  const look = async () => {
    const { evidence, undo } = unwrap(await client.call('project.state', { handle }));
    const { machines } = unwrap(await client.call('inventory.machines', { handle }));
    return [evidence[0]?.tenantId, machines[0]?.tenantId, undo?.command];
  };
  const { evidence } = unwrap(await client.call('project.state', { handle }));
  const id = evidence[0]?.id ?? '';
  const { machines } = unwrap(await client.call('evidence.setTenant', { handle, id, tenant: TENANT.toUpperCase() }));
  expect(machines).toHaveLength(1);
  expect(await look()).toEqual([TENANT, TENANT, 'evidence.setTenant']);
  unwrap(await client.call('history.undo', { handle }));
  expect(await look()).toEqual([null, null, 'evidence.import']);
  const unknown = await client.call('evidence.setTenant', { handle, id: 'e99', tenant: null });
  expect(unknown).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  core.close();
});
