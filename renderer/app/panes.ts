/**
 * Moves the focus to the next part of the screen (F6), or the one before. Parts carry `data-pane`; each gets the focus
 * back where it had it, else on its first control.
 */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null);
  if (panes.length === 0) return;
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(current + step + panes.length) % panes.length];
  const target = next?.querySelector<HTMLElement>(GRID_CELL) ?? next?.querySelector<HTMLElement>(FOCUSABLE) ?? next;
  target?.focus();
}

/** In a list the keys are at home in its cells; the buttons above it are a Tab away. */
const GRID_CELL = '[role=grid] [data-cursor]';

const FOCUSABLE = [
  'button:not([disabled])',
  'input:not([disabled])',
  'a[href]',
  '[tabindex="0"]:not([data-tabster-dummy])',
].join(', ');
