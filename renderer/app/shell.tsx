import { Suspense, useEffect, useState } from 'react';
import { useHost } from '../host/use-host.ts';
import { SCREENS_WITHOUT_PROJECT } from '../state/navigation-slice.ts';
import { selectOpenProject } from '../state/selectors.ts';
import { useApp, useAppStore } from '../state/use-app.ts';
import { Loading } from '../ui/loading.tsx';
import { ImportDialog } from '../views/import/import-dialog.tsx';
import { NewProjectDialog } from '../views/start/new-project-dialog.tsx';
import { DropZone } from './drop-zone.tsx';
import { Navigation } from './navigation.tsx';
import { NoProject } from './no-project.tsx';
import { Notices } from './notices.tsx';
import { focusPane } from './panes.ts';
import { PartialNote } from './partial-note.tsx';
import { SCREEN_ENTRIES } from './screens.tsx';
import styles from './shell.module.css';
import { ShortcutSheet } from './shortcuts/sheet.tsx';
import { runCommand, useShortcutKeys, useShortcuts } from './shortcuts/use-shortcuts.ts';
import { TaskBar } from './task-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useBrowserHistory } from './use-browser-history.ts';
import { ViewBoundary } from './view-boundary.tsx';

/** What stays while screens change. */
export function Shell() {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isMakingProject, setMakingProject] = useState(false);
  useShortcutKeys();
  useMenuCommands();
  useGlobalShortcuts({ help: () => setHelpOpen(true), newProject: () => setMakingProject(true) });
  useBrowserHistory();
  return (
    <DropZone>
      <div className={styles.shell}>
        <TopBar openHelp={() => setHelpOpen(true)} />
        <Navigation />
        <div className={styles.main}>
          <TaskBar />
          <PartialNote />
          <CurrentScreen />
        </div>
      </div>
      <ImportDialog />
      {isMakingProject && <NewProjectDialog close={() => setMakingProject(false)} />}
      <Notices />
      <ShortcutSheet isOpen={isHelpOpen} close={() => setHelpOpen(false)} />
    </DropZone>
  );
}

function CurrentScreen() {
  const screen = useApp(({ location }) => location.screen);
  const hasProject = useApp((state) => selectOpenProject(state) !== null);
  if (!hasProject && !SCREENS_WITHOUT_PROJECT.has(screen)) return <NoProject />;
  const { View } = SCREEN_ENTRIES[screen];
  return (
    <ViewBoundary key={screen}>
      <Suspense fallback={<Loading />}>
        <View />
      </Suspense>
    </ViewBoundary>
  );
}

/** The menus of the system lead to the same as shortcuts do. */
function useMenuCommands(): void {
  const host = useHost();
  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.kind === 'menu') runCommand(event.command);
      }),
    [host],
  );
}

function useGlobalShortcuts(dialogs: { readonly help: () => void; readonly newProject: () => void }): void {
  const store = useAppStore();
  const { actions } = useHost();
  const { undo, redo, back, forward, chooseFiles, navigate, closeProject, saveProjectAs } = store.getState();
  const saveAs = async () => {
    const project = selectOpenProject(store.getState());
    const path = project && (await actions.chooseProjectToSave(project.state.project.name));
    if (path !== null) await saveProjectAs(path);
  };
  useShortcuts({
    ...dialogs,
    closeProject: () => void closeProject(),
    saveProjectAs: () => void saveAs(),
    goSettings: () => navigate('settings'),
    goAbout: () => navigate('about'),
    undo: () => void undo(),
    redo: () => void redo(),
    back,
    forward,
    openFiles: () => void chooseFiles(),
    nextPane: () => focusPane(1),
    previousPane: () => focusPane(-1),
    goStart: () => navigate('start'),
    goConnect: () => navigate('connect'),
    goEvidence: () => navigate('evidence'),
    goInventory: () => navigate('inventory'),
    goRequirements: () => navigate('requirements'),
    goSubscriptions: () => navigate('subscriptions'),
    goDirect: () => navigate('direct'),
    goCost: () => navigate('cost'),
    goCompare: () => navigate('compare'),
    goExport: () => navigate('export'),
  });
}
