import {
  createDOMRenderer,
  type Theme as FluentTheme,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { useMemo, useSyncExternalStore } from 'react';
import type { Theme } from '../../shared/contract/app-views.ts';

/** The fonts of the system, with those that Japanese needs: a page for offline use loads none. */
const FONTS = `'Segoe UI', 'Yu Gothic UI', 'Hiragino Sans', 'Noto Sans CJK JP', Meiryo, system-ui, sans-serif`;
const MONOSPACE = `Consolas, 'Cascadia Mono', Menlo, 'Noto Sans Mono CJK JP', monospace`;

const withFonts = (theme: FluentTheme): FluentTheme => ({
  ...theme,
  fontFamilyBase: FONTS,
  fontFamilyMonospace: MONOSPACE,
});

const THEMES: Readonly<Record<Exclude<Theme, 'system'>, FluentTheme>> = {
  light: withFonts(webLightTheme),
  dark: withFonts(webDarkTheme),
  'high-contrast': withFonts(teamsHighContrastTheme),
};

/** The theme as chosen, or as the system has it now. */
export function useChosenTheme(chosen: Theme): {
  readonly name: Exclude<Theme, 'system'>;
  readonly theme: FluentTheme;
} {
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const isContrast = useMedia('(prefers-contrast: more) and (not (forced-colors: active))');
  const isPrinting = useMedia('print');
  const shown = chosen !== 'system' ? chosen : isContrast ? 'high-contrast' : isDark ? 'dark' : 'light';
  // Paper is light.
  const name = isPrinting ? 'light' : shown;
  return { name, theme: THEMES[name] };
}

/** Puts Fluent's styles into elements that carry the nonce of the page. */
export function useStyleRenderer(nonce: string | undefined): ReturnType<typeof createDOMRenderer> {
  return useMemo(
    () => createDOMRenderer(document, nonce === undefined ? {} : { styleElementAttributes: { nonce } }),
    [nonce],
  );
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
