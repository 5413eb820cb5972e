import { useEffect } from 'react';

/**
 * The steps of a dialog replace each other, and with them what had the focus: then the dialog itself takes it, so that
 * Escape and Tab go on working.
 */
export function useDialogFocus(step: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is what matters.
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('[role=dialog]')?.focus();
  }, [step]);
}
