import { useHost } from '../host/use-host.ts';
import { useAppStore } from './use-app.ts';

/** Makes a project with this name where the host puts or the user wants it. False: the user said no, or it failed. */
export function useNewProject(): (name: string) => Promise<boolean> {
  const store = useAppStore();
  const { actions } = useHost();
  return async (name) => {
    const path = await actions.chooseProjectToSave(name);
    return path !== null && store.getState().createProject(path, name);
  };
}
