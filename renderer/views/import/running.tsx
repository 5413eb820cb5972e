import { ProgressBar } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Progress } from '../../../shared/contract/api.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp } from '../../state/use-app.ts';
import styles from './import.module.css';

/** How far the reading is: the file, a bar, rows so far and how many a second. */
export function Running({ label }: { readonly label: string }) {
  const text = useText('import');
  const progress = useApp(({ task }) => task?.progress ?? null);
  const rate = useRate(progress);
  const share = progress?.total ? progress.done / progress.total : undefined;
  const what =
    progress?.stage === 'identify'
      ? text('progress.identify')
      : progress?.file
        ? text('progress.reading', { file: progress.file })
        : label;
  return (
    <div className={styles.running}>
      <div role="status">{what}</div>
      <ProgressBar aria-label={label} {...(share === undefined ? {} : { value: share })} />
      <div className={styles.quiet}>
        {progress && progress.rows > 0 && text('progress.rows', { count: progress.rows })}
        {rate > 0 && <span className={styles.rate}>{text('progress.rate', { count: rate })}</span>}
      </div>
    </div>
  );
}

/** Rows a second since the file was begun. */
function useRate(progress: Progress | null): number {
  const [start, setStart] = useState({ file: null as string | null, at: 0 });
  const file = progress?.file ?? null;
  useEffect(() => setStart({ file, at: performance.now() }), [file]);
  if (!progress || start.file !== file || file === null) return 0;
  const seconds = (performance.now() - start.at) / 1_000;
  return seconds < 0.5 ? 0 : Math.round(progress.rows / seconds);
}
