/** Sizes of the page, 1 is 100 %. Chromium's own steps between the limits. */
const STEPS: readonly number[] = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

export const DEFAULT_ZOOM = 1;

/** The step of this size, or the next one to it. */
export function nearestZoom(factor: number): number {
  return [...STEPS].sort((a, b) => Math.abs(a - factor) - Math.abs(b - factor))[0] ?? DEFAULT_ZOOM;
}

/** One step larger or smaller; the last step stays. */
export function nextZoom(factor: number, direction: 'in' | 'out'): number {
  const at = STEPS.indexOf(nearestZoom(factor));
  return STEPS[at + (direction === 'in' ? 1 : -1)] ?? nearestZoom(factor);
}
