import type { CallRequest } from '../../shared/contract/client.ts';
import type { Reply } from '../../shared/contract/failures.ts';
import type { KeptProject } from '../core/protocol.ts';

/** What is open in the core, learnt from the calls that pass: to open it again after the core stopped. */
export interface OpenProjects {
  readonly all: () => readonly KeptProject[];
  /** Learns from an answered call. */
  note(request: CallRequest, reply: Reply<unknown>): void;
  /** One of its holders is done. @returns whether it was the last one, so that the core has to close it */
  release(handle: string): boolean;
  forget(handle: string): void;
}

export function createOpenProjects(): OpenProjects {
  const open = new Map<string, { readonly project: KeptProject; holders: number }>();
  return {
    all: () => [...open.values()].map(({ project }) => project),
    note(request, reply) {
      const project = reply.ok ? openedBy(request, reply.value) : null;
      if (!project) return;
      const known = open.get(project.handle);
      if (known) known.holders += 1;
      else open.set(project.handle, { project, holders: 1 });
    },
    release(handle) {
      const known = open.get(handle);
      if (known && known.holders > 1) {
        known.holders -= 1;
        return false;
      }
      open.delete(handle);
      return true;
    },
    forget: (handle) => open.delete(handle),
  };
}

/** The project that a call opened, from its answer; null for any other call. */
export function openedBy({ method, params }: CallRequest, value: unknown): KeptProject | null {
  switch (method) {
    case 'project.create':
    case 'project.open':
    case 'project.saveAs':
      return kept(value, isReading(params) ? 'read' : 'write');
    case 'project.createSample':
      return kept((value as { project: unknown }).project, 'write');
    default:
      return null;
  }
}

function kept(value: unknown, mode: KeptProject['mode']): KeptProject {
  const { handle, path } = value as { handle: string; path: string };
  return { handle, path, mode };
}

function isReading(params: unknown): boolean {
  return (params as { mode?: unknown }).mode === 'read';
}
