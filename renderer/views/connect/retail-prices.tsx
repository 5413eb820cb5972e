import { Button, Dropdown, Field, Input, Option } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { selectProjectState } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { FindingList } from '../../ui/finding-list.tsx';
import { Section } from '../../ui/page.tsx';
import styles from './connect.module.css';
import { PauseOfTask } from './pause.tsx';
import { regionsOf } from './runs.ts';

/** Currencies that the Retail Prices API knows and customers of the planner bill in; the project's own comes first. */
const CURRENCIES = ['USD', 'JPY', 'EUR', 'GBP', 'AUD', 'CAD', 'CHF', 'INR', 'KRW', 'TWD'] as const;

/** Where the price book leads: `navigate('connect', 'prices')`. */
const PRICES = 'prices';

/** Microsoft's published prices, fetched when asked for; they are evidence of their day, and go into the price book. */
export function RetailPrices() {
  const text = useText('connect');
  const store = useAppStore();
  const state = useApp(selectProjectState);
  const fetched = useApp((app) => app.fetchedPrices);
  const isBusy = useApp(({ task }) => task !== null);
  const isMeant = useApp(({ location }) => location.focus === PRICES);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isMeant) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, [isMeant]);
  const own = state?.assumptions.currency ?? 'USD';
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const currency = chosen ?? own;
  const regions = regionsOf(typed);
  const kept = state?.evidence.filter(({ format }) => format === 'retail-prices') ?? [];
  return (
    <div ref={place} tabIndex={-1} className={styles.landing}>
      <Section title={text('prices.title')}>
        <p className={styles.quiet}>{text('prices.text')}</p>
        <div className={styles.fields}>
          <Field label={text('prices.currency')}>
            <Dropdown
              value={currency}
              selectedOptions={[currency]}
              onOptionSelect={(_, { optionValue }) => setChosen(optionValue ?? null)}
            >
              {[...new Set([own, ...CURRENCIES])].map((each) => (
                <Option key={each} value={each}>
                  {each}
                </Option>
              ))}
            </Dropdown>
          </Field>
          <Field
            label={text('prices.regions')}
            hint={text('prices.regions.hint')}
            {...(regions === null && { validationMessage: text('prices.regions.wrong') })}
          >
            <Input
              value={typed}
              placeholder={text('prices.regions.example')}
              onChange={(_, { value }) => setTyped(value)}
            />
          </Field>
        </div>
        <div className={styles.buttons}>
          <Button
            disabledFocusable={isBusy || regions === null}
            onClick={() => void store.getState().fetchPrices(currency, regions ?? [])}
          >
            {text('prices.fetch')}
          </Button>
          {fetched.kind === 'loading' && (
            <>
              <span role="status">{text('prices.fetching')}</span>
              <PauseOfTask />
            </>
          )}
          {fetched.kind === 'ready' && (
            <span role="status">
              {text('prices.fetched', { count: fetched.value.prices, currency: fetched.value.currency })}
            </span>
          )}
        </div>
        {fetched.kind === 'failed' && <FailureNote failure={fetched.failure} effect={text('prices.failed')} />}
        {fetched.kind === 'ready' && <FindingList findings={fetched.value.findings} first={5} hasCodes />}
        {kept.length > 0 && (
          <div>
            <h3 className={styles.heading}>{text('prices.kept')}</h3>
            <ul className={styles.kept}>
              {kept.map(({ id, file, date }) => (
                <li key={id}>{text('prices.of', { file, date: date.slice(0, 10) })}</li>
              ))}
            </ul>
            <Button size="small" onClick={() => store.getState().navigate('cost', 'prices')}>
              {text('prices.book')}
            </Button>
          </div>
        )}
      </Section>
    </div>
  );
}
