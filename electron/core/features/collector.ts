import { join } from 'node:path';
import { PlannerError } from '../../../shared/contract/index.ts';
import { writeCollector } from '../collector/index.ts';
import type { Handlers } from '../dispatch.ts';

/** The folder that a customer's administrator runs where we have no access. */
export function collectorHandlers(): Pick<Handlers, 'collector.write'> {
  return {
    'collector.write': ({ to }, { language }) => {
      try {
        return { files: writeCollector(to, { language }).map((file) => join(to, file)) };
      } catch (error) {
        throw new PlannerError('cannot-write', { path: to, detail: (error as Error).message });
      }
    },
  };
}
