import type { Fault, ServerRequest } from './server.ts';

/** Requests by what they are for. */
export const isGraph = ({ path }: ServerRequest): boolean => path === '/providers/Microsoft.ResourceGraph/resources';
export const isMachinePlan = ({ path }: ServerRequest): boolean =>
  /\/resourceGroups\/.+\/pricings\/VirtualMachines$/i.test(path);

/** A Resource Graph request for rows of this type. */
export function asksFor(type: string): (request: ServerRequest) => boolean {
  return (request) =>
    isGraph(request) &&
    (request.body as { query: string }).query.toLowerCase().includes(`type =~ '${type.toLowerCase()}'`);
}

export function tokenOf({ body }: ServerRequest): string | undefined {
  return (body as { options: { $skipToken?: string } }).options.$skipToken;
}

export function topOf({ body }: ServerRequest): number {
  return (body as { options: { $top: number } }).options.$top;
}

/** Answers the first so many requests of a sort otherwise. */
export function first(times: number, isMeant: (request: ServerRequest) => boolean, fault: Fault) {
  let left = times;
  return (request: ServerRequest): Fault | undefined => {
    if (left === 0 || !isMeant(request)) return undefined;
    left -= 1;
    return fault;
  };
}

/** Answers every request of a sort otherwise. */
export function always(isMeant: (request: ServerRequest) => boolean, fault: Fault) {
  return (request: ServerRequest): Fault | undefined => (isMeant(request) ? fault : undefined);
}
