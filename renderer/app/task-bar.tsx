import { Button, ProgressBar } from '@fluentui/react-components';
import { useText } from '../i18n/use-text.ts';
import { useApp } from '../state/use-app.ts';
import styles from './task-bar.module.css';

/** Something long that runs: what, how far in numbers, and a way to stop it. */
export function TaskBar() {
  const text = useText('shell');
  const task = useApp((state) => state.task);
  if (task === null) return null;
  const { progress } = task;
  const share = progress?.total ? progress.done / progress.total : undefined;
  return (
    <div className={styles.bar} role="status">
      <span className={styles.what}>{text(`task.${task.what}`)}</span>
      {progress?.file && <span className={styles.file}>{progress.file}</span>}
      {progress && progress.rows > 0 && <span>{text('task.rows', { count: progress.rows })}</span>}
      {share !== undefined && <span>{text('task.share', { share })}</span>}
      <ProgressBar
        className={styles.progress}
        aria-label={text(`task.${task.what}`)}
        {...(share === undefined ? {} : { value: share })}
      />
      <Button size="small" onClick={task.cancel}>
        {text('task.cancel')}
      </Button>
    </div>
  );
}
