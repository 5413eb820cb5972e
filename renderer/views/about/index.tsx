import { Button } from '@fluentui/react-components';
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard';
import { useState } from 'react';
import { formatUnitPrice, METER_NAMES, PRICE_BOOKS } from '../../../shared/cost/index.ts';
import { sourceText } from '../../../shared/i18n/cost/sources.ts';
import { EDITIONS } from '../../../shared/matrix/editions.ts';
import { SOURCES, type Source } from '../../../shared/matrix/sources.ts';
import { EDITION_IDS, FORMAT_IDS } from '../../../shared/model/index.ts';
import { ShortcutSheet } from '../../app/shortcuts/sheet.tsx';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { useApp } from '../../state/use-app.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page, Section } from '../../ui/page.tsx';
import styles from './about.module.css';
import { LICENCES } from './licences.ts';

/** Which version this is, and which documents, prices and formats it knows, with their dates. */
export default function AboutScreen() {
  const text = useText('about');
  const product = useText('shell')('product');
  const info = useApp((app) => app.info);
  const [isHelpOpen, setHelpOpen] = useState(false);
  return (
    <Page
      title={product}
      summary={info ? text('version', { version: info.version }) : <Loading />}
      actions={
        <Button icon={<KeyboardRegular />} onClick={() => setHelpOpen(true)}>
          {text('shortcuts')}
        </Button>
      }
    >
      <p className={styles.text}>{text('text')}</p>
      <Section title={text('editions')}>
        <Editions />
      </Section>
      <Section title={text('prices')}>
        <Prices />
      </Section>
      <Section title={text('formats')}>
        <Formats />
      </Section>
      <Section title={text('sources')}>
        <Sources />
      </Section>
      <Section title={text('licences')}>
        <p className={styles.text}>{text('licence')}</p>
        <KeyValues
          entries={Object.entries(LICENCES).map(([licence, packages]) => ({
            key: licence,
            value: packages.join(', '),
          }))}
        />
      </Section>
      <Section title={text('folders')}>
        {info && (
          <KeyValues
            entries={[
              { key: text('projects'), value: info.projectsFolder },
              { key: text('data'), value: info.dataFolder },
            ]}
          />
        )}
      </Section>
      <ShortcutSheet isOpen={isHelpOpen} close={() => setHelpOpen(false)} />
    </Page>
  );
}

function Editions() {
  const text = useText('about');
  const language = useLanguage();
  return (
    <DataTable
      label={text('editions')}
      rows={EDITION_IDS.map((id) => EDITIONS[id])}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', title: text('edition'), cell: ({ name }) => name[language] },
        { key: 'id', title: text('id'), cell: ({ id }) => id },
        { key: 'date', title: text('date'), cell: ({ date }) => <span className={styles.date}>{date}</span> },
        {
          key: 'rows',
          title: text('rules'),
          isNumber: true,
          cell: ({ before, azure, outside, joined }) =>
            text('number', { value: new Set([...before, ...azure, ...outside, ...joined].map(({ id }) => id)).size }),
        },
      ]}
    />
  );
}

function Sources() {
  const text = useText('about');
  const sources: readonly Source[] = Object.values(SOURCES);
  return (
    <DataTable
      label={text('sources')}
      rows={sources.toSorted((a, b) => (a.date < b.date ? 1 : -1))}
      keyOf={({ title }) => title}
      columns={[
        {
          key: 'title',
          title: text('document'),
          cell: ({ title, url }) => (url === null ? title : <ExternalLink url={url}>{title}</ExternalLink>),
        },
        { key: 'date', title: text('date'), cell: ({ date }) => <span className={styles.date}>{date}</span> },
      ]}
    />
  );
}

function Prices() {
  const text = useText('about');
  const language = useLanguage();
  const rows = (['retail', 'list'] as const).flatMap((book) =>
    PRICE_BOOKS[book].prices.map((price) => ({ book, ...price })),
  );
  return (
    <DataTable
      label={text('prices')}
      rows={rows}
      keyOf={({ book, meter }) => `${book} ${meter}`}
      columns={[
        { key: 'book', title: text('book'), cell: ({ book }) => text(`book.${book}`) },
        { key: 'meter', title: text('meter'), cell: ({ meter }) => METER_NAMES[meter] },
        {
          key: 'price',
          title: text('price'),
          isNumber: true,
          cell: ({ unitPrice, currency, unit }) =>
            text(unit === '1/Hour' ? 'perHour' : 'perMonth', { price: formatUnitPrice(unitPrice, currency, language) }),
        },
        { key: 'source', title: text('source'), cell: ({ source }) => sourceText(source, language) },
        { key: 'date', title: text('date'), cell: ({ date }) => <span className={styles.date}>{date}</span> },
      ]}
    />
  );
}

function Formats() {
  const words = useText('words');
  return (
    <ul className={styles.formats}>
      {FORMAT_IDS.filter((id) => id !== 'unknown').map((id) => (
        <li key={id}>{words(`format.${id}`)}</li>
      ))}
    </ul>
  );
}
