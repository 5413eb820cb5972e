import { describe, expect, it } from 'vitest';
import {
  addIdentityDecision,
  findColumnMap,
  findEvidenceByDigest,
  findMachines,
  findRecords,
  insertEvidenceFindings,
  insertRecords,
  inTransaction,
  iterateRecords,
  nextId,
  putColumnMap,
  putEvidence,
  putOverride,
  putScenario,
  readAssumptions,
  readEvidence,
  readEvidenceFindings,
  readFacts,
  readIdentityDecisions,
  readInventory,
  readMachineIdsByName,
  readOverrides,
  readRules,
  readScenarios,
  removeEvidence,
  removeOverride,
  removeScenario,
  renameProject,
  setEvidenceState,
  writeAssumptions,
  writeIdentityDecisions,
  writeInventory,
  writeRules,
} from '../../../../electron/core/store/index.ts';
import {
  BUILT_IN_SCENARIOS,
  DEFAULT_ASSUMPTIONS,
  type IdentityDecision,
  type Inventory,
} from '../../../../shared/model/index.ts';
import { aMachine, anEvidence, anInventory, aProject, aRecord, NOW, reopened } from './support.ts';

describe('evidence and records', () => {
  it('come back in order, by evidence, type and row', () => {
    const project = aProject();
    inTransaction(project, () => {
      putEvidence(project, anEvidence({ id: 'e2', digest: 'd2' }));
      insertRecords(project, 'e2', [{ type: 'read', row: 1, what: 'plans' }, aRecord(2)]);
      putEvidence(project, anEvidence());
      insertRecords(project, 'e1', [aRecord(1), aRecord(2, { sheet: '一覧' })]);
    });
    const again = reopened(project, 'read');
    const places = (filter?: Parameters<typeof iterateRecords>[1]) =>
      [...iterateRecords(again, filter)].map(({ evidenceId, record }) => `${evidenceId} ${record.type} ${record.row}`);
    expect(readEvidence(again).map(({ id }) => id)).toEqual(['e2', 'e1']);
    expect(places()).toEqual(['e2 read 1', 'e2 machine 2', 'e1 machine 1', 'e1 machine 2']);
    expect(places({ type: 'machine' })).toEqual(['e2 machine 2', 'e1 machine 1', 'e1 machine 2']);
    expect(places({ evidenceId: 'e2' })).toEqual(['e2 read 1', 'e2 machine 2']);
    expect(places({ evidenceId: 'e2', type: 'read' })).toEqual(['e2 read 1']);
    expect(findRecords(again, { evidenceId: 'e1', row: 2 })).toEqual([aRecord(2, { sheet: '一覧' })]);
  });

  it('of more rows than a page come back whole', () => {
    const project = aProject();
    inTransaction(project, () => {
      for (const id of ['e1', 'e2']) putEvidence(project, anEvidence({ id, digest: id }));
      for (let row = 1; row <= 1500; row += 1) insertRecords(project, row % 2 === 0 ? 'e1' : 'e2', [aRecord(row)]);
    });
    expect([...iterateRecords(project)]).toHaveLength(1500);
    expect([...iterateRecords(project, { evidenceId: 'e1' })].map(({ record }) => record.row).at(-1)).toBe(1500);
  });

  it('that are retired do not count; removed ones are gone with their findings', () => {
    const project = aProject();
    inTransaction(project, () => {
      putEvidence(project, anEvidence());
      insertRecords(project, 'e1', [aRecord(1)]);
      insertEvidenceFindings(project, 'e1', [{ code: 'x', severity: 'warning', params: { count: 1 }, row: 3 }]);
    });
    expect(findEvidenceByDigest(project, 'd1')?.id).toBe('e1');
    inTransaction(project, () => setEvidenceState(project, 'e1', 'retired'));
    expect([[...iterateRecords(project)], readEvidence(project), findEvidenceByDigest(project, 'd1')]).toEqual([
      [],
      [],
      null,
    ]);
    expect(readEvidenceFindings(project, 'e1')).toHaveLength(1);
    inTransaction(project, () => removeEvidence(project, 'e1'));
    expect(readEvidence(project, 'retired')).toEqual([]);
    expect(readEvidenceFindings(reopened(project), 'e1')).toEqual([]);
  });
});

