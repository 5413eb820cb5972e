import { useEffect } from 'react';

/** Dialogs give the focus back to what opened them; only after that it is known to be lost. */
const OTHERS_MS = 50;

/** What can take the focus in place of what went: the dialog around it, else the content of the screen. */
const AROUND = '[role=dialog], main';

/** Buttons vanish with what they did, and screens with what was chosen: then what is around takes the focus, so that keys go on working. */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: { readonly element: HTMLElement; readonly around: HTMLElement | null } | null = null;
    let timer: number | undefined;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last = { element: target, around: target.closest<HTMLElement>(AROUND) };
    };
    const restore = () => {
      timer = undefined;
      if (last === null || document.activeElement !== document.body) return;
      const around = last.around?.isConnected ? last.around : document.querySelector<HTMLElement>('main');
      around?.focus();
    };
    const observer = new MutationObserver(() => {
      if (timer !== undefined || last === null || last.element.isConnected) return;
      if (document.activeElement === document.body) timer = window.setTimeout(restore, OTHERS_MS);
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
      clearTimeout(timer);
    };
  }, []);
}
