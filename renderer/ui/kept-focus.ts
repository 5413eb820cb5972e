import { useEffect } from 'react';

/** What had the focus is gone, and keys would go nowhere: the content of the screen takes it. */
export function useScreenFocus(): void {
  useEffect(() => focusIfLost('main'), []);
}

/**
 * The steps of a dialog replace each other, and with them what had the focus: then the dialog itself takes it, so that
 * Escape and Tab go on working.
 * @param step null: the dialog is closed
 */
export function useDialogFocus(step: string | null): void {
  useEffect(() => {
    if (step === null) return;
    focusIfLost('[role=dialog]');
    // What opened the dialog has the focus again, if it is still there.
    return () => void requestAnimationFrame(() => focusIfLost('main'));
  }, [step]);
}

function focusIfLost(selector: string): void {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>(selector)?.focus();
}
