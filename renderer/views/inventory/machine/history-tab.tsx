import type { MachineDetailView, ProjectState } from '../../../../shared/contract/app-views.ts';
import { useText } from '../../../i18n/use-text.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Block } from './block.tsx';

interface HistoryTabProps {
  readonly detail: MachineDetailView;
  readonly state: ProjectState;
}

/** When the project learnt of the machine, and what a person said about it; the newest first. */
export function HistoryTab({ detail, state }: HistoryTabProps) {
  const text = useText('machine');
  const { machine, override } = detail;
  const imports = state.evidence
    .filter(({ id }) => machine.evidence.some((place) => place.id === id))
    .map(({ importedAt, file, date }) => ({
      at: importedAt,
      what: text('history.imported', { file, date: date.slice(0, 10) }),
    }));
  const said = override
    ? [
        {
          at: override.at,
          what: text('history.override', {
            want: text(`override.${override.want}`),
            why: override.why,
            by: override.by ?? '–',
          }),
        },
      ]
    : [];
  const entries = [...imports, ...said].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Block title={text('history')}>
      <DataTable
        label={text('history')}
        rows={entries}
        keyOf={(_, index) => String(index)}
        columns={[
          { key: 'at', title: text('history.at'), isShort: true, cell: ({ at }) => at.slice(0, 16).replace('T', ' ') },
          { key: 'what', title: text('history.what'), cell: ({ what }) => what },
        ]}
      />
    </Block>
  );
}
