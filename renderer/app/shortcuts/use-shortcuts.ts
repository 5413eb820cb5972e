import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../../../shared/contract/events.ts';
import { findShortcut, isComposing, pressName, type ShortcutId } from './registry.ts';

/** What keys and the menus of the system can ask for. */
type Command = ShortcutId | MenuCommand;
type Handlers = Partial<Record<Command, () => void>>;

/** The last view that wants a shortcut gets it. */
const stack: { readonly current: Handlers }[] = [];

/** Answers shortcuts as long as the component is there. */
export function useShortcuts(handlers: Handlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    stack.push(latest);
    return () => {
      stack.splice(stack.indexOf(latest), 1);
    };
  }, []);
}

/** @returns false when nothing on the screen answers it */
export function runCommand(command: Command): boolean {
  const handler = stack.findLast(({ current }) => current[command])?.current[command];
  handler?.();
  return handler !== undefined;
}

/** How long the first key of two is remembered. */
const SEQUENCE_MS = 1_200;

/** Listens to the keys of the whole page; used once, by the shell. */
export function useShortcutKeys(): void {
  useEffect(() => {
    let before: { readonly press: string; readonly at: number } | null = null;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return;
      const press = pressName(event);
      if (isTyping(event.target) && !/^(Mod\+(?!(Shift\+)?[acvxyz]$)|F\d|Shift\+F\d)/.test(press)) return;
      const first = before !== null && event.timeStamp - before.at < SEQUENCE_MS ? before.press : null;
      const found = findShortcut(press, first);
      before = found === 'wait' ? { press, at: event.timeStamp } : null;
      if (found === null || found === 'wait' || isInDialog(event.target)) return;
      if (runCommand(found)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')
  );
}

/** A dialog is answered first. */
function isInDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role=dialog], [role=alertdialog]') !== null;
}
