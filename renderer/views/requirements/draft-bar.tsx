import { Button } from '@fluentui/react-components';
import { formatMoney } from '../../../shared/cost/display.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { useAppStore } from '../../state/use-app.ts';
import { DifferenceList } from './difference-list.tsx';
import styles from './requirements.module.css';
import { type Requirements, type Tried, useTried } from './use-requirements.ts';

/** What the drafted rules would mean, before they are applied. Nothing is shown when nothing is drafted. */
export function DraftBar({ requirements }: { readonly requirements: Requirements }) {
  const text = useText('requirements');
  const store = useAppStore();
  const tried = useTried(requirements);
  if (!requirements.isChanged) return null;
  const { applyRequirements, setRequirementsDraft } = store.getState();
  return (
    <section className={styles.draft} aria-label={text('draft.label')}>
      <div className={styles.draftLine}>
        <div role="status">{tried && <Sum tried={tried} />}</div>
        <div className={styles.buttons}>
          <Button onClick={() => setRequirementsDraft(null)}>{text('draft.discard')}</Button>
          <Button
            appearance="primary"
            disabledFocusable={requirements.isOpen}
            onClick={() => void (requirements.isOpen || applyRequirements())}
          >
            {text('draft.apply')}
          </Button>
        </div>
      </div>
      {requirements.isOpen && <div className={styles.warning}>{text('draft.open')}</div>}
      {tried && tried.difference.machines.length > 0 && (
        <DifferenceList tried={tried} machines={requirements.machines} />
      )}
    </section>
  );
}

function Sum({ tried: { before, after, difference } }: { readonly tried: Tried }) {
  const text = useText('requirements');
  const language = useLanguage();
  const money = (amount: string) => formatMoney(amount, before.assumptions.currency, language);
  const [from, to] = [before.totals().monthly, after.totals().monthly];
  const count = difference.machines.length;
  return (
    <>
      <strong>{count === 0 ? text('draft.none') : text('draft.changes', { count })}</strong>
      <div>
        {text('draft.monthly', {
          before: money(from.now),
          after: money(to.now),
          beforeAlways: money(from.always),
          afterAlways: money(to.always),
        })}
      </div>
    </>
  );
}
