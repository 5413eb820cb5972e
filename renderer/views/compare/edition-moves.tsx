import { useMemo } from 'react';
import { EDITIONS } from '../../../shared/matrix/editions.ts';
import type { Scenario } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { planOf } from '../../state/planning.ts';
import { LongTable } from '../../ui/long-table.tsx';
import { MachineLink } from '../../ui/machine-link.tsx';
import { Section } from '../../ui/page.tsx';
import styles from './compare.module.css';
import { decidedText } from './differences.ts';
import { movesBetween, otherEdition } from './moves.ts';
import type { CompareGround } from './use-compare.ts';

interface EditionMovesProps {
  readonly ground: CompareGround;
  readonly scenario: Scenario;
}

/** Which machines the other edition of the rules would plan otherwise, and why. */
export function EditionMoves({ ground, scenario }: EditionMovesProps) {
  const text = useText('compare');
  const { machines, state, language } = ground;
  const plans = useMemo(() => {
    const here = planOf({ machines, state, language }, scenario.id);
    if (!here) return null;
    const there = planOf({ machines, state, language }, scenario.id, {
      edition: otherEdition(here.assumptions.edition),
    });
    return there && { here, there, moves: movesBetween(here, there, machines) };
  }, [machines, state, language, scenario.id]);
  if (!plans) return null;
  const { here, there, moves } = plans;
  const name = EDITIONS[there.assumptions.edition].name[language];
  return (
    <Section title={text('moves')}>
      <p className={styles.quiet}>
        {text(moves.length === 0 ? 'moves.none' : 'moves.count', {
          count: moves.length,
          here: EDITIONS[here.assumptions.edition].name[language],
          there: name,
        })}
      </p>
      {moves.length > 0 && (
        <LongTable
          label={text('moves')}
          rows={moves}
          keyOf={(position) => String(position)}
          columns={[
            {
              key: 'machine',
              title: text('machine'),
              cell: (position) => {
                const machine = machines[position];
                return machine && <MachineLink id={machine.id} name={machine.name} />;
              },
            },
            {
              key: 'here',
              title: EDITIONS[here.assumptions.edition].name[language],
              cell: (position) => decidedText(here.planning.decided(position), here, language),
            },
            {
              key: 'there',
              title: name,
              cell: (position) => (
                <>
                  <div>{decidedText(there.planning.decided(position), there, language)}</div>
                  <div className={styles.rowNote}>{there.planning.recommendation(position).reason}</div>
                </>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
