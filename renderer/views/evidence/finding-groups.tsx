import { useMemo, useState } from 'react';
import type { FindingView } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { selectMachines } from '../../state/selectors.ts';
import { useApp } from '../../state/use-app.ts';
import { LongTable } from '../../ui/long-table.tsx';
import { MachineLink } from '../../ui/machine-link.tsx';
import { SeverityIcon } from '../../ui/severity-icon.tsx';
import styles from './evidence.module.css';
import type { FindingGroup } from './findings.ts';

type Names = ReadonlyMap<string, string>;

/** One entry for each kind of finding; what is said of many rows opens into a table of them. */
export function FindingGroups({ groups }: { readonly groups: readonly FindingGroup[] }) {
  const machines = useApp(selectMachines);
  const names = useMemo(() => new Map(machines.map(({ id, name }) => [id, name])), [machines]);
  return (
    <ul className={styles.groups}>
      {groups.map(({ code, severity, findings }) => {
        const [first] = findings;
        return (
          first && (
            <li key={`${severity} ${code}`} className={styles.group}>
              <SeverityIcon severity={severity} />
              <div className={styles.words}>
                <div>{first.message}</div>
                <div className={styles.quiet}>{first.next}</div>
                {findings.length === 1 ? (
                  <Place found={first} names={names} />
                ) : (
                  <Places findings={findings} names={names} />
                )}
              </div>
            </li>
          )
        );
      })}
    </ul>
  );
}

function Places({ findings, names }: { readonly findings: readonly FindingView[]; readonly names: Names }) {
  const text = useText('evidence');
  const [isOpen, setOpen] = useState(false);
  const hasPlace = findings.some(({ file, machineId }) => file !== null || machineId !== null);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.more}>{text('findings.times', { count: findings.length })}</summary>
      {isOpen && (
        <LongTable
          label={text('findings.places')}
          rows={findings}
          keyOf={(_, index) => String(index)}
          columns={[
            { key: 'message', title: text('finding.message'), cell: ({ message }) => message },
            ...(hasPlace
              ? [
                  {
                    key: 'place',
                    title: text('findings.places'),
                    cell: (found: FindingView) => <Place found={found} names={names} />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </details>
  );
}

function Place({
  found: { file, sheet, row, machineId },
  names,
}: {
  readonly found: FindingView;
  readonly names: Names;
}) {
  const text = useText('evidence');
  const name = machineId === null ? undefined : names.get(machineId);
  const place = [file, sheet, row === null ? null : text('finding.rowOf', { row })].filter((part) => part !== null);
  if (place.length === 0 && name === undefined) return null;
  return (
    <div className={styles.place}>
      {place.join(' · ')}
      {machineId !== null && name !== undefined && (
        <>
          {' '}
          <MachineLink id={machineId} name={name} />
        </>
      )}
    </div>
  );
}
