import { Link } from '@fluentui/react-components';
import { useAppStore } from '../state/use-app.ts';

/** A machine by name; leads to its details. */
export function MachineLink({ id, name }: { readonly id: string; readonly name: string }) {
  const store = useAppStore();
  return (
    <Link as="button" inline onClick={() => store.getState().navigate('inventory', id)}>
      {name}
    </Link>
  );
}
