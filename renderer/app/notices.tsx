import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { Notice } from '../state/notice-slice.ts';
import { useApp, useAppStore } from '../state/use-app.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import styles from './notices.module.css';
import { useStepName } from './step-names.ts';

/** How long a notice stays that asks for nothing. Failures stay until they are dismissed. */
const STAYS_MS = 6_000;

/** What just happened, at the lower edge; read aloud where a reader is used. */
export function Notices() {
  const text = useText('shell');
  const notices = useApp((state) => state.notices);
  return (
    <section className={styles.notices} aria-label={text('notices')} aria-live="polite">
      {notices.map((notice) => (
        <Shown key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function Shown({ notice }: { readonly notice: Notice }) {
  const text = useText('shell');
  const store = useAppStore();
  const { id, kind, offersUndo } = notice;
  useEffect(() => {
    if (kind === 'failure') return;
    const timer = setTimeout(() => store.getState().dismissNotice(id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [id, kind, store]);
  const dismiss = () => store.getState().dismissNotice(id);
  return (
    <div className={styles.notice} data-kind={kind}>
      {notice.kind === 'failure' ? <FailureNote failure={notice.failure} /> : <Done notice={notice} />}
      {offersUndo && (
        <Button
          size="small"
          onClick={() => {
            dismiss();
            void store.getState().undo();
          }}
        >
          {text('undo.action')}
        </Button>
      )}
      <Button
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        aria-label={text('dismiss')}
        onClick={dismiss}
      />
    </div>
  );
}

function Done({ notice: { what, count, name } }: { readonly notice: Extract<Notice, { kind: 'done' }> }) {
  const text = useText('shell');
  const stepName = useStepName();
  const isStep = what === 'undone' || what === 'redone';
  return <span>{text(`done.${what}`, { count, name: isStep ? stepName({ command: name }) : name })}</span>;
}
