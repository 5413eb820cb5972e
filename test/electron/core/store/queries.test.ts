import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { recordSql } from '../../../../electron/core/store/evidence.ts';
import { MIGRATIONS } from '../../../../electron/core/store/migrations/index.ts';
import { expectedSchema } from '../../../../electron/core/store/schema.ts';
import { TABLES } from '../../../../electron/core/store/tables.ts';

const database = new Database(':memory:');
for (const { sql } of MIGRATIONS) database.exec(sql);

describe('hot queries go by an index and sort nothing', () => {
  it.each([
    ['one machine by id', 'SELECT json FROM machine WHERE id = ?'],
    ['a machine by resource id', 'SELECT json FROM machine WHERE resource_id = ?'],
    ['machines by name', 'SELECT json FROM machine WHERE sort_key = ?'],
    ['ids in order of the names', 'SELECT id FROM machine ORDER BY sort_key, id'],
    ['a page of machines', 'SELECT sequence, json FROM machine WHERE sequence > ? ORDER BY sequence LIMIT ?'],
    ['a page of records', recordSql(false)],
    ['a page of records of a rare type', recordSql(false, 'price')],
    ['a page of records of machines', recordSql(false, 'machine')],
    ['a page of records of one file', recordSql(true)],
    ['a page of records of one type and file', recordSql(true, 'price')],
    ['what a row of a file said', 'SELECT json FROM record WHERE evidence_id = ? AND row = ? ORDER BY key'],
    ['the findings of a file', 'SELECT json FROM evidence_finding WHERE evidence_id = ? ORDER BY key'],
    ['an override', 'SELECT * FROM machine_override WHERE machine_id = ?'],
  ])('%s', (_, sql) => {
    const parameters = Array.from(sql.matchAll(/\?/g), () => 1);
    const plan = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
    const details = plan.map(({ detail }) => detail).filter((detail) => !detail.includes('evidence USING'));
    expect(details.join('\n')).toMatch(/USING (COVERING |)INDEX|USING (INTEGER |)PRIMARY KEY/);
    expect(details.join('\n')).not.toMatch(/TEMP B-TREE/);
  });
});

it('tables are as the writing code knows them: columns, keys, and types that have digests', () => {
  const tables = expectedSchema(MIGRATIONS, MIGRATIONS.length).filter(({ type }) => type === 'table');
  const found = tables
    .filter(({ name }) => name !== 'content_digest')
    .map(({ name }) => {
      const columns = database.pragma(`table_info("${name}")`) as { name: string; type: string; pk: number }[];
      expect(columns.every(({ type }) => type === 'TEXT' || type === 'INTEGER')).toBe(true);
      const keys = columns.filter(({ pk }) => pk > 0).length;
      return [name, { columns: columns.map((column) => column.name), keys }];
    });
  const known = Object.entries(TABLES).map(([name, { columns, keys }]) => [name, { columns: [...columns], keys }]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(known));
});
