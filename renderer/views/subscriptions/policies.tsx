import type { Subscription } from '../../../shared/model/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import styles from './subscriptions.module.css';

/** Policy assignments that set Defender plans here, or may. */
export function Policies({ subscription: { arePoliciesRead, policies } }: { readonly subscription: Subscription }) {
  const text = useText('subscriptions');
  return (
    <Section title={text('policies')}>
      {!arePoliciesRead && <p className={styles.text}>{text('policies.unread')}</p>}
      {arePoliciesRead && policies.length === 0 && <p className={styles.text}>{text('policies.none')}</p>}
      {policies.length > 0 && (
        <DataTable
          label={text('policies')}
          rows={policies}
          keyOf={({ assignmentId, definitionId }) => `${assignmentId} ${definitionId}`}
          columns={[
            { key: 'name', title: text('policy.name'), cell: ({ name }) => name },
            { key: 'effect', title: text('policy.effect'), cell: ({ effect }) => text(`effect.${effect}`) },
            { key: 'exempted', title: text('policy.exempted'), cell: ({ isExempted }) => text(`yes.${isExempted}`) },
          ]}
        />
      )}
    </Section>
  );
}