describe('an inventory', () => {
  const full: Inventory = anInventory([aMachine(2, { name: 'ＳＱＬ２' }), aMachine(10, { name: 'sql10' })], {
    subscriptions: [],
    offers: [{ machines: ['m2', 'm10'], key: 'short-name', confidence: 'weak' }],
    declined: [{ machines: ['m1', 'm2'], decision: 0 }],
    excluded: [],
    lists: [{ name: 'P2', machineIds: ['m2'], missing: ['x'], several: [], found: 1 }],
    findings: [{ code: 'x', severity: 'info', params: {} }],
  });

  it('comes back as it was kept', () => {
    const project = aProject();
    inTransaction(project, () => writeInventory(project, full));
    expect(readInventory(reopened(project, 'read'))).toEqual(full);
  });

  it('takes the place of the one before', () => {
    const project = aProject();
    const other = anInventory([aMachine(2, { arcStatus: 'expired' }), aMachine(11)]);
    inTransaction(project, () => writeInventory(project, full));
    inTransaction(project, () => writeInventory(project, other));
    expect(readInventory(reopened(project))).toEqual(other);
  });

  it('that is the same is not written again', () => {
    const project = aProject();
    inTransaction(project, () => writeInventory(project, full));
    inTransaction(project, () => {
      writeInventory(project, structuredClone(full));
      expect(project.session.touched.size).toBe(0);
    });
  });

  it('is found by id, resource id and name, and sorted as people count', () => {
    const project = aProject();
    inTransaction(project, () => writeInventory(project, full));
    const found = (text: string) => findMachines(project, text).map(({ id }) => id);
    expect([found('m10'), found('SQL2'), found('ｓｑｌ１０'), found('nothing')]).toEqual([
      ['m10'],
      ['m2'],
      ['m10'],
      [],
    ]);
    expect(found((full.machines[0]?.resourceId ?? '').toUpperCase())).toEqual(['m2']);
    expect(readMachineIdsByName(project)).toEqual(['m2', 'm10']);
  });
});

describe('what people decide', () => {
  it('is kept: rules, overrides, assumptions, decisions, column maps, name', () => {
    const project = aProject();
    const override = { machineId: 'm1', want: 'offboard', why: '撤去', by: null, at: NOW } as const;
    const decisions: IdentityDecision[] = [
      { kind: 'merge', anchors: ['a', 'b'] },
      { kind: 'split', anchor: 'c' },
    ];
    inTransaction(project, () => {
      writeRules(project, [{ when: { name: 'sql*' }, want: 'P2', needs: ['esu'] }]);
      putOverride(project, override);
      putOverride(project, { ...override, machineId: 'm2' });
      removeOverride(project, 'm2');
      writeAssumptions(project, { ...DEFAULT_ASSUMPTIONS, hours: '744' });
      for (const decision of decisions) addIdentityDecision(project, decision);
      putColumnMap(project, 'f1', { columns: { サーバー名: 'name' } });
      renameProject(project, 'コントソ');
    });
    const again = reopened(project);
    expect(readRules(again)).toEqual([{ when: { name: 'sql*' }, want: 'P2', needs: ['esu'] }]);
    expect(readOverrides(again)).toEqual([override]);
    expect(readAssumptions(again)).toEqual({ ...DEFAULT_ASSUMPTIONS, hours: '744' });
    expect(readIdentityDecisions(again)).toEqual(decisions);
    expect([findColumnMap(again, 'f1'), findColumnMap(again, 'f2')]).toEqual([
      { columns: { サーバー名: 'name' } },
      null,
    ]);
    expect(readFacts(again)).toMatchObject({ name: 'コントソ', createdAt: NOW });
    inTransaction(again, () => writeIdentityDecisions(again, decisions.slice(1)));
    expect(readIdentityDecisions(again)).toEqual(decisions.slice(1));
  });

  it('keeps the four scenarios that come with every project beside its own', () => {
    const project = aProject();
    expect(readScenarios(project)).toEqual(BUILT_IN_SCENARIOS);
    const own = { id: 's1', name: '案', kind: 'rules', rules: [], assumptions: { hours: '200' } } as const;
    const changed = { ...own, id: 'recommended', name: 'Recommended' } as const;
    inTransaction(project, () => {
      putScenario(project, own);
      putScenario(project, changed);
    });
    expect(readScenarios(project)).toEqual([...BUILT_IN_SCENARIOS.slice(0, 3), changed, own]);
    inTransaction(project, () => removeScenario(project, 'recommended'));
    expect(readScenarios(project)).toEqual([...BUILT_IN_SCENARIOS, own]);
  });

  it('gives no id twice, also after a project was opened again', () => {
    const project = aProject();
    const ids = inTransaction(project, () => [nextId(project, 'e'), nextId(project, 'm'), nextId(project, 'e')]);
    const again = reopened(project);
    expect([...ids, inTransaction(again, () => nextId(again, 'e'))]).toEqual(['e1', 'm1', 'e2', 'e3']);
  });
});
