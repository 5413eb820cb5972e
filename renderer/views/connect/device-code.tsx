import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useEffect, useRef, useState } from 'react';
import { isExternalLink } from '../../../shared/contract/host.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp } from '../../state/use-app.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import styles from './connect.module.css';

/** The code to type elsewhere, large enough to be read across a table. Any request may ask for it, also one that goes on. */
export function DeviceCode() {
  const device = useApp(({ task }) => task?.progress?.device);
  return device ? <Card key={device.code} {...device} /> : null;
}

function Card({ url, code }: { readonly url: string; readonly code: string }) {
  const text = useText('connect');
  const cancel = useApp(({ task }) => task?.cancel);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    void card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className={styles.device} role="status" ref={card}>
      <p>
        {text('device.open')} {isExternalLink(url) ? <ExternalLink url={url}>{url}</ExternalLink> : url}
      </p>
      <div className={styles.code}>{code}</div>
      <div className={styles.buttons}>
        <Copy value={code} label={text('device.copy')} />
        <Copy value={url} label={text('device.copyUrl')} />
        <Button onClick={cancel}>{text('cancel')}</Button>
      </div>
    </div>
  );
}

function Copy({ value, label }: { readonly value: string; readonly label: string }) {
  const text = useText('connect');
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(value).then(() => setCopied(true));
  return (
    <Button icon={<CopyRegular />} onClick={copy}>
      {isCopied ? text('device.copied') : label}
    </Button>
  );
}
