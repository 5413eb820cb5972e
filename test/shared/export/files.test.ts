import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
  csvFiles,
  type ExportFile,
  type ExportInput,
  PLAN_COLUMNS,
  targetFiles,
} from '../../../shared/export/index.ts';
import { LANGUAGES } from '../../../shared/model/index.ts';
import { anExport, aSampleExport, aVm, textOf } from './builders.ts';

function exportFiles(input: ExportInput): readonly ExportFile[] {
  const targets = targetFiles(input);
  return [...csvFiles({ ...input, findings: [...input.findings, ...targets.findings] }), ...targets.files];
}

function records(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
}

function file(input: ExportInput, name: string): string {
  const found = exportFiles(input).find((each) => each.name === name);
  return found ? textOf(found) : '';
}

describe('files of an export', () => {
  it.each(LANGUAGES)('look like this (%s)', async (language) => {
    for (const each of exportFiles(aSampleExport(language))) {
      // Line ends and mark are tested elsewhere; here a change must be readable.
      const text = textOf(each).replace('\uFEFF', '').replaceAll('\r\n', '\n');
      await expect(text).toMatchFileSnapshot(`../../golden/export/${language}/${each.name}`);
    }
  });

  it('tell their number of rows', () => {
    for (const each of exportFiles(aSampleExport('en')).filter(({ name }) => !name.startsWith('target'))) {
      expect(records(textOf(each))).toHaveLength(each.rows);
    }
  });

  it('have headers that differ, in both languages', () => {
    for (const language of LANGUAGES) {
      const headers = PLAN_COLUMNS.map(({ header }) => header[language]);
      expect(new Set(headers).size).toBe(headers.length);
    }
  });

  it('plan.csv shows no false 0: an unknown state and an unknown plan are unknown', () => {
    const plan = file(
      anExport([
        [aVm('m1', 'web01')],
        [aVm('m2', 'web02', { power: null })],
        [aVm('m3', 'web03'), { plan: 'unknown' }],
        [aVm('m4', 'web04'), { plan: 'off', method: 'none' }],
      ]),
      'plan.csv',
    );
    expect(records(plan).map((row) => [row['Monthly cost now'], row['Monthly cost always on']])).toEqual([
      ['4.9056', '4.9056'],
      ['unknown', '4.9056'],
      ['unknown', 'unknown'],
      ['0', '0'],
    ]);
  });

  it('findings.csv also holds what target.csv left out, errors and warnings first', () => {
    const input = anExport([[aVm('m1', '=x'), { method: 'resource', steps: ['set-p1'] }]]);
    expect(records(file(input, 'findings.csv'))).toMatchObject([
      { Severity: 'warning', Code: 'export-target-name', Machine: "'=x", 'Machine ID': 'm1' },
    ]);
  });

  it('cost.csv says which lines make the total', () => {
    const rows = records(file(aSampleExport('en'), 'cost.csv'));
    expect(new Set(rows.map((row) => row['In the total']))).toEqual(new Set(['yes', 'no, beside']));
  });
});
