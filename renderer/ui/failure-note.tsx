import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import type { Failure } from '../../shared/contract/failures.ts';
import { useText } from '../i18n/use-text.ts';
import styles from './failure-note.module.css';
import { Icon } from './icon.tsx';

interface FailureNoteProps {
  readonly failure: Failure;
  /** What it means for the data, where that is not said by the failure itself. */
  readonly effect?: string;
}

/** What went wrong, what it means, what to do next; with a code that can be told. */
export function FailureNote({ failure, effect }: FailureNoteProps) {
  const text = useText('common');
  const { code, message, next } = failure;
  const copy = () => void navigator.clipboard.writeText([code, message, effect, next].filter(Boolean).join('\n'));
  return (
    <div className={styles.note} role="alert">
      <Icon of={ErrorCircleFilled} className={styles.icon} />
      <div className={styles.words}>
        <div className={styles.message}>{message}</div>
        {effect && <div>{effect}</div>}
        {next && <div>{next}</div>}
        <div className={styles.code}>
          <span>{text('failure.code', { code })}</span>
          <Button appearance="transparent" size="small" icon={<CopyRegular />} onClick={copy}>
            {text('failure.copy')}
          </Button>
        </div>
      </div>
    </div>
  );
}
