import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { build, type Plugin } from 'vite';

/**
 * CommonJS for the shell and the preload script, all in one file: a sandboxed window loads nothing else, and older
 * runtimes cannot require packages that are modules only.
 */
const shell = (entry: string, plugins: Plugin[] = []) => ({
  plugins,
  build: {
    lib: { entry, formats: ['cjs' as const] },
    externalizeDeps: false,
    rollupOptions: { output: { entryFileNames: '[name].cjs' } },
  },
});

/** What is started as a process or worker of its own. */
const CORE_ENTRIES = [
  'electron/core/child.ts',
  'electron/core/store/probe.ts',
  'electron/core/sources/files/workbook-worker.ts',
];

/**
 * The core beside the shell, for Electron's `utilityProcess`: every source file one module in the same folders, so that
 * workers and data files are found as they are in the sources.
 */
function core(): Plugin {
  let folder = '';
  return {
    name: 'core',
    apply: 'build',
    configResolved: ({ build: { outDir } }) => {
      folder = join(outDir, '..', 'core');
    },
    async closeBundle() {
      await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          ssr: true,
          target: 'node24',
          outDir: folder,
          emptyOutDir: true,
          rollupOptions: {
            input: CORE_ENTRIES,
            output: { preserveModules: true, preserveModulesRoot: '.', entryFileNames: '[name].js' },
          },
        },
      });
      copyData(folder);
    },
  };
}

/** Everything in the core that is no module: queries, scripts, the sample customer, the version. */
function copyData(folder: string): void {
  cpSync('electron/core', join(folder, 'electron/core'), {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  });
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, type: 'module' }, null, 2)}\n`);
}

/** An older Chromium that the page is built for, in the tests of the shell only. */
const oldChromium = process.env.DFS_PLANNER_RENDERER_TARGET;

/** Gives an older Chromium what it has not got yet, before anything of the page runs. */
function olderChromium(): Plugin {
  const additions = fileURLToPath(new URL('./test/e2e/support/older-chromium.ts', import.meta.url));
  return {
    name: 'older-chromium',
    enforce: 'pre',
    transform: (code, id) =>
      id === resolve('renderer/app/main.tsx') ? `import ${JSON.stringify(additions)};\n${code}` : null,
  };
}

export default defineConfig({
  main: shell('electron/main/index.ts', [core()]),
  preload: shell('electron/preload/index.ts'),
  renderer: {
    root: 'renderer',
    // electron-vite leaves the page unminified unless told.
    build: {
      minify: true,
      rollupOptions: { input: 'renderer/index.html' },
      ...(oldChromium ? { target: oldChromium } : {}),
    },
    plugins: [react(), ...(oldChromium ? [olderChromium()] : [])],
  },
});
