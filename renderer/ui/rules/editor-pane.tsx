import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { IconButton } from '../icon-button.tsx';
import { SplitPane } from '../split-pane.tsx';
import styles from './rules.module.css';

interface EditorPaneProps {
  readonly title: string;
  /** What is edited beside the list; nothing: the list has the whole width. */
  readonly editor: ReactNode;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** A list, and beside it the editor of what is chosen in it. */
export function EditorPane({ title, editor, close, children }: EditorPaneProps) {
  const text = useText('requirements');
  return (
    <SplitPane
      sideLabel={title}
      side={
        editor ? (
          <div className={styles.editor}>
            <div className={styles.editorHead}>
              <h2>{title}</h2>
              <IconButton label={text('editor.close')} icon={<DismissRegular />} onClick={close} />
            </div>
            {editor}
          </div>
        ) : null
      }
    >
      <div className={styles.scroll}>{children}</div>
    </SplitPane>
  );
}
