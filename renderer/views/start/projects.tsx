import { Button, Link } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { FolderRegular } from '@fluentui/react-icons/svg/folder';
import { useState } from 'react';
import { useHost } from '../../host/use-host.ts';
import { useText } from '../../i18n/use-text.ts';
import { selectOpenProject } from '../../state/selectors.ts';
import { useApp, useAppStore } from '../../state/use-app.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loading } from '../../ui/loading.tsx';
import { SaveCollector } from './collector.tsx';
import { NewProjectDialog } from './new-project-dialog.tsx';
import styles from './start.module.css';
import { useSample } from './use-sample.ts';

/** Other projects: new ones, and those that were opened before. */
export function Projects({ isFirst = false }: { readonly isFirst?: boolean }) {
  const text = useText('start');
  const openSample = useSample();
  return (
    <>
      <div className={styles.buttons}>
        <NewProject />
        <OpenProject />
        {!isFirst && (
          <Button appearance="subtle" onClick={() => void openSample()}>
            {text('sample.open')}
          </Button>
        )}
      </div>
      <Recent />
    </>
  );
}

/** Ways to begin: files, a tenant, what a customer runs for us, and the sample where no project is open. */
export function FirstSteps({ isOpen }: { readonly isOpen: boolean }) {
  const text = useText('start');
  const store = useAppStore();
  const openSample = useSample();
  const [isNaming, setNaming] = useState(false);
  const connect = () => store.getState().navigate('connect');
  return (
    <div className={styles.hero}>
      <button type="button" className={styles.drop} onClick={() => void store.getState().chooseFiles()}>
        <Icon of={DocumentAddRegular} className={styles.dropIcon} />
        <span className={styles.dropTitle}>{text('drop.title')}</span>
        <span className={styles.quiet}>{text('drop.text')}</span>
      </button>
      {!isOpen && (
        <div className={styles.card}>
          <h2>{text('sample.title')}</h2>
          <p className={styles.quiet}>{text('sample.text')}</p>
          <Button appearance="primary" onClick={() => void openSample()}>
            {text('sample.open')}
          </Button>
        </div>
      )}
      <div className={styles.card}>
        <h2>{text('azure.title')}</h2>
        <p className={styles.quiet}>{text('azure.text')}</p>
        <Button onClick={() => (isOpen ? connect() : setNaming(true))}>
          {text(isOpen ? 'azure.open' : 'azure.new')}
        </Button>
      </div>
      <div className={styles.card}>
        <h2>{text('collector.title')}</h2>
        <p className={styles.quiet}>{text('collector.text')}</p>
        <SaveCollector />
      </div>
      {isNaming && <NewProjectDialog close={() => setNaming(false)} created={connect} />}
    </div>
  );
}

/** What is done with an open project from here. */
export function StartActions() {
  const text = useText('start');
  const store = useAppStore();
  return (
    <>
      <Button icon={<DocumentAddRegular />} onClick={() => void store.getState().chooseFiles()}>
        {text('addFiles')}
      </Button>
      <Button onClick={() => store.getState().navigate('inventory')}>{text('toInventory')}</Button>
      <Button appearance="subtle" onClick={() => void store.getState().closeProject()}>
        {text('close')}
      </Button>
    </>
  );
}

function NewProject() {
  const text = useText('start');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<AddRegular />} onClick={() => setOpen(true)}>
        {text('new')}
      </Button>
      {isOpen && <NewProjectDialog close={() => setOpen(false)} />}
    </>
  );
}

function OpenProject() {
  const text = useText('start');
  const store = useAppStore();
  const { actions } = useHost();
  if (!actions.can.anyProjectPath) return null;
  const open = async () => {
    const path = await actions.chooseProject();
    if (path !== null) await store.getState().openProject(path);
  };
  return (
    <Button icon={<FolderRegular />} onClick={() => void open()}>
      {text('open')}
    </Button>
  );
}

function Recent() {
  const text = useText('start');
  const store = useAppStore();
  const projects = useApp((state) => state.projects);
  const openPath = useApp((state) => selectOpenProject(state)?.state.project.path ?? null);
  if (projects.kind === 'failed') return <FailureNote failure={projects.failure} />;
  if (projects.kind !== 'ready') return <Loading />;
  const others = projects.value.projects.filter(({ path }) => path !== openPath);
  if (others.length === 0) return <p className={styles.quiet}>{text('recent.none')}</p>;
  return (
    <ul className={styles.recent} aria-label={text('recent')}>
      {others.map(({ path, name, openedAt, exists }) => (
        <li key={path} className={styles.project}>
          <div className={styles.projectWords}>
            {exists ? (
              <Link as="button" className={styles.projectName} onClick={() => void store.getState().openProject(path)}>
                {name}
              </Link>
            ) : (
              <span className={styles.gone}>{text('recent.gone', { name })}</span>
            )}
            <span className={styles.path}>{path}</span>
          </div>
          <span className={styles.date}>{openedAt.slice(0, 10)}</span>
          <Button
            size="small"
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={text('recent.forget', { name })}
            onClick={() => void store.getState().forgetProject(path)}
          />
        </li>
      ))}
    </ul>
  );
}
