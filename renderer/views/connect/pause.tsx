import { useEffect, useMemo, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useApp } from '../../state/use-app.ts';
import styles from './connect.module.css';

/** What is asked waits because Azure wants it; so many seconds are left. @param until on the clock `performance.now()` */
export function Pause({ until }: { readonly until: number }) {
  return <Countdown key={until} until={until} />;
}

function Countdown({ until }: { readonly until: number }) {
  const text = useText('connect');
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.ceil((until - now) / 1_000);
  return seconds > 0 ? <p className={styles.pause}>{text('waiting', { count: seconds })}</p> : null;
}

/** The same for what is no reading: a sign-in, a list, prices. */
export function PauseOfTask() {
  const pause = useApp(({ task }) => (task?.progress?.waitMs === undefined ? null : task.progress));
  const until = useMemo(() => performance.now() + (pause?.waitMs ?? 0), [pause]);
  return <Pause until={until} />;
}
