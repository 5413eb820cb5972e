import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHost } from '../host/use-host.ts';

interface ExternalLinkProps {
  /** https, one of the known hosts; others are not opened. */
  readonly url: string;
  readonly children: ReactNode;
}

/** Leads out of the app, through the host. */
export function ExternalLink({ url, children }: ExternalLinkProps) {
  const { actions } = useHost();
  return (
    <Link
      href={url}
      inline
      onClick={(event) => {
        event.preventDefault();
        void actions.openExternal(url);
      }}
    >
      {children}
    </Link>
  );
}
