import { useText } from '../../i18n/use-text.ts';
import { useAppStore } from '../../state/use-app.ts';

/** Opens the sample customer; it is made when it is not there yet. */
export function useSample(): () => Promise<void> {
  const text = useText('start');
  const store = useAppStore();
  return async () => {
    const { info, projects, openProject, createSample } = store.getState();
    if (!info) return;
    const path = `${info.projectsFolder}/${text('sample.file')}.dfsplan`;
    const isThere =
      projects.kind === 'ready' && projects.value.projects.some((each) => each.path === path && each.exists);
    await (isThere ? openProject(path) : createSample(path));
  };
}
