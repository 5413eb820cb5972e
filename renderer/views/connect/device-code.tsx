import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { isExternalLink } from '../../../shared/contract/host.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp } from '../../state/use-app.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import styles from './connect.module.css';

/** The code to type elsewhere, large enough to be read across a table. Any request may ask for it, also one that goes on. */
export function DeviceCode() {
  const text = useText('connect');
  const device = useApp(({ task }) => task?.progress?.device);
  if (!device) return null;
  return (
    <div className={styles.device} role="status">
      <p>
        {text('device.open')}{' '}
        {isExternalLink(device.url) ? <ExternalLink url={device.url}>{device.url}</ExternalLink> : device.url}
      </p>
      <div className={styles.code}>{device.code}</div>
      <Button icon={<CopyRegular />} onClick={() => void navigator.clipboard.writeText(device.code)}>
        {text('device.copy')}
      </Button>
    </div>
  );
}
