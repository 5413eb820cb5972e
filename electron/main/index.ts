import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

/** The desktop shell: one sandboxed window on the built page. */
async function start(): Promise<void> {
  await app.whenReady();
  const window = new BrowserWindow({
    webPreferences: { sandbox: true, contextIsolation: true, preload: join(__dirname, '../preload/index.cjs') },
  });
  await window.loadFile(join(__dirname, '../renderer/index.html'));
}

void start();
