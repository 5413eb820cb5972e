import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { type CoverageScope, READ_TOPICS } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import styles from './start.module.css';

/** What was read of which subscription, what was not, and which conclusions that weakens. */
export function Coverage({ coverage }: { readonly coverage: readonly CoverageScope[] }) {
  const text = useText('start');
  if (coverage.length === 0) return <p className={styles.quiet}>{text('coverage.none')}</p>;
  return (
    <LongTable
      label={text('coverage')}
      part={20}
      rows={coverage}
      keyOf={({ tenantId, subscriptionId, name }) => `${tenantId} ${subscriptionId} ${name}`}
      columns={[
        {
          key: 'scope',
          title: text('coverage.scope'),
          cell: ({ name, subscriptionId, tenantId }) => (
            <>
              <div className={styles.scope}>{name ?? subscriptionId ?? text('coverage.tenant')}</div>
              <div className={styles.small}>{subscriptionId ?? tenantId}</div>
            </>
          ),
        },
        ...READ_TOPICS.map((topic) => ({
          key: topic,
          title: text(`topic.${topic}`),
          cell: ({ read }: CoverageScope) => <Read date={read[topic]} />,
        })),
        {
          key: 'weakens',
          title: text('coverage.weakens'),
          cell: ({ weakens }) => (
            <ul className={styles.weakens}>
              {weakens.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function Read({ date }: { readonly date: string | null }) {
  const text = useText('start');
  if (date === null) return <span className={styles.notRead}>{text('coverage.notRead')}</span>;
  return (
    <span className={styles.read}>
      <Icon of={CheckmarkCircleRegular} className={styles.readIcon} label={text('coverage.read')} />
      {date.slice(0, 10)}
    </span>
  );
}
