import { useMemo } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { WordKind } from '../state/inventory/columns.ts';

/** Words for values of machines, `word('placement', 'arc')`; each is asked for once in a language. */
export function useWord(): (kind: WordKind, value: string) => string {
  const text = useText('words');
  return useMemo(() => {
    const known: Partial<Record<string, string>> = {};
    return (kind: WordKind, value: string) => {
      const key = `${kind}.${value}`;
      // Values come from a closed list of the model; the catalogue has them all.
      known[key] ??= text(key as 'placement.arc');
      return known[key];
    };
  }, [text]);
}
