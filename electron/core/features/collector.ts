import { join } from 'node:path';
import { PlannerError } from '../../../shared/contract/index.ts';
import { collectorFiles, writeCollector } from '../collector/index.ts';
import type { Handlers } from '../dispatch.ts';
import { zipOf } from '../zip.ts';

const ZIP_NAME = 'dfs-planner-collector.zip';

/** The folder that a customer's administrator runs where we have no access. */
export function collectorHandlers(): Pick<Handlers, 'collector.write' | 'collector.render'> {
  return {
    'collector.write': ({ to }, { language }) => {
      try {
        return { files: writeCollector(to, { language }).map((file) => join(to, file)) };
      } catch (error) {
        throw new PlannerError('cannot-write', { path: to, detail: (error as Error).message });
      }
    },

    'collector.render': (_params, { language }) => {
      const parts = collectorFiles(language).map(({ path, text }) => ({ name: path, bytes: Buffer.from(text) }));
      return { name: ZIP_NAME, base64: zipOf(parts, 6).toString('base64') };
    },
  };
}
