import { describe, expect, it } from 'vitest';
import { countSeverities, filterFindings, groupFindings } from '../../../renderer/views/evidence/findings.ts';
import { findingsCsv, findingsTsv } from '../../../renderer/views/evidence/findings-table.ts';
import { standingOf, unreadOf } from '../../../renderer/views/evidence/syncs.ts';
import type { SyncRunView } from '../../../shared/contract/index.ts';
import type { FindingView, Severity } from '../../../shared/model/index.ts';

const aFinding = (made: Partial<FindingView> = {}): FindingView => ({
  code: 'table-short-row',
  severity: 'info',
  file: 'list.csv',
  sheet: null,
  row: 4,
  machineId: null,
  message: 'Two cells are missing.',
  next: 'Look at the row.',
  ...made,
});

const FINDINGS = [
  aFinding(),
  aFinding({ row: 5 }),
  aFinding({
    code: 'input-unreadable',
    severity: 'error',
    message: 'ファイルを読めません。',
    sheet: '一覧',
    row: null,
  }),
  aFinding({ code: 'list-names', severity: 'warning', message: '=cmd\tx', file: null }),
];

const WORDS = {
  language: 'en',
  title: (column: string) => column,
  severity: (severity: Severity) => severity,
} as const;

describe('findings', () => {
  it('are filtered by severity and by what they say, in any case and width', () => {
    const all = ['info', 'warning', 'error'] as const;
    expect(filterFindings(FINDINGS, { severities: ['error'], search: '' })).toHaveLength(1);
    expect(filterFindings(FINDINGS, { severities: all, search: 'ＬＩＳＴ．csv' })).toHaveLength(3);
    expect(filterFindings(FINDINGS, { severities: all, search: 'ﾌｧｲﾙ' })).toHaveLength(1);
    expect(countSeverities(FINDINGS)).toEqual({ info: 2, warning: 1, error: 1 });
  });

  it('stand together by kind, the worst first', () => {
    const groups = groupFindings(FINDINGS).map(({ severity, findings }) => [severity, findings.length]);
    expect(groups).toEqual([
      ['error', 1],
      ['warning', 1],
      ['info', 2],
    ]);
  });

  it('leave as a table for a spreadsheet, guarded against formulas, nothing lost', () => {
    const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(findingsCsv(FINDINGS, WORDS)).split('\r\n');
    expect(lines[0]).toBe('\uFEFFseverity,message,next,file,sheet,row,code');
    expect(lines[1]).toBe('info,Two cells are missing.,Look at the row.,list.csv,,4,table-short-row');
    expect(lines[4]).toBe('warning,"\'=cmd\tx",Look at the row.,,,4,list-names');
    expect(findingsTsv(FINDINGS, WORDS).split('\n')[4]).toBe('warning\t=cmd x\tLook at the row.\t\t\t4\tlist-names');
  });
});

describe('syncs', () => {
  const run = (id: string, part: Partial<SyncRunView> = {}): SyncRunView =>
    ({ id, tenantId: 't', isApplied: true, isReplaced: false, ...part }) as SyncRunView;

  it('say whether they count, and which newer one of their tenant took their place', () => {
    const newest = run('s4');
    const other = run('s3', { tenantId: 'u' });
    const part = run('s2');
    const gone = run('s1', { isApplied: false, isReplaced: true });
    const runs = [newest, other, part, gone];
    expect(runs.map((each) => standingOf(each, runs))).toEqual([
      { kind: 'counts', newer: null },
      { kind: 'counts', newer: null },
      { kind: 'older', newer: newest },
      { kind: 'replaced', newer: part },
    ]);
  });

  it('that were never taken in wait; those that were taken out by hand are out', () => {
    const waiting = run('s2', { isApplied: false });
    const out = run('s1', { isApplied: false, isReplaced: true });
    const runs = [waiting, out];
    expect(runs.map((each) => standingOf(each, runs).kind)).toEqual(['waiting', 'out']);
  });

  it('count what was not asked yet as not read, as they do what failed', () => {
    expect(unreadOf({ done: 7, total: 10, failed: 2 })).toBe(5);
  });
});
