import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../../shared/model/index.ts';
import { rulesDocument } from './rules.ts';
import { withTables } from './tables.ts';

const DOCS = join(import.meta.dirname, '../../../docs');

/** What is made of the documents, by path: the rules of the matrix, and the tables inside the user guide. */
export function generatedDocuments(): ReadonlyMap<string, string> {
  return new Map(
    LANGUAGES.flatMap((language) => {
      const guide = join(DOCS, `user-guide.${language}.md`);
      return [
        [join(DOCS, `rules.${language}.md`), rulesDocument(language)],
        [guide, withTables(readFileSync(guide, 'utf8'), language)],
      ];
    }),
  );
}

// `node test/support/docs/write-rules.ts` writes them anew; a test compares.
if (import.meta.main) {
  for (const [path, text] of generatedDocuments()) writeFileSync(path, text);
}
