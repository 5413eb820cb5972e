import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWindow, type Rectangle } from '../../../electron/main/window-state.ts';

const laptop: Rectangle = { x: 0, y: 0, width: 1_366, height: 728 };
const wall: Rectangle = { x: 1_366, y: -200, width: 3_840, height: 2_160 };

describe('where a window goes', () => {
  it('is where it was, on either display', () => {
    const there = { x: 2_000, y: 0, width: 1_600, height: 1_200 };
    expect(placeWindow(there, [laptop, wall])).toEqual(there);
  });

  it('is the main display when the wall is gone', () => {
    expect(placeWindow({ x: 2_000, y: 0, width: 1_600, height: 1_200 }, [laptop])).toEqual(laptop);
  });

  it('is the main display when its title bar could not be reached', () => {
    const high = { x: 0, y: -500, width: 1_000, height: 700 };
    expect(placeWindow(high, [laptop])).not.toEqual(high);
  });

  it('is no larger than the display', () => {
    expect(placeWindow({ x: 0, y: 0, width: 3_000, height: 2_000 }, [laptop])).toEqual(laptop);
  });

  it('can always be taken hold of', () => {
    const side = fc.integer({ min: -8_000, max: 8_000 });
    const size = fc.integer({ min: 1, max: 8_000 });
    const rectangle = fc.record({ x: side, y: side, width: size, height: size });
    const display = fc.record({
      x: side,
      y: side,
      width: fc.integer({ min: 800, max: 8_000 }),
      height: fc.integer({ min: 600, max: 8_000 }),
    });
    fc.assert(
      fc.property(rectangle, fc.array(display, { minLength: 1, maxLength: 4 }), (saved, displays) => {
        const { x, y, width } = placeWindow(saved, displays);
        const isHeld = displays.some(
          (area) =>
            Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= 120 &&
            y >= area.y &&
            y + 32 <= area.y + area.height,
        );
        expect(isHeld).toBe(true);
      }),
    );
  });
});
