import { describe, expect, it } from 'vitest';
import { findShortcut, isComposing, pressName, SHORTCUTS } from '../../../renderer/app/shortcuts/registry.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
  pressName({
    key,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    isComposing: false,
    keyCode: 0,
    ...held,
  });

describe('names of key presses', () => {
  it('say what is held, Ctrl and Command alike', () => {
    expect(press('z', { ctrlKey: true })).toBe('Mod+z');
    expect(press('Z', { metaKey: true, shiftKey: true })).toBe('Mod+Shift+z');
    expect(press('ArrowLeft', { altKey: true })).toBe('Alt+ArrowLeft');
    expect(press(' ')).toBe('Space');
  });

  it('do not name Shift where it only makes another character', () => {
    expect(press('?', { shiftKey: true })).toBe('?');
  });
});

describe('shortcuts', () => {
  it('are found by one press, or by two after each other', () => {
    expect(findShortcut('Mod+k', null)).toBe('search');
    expect(findShortcut('g', null)).toBe('wait');
    expect(findShortcut('i', 'g')).toBe('goInventory');
    expect(findShortcut('i', null)).toBeNull();
  });

  it('no two share their keys within what is listened to at once', () => {
    const global = Object.values(SHORTCUTS).filter(({ group }) => group === 'app' || group === 'go');
    const keys = global.flatMap((shortcut) => [...shortcut.keys]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

it('a key that an input method takes is none of ours: Japanese is typed with Enter and Space', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
});
