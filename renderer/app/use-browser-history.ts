import { useEffect } from 'react';
import { useAppStore } from '../state/use-app.ts';

/**
 * The browser's own Back and Forward, and a mouse's, move between screens instead of leaving the page. Each location
 * has an entry with its number; the address stays the same, since it may be seen on a wall.
 */
export function useBrowserHistory(): void {
  const store = useAppStore();
  useEffect(() => {
    let at = store.getState().past.length;
    history.replaceState(at, '');
    const unsubscribe = store.subscribe(({ past }, before) => {
      if (past === before.past || past.length === at) return;
      if (past.length > at) history.pushState(past.length, '');
      at = past.length;
    });
    const follow = (event: PopStateEvent) => {
      const wanted = typeof event.state === 'number' ? event.state : 0;
      const { back, forward } = store.getState();
      const step = wanted < at ? back : forward;
      at = wanted;
      step();
    };
    window.addEventListener('popstate', follow);
    return () => {
      unsubscribe();
      window.removeEventListener('popstate', follow);
    };
  }, [store]);
}
