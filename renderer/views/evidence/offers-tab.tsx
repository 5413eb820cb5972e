import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ProjectState } from '../../../shared/contract/app-views.ts';
import type { MergeOffer } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { selectMachines } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { ActionsTitle } from '../../ui/actions-title.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { MachineLink } from '../../ui/machine-link.tsx';
import styles from './evidence.module.css';

/** Machines that may be one; joined when the user says so. */
export function OffersTab({ state: { offers } }: { readonly state: ProjectState }) {
  const text = useText('evidence');
  const machineText = useText('machine');
  const comma = useText('common')('list.comma');
  const machines = useApp(selectMachines);
  const names = useMemo(() => new Map(machines.map(({ id, name }) => [id, name])), [machines]);
  const merge = useMerge();
  const namesOf = (offer: MergeOffer) => offer.machines.map((id) => names.get(id) ?? id);
  return (
    <div className={styles.scroll}>
      <p className={styles.intro}>{text(offers.length === 0 ? 'offers.none' : 'offers.text')}</p>
      {offers.length > 0 && (
        <LongTable
          label={text('tab.offers')}
          rows={offers}
          keyOf={(offer) => `${offer.key} ${offer.machines.join(' ')}`}
          columns={[
            {
              key: 'machines',
              title: text('offers.machines'),
              cell: (offer) => (
                <span className={styles.links}>
                  {offer.machines.map((id) => (
                    <MachineLink key={id} id={id} name={names.get(id) ?? id} />
                  ))}
                </span>
              ),
            },
            { key: 'key', title: text('offers.key'), cell: ({ key }) => machineText(`key.${key}`) },
            {
              key: 'confidence',
              title: text('offers.confidence'),
              cell: ({ confidence }) => machineText(`confidence.${confidence}`),
            },
            {
              key: 'tools',
              title: <ActionsTitle />,
              cell: (offer) => (
                <Button
                  size="small"
                  aria-label={text('offers.mergeOf', { names: namesOf(offer).join(comma) })}
                  onClick={() => void merge(offer)}
                >
                  {text('offers.merge')}
                </Button>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}

/** Joins all machines of an offer; the first stays, each of the others is a step that can be taken back. */
function useMerge(): (offer: MergeOffer) => Promise<void> {
  const store = useAppStore();
  return async ({ machines: [first, ...others] }) => {
    if (first === undefined) return;
    const { edit, tell } = store.getState();
    for (const other of others) if (!(await edit('identity.merge', { machines: [first, other] }))) return;
    tell('edited', { offersUndo: true });
  };
}
