import { useText } from '../../i18n/use-text.ts';
import { Page } from '../../ui/page.tsx';

export default function ExportScreen() {
  const text = useText('shell');
  return <Page title={text('screen.export')} />;
}
