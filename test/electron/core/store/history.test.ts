import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addIdentityDecision,
  edit,
  insertRecords,
  inTransaction,
  iterateRecords,
  type Project,
  projectDigest,
  purgeEvidence,
  putEvidence,
  putOverride,
  putPastedList,
  putSavedView,
  putScenario,
  readEvidence,
  readHistory,
  readIdentityDecisions,
  readOverrides,
  readPastedLists,
  readRules,
  readSavedViews,
  readScenarios,
  recordEdit,
  redo,
  removeOverride,
  setEvidenceState,
  undo,
  writeRules,
} from '../../../../electron/core/store/index.ts';
import { anEvidence, aProject, aRecord, NOW, reopened } from './support.ts';

describe('the history', () => {
  it('takes an edit back and does it again, also after the project was closed', () => {
    const project = aProject();
    want(project, 'm1', 'P1');
    want(project, 'm1', 'P2');
    const again = reopened(project);
    expect(undo(again)).toMatchObject({ command: 'overrides.set', params: { count: 1 }, tables: ['machine_override'] });
    expect(readOverrides(again)).toMatchObject([{ want: 'P1' }]);
    undo(again);
    expect(readOverrides(again)).toEqual([]);
    expect(undo(again)).toBeNull();
    redo(again);
    redo(again);
    expect(readOverrides(again)).toMatchObject([{ want: 'P2' }]);
    expect(redo(again)).toBeNull();
    expect(readHistory(again).map(({ number, isUndone }) => [number, isUndone])).toEqual([
      [1, false],
      [2, false],
    ]);
  });

  it('forgets what was undone once something else is edited', () => {
    const project = aProject();
    want(project, 'm1', 'P1');
    want(project, 'm2', 'P1');
    undo(project);
    want(project, 'm3', 'P1');
    expect(redo(project)).toBeNull();
    expect(readOverrides(project).map(({ machineId }) => machineId)).toEqual(['m1', 'm3']);
  });

  it('keeps one step for one edit, however many rows it changes, and none for an edit that changes nothing', () => {
    const project = aProject();
    edit(project, { command: 'x', at: NOW }, () => {
      putScenario(project, { id: 's1', name: '案 A', kind: 'rules', rules: null, assumptions: {} });
      putSavedView(project, { id: 'v1', name: '本番のみ', columns: ['name'] });
      putPastedList(project, { name: 'P2 targets', names: ['web01'] });
      addIdentityDecision(project, { kind: 'split', anchor: 'a' });
      writeRules(project, [{ when: {}, want: 'P1' }]);
    });
    edit(project, { command: 'x', at: NOW }, () => writeRules(project, [{ when: {}, want: 'P1' }]));
    edit(project, { command: 'x', at: NOW }, () => {
      putWant(project, 'm1', 'P1');
      removeOverride(project, 'm1');
    });
    expect(readHistory(project)).toHaveLength(1);
    undo(project);
    expect([readSavedViews(project), readPastedLists(project), readIdentityDecisions(project)]).toEqual([[], [], []]);
    expect([readRules(project), readScenarios(project).length]).toEqual([[], 4]);
    redo(project);
    expect(readSavedViews(project)).toEqual([{ id: 'v1', name: '本番のみ', columns: ['name'] }]);
    expect([readRules(project).length, readScenarios(project).at(-1)?.name]).toEqual([1, '案 A']);
  });

  it('takes an import back without losing its records', () => {
    const project = aProject();
    const importFile = (id: string, replaces: string | null): void =>
      inTransaction(project, () => {
        insertRecords(project, id, [aRecord(1, { name: id })]);
        recordEdit(project, { command: 'evidence.import', at: NOW }, () => {
          putEvidence(project, anEvidence({ id, digest: id }));
          if (replaces !== null) setEvidenceState(project, replaces, 'retired');
        });
      });
    const names = (): string[] => [...iterateRecords(project)].map(({ evidenceId }) => evidenceId);
    importFile('e1', null);
    importFile('e2', 'e1');
    expect(names()).toEqual(['e2']);
    undo(project);
    expect(names()).toEqual(['e1']);
    expect(inTransaction(project, () => purgeEvidence(project))).toEqual([]);
    redo(project);
    expect(names()).toEqual(['e2']);
  });

  it('lets retired evidence go that no step can bring back', () => {
    const project = aProject();
    inTransaction(project, () => {
      putEvidence(project, anEvidence(), 'retired');
      insertRecords(project, 'e1', [aRecord(1)]);
    });
    expect(inTransaction(project, () => purgeEvidence(project))).toEqual(['e1']);
    expect(readEvidence(project, 'retired')).toEqual([]);
  });

  it('keeps the last 100 steps', () => {
    const project = aProject();
    for (let number = 1; number <= 104; number += 1) want(project, `m${number}`, 'P1');
    expect(readHistory(project).map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, n) => n + 5));
  });

  it('keeps the last ten steps that touched files, and all records that they can bring back', () => {
    const project = aProject();
    for (let number = 1; number <= 14; number += 1) {
      inTransaction(project, () => {
        insertRecords(project, `e${number}`, [aRecord(1)]);
        recordEdit(project, { command: 'evidence.import', at: NOW }, () => {
          putEvidence(project, anEvidence({ id: `e${number}`, digest: `${number}` }));
          if (number > 1) setEvidenceState(project, `e${number - 1}`, 'retired');
        });
      });
      want(project, `m${number}`, 'P1');
    }
    // The import of e4 is the eleventh from the end: it, and what came before it, is final.
    expect(readHistory(project)[0]).toMatchObject({ number: 8, command: 'overrides.set' });
    expect(inTransaction(project, () => purgeEvidence(project))).toEqual(['e1', 'e2', 'e3']);
    while (undo(project) !== null);
    expect(readEvidence(project).map(({ id }) => id)).toEqual(['e4']);
  });

  it('leads back to the same content, whatever was edited, and forth again', () => {
    const step = fc.tuple(fc.constantFrom('m1', 'm2', 'm3'), fc.constantFrom('P1', 'P2', 'none', null));
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), (edits) => {
        const project = aProject();
        const states = [readOverrides(project)];
        for (const steps of edits) {
          edit(project, { command: 'x', at: NOW }, () => {
            for (const [id, wanted] of steps) {
              if (wanted) putWant(project, id, wanted);
              else removeOverride(project, id);
            }
          });
          if (readHistory(project).length === states.length) states.push(readOverrides(project));
        }
        for (const state of states.toReversed().slice(1)) {
          undo(project);
          expect(readOverrides(project)).toEqual(state);
        }
        for (const state of states.slice(1)) {
          redo(project);
          expect(readOverrides(project)).toEqual(state);
        }
        const digest = projectDigest(project);
        expect(projectDigest(reopened(project))).toBe(digest);
      }),
      { numRuns: 8 },
    );
  });
});

function want(project: Project, machineId: string, wanted: 'P1' | 'P2' | 'none'): void {
  edit(project, { command: 'overrides.set', at: NOW, params: { count: 1 } }, () => putWant(project, machineId, wanted));
}

function putWant(project: Project, machineId: string, wanted: 'P1' | 'P2' | 'none'): void {
  putOverride(project, { machineId, want: wanted, why: 'test', by: null, at: NOW });
}
