import { useText } from '../../i18n/use-text.ts';
import { Page } from '../../ui/page.tsx';

export default function RequirementsScreen() {
  const text = useText('shell');
  return <Page title={text('screen.requirements')} />;
}
