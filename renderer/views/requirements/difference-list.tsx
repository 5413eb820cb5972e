import { methodWord, planWord, scopeWord } from '../../../shared/i18n/plan/words.ts';
import type { Machine } from '../../../shared/model/index.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { LongTable } from '../../ui/long-table.tsx';
import { MachineLink } from '../../ui/machine-link.tsx';
import type { Outcome } from './difference.ts';
import styles from './requirements.module.css';
import type { Tried } from './use-requirements.ts';

interface DifferenceListProps {
  readonly tried: Tried;
  readonly machines: readonly Machine[];
}

/** Every machine that would get another method or plan, and the subscriptions that would get another base. */
export function DifferenceList({ tried: { before, after, difference }, machines }: DifferenceListProps) {
  const text = useText('requirements');
  const language = useLanguage();
  const said = ({ plan, method }: Outcome) =>
    text('outcome', { plan: planWord(plan, language), method: methodWord(method, language) });
  const blocked = after.planning.blocked;
  return (
    <details className={styles.details}>
      <summary>{text('difference.title')}</summary>
      <ul className={styles.facts}>
        {blocked !== before.planning.blocked && (
          <li>{text('difference.blocked', { count: blocked, before: before.planning.blocked })}</li>
        )}
        {difference.scopes.map(({ id, name, before: from, after: to }) => (
          <li key={id}>
            {text('difference.scope', {
              scope: scopeWord({ id, name }, language),
              before: planWord(from, language),
              after: planWord(to, language),
            })}
          </li>
        ))}
        {difference.kinds.map((kind) => (
          <li key={JSON.stringify(kind)}>
            {text('difference.kind', { count: kind.count, before: said(kind.before), after: said(kind.after) })}
          </li>
        ))}
      </ul>
      <LongTable
        label={text('difference.list')}
        rows={difference.machines}
        keyOf={(position) => String(position)}
        columns={[
          {
            key: 'machine',
            title: text('difference.machine'),
            cell: (position) => {
              const machine = machines[position];
              return machine ? <MachineLink id={machine.id} name={machine.name} /> : null;
            },
          },
          {
            key: 'subscription',
            title: text('difference.subscription'),
            cell: (position) => machines[position]?.subscriptionName ?? machines[position]?.subscriptionId ?? '',
          },
          {
            key: 'before',
            title: text('difference.before'),
            cell: (position) => outcomeAt(before, position, said),
          },
          { key: 'after', title: text('difference.after'), cell: (position) => outcomeAt(after, position, said) },
        ]}
      />
    </details>
  );
}

function outcomeAt({ planning }: Tried['before'], position: number, said: (outcome: Outcome) => string): string {
  const planned = planning.planned[position];
  return planned ? said(planned) : '';
}
