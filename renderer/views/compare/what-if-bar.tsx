import { Button, Slider } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { NO_WHAT_IF } from '../../state/planning.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import styles from './compare.module.css';
import type { CompareGround } from './use-compare.ts';

/** The longest month has 744 hours, 730 is what price pages take. */
const MOST_HOURS = 744;

/** Discount and hours to try: every column follows. Nothing is written until it is asked for. */
export function WhatIfBar({ ground }: { readonly ground: CompareGround }) {
  const text = useText('compare');
  const store = useAppStore();
  const whatIf = useApp((app) => app.whatIf);
  const { assumptions } = ground.state;
  const isTrying = whatIf.discount !== undefined || whatIf.hours !== undefined;
  const tryOut = (change: typeof whatIf) => {
    const { whatIf: before, tryAssumptions } = store.getState();
    tryAssumptions({ ...before, ...change });
  };
  const keep = async () => {
    const values = (['discount', 'hours'] as const).flatMap((key): [string, string][] => {
      const value = whatIf[key];
      return value === undefined ? [] : [[key, value]];
    });
    const { edit, tell, tryAssumptions } = store.getState();
    if (!(await edit('assumptions.set', { values }))) return;
    tryAssumptions(NO_WHAT_IF);
    tell('edited', { offersUndo: true });
  };
  return (
    <section className={styles.whatIf} aria-label={text('whatIf.title')}>
      <TriedSlider
        label={text('whatIf.discount')}
        unit="%"
        most={100}
        value={whatIf.discount ?? assumptions.discount}
        tryOut={(discount) => tryOut({ discount })}
      />
      <TriedSlider
        label={text('whatIf.hours')}
        unit={text('whatIf.hoursUnit')}
        most={MOST_HOURS}
        value={whatIf.hours ?? assumptions.hours}
        tryOut={(hours) => tryOut({ hours })}
      />
      <div className={styles.whatIfEnd}>
        <span className={styles.tried}>
          <span role="status" className={styles.trying} data-idle={!isTrying || undefined}>
            {text('whatIf.trying')}
          </span>
          <Button size="small" disabled={!isTrying} onClick={() => store.getState().tryAssumptions(NO_WHAT_IF)}>
            {text('whatIf.reset')}
          </Button>
          <Button size="small" disabled={!isTrying} onClick={() => void keep()}>
            {text('whatIf.keep')}
          </Button>
        </span>
      </div>
    </section>
  );
}

interface TriedSliderProps {
  readonly label: string;
  readonly unit: string;
  readonly most: number;
  readonly value: string;
  readonly tryOut: (value: string) => void;
}

/** The thumb moves at once; plans follow once a frame, with the last place it had. */
function TriedSlider({ label, unit, most, value, tryOut }: TriedSliderProps) {
  const id = useId();
  const [place, setPlace] = useState(Number(value));
  const frame = useRef<number | null>(null);
  const latest = useRef({ place, tryOut });
  latest.current.tryOut = tryOut;
  useEffect(() => setPlace(Number(value)), [value]);
  useEffect(() => () => cancelAnimationFrame(frame.current ?? 0), []);
  const move = (next: number) => {
    setPlace(next);
    latest.current.place = next;
    frame.current ??= requestAnimationFrame(() => {
      frame.current = null;
      latest.current.tryOut(String(latest.current.place));
    });
  };
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <Slider
        className={styles.thumb}
        id={id}
        min={0}
        max={most}
        value={place}
        onChange={(_, { value: next }) => move(next)}
      />
      <output className={styles.sliderValue} htmlFor={id}>
        {place} {unit}
      </output>
    </div>
  );
}
