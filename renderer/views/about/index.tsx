import { useText } from '../../i18n/use-text.ts';
import { Page } from '../../ui/page.tsx';

export default function AboutScreen() {
  const text = useText('shell');
  return <Page title={text('screen.about')} />;
}
