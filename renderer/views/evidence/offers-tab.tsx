import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { ProjectState } from '../../../shared/contract/app-views.ts';
import type { Machine } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { selectMachines } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { ActionsTitle } from '../../ui/actions-title.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import { MachineLink } from '../../ui/machine-link.tsx';
import { useWord } from '../../ui/use-word.ts';
import styles from './evidence.module.css';

/** Machines that may be one: joined or declined when the user says so. What was declined can be had back. */
export function OffersTab({ state: { offers, declined } }: { readonly state: ProjectState }) {
  const text = useText('evidence');
  return (
    <div className={styles.scroll}>
      <p className={styles.intro}>{text(offers.length === 0 ? 'offers.none' : 'offers.text')}</p>
      {offers.length > 0 && <Offers offers={offers} />}
      {declined.length > 0 && (
        <section aria-label={text('declined')}>
          <h2 className={styles.heading}>{text('declined')}</h2>
          <p className={styles.intro}>{text('declined.text')}</p>
          <Declined declined={declined} />
        </section>
      )}
    </div>
  );
}

function Offers({ offers }: Pick<ProjectState, 'offers'>) {
  const text = useText('evidence');
  const machineText = useText('machine');
  const machines = useMachinesById();
  const namesOf = useNames(machines);
  const say = useSay();
  return (
    <LongTable
      label={text('tab.offers')}
      rows={offers}
      keyOf={(offer) => `${offer.key} ${offer.machines.join(' ')}`}
      columns={[
        {
          key: 'machines',
          title: text('offers.machines'),
          cell: (offer) => <Machines ids={offer.machines} machines={machines} />,
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
            <span className={styles.acts}>
              <Button
                size="small"
                aria-label={text('offers.mergeOf', { names: namesOf(offer.machines) })}
                onClick={() => void say('identity.merge', offer.machines)}
              >
                {text('offers.merge')}
              </Button>
              <Button
                size="small"
                aria-label={text('offers.declineOf', { names: namesOf(offer.machines) })}
                onClick={() => void say('identity.decline', offer.machines)}
              >
                {text('offers.decline')}
              </Button>
            </span>
          ),
        },
      ]}
    />
  );
}

function Declined({ declined }: Pick<ProjectState, 'declined'>) {
  const text = useText('evidence');
  const machines = useMachinesById();
  const namesOf = useNames(machines);
  const say = useSay();
  return (
    <LongTable
      label={text('declined')}
      rows={declined}
      keyOf={({ decision }) => String(decision)}
      columns={[
        {
          key: 'machines',
          title: text('offers.machines'),
          cell: (offer) => <Machines ids={offer.machines} machines={machines} />,
        },
        {
          key: 'tools',
          title: <ActionsTitle />,
          cell: (offer) => (
            <Button
              size="small"
              aria-label={text('declined.againOf', { names: namesOf(offer.machines) })}
              onClick={() => void say('identity.offerAgain', offer.machines)}
            >
              {text('declined.again')}
            </Button>
          ),
        },
      ]}
    />
  );
}

type ById = ReadonlyMap<string, Machine>;

/** They share their names: what tells them apart stands beside each. */
function Machines({ ids, machines }: { readonly ids: readonly string[]; readonly machines: ById }) {
  const word = useWord();
  return (
    <ul className={styles.alike}>
      {ids.map((id) => {
        const machine = machines.get(id);
        const facts = machine
          ? [word('placement', machine.placement), machine.subscriptionName ?? machine.subscriptionId, machine.os.text]
          : [];
        return (
          <li key={id}>
            <MachineLink id={id} name={machine?.name ?? id} />{' '}
            <span className={styles.quiet}>{facts.filter((fact) => fact !== null).join(' · ')}</span>
          </li>
        );
      })}
    </ul>
  );
}

function useMachinesById(): ById {
  const machines = useApp(selectMachines);
  return useMemo(() => new Map(machines.map((machine) => [machine.id, machine])), [machines]);
}

function useNames(machines: ById): (ids: readonly string[]) => string {
  const comma = useText('common')('list.comma');
  return (ids) => ids.map((id) => machines.get(id)?.name ?? id).join(comma);
}

type OfferMethod = 'identity.merge' | 'identity.decline' | 'identity.offerAgain';

/** What somebody says of machines that may be one; each word is a step that can be taken back. */
function useSay(): (method: OfferMethod, ids: readonly string[]) => Promise<void> {
  const store = useAppStore();
  return async (method, ids) => {
    const { edit, tell } = store.getState();
    if (await edit(method, { machines: [...ids] })) tell('edited', { offersUndo: true });
  };
}
