import { expect, it } from 'vitest';
import {
  closeProject,
  inTransaction,
  openProject,
  type Project,
  projectDigest,
  readMachines,
  readSnapshot,
  writeInventory,
} from '../../../../electron/core/store/index.ts';
import { encodeSnapshot } from '../../../../shared/snapshot/index.ts';
import { forge } from './hostile-files.ts';
import { aFilledFile, aMachine, anInventory, aProject, NOW, reopened } from './support.ts';

const write = (project: Project, ...numbers: number[]) =>
  inTransaction(project, () => writeInventory(project, anInventory(numbers.map((number) => aMachine(number)))));

const expectAsMachines = (project: Project) =>
  expect(readSnapshot(project)).toEqual(JSON.parse(JSON.stringify(encodeSnapshot(readMachines(project)))));

it('is what the machines say, in their order, after every change of them', () => {
  const project = aProject();
  expect(readSnapshot(project)).toBeNull();
  write(project, 1, 2, 3);
  expectAsMachines(project);
  write(project, 2, 3, 4);
  expectAsMachines(project);
  const others = [aMachine(3), aMachine(4)];
  inTransaction(project, () => writeInventory(project, anInventory([...others, { ...aMachine(2), cores: 64 }])));
  expectAsMachines(project);
  expectAsMachines(reopened(project, 'read'));
});

it('goes with the last machine', () => {
  const project = aProject();
  write(project, 1, 2);
  write(project);
  expect(readSnapshot(project)).toBeNull();
});

it('asking for it changes nothing in the file', () => {
  const project = aProject();
  write(project, 1, 2);
  const before = projectDigest(project);
  readSnapshot(project);
  expect(projectDigest(project)).toBe(before);
});

it('is not used where a field of this version is missing', () => {
  const path = aFilledFile();
  forge(path, "DELETE FROM snapshot_column WHERE field = 'today'");
  const project = openProject(path, { mode: 'read', now: NOW });
  expect(readSnapshot(project)).toBeNull();
  closeProject(project);
});
