import { ToggleButton } from '@fluentui/react-components';
import { useState } from 'react';
import { CAPABILITY_SOURCE } from '../../../shared/matrix/capabilities.ts';
import { useText } from '../../i18n/use-text.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Section } from '../../ui/page.tsx';
import { Chart } from './chart.tsx';
import styles from './compare.module.css';
import { DetailsTable, TotalsTable } from './comparison-table.tsx';
import { FIGURES, type Figure } from './figures.ts';
import { AddColumn } from './scenario-head.tsx';
import type { CompareGround } from './use-compare.ts';
import { WhatIfBar } from './what-if-bar.tsx';

/** Money, servers, features and changes in columns that all move at once. */
export function Overview({ ground }: { readonly ground: CompareGround }) {
  const text = useText('compare');
  const [figure, setFigure] = useState<Figure>('always');
  const { title, url, date } = CAPABILITY_SOURCE;
  return (
    <>
      <WhatIfBar ground={ground} />
      <TotalsTable ground={ground} />
      <AddColumn ground={ground} />
      <Section
        title={text('chart.title')}
        actions={
          <fieldset className={styles.figureChoice} aria-label={text('figure')}>
            {FIGURES.map((id) => (
              <ToggleButton key={id} size="small" checked={id === figure} onClick={() => setFigure(id)}>
                {text(`figure.${id}`)}
              </ToggleButton>
            ))}
          </fieldset>
        }
      >
        <Chart ground={ground} figure={figure} />
      </Section>
      <Section title={text('details')}>
        <DetailsTable ground={ground} figure={figure} />
        <p className={styles.source}>
          {text('features.source')} {url === null ? title : <ExternalLink url={url}>{title}</ExternalLink>} ({date})
        </p>
      </Section>
    </>
  );
}
