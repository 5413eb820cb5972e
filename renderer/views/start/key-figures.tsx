import { Link } from '@fluentui/react-components';
import { formatMoney } from '../../../shared/cost/display.ts';
import { planWord } from '../../../shared/i18n/plan/words.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { selectMachines, selectPlanned } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { useScenarioName } from '../../ui/use-scenario-name.ts';
import styles from './start.module.css';

/** The plan in a few numbers, of the scenario that is chosen above. */
export function KeyFigures() {
  const text = useText('start');
  const language = useLanguage();
  const machines = useApp(selectMachines);
  const planned = useApp(selectPlanned);
  const nameOf = useScenarioName();
  if (!planned || machines.length === 0) return <p className={styles.quiet}>{text('figures.none')}</p>;
  const { monthly, atLeast, alwaysAtLeast, blocked } = planned.totals();
  const money = (amount: string, isAtLeast: boolean) => {
    const shown = formatMoney(amount, planned.assumptions.currency, language);
    return isAtLeast ? text('figures.atLeast', { amount: shown }) : shown;
  };
  const servers = (plan: string) =>
    planned.planning.planned.reduce((sum, each) => sum + (each.plan === plan ? each.machine.capacity : 0), 0);
  const figures = [
    { key: 'machines', value: text('number', { value: machines.length }), note: '' },
    ...(['P2', 'P1', 'off'] as const).map((plan) => ({
      key: plan,
      title: plan === 'off' ? text('figures.off') : planWord(plan, language),
      value: text('number', { value: servers(plan) }),
      note: text('figures.servers'),
    })),
    {
      key: 'blocked',
      value: blocked > 0 ? <Blocked count={blocked} /> : text('number', { value: blocked }),
      note: text('figures.blockedNote'),
    },
    {
      key: 'now',
      value: money(monthly.now, atLeast),
      note: text('figures.nowNote', { date: planned.book.prices[0]?.date ?? '' }),
    },
    { key: 'always', value: money(monthly.always, alwaysAtLeast), note: text('figures.alwaysNote') },
  ];
  return (
    <section aria-label={text('figures', { scenario: nameOf(planned.scenario) })}>
      <p className={styles.quiet}>{text('figures', { scenario: nameOf(planned.scenario) })}</p>
      <dl className={styles.figures}>
        {figures.map(({ key, value, note, ...rest }) => (
          <div key={key} className={styles.figure}>
            <dt>{'title' in rest ? rest.title : text(`figures.${key as 'machines'}`)}</dt>
            <dd className={styles.number}>{value}</dd>
            {note && <dd className={styles.note}>{note}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Leads to the machines that cannot have what is wanted. */
function Blocked({ count }: { readonly count: number }) {
  const text = useText('start');
  const store = useAppStore();
  const open = () => {
    const { clearFilter, setPill, navigate } = store.getState();
    clearFilter();
    setPill('method', ['blocked']);
    navigate('inventory');
  };
  return (
    <Link as="button" onClick={open}>
      {text('number', { value: count })}
    </Link>
  );
}
