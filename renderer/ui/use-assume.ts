import { useAppStore } from '../state/use-app.ts';

/** Writes assumptions by key, as one step that can be taken back. An empty value takes what was said back. */
export function useAssume(): (values: readonly (readonly [key: string, value: string])[]) => void {
  const store = useAppStore();
  return (values) => {
    const { edit, tell } = store.getState();
    const written = values.map(([key, value]): [string, string] => [key, value]);
    void edit('assumptions.set', { values: written }).then((done) => done && tell('edited', { offersUndo: true }));
  };
}
