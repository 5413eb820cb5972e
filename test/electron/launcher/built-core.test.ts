import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_FILES } from '../../../electron/core/demo/index.ts';
import { type RunningCore, startCore, unwrap } from '../../support/core-process.ts';

/** What Electron starts: the core as the build leaves it, run here by Node. */

let out: string;
let core: RunningCore;

beforeAll(() => {
  mkdirSync('.tmp', { recursive: true });
  out = mkdtempSync(resolve('.tmp/build-'));
  execFileSync(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--outDir', out], {
    stdio: 'pipe',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  core = startCore({ entry: join(out, 'core/electron/core/child.js') });
});
afterAll(async () => {
  await core?.launcher.close();
  rmSync(out, { recursive: true, force: true });
});

describe('the built core', () => {
  it('imports the sample customer, with its workbooks, plans and prices it', async () => {
    const path = join(core.home, 'sample.dfsplan');
    const { project, import: imported } = unwrap(await core.client.call('project.createSample', { path }));
    expect(imported.evidence.length).toBe(DEMO_FILES.length);
    expect(imported.evidence.filter(({ findings }) => findings.some(({ severity }) => severity === 'error'))).toEqual(
      [],
    );
    const plan = unwrap(await core.client.call('plan.get', { handle: project.handle }));
    expect(plan.machines.length).toBe(project.machines);
    const { files } = unwrap(await core.client.call('export.render', { handle: project.handle }));
    expect(files.length).toBeGreaterThan(3);
    unwrap(await core.client.call('project.close', { handle: project.handle }));
  });

  it('looks through a file in a process of its own', async () => {
    const check = unwrap(await core.client.call('project.check', { path: join(core.home, 'sample.dfsplan') }));
    expect(check).toMatchObject({ ok: true, problems: [] });
  });

  it('has its scripts, its queries and its version', async () => {
    const { files } = unwrap(await core.client.call('collector.write', { to: join(core.home, 'collector') }));
    expect(files.filter((file) => file.endsWith('.kql')).length).toBeGreaterThan(5);
    expect(unwrap(await core.client.call('app.info', {})).version).toMatch(/^\d+\.\d+\.\d+/);
  });
});
