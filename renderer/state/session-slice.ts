import type { AppInfoView, ProjectsView, SettingsView } from '../../shared/contract/app-views.ts';
import type { Params } from '../../shared/contract/schemas.ts';
import type { Language } from '../../shared/model/index.ts';
import { IDLE, LOADING, type Loading } from './loading.ts';
import type { Slice } from './store.ts';

/** The app itself: settings, known projects, whether the core answers. */
export interface SessionSlice {
  readonly settings: SettingsView;
  /** Of the system; it holds while the settings say so. */
  readonly systemLanguage: Language;
  readonly info: AppInfoView | null;
  readonly projects: Loading<ProjectsView>;
  readonly core: 'running' | 'stopped' | 'failed';
  /** Asks for settings, version and projects; the page can be used meanwhile. */
  startSession(): Promise<void>;
  changeSettings(change: Params<'app.setSettings'>): Promise<void>;
  listProjects(): Promise<void>;
  forgetProject(path: string): Promise<void>;
}

export const sessionSlice: Slice<SessionSlice> = (host, systemLanguage) => (set, get) => ({
  settings: { language: 'system', theme: 'system', by: '', clientId: null, cloud: 'public' },
  systemLanguage,
  info: null,
  projects: IDLE,
  core: 'running',

  async startSession() {
    host.onEvent((event) => {
      if (event.kind === 'core-stopped') set({ core: 'stopped' });
      if (event.kind === 'core-failed') set({ core: 'failed' });
      if (event.kind === 'core-restarted') {
        set({ core: 'running' });
        void get().projectsRestored(event.projects);
      }
      if (event.kind === 'project-changed') void get().refreshProject(event.handle);
    });
    const settings = await host.call('app.settings', {});
    if (settings.ok) set({ settings: settings.value });
    const info = await host.call('app.info', {});
    if (info.ok) set({ info: info.value });
    await get().listProjects();
  },

  async changeSettings(change) {
    const before = get().settings;
    const { language = before.language, theme = before.theme, by = before.by } = change;
    const { clientId = before.clientId, cloud = before.cloud } = change;
    set({ settings: { language, theme, by, clientId, cloud } });
    const reply = await host.call('app.setSettings', change);
    if (!reply.ok) get().fail(reply.failure);
    // Sentences of the core come in the language of the call.
    if (language !== before.language) await get().refreshProject();
  },

  async listProjects() {
    if (get().projects.kind !== 'ready') set({ projects: LOADING });
    const reply = await host.call('app.projects', {});
    set({ projects: reply.ok ? { kind: 'ready', value: reply.value } : { kind: 'failed', failure: reply.failure } });
  },

  async forgetProject(path) {
    const reply = await host.call('app.forgetProject', { path });
    if (reply.ok) set({ projects: { kind: 'ready', value: reply.value } });
    else get().fail(reply.failure);
  },
});
