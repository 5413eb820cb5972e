import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** What is loaded from node_modules/@azure when a program imports this file and does no more. */
function azureModulesOf(file: string): string[] {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load(url, context, next) { if (url.includes('/node_modules/@azure')) loaded.push(url); return next(url, context); } });
    await import(${JSON.stringify(new URL(`../../../../../${file}`, import.meta.url).href)});
    process.stdout.write(JSON.stringify(loaded));
    process.exit(0);`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  ) as string[];
}

describe('Azure’s clients', () => {
  it.each(['electron/cli/main.ts', 'electron/core/app.ts', 'electron/core/sources/azure/index.ts'])(
    'are not loaded with %s',
    (file) => {
      expect(azureModulesOf(file)).toEqual([]);
    },
  );
});
