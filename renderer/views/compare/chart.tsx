import { useId } from 'react';
import { formatMoney } from '../../../shared/cost/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { useScenarioName } from '../../ui/use-scenario-name.ts';
import styles from './chart.module.css';
import { BAR_PARTS, type Bar, barsOf } from './chart-bars.ts';
import type { Figure } from './figures.ts';
import type { CompareGround } from './use-compare.ts';

interface ChartProps {
  readonly ground: CompareGround;
  readonly figure: Figure;
}

const WIDTH = 1000;
const LABELS = 210;
const AMOUNTS = 170;
const ROOM = WIDTH - LABELS - AMOUNTS;
const STEP = 52;
const HEIGHT = 30;
/** A part this wide has room for its amount. */
const WORDED = 88;

/** Bars with their names and amounts beside them; parts differ by pattern, so colour is never needed to read it. */
export function Chart({ ground, figure }: ChartProps) {
  const text = useText('compare');
  const patterns = useId();
  const nameOf = useScenarioName();
  const { columns, language, currency } = ground;
  const bars = barsOf(columns, figure);
  const money = (amount: string) => formatMoney(amount, currency, language);
  const used = BAR_PARTS.filter((part) =>
    bars.some(({ segments }) => segments.some((segment) => segment.part === part)),
  );
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${WIDTH} ${bars.length * STEP + 8}`}
        role="img"
        aria-label={describe()}
      >
        <Patterns id={patterns} />
        {bars.map((bar, at) => (
          <BarRow
            key={bar.id}
            bar={bar}
            top={at * STEP + 8}
            name={nameOf(columns[at]?.planned.scenario ?? { id: bar.id, name: bar.id })}
            money={money}
            atLeast={text('atLeast')}
            patterns={patterns}
          />
        ))}
      </svg>
      <figcaption className={styles.legend}>
        {used.map((part) => (
          <span key={part} className={styles.key}>
            <svg className={styles.swatch} viewBox="0 0 28 16" aria-hidden="true">
              <rect className={styles[part]} width="28" height="16" />
              <rect width="28" height="16" fill={`url(#${patterns}-${part})`} className={styles.edge} />
            </svg>
            {text(`chart.${part}`)}
          </span>
        ))}
        {bars.some(({ most }) => most !== null) && <span className={styles.key}>{text('chart.most')}</span>}
      </figcaption>
    </figure>
  );

  function describe(): string {
    return bars
      .map((bar, at) => `${nameOf(columns[at]?.planned.scenario ?? { id: bar.id, name: bar.id })}: ${money(bar.total)}`)
      .join(', ');
  }
}

/** Plan 2 is plain, Plan 1 hatched, the rest dotted. */
function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-P2`} width="8" height="8" patternUnits="userSpaceOnUse" />
      <pattern id={`${id}-P1`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className={styles.mark} x1="0" y1="0" x2="0" y2="8" />
      </pattern>
      <pattern id={`${id}-other`} width="8" height="8" patternUnits="userSpaceOnUse">
        <circle className={styles.dot} cx="4" cy="4" r="1.5" />
      </pattern>
    </defs>
  );
}

interface BarRowProps {
  readonly bar: Bar;
  readonly top: number;
  readonly name: string;
  readonly money: (amount: string) => string;
  readonly atLeast: string;
  readonly patterns: string;
}

function BarRow({ bar, top, name, money, atLeast, patterns }: BarRowProps) {
  const middle = top + HEIGHT / 2;
  const end = bar.segments.reduce((sum, { length }) => sum + length, 0);
  const right = LABELS + ROOM * Math.max(end, bar.most ?? 0);
  return (
    <g>
      <text className={styles.name} x={LABELS - 12} y={middle} textAnchor="end" dominantBaseline="central">
        {name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name}
      </text>
      {bar.segments.map(({ part, start, length, amount }) => (
        <g key={part}>
          <rect className={styles[part]} x={LABELS + ROOM * start} y={top} width={ROOM * length} height={HEIGHT} />
          <rect
            className={styles.edge}
            x={LABELS + ROOM * start}
            y={top}
            width={ROOM * length}
            height={HEIGHT}
            fill={`url(#${patterns}-${part})`}
          />
          {ROOM * length > WORDED && bar.segments.length > 1 && (
            <text className={styles[`${part}Text`]} x={LABELS + ROOM * start + 8} y={middle} dominantBaseline="central">
              {money(amount)}
            </text>
          )}
        </g>
      ))}
      {bar.most !== null && (
        <path
          className={styles.most}
          d={`M${LABELS + ROOM * end} ${middle} H${LABELS + ROOM * bar.most} M${LABELS + ROOM * bar.most} ${top + 6} V${top + HEIGHT - 6}`}
        />
      )}
      <text className={styles.total} x={right + 10} y={middle} dominantBaseline="central">
        {bar.isAtLeast ? `${atLeast} ` : ''}
        {money(bar.total)}
      </text>
    </g>
  );
}

/** As many as fit into the room for names. */
const MOST_LETTERS = 24;
