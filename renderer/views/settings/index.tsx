import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { SettingsView, Theme } from '../../../shared/contract/app-views.ts';
import { LANGUAGES } from '../../../shared/model/index.ts';
import { useHost } from '../../host/use-host.ts';
import { useText } from '../../i18n/use-text.ts';
import { selectProjectState } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import type { AssumptionName } from '../../ui/assumptions/controls.ts';
import { ProjectAssumptions } from '../../ui/assumptions/project-assumptions.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { AzureSettings } from './azure-settings.tsx';
import styles from './settings.module.css';

/** What holds for the app on this computer, and what the open project assumes throughout. */
export default function SettingsScreen() {
  const text = useText('settings');
  const project = useApp((app) => selectProjectState(app)?.project.name ?? null);
  return (
    <Page title={text('title')}>
      <Section title={text('app')}>
        <AppSettings />
      </Section>
      <Section title={text('azure')}>
        <AzureSettings />
      </Section>
      <Section title={project === null ? text('project') : text('projectOf', { name: project })}>
        {project === null ? (
          <p className={styles.quiet}>{text('project.none')}</p>
        ) : (
          <div className={styles.project}>
            <ProjectAssumptions names={PROJECT_NAMES} />
          </div>
        )}
      </Section>
      <Section title={text('data')}>
        <DataFolder />
      </Section>
    </Page>
  );
}

const PROJECT_NAMES: readonly AssumptionName[] = ['edition', 'price-book', 'hours', 'exception-limit', 'new-machines'];

const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'high-contrast'];

function AppSettings() {
  const text = useText('settings');
  const store = useAppStore();
  const settings = useApp((app) => app.settings);
  const change = (next: Partial<SettingsView>) => void store.getState().changeSettings(next);
  return (
    <div className={styles.fields}>
      <Field label={text('language')}>
        <RadioGroup
          layout="horizontal"
          value={settings.language}
          onChange={(_, { value }) => change({ language: value as SettingsView['language'] })}
        >
          {(['system', ...LANGUAGES] as const).map((language) => (
            <Radio key={language} value={language} label={text(`language.${language}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={text('theme')}>
        <RadioGroup
          layout="horizontal"
          value={settings.theme}
          onChange={(_, { value }) => change({ theme: value as SettingsView['theme'] })}
        >
          {THEMES.map((theme) => (
            <Radio key={theme} value={theme} label={text(`theme.${theme}`)} />
          ))}
        </RadioGroup>
      </Field>
      <NameField by={settings.by} save={(by) => change({ by })} />
    </div>
  );
}

function NameField({ by, save }: { readonly by: string; readonly save: (by: string) => void }) {
  const text = useText('settings');
  const [typed, setTyped] = useState(by);
  useEffect(() => setTyped(by), [by]);
  const done = () => typed.trim() !== by && save(typed.trim());
  return (
    <Field label={text('by')} hint={text('by.hint')}>
      <Input
        className={styles.name}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={done}
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Enter' && !nativeEvent.isComposing) done();
        }}
      />
    </Field>
  );
}

/** Where everything is kept; nothing leaves this computer by itself. */
function DataFolder() {
  const text = useText('settings');
  const info = useApp((app) => app.info);
  const { actions } = useHost();
  return (
    <>
      <p className={styles.quiet}>{text('data.text')}</p>
      {info && (
        <div className={styles.folder}>
          <span className={styles.path}>{info.dataFolder}</span>
          {actions.can.reveal && (
            <Button size="small" onClick={() => void actions.reveal(info.dataFolder)}>
              {text('data.show')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
