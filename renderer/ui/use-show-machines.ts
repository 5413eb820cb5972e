import { useAppStore } from '../state/use-app.ts';

interface Pill {
  /** A column of the inventory. */
  readonly field: string;
  readonly values: readonly string[];
}

/** Leads to the inventory, filtered to the machines in question; the columns stay as they are. */
export function useShowMachines(): (pills: readonly Pill[]) => void {
  const store = useAppStore();
  return (pills) => {
    const { applyView, navigate, columns } = store.getState();
    applyView({ search: '', pills, sort: null, columns });
    navigate('inventory');
  };
}
