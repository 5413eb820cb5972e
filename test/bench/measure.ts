export interface Figure {
  readonly name: string;
  readonly count: number;
  readonly milliseconds: number;
  /** Null: no budget is set. */
  readonly budget: number | null;
  /** Highest resident memory seen while it ran, MB. */
  readonly peak: number;
}

/** Runs once, and watches the resident memory meanwhile. */
export async function measure(name: string, count: number, budget: number | null, run: () => unknown): Promise<Figure> {
  globalThis.gc?.();
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const started = performance.now();
  await run();
  const milliseconds = performance.now() - started;
  clearInterval(timer);
  peak = Math.max(peak, process.memoryUsage.rss());
  return { name, count, milliseconds, budget, peak: peak / 2 ** 20 };
}

/** Rates and ratios: what stays comparable on another machine. */
export function printFigures(figures: readonly Figure[]): void {
  for (const { name, count, milliseconds, budget, peak } of figures) {
    const rate = Math.round((count / milliseconds) * 1000).toLocaleString('en');
    const share = budget === null ? '' : `  ${(milliseconds / budget).toFixed(2)} of budget`;
    process.stdout.write(`${name}: ${milliseconds.toFixed(0)} ms, ${rate} machines/s, ${peak.toFixed(0)} MB${share}\n`);
  }
}
