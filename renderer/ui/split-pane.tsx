import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import styles from './split-pane.module.css';

interface SplitPaneProps {
  readonly children: ReactNode;
  /** What stands at the right; null: nothing does. */
  readonly side: ReactNode | null;
  readonly sideLabel: string;
}

const START = 440;
const NARROWEST = 320;
const WIDEST = 900;
const STEP = 24;

/** A main part and a pane beside it, as wide as the user likes. Where the window is narrow the pane covers the main part. */
export function SplitPane({ children, side, sideLabel }: SplitPaneProps) {
  const [width, setWidth] = useState(START);
  return (
    <div className={styles.split}>
      <div className={styles.main} data-covered={side !== null || undefined}>
        {children}
      </div>
      {side !== null && (
        <>
          <Divider width={width} resize={(next) => setWidth(Math.min(WIDEST, Math.max(NARROWEST, next)))} />
          <aside className={styles.side} aria-label={sideLabel} style={{ flexBasis: width }} data-pane="side">
            {side}
          </aside>
        </>
      )}
    </div>
  );
}

function Divider({ width, resize }: { readonly width: number; readonly resize: (width: number) => void }) {
  const text = useText('common');
  const drag = (down: PointerEvent<HTMLHRElement>) => {
    const { currentTarget, clientX, pointerId } = down;
    currentTarget.setPointerCapture(pointerId);
    const move = (event: globalThis.PointerEvent) => resize(width + clientX - event.clientX);
    currentTarget.addEventListener('pointermove', move);
    currentTarget.addEventListener('pointerup', () => currentTarget.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  const press = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') resize(width + STEP);
    if (key === 'ArrowRight') resize(width - STEP);
  };
  return (
    <hr
      className={styles.divider}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={text('pane.resize')}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
}
