import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { Severity } from '../../shared/model/index.ts';
import { useText } from '../i18n/use-text.ts';
import { Icon } from './icon.tsx';
import styles from './severity-icon.module.css';

const ICONS = { info: InfoRegular, warning: WarningFilled, error: ErrorCircleFilled } as const;

/** How bad a finding is: by shape, colour and name. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const text = useText('words');
  return <Icon of={ICONS[severity]} className={styles.icon} kind={severity} label={text(`severity.${severity}`)} />;
}
