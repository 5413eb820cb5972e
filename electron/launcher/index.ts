export { createLauncher, type Launcher, type LauncherOptions } from './launcher.ts';
export type { Heartbeat } from './link.ts';
export { adoptUtilityProcess, type CoreProcess, forkCore, type UtilityProcess } from './process.ts';
export { createSessions, type Session, type Sessions } from './session.ts';
