import { Badge, Button } from '@fluentui/react-components';
import type { MachineDetailView } from '../../../../shared/contract/app-views.ts';
import type { EvidenceRef } from '../../../../shared/model/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useAppStore } from '../../../state/use-app.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { FindingList } from '../../../ui/finding-list.tsx';
import { Block } from './block.tsx';
import styles from './machine.module.css';

/** Why these rows are one machine, and where every value stands. */
export function EvidenceTab({ detail }: { readonly detail: MachineDetailView }) {
  const text = useText('machine');
  const { machine, fields, findings } = detail;
  return (
    <>
      {findings.length > 0 && (
        <Block title={text('findings')}>
          <FindingList findings={findings} />
        </Block>
      )}
      <Block title={text('keys')}>
        <DataTable
          label={text('keys')}
          rows={machine.keys}
          keyOf={({ key, value }) => `${key} ${value}`}
          columns={[
            { key: 'key', title: text('keys.key'), cell: ({ key }) => text(`key.${key}`) },
            {
              key: 'value',
              title: text('keys.value'),
              cell: ({ value }) => <span className={styles.id}>{value}</span>,
            },
            {
              key: 'sure',
              title: text('keys.confidence'),
              isShort: true,
              cell: ({ confidence }) => text(`confidence.${confidence}`),
            },
          ]}
        />
      </Block>
      <Block title={text('rows')}>
        <Rows detail={detail} />
      </Block>
      <Block title={text('values')}>
        <Values fields={fields} />
      </Block>
    </>
  );
}

function Rows({ detail: { machine } }: { readonly detail: MachineDetailView }) {
  const text = useText('machine');
  const store = useAppStore();
  const split = (evidence: string) => void store.getState().edit('identity.split', { machine: machine.id, evidence });
  return (
    <ul className={styles.lines}>
      {machine.evidence.map((place) => (
        <li key={`${place.id} ${place.sheet} ${place.row}`} className={styles.row}>
          <span>
            <Place of={place} />
            <span className={styles.small}> {place.date.slice(0, 10)}</span>
          </span>
          {machine.evidence.length > 1 && (
            <Button size="small" appearance="subtle" onClick={() => split(place.id)}>
              {text('rows.split')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Values({ fields }: Pick<MachineDetailView, 'fields'>) {
  const text = useText('machine');
  return (
    <DataTable
      label={text('values')}
      rows={fields.flatMap(({ field, values }) => values.map((value, index) => ({ field, index, ...value })))}
      keyOf={(_, index) => String(index)}
      columns={[
        {
          key: 'field',
          title: text('values.field'),
          cell: ({ field, index }) => (index === 0 ? <FieldName field={field} /> : ''),
        },
        {
          key: 'value',
          title: text('values.value'),
          cell: ({ value, isUsed, file, sheet, row }) => (
            <>
              <div className={styles.id}>
                {value}{' '}
                {isUsed && (
                  <Badge size="small" appearance="tint" color="success">
                    {text('values.used')}
                  </Badge>
                )}
              </div>
              <div className={styles.small}>
                <Place of={{ file, sheet, row }} />
              </div>
            </>
          ),
        },
      ]}
    />
  );
}

/** Names of the fields of a record that people ask about; others keep the name that the record has. */
const FIELDS = [
  'name',
  'resourceId',
  'mdeDeviceId',
  'linkedResourceId',
  'vmId',
  'smbiosUuid',
  'fqdn',
  'tenantId',
  'subscriptionId',
  'subscriptionName',
  'resourceGroup',
  'location',
  'domain',
  'osText',
  'osVersion',
  'power',
  'arcStatus',
  'arcAgentVersion',
  'sensorHealth',
  'sensorOnboarding',
  'sensorVersion',
  'lastSeen',
  'tags',
  'ipAddresses',
  'vmSize',
  'cores',
  'capacity',
  'plan',
] as const;

function FieldName({ field }: { readonly field: string }) {
  const text = useText('machine');
  const known = FIELDS.find((each) => each === field);
  return known ? text(`field.${known}`) : field;
}

function Place({ of: { file, sheet, row } }: { readonly of: Pick<EvidenceRef, 'file' | 'sheet' | 'row'> }) {
  const text = useText('machine');
  return [file, ...(sheet === null ? [] : [sheet]), text('rowOf', { row })].join(' · ');
}
