// Opens a project and adds one batch after the other until it is killed; prints the number of each that is committed.
import { writeSync } from 'node:fs';
import {
  edit,
  insertRecords,
  inTransaction,
  openProject,
  putEvidence,
  putOverride,
  readEvidence,
} from '../../../../electron/core/store/index.ts';
import { anEvidence, aRecord, NOW } from './builders.ts';

const project = openProject(process.argv[2] ?? '', { mode: 'write', now: NOW });
for (let batch = readEvidence(project).length + 1; ; batch += 1) {
  const id = `e${batch}`;
  inTransaction(project, () => {
    putEvidence(project, anEvidence({ id, digest: id }));
    insertRecords(
      project,
      id,
      Array.from({ length: 60 }, (_, row) => aRecord(row + 1, { osText: 'x'.repeat(200) })),
    );
  });
  edit(project, { command: 'overrides.set', at: NOW }, () =>
    putOverride(project, { machineId: id, want: 'P1', why: 'test', by: null, at: NOW }),
  );
  writeSync(1, `${batch}\n`);
}
