export { createLauncher, type Launcher, type LauncherOptions } from './launcher.ts';
export { adoptUtilityProcess, type CoreProcess, forkCore } from './process.ts';
export { createSessions, type Session, type Sessions } from './session.ts';
