import { useMemo } from 'react';
import { costFindings, priceFindings } from '../../../shared/cost/index.ts';
import { viewFinding } from '../../../shared/i18n/findings/index.ts';
import { useText } from '../../i18n/use-text.ts';
import type { AssumptionName } from '../../ui/assumptions/controls.ts';
import { ProjectAssumptions } from '../../ui/assumptions/project-assumptions.tsx';
import { FindingList } from '../../ui/finding-list.tsx';
import { Section } from '../../ui/page.tsx';
import { BreakdownTable } from './breakdown-table.tsx';
import styles from './cost.module.css';
import { Figures } from './figures.tsx';
import { ItemTable } from './item-table.tsx';
import type { Drill } from './lines-view.tsx';
import { SideCosts } from './side-costs.tsx';
import type { CostGround } from './use-cost.ts';

interface SummaryProps {
  readonly ground: CostGround;
  readonly openLines: (drill: Drill) => void;
}

/** The totals, how they come about, and what they assume. */
export function Summary({ ground, openLines }: SummaryProps) {
  const text = useText('cost');
  return (
    <div className={styles.summary}>
      <div className={styles.mainColumn}>
        <Figures ground={ground} openLines={openLines} />
        <Section title={text('open.title')}>
          <OpenQuestions ground={ground} />
        </Section>
        <Section title={text('items.title')}>
          <ItemTable ground={ground} openLines={openLines} />
        </Section>
        <Section title={text('breakdown.title')}>
          <BreakdownTable ground={ground} openLines={openLines} />
        </Section>
        <Section title={text('beside.title')}>
          <SideCosts ground={ground} openLines={openLines} />
        </Section>
      </div>
      <aside className={styles.assumptions} aria-label={text('assumptions.title')}>
        <h2>{text('assumptions.title')}</h2>
        <ProjectAssumptions names={namesFor(ground)} />
      </aside>
    </div>
  );
}

/** A rate and a tax rate are asked for where they are used. */
function namesFor({ state: { assumptions } }: CostGround): readonly AssumptionName[] {
  return [
    'discount',
    'trial',
    'prepurchase',
    'licence-offset',
    'hours',
    'price-book',
    'region',
    'currency',
    ...(assumptions.currency === 'USD' ? [] : (['rate'] as const)),
    'tax',
    ...(assumptions.tax === 'with' ? (['tax-rate'] as const) : []),
  ];
}

/** Why a total says "at least", and what else a reader of the figures should know. */
function OpenQuestions({ ground: { planned, state, language } }: { readonly ground: CostGround }) {
  const text = useText('cost');
  const findings = useMemo(
    () =>
      [
        ...costFindings(planned.cost(), planned.assumptions),
        ...priceFindings(planned.assumptions, state.importedPrices, state.asOf),
      ].map((found) => viewFinding(found, language)),
    [planned, state, language],
  );
  if (findings.length === 0) return <p className={styles.quiet}>{text('open.none')}</p>;
  return <FindingList findings={findings} first={4} />;
}
