import { type ReactNode, useEffect, useState } from 'react';
import { useHost } from '../host/use-host.ts';
import { useText } from '../i18n/use-text.ts';
import { useAppStore } from '../state/use-app.ts';
import styles from './drop-zone.module.css';
import { droppedFiles } from './dropped-files.ts';

/** Files can be dropped anywhere on the window. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const text = useText('shell');
  const isOver = useDrop();
  return (
    <>
      {children}
      {isOver && (
        <div className={styles.zone}>
          <p className={styles.text}>{text('drop.here')}</p>
        </div>
      )}
    </>
  );
}

function useDrop(): boolean {
  const store = useAppStore();
  const { kind } = useHost();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // Every element that is crossed enters and leaves; the window is left when all are.
    let depth = 0;
    const count = (step: number) => (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      depth = Math.max(0, depth + step);
      setOver(depth > 0);
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      void droppedFiles(event.dataTransfer, kind).then((files) => store.getState().dropFiles(files));
    };
    const listeners = { dragenter: count(1), dragleave: count(-1), dragover: count(0), drop } as const;
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name as 'drop', listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name as 'drop', listener);
    };
  }, [store, kind]);
  return isOver;
}
