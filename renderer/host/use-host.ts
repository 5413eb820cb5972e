import { createContext, useContext } from 'react';
import type { Host } from './host.ts';

export const HostContext = createContext<Host | null>(null);

/** The surroundings of the page; views ask them for what only a desktop or a browser can do. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('No host around this component');
  return host;
}
