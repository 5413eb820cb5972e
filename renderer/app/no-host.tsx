import { FluentProvider, RendererProvider } from '@fluentui/react-components';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { useText } from '../i18n/use-text.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { useChosenTheme, useStyleRenderer } from './theme.ts';

interface NoHostProps {
  readonly texts: i18n;
  readonly nonce: string | undefined;
  readonly detail: string;
}

/** Nothing can be done without a core: says so, and how to come back. */
export function NoHost({ texts, nonce, detail }: NoHostProps) {
  const renderer = useStyleRenderer(nonce);
  const { theme } = useChosenTheme('system');
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <I18nextProvider i18n={texts}>
        <FluentProvider theme={theme}>
          <NoHostText detail={detail} />
        </FluentProvider>
      </I18nextProvider>
    </RendererProvider>
  );
}

function NoHostText({ detail }: { readonly detail: string }) {
  const text = useText('shell');
  return (
    <main className="alone">
      <h1>{text('product')}</h1>
      <FailureNote
        failure={{ code: 'core-stopped', message: text('noHost.message'), next: text('noHost.next') }}
        effect={detail}
      />
    </main>
  );
}
