import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DEFAULT_ZOOM, nearestZoom } from './zoom.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a window is found again. Full screen is not kept: tomorrow's screen may be another one. */
export interface WindowState {
  /** Null: never placed. */
  readonly bounds: Rectangle | null;
  readonly isMaximized: boolean;
  readonly zoom: number;
}

export const SMALLEST = { width: 720, height: 480 } as const;
const USUAL = { width: 1_366, height: 860 } as const;
/** So much of its upper edge has to be seen that a window can be taken hold of. */
const GRIP = { width: 120, height: 32 } as const;
/** Further windows do not hide the one before. */
const STEP = 32;

/**
 * Where a window goes.
 * @param areas of the displays that are there now, without task bars; the first one is the main display
 * @param taken upper left corners of open windows
 */
export function placeWindow(
  saved: Rectangle | null,
  areas: readonly Rectangle[],
  taken: readonly Pick<Rectangle, 'x' | 'y'>[] = [],
): Rectangle {
  const area = saved ? areas.find((one) => canBeTakenHoldOf(saved, one)) : undefined;
  const place = saved && area ? fitInto(saved, area) : centre(areas[0] ?? { x: 0, y: 0, ...USUAL });
  return stepAside(place, taken);
}

/** A broken file counts as none. */
export function readWindowState(path: string): WindowState {
  const { bounds, isMaximized, zoom } = readJson(path);
  return {
    bounds: isRectangle(bounds) ? bounds : null,
    isMaximized: isMaximized === true,
    zoom: typeof zoom === 'number' ? nearestZoom(zoom) : DEFAULT_ZOOM,
  };
}

/** Whole or not at all; where it cannot be written, nothing is remembered. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(state), { mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    // Not remembered.
  }
}

function canBeTakenHoldOf(window: Rectangle, area: Rectangle): boolean {
  const seen = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const isEdgeInside = window.y >= area.y && window.y + GRIP.height <= area.y + area.height;
  return seen >= GRIP.width && isEdgeInside;
}

/** No larger than the display; a window that got narrower must not have slipped out of sight. */
function fitInto(window: Rectangle, area: Rectangle): Rectangle {
  const width = Math.max(SMALLEST.width, Math.min(window.width, area.width));
  const height = Math.max(SMALLEST.height, Math.min(window.height, area.height));
  const leftmost = area.x - width + GRIP.width;
  const rightmost = area.x + area.width - GRIP.width;
  return { x: Math.min(rightmost, Math.max(leftmost, window.x)), y: window.y, width, height };
}

function centre(area: Rectangle): Rectangle {
  const width = Math.min(USUAL.width, area.width);
  const height = Math.min(USUAL.height, area.height);
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  };
}

function stepAside(place: Rectangle, taken: readonly Pick<Rectangle, 'x' | 'y'>[]): Rectangle {
  const isTaken = taken.some(({ x, y }) => x === place.x && y === place.y);
  return isTaken ? stepAside({ ...place, x: place.x + STEP, y: place.y + STEP }, taken) : place;
}

function isRectangle(value: unknown): value is Rectangle {
  const { x, y, width, height } = (value ?? {}) as Partial<Record<keyof Rectangle, unknown>>;
  return [x, y, width, height].every((side) => Number.isInteger(side)) && Number(width) > 0 && Number(height) > 0;
}

function readJson(path: string): Partial<Record<keyof WindowState, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
