import { FluentProvider, RendererProvider } from '@fluentui/react-components';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import type { Host } from '../host/host.ts';
import { HostContext } from '../host/use-host.ts';
import type { AppStore } from '../state/store.ts';
import { AppStoreContext, useApp } from '../state/use-app.ts';
import { useKeptFocus } from './kept-focus.ts';
import { Shell } from './shell.tsx';
import { useChosenTheme, useStyleRenderer } from './theme.ts';

interface AppProps {
  readonly store: AppStore;
  readonly host: Host;
  readonly texts: i18n;
  readonly nonce: string | undefined;
}

/** The page with everything around it that screens need. */
export function App({ store, host, texts, nonce }: AppProps) {
  const renderer = useStyleRenderer(nonce);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <I18nextProvider i18n={texts}>
        <HostContext value={host}>
          <AppStoreContext value={store}>
            <Themed />
          </AppStoreContext>
        </HostContext>
      </I18nextProvider>
    </RendererProvider>
  );
}

function Themed() {
  useKeptFocus();
  const { name, theme } = useChosenTheme(useApp(({ settings }) => settings.theme));
  return (
    <FluentProvider theme={theme} data-theme={name}>
      <Shell />
    </FluentProvider>
  );
}
