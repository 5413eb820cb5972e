import { useText } from '../i18n/use-text.ts';

/** Title of a column of buttons, for those who hear a table. */
export function ActionsTitle() {
  const text = useText('common');
  return <span className="visually-hidden">{text('table.actions')}</span>;
}
