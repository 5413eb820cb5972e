import { Button, Checkbox, Dropdown, Field, Option, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { ExportView } from '../../../shared/contract/views.ts';
import { LANGUAGES, type Language } from '../../../shared/model/index.ts';
import { useHost } from '../../host/use-host.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { selectMachines, selectProjectState } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { FindingList } from '../../ui/finding-list.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useScenarioName } from '../../ui/use-scenario-name.ts';
import styles from './export.module.css';
import { FileTable } from './file-table.tsx';
import { type ExportWish, FORMATS, useDownloader, useListing, useWriter } from './use-export.ts';

/** Files for others: which, of which scenario, in which language; listed before anything is written. */
export default function ExportScreen() {
  const text = useText('export');
  const store = useAppStore();
  const machines = useApp(selectMachines);
  const scenario = useApp(({ scenarioId }) => scenarioId);
  const language = useLanguage();
  const [wish, setWish] = useState<ExportWish>({ scenario, formats: FORMATS, language });
  if (machines.length === 0) {
    return (
      <Page title={text('title')}>
        <EmptyState
          title={text('empty.title')}
          action={
            <Button appearance="primary" onClick={() => void store.getState().chooseFiles()}>
              {text('empty.action')}
            </Button>
          }
        >
          {text('empty.text')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={text('title')} summary={text('summary')}>
      <Wish wish={wish} change={setWish} />
      {wish.formats.length === 0 ? <p className={styles.quiet}>{text('noFormat')}</p> : <Files wish={wish} />}
    </Page>
  );
}

interface WishProps {
  readonly wish: ExportWish;
  readonly change: (wish: ExportWish) => void;
}

function Wish({ wish, change }: WishProps) {
  const text = useText('export');
  const nameOf = useScenarioName();
  const scenarios = useApp((app) => selectProjectState(app)?.scenarios ?? NONE);
  const current = scenarios.find(({ id }) => id === wish.scenario);
  return (
    <div className={styles.wish}>
      <Field label={text('scenario')}>
        <Dropdown
          value={current ? nameOf(current) : ''}
          selectedOptions={[wish.scenario]}
          onOptionSelect={(_, { optionValue }) => optionValue && change({ ...wish, scenario: optionValue })}
        >
          {scenarios.map((each) => (
            <Option key={each.id} value={each.id}>
              {nameOf(each)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field label={text('language')}>
        <RadioGroup
          layout="horizontal"
          value={wish.language}
          onChange={(_, { value }) => change({ ...wish, language: value as Language })}
        >
          {LANGUAGES.map((each) => (
            <Radio key={each} value={each} label={text(`language.${each}`)} />
          ))}
        </RadioGroup>
      </Field>
      <fieldset className={styles.formats}>
        <legend>{text('formats')}</legend>
        {FORMATS.map((format) => (
          <div key={format}>
            <Checkbox
              label={text(`format.${format}`)}
              checked={wish.formats.includes(format)}
              onChange={(_, { checked }) =>
                change({
                  ...wish,
                  formats: FORMATS.filter((each) => (each === format ? checked === true : wish.formats.includes(each))),
                })
              }
            />
            <p className={styles.hint}>{text(`format.${format}.hint`)}</p>
          </div>
        ))}
      </fieldset>
    </div>
  );
}

const NONE: [] = [];

function Files({ wish }: { readonly wish: ExportWish }) {
  const text = useText('export');
  const { actions } = useHost();
  const listing = useListing(wish);
  const write = useWriter(wish);
  const download = useDownloader(wish);
  const isBusy = useApp(({ task }) => task !== null);
  const [written, setWritten] = useState<{ readonly of: ExportWish; readonly view: ExportView } | null>(null);
  if (listing.kind === 'failed') return <FailureNote failure={listing.failure} effect={text('failed.effect')} />;
  if (listing.kind !== 'ready') return <Loading label={text('listing')} />;
  const { files, findings } = listing.value;
  const done = written?.of === wish ? written.view : null;
  const writeAll = async () => {
    const view = await write();
    if (view) setWritten({ of: wish, view });
  };
  return (
    <>
      <Section
        title={text('files', { count: files.length })}
        actions={
          actions.can.folders ? (
            <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void writeAll()}>
              {text('write')}
            </Button>
          ) : (
            <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void download(null)}>
              {text('downloadAll', { count: files.length })}
            </Button>
          )
        }
      >
        <FileTable files={files} download={(name) => void download(name)} isBusy={isBusy} />
      </Section>
      {done && <Written view={done} />}
      <Section title={text('findings')}>
        {findings.length === 0 ? (
          <p className={styles.quiet}>{text('findings.none')}</p>
        ) : (
          <FindingList findings={findings} />
        )}
      </Section>
    </>
  );
}

/** Where the files are now, and what was found in that folder. */
function Written({ view }: { readonly view: ExportView }) {
  const text = useText('export');
  const { actions } = useHost();
  const [first] = view.files;
  return (
    <Section
      title={text('written', { count: view.files.length })}
      actions={
        actions.can.reveal && first && <Button onClick={() => void actions.reveal(first.path)}>{text('reveal')}</Button>
      }
    >
      <FindingList findings={view.findings} />
    </Section>
  );
}
