import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AppState, AppStore } from './store.ts';

export const AppStoreContext = createContext<AppStore | null>(null);

/** The store itself, for handlers that read it when they run. */
export function useAppStore(): AppStore {
  const store = useContext(AppStoreContext);
  if (!store) throw new Error('No store around this component');
  return store;
}

/** The smallest piece that a view needs; it renders again when that piece changes. */
export function useApp<Piece>(select: (state: AppState) => Piece): Piece {
  return useStore(useAppStore(), select);
}
