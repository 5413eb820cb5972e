import { createClient } from '../../shared/contract/client.ts';
import type { Language } from '../../shared/model/index.ts';
import type { Host } from './host.ts';
import { createHttpTransport } from './http-transport.ts';
import { webActions } from './web-actions.ts';

/**
 * The page over HTTP on this computer.
 * @throws TypeError when nothing answers; Error when the token is not the host's
 */
export async function connectWeb(language: () => Language): Promise<Host> {
  const transport = createHttpTransport({ token: takeToken(), page: crypto.randomUUID() });
  const facts = await transport.facts();
  const client = createClient(transport, language);
  const projectsFolder = async (): Promise<string> => {
    const info = await client.call('app.info', {});
    if (!info.ok) throw new Error(info.failure.message);
    return info.value.projectsFolder;
  };
  const upload = (file: File) => transport.upload(file, language());
  return { kind: 'web', ...client, actions: webActions(facts, { upload, projectsFolder }) };
}

const TOKEN_KEY = 'dfs-planner.token';

/** From the address, from which it is taken off; kept for this tab, so that it can be loaded again. */
function takeToken(): string {
  const given = /token=([\w-]+)/.exec(location.hash)?.[1];
  if (given !== undefined) {
    sessionStorage.setItem(TOKEN_KEY, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return given ?? sessionStorage.getItem(TOKEN_KEY) ?? '';
}
