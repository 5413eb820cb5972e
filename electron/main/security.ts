import type { Session, WebContents, WebPreferences } from 'electron';
import { isOwnAddress } from './origin.ts';

// https://www.electronjs.org/docs/latest/tutorial/security

/** What the page may be granted. Anything else a site could ask for is refused, whoever asks. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** Every switch that decides what a window may do, also those whose default is right today. */
export const PAGE_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  // Its dictionaries would be fetched from the network.
  spellcheck: false,
  devTools: false,
  // The page has its own; these would stand over a presentation.
  disableDialogs: true,
} as const satisfies WebPreferences;

/** Nothing is fetched from anywhere but the app, nothing granted, nothing downloaded. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, { requestingUrl }) =>
    answer(GRANTED.has(permission) && contents !== null && isOwnAddress(requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => GRANTED.has(permission) && isOwnAddress(origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnAddress(url) }));
  session.on('will-download', (event) => event.preventDefault());
  // Without a language no dictionary is fetched; switching the checker off alone comes too late for that:
  // https://github.com/electron/electron/issues/22995
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

/** The page stays where it is: no other address, no frame, no window, no guest. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // A page must not be able to keep its window open: the shell asks where that is needed.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
}
