import { Spinner } from '@fluentui/react-components';
import { useText } from '../i18n/use-text.ts';
import styles from './loading.module.css';

/** Something comes soon. It shows only after a moment: what is there at once should not flash. */
export function Loading({ label }: { readonly label?: string }) {
  const text = useText('common');
  return (
    <div className={styles.loading} role="status">
      <Spinner size="tiny" label={label ?? text('loading')} />
    </div>
  );
}
