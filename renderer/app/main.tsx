import { createRoot } from 'react-dom/client';
import { NONCE_META } from '../../shared/contract/page.ts';
import type { Language } from '../../shared/model/index.ts';
import { connectHost } from '../host/connect.ts';
import type { Host } from '../host/host.ts';
import { createTexts, PSEUDO } from '../i18n/index.ts';
import { selectLanguage } from '../state/selectors.ts';
import { type AppStore, createAppStore } from '../state/store.ts';
import { App } from './app.tsx';
import './base.css';
import { NoHost } from './no-host.tsx';

void start();

async function start(): Promise<void> {
  const element = document.getElementById('root');
  if (!element) return;
  const root = createRoot(element);
  const nonce = document.querySelector<HTMLMetaElement>(`meta[name="${NONCE_META}"]`)?.content;
  const systemLanguage: Language = navigator.language.startsWith('ja') ? 'ja' : 'en';
  let store: AppStore | null = null;
  const language = () => (store ? selectLanguage(store.getState()) : systemLanguage);
  const texts = createTexts(isPseudo() ? PSEUDO : systemLanguage);
  try {
    const host = await connectHost(language);
    store = createAppStore(host, systemLanguage);
    followLanguage(store, host, texts);
    root.render(<App store={store} host={host} texts={texts} nonce={nonce} />);
    await store.getState().startSession();
    if (host.actions.project) await store.getState().openProject(host.actions.project);
  } catch (error) {
    root.render(<NoHost texts={texts} nonce={nonce} detail={String(error)} />);
  }
}

/** Texts, the document and the menus of the system speak the language of the store. */
function followLanguage(store: AppStore, host: Host, texts: ReturnType<typeof createTexts>): void {
  let spoken: Language | null = null;
  const follow = () => {
    const language = selectLanguage(store.getState());
    if (language === spoken) return;
    spoken = language;
    document.documentElement.lang = language;
    if (!isPseudo()) void texts.changeLanguage(language);
    void host.actions.setMenuLanguage(language);
  };
  follow();
  store.subscribe(follow);
}

/** Tests look for texts that are cut off: `?pseudo` in the address stretches them all. */
function isPseudo(): boolean {
  return new URLSearchParams(location.search).has('pseudo');
}
