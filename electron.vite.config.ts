import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** CommonJS for the shell and the preload script: a sandboxed window loads nothing else. */
const shell = (entry: string) => ({
  build: {
    lib: { entry, formats: ['cjs' as const] },
    rollupOptions: { output: { entryFileNames: '[name].cjs' } },
  },
});

export default defineConfig({
  main: shell('electron/main/index.ts'),
  preload: shell('electron/preload/index.ts'),
  renderer: {
    root: 'renderer',
    // electron-vite leaves the page unminified unless told.
    build: { minify: true, rollupOptions: { input: 'renderer/index.html' } },
    plugins: [react()],
  },
});
