import { useText } from '../../i18n/use-text.ts';
import { useApp } from '../../state/use-app.ts';
import type { Inventory } from './use-inventory.ts';

/** "1,204 of 100,000 machines, 3 filters": how much of the whole is seen. */
export function CountLine({ inventory }: { readonly inventory: Inventory }) {
  const text = useText('inventory');
  const { search, pills } = useApp((state) => state.filter);
  const filters = pills.filter(({ isOn, values }) => isOn && values.length > 0).length + (search.trim() === '' ? 0 : 1);
  const all = inventory.ground.machines.length;
  const counted =
    filters === 0
      ? text('count.all', { count: all })
      : text('count.some', { shown: inventory.rows.length, count: all });
  return (
    <span role="status" data-testid="count">
      {filters === 0 ? counted : `${counted}${text('count.comma')}${text('count.filters', { count: filters })}`}
    </span>
  );
}
