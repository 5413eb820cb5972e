import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkProject,
  closeProject,
  openProject,
  openVerified,
  rememberClosed,
  verifyInChild,
} from '../../../../electron/core/store/index.ts';
import { MIGRATIONS } from '../../../../electron/core/store/migrations/index.ts';
import { APPLICATION_ID } from '../../../../electron/core/store/schema.ts';
import { verifyFile } from '../../../../electron/core/store/verify-file.ts';
import { endlessSchema, forge, overwriteBytes, tamper } from './hostile-files.ts';
import { aFilledFile, aFolder, NOW, refusalFrom } from './support.ts';

const ENDLESS = 'WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c';
const BIG = 2 * 1024 ** 2;

const TAMPERED: readonly (readonly [string, string, string])[] = [
  ['a view named like a table, which never ends', `DROP TABLE scenario; CREATE VIEW scenario AS ${ENDLESS}`, 'hostile'],
  ['a further view', `CREATE VIEW more AS ${ENDLESS}`, 'hostile'],
  [
    'a trigger',
    "CREATE TRIGGER t AFTER INSERT ON machine BEGIN UPDATE machine_override SET json = '{}'; END",
    'hostile',
  ],
  ['a generated column', 'ALTER TABLE scenario ADD COLUMN g TEXT AS (hex(zeroblob(1000000)))', 'hostile'],
  ['a further table', 'CREATE TABLE more (a)', 'hostile'],
  ['a virtual table', 'CREATE VIRTUAL TABLE more USING fts5 (a)', 'hostile'],
  ['a further index', 'CREATE INDEX more ON machine (kind)', 'hostile'],
  ['an index on an expression', 'CREATE INDEX more ON machine (hex(zeroblob(1000000)))', 'hostile'],
  ['a table missing', 'DROP TABLE column_map', 'hostile'],
  ['an index missing', 'DROP INDEX machine_order', 'hostile'],
  ['a default that calls functions', 'ALTER TABLE scenario ADD COLUMN d TEXT DEFAULT (hex(randomblob(10)))', 'hostile'],
  [
    'a schema text that only looks alike',
    "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', 'STRICT ') WHERE name = 'edit'",
    'hostile',
  ],
  ['statistics for the planner', 'ANALYZE', 'hostile'],
  [
    'a record of evidence that is not there',
    "INSERT INTO record VALUES (99, 'e9', 'machine', 1, NULL, '{}')",
    'damaged',
  ],
  ['a changed value', "UPDATE machine_override SET json = replace(json, 'none', 'P2')", 'digest-mismatch'],
  ['a row more', "INSERT INTO counter VALUES ('x', 1)", 'digest-mismatch'],
  ['a row less', 'DELETE FROM machine WHERE sequence = 7', 'digest-mismatch'],
  ['a row far away', "INSERT INTO identity_decision VALUES (9007199254740991, '{}')", 'digest-mismatch'],
  ['a digest less', "DELETE FROM content_digest WHERE name = 'machine'", 'digest-mismatch'],
  ['a digest for nothing', `INSERT INTO content_digest VALUES ('x', 0, 1, '${'0'.repeat(32)}')`, 'digest-mismatch'],
  ['a newer version', `PRAGMA user_version = ${MIGRATIONS.length + 1}`, 'newer'],
  ['a huge version', 'PRAGMA user_version = 2147483647', 'newer'],
  ['a negative version', 'PRAGMA user_version = -1', 'newer'],
  ['no version', 'PRAGMA user_version = 0', 'not-a-project'],
  ['another application id', 'PRAGMA application_id = 1', 'not-a-project'],
  ['a journal mode of its own', 'PRAGMA journal_mode = WAL', 'damaged'],
];

describe('a file from elsewhere is refused with', () => {
  it.each(TAMPERED)('%s', (_, sql, code) => {
    const path = aFilledFile();
    tamper(path, sql);
    expect(refusalFrom(() => openProject(path, { mode: 'write', now: NOW })).code).toBe(code);
    expect(refusalFrom(() => openProject(path, { mode: 'read', now: NOW })).code).toBe(code);
  });

  it.each([
    ['nothing in it', ''],
    ['text in it', 'TargetVM,TargetResourceGroup\r\nweb01,rg\r\n'.repeat(100)],
    ['only the magic of SQLite', 'SQLite format 3\0'],
    ['the magic of SQLite and noise', `SQLite format 3\0${'noise '.repeat(1000)}`],
  ])('%s', (_, content) => {
    const path = join(aFolder(), 'x.dfsplan');
    writeFileSync(path, content);
    expect(refusalFrom(() => openProject(path, { mode: 'read', now: NOW })).code).toBe('not-a-project');
  });

  it('a folder under its name', () => {
    const path = join(aFolder(), 'x.dfsplan');
    mkdirSync(path);
    expect(refusalFrom(() => openProject(path, { mode: 'write', now: NOW })).code).toBe('not-a-project');
  });

  it('reserved bytes on its pages', () => {
    const path = aFilledFile();
    overwriteBytes(path, 20, [8]);
    expect(refusalFrom(() => openProject(path, { mode: 'read', now: NOW })).code).toBe('damaged');
  });

  it('a journal that names another file for deletion', () => {
    const path = aFilledFile();
    const victim = join(aFolder(), 'victim');
    writeFileSync(victim, '');
    writeFileSync(`${path}-journal`, Buffer.concat([Buffer.alloc(512), Buffer.from('d9d505f920a163d7', 'hex')]));
    expect(refusalFrom(() => openProject(path, { mode: 'write', now: NOW })).code).toBe('hostile');
    expect(existsSync(victim)).toBe(true);
  });
});

describe('the checking process', () => {
  it('says that a sound file is sound', async () => {
    const path = aFilledFile();
    expect(await checkProject(path)).toEqual({
      ok: true,
      version: MIGRATIONS.length,
      digest: expect.any(String),
      problems: [],
    });
  });

  it('says what is wrong in the language that is asked for', async () => {
    const path = aFilledFile();
    tamper(path, 'CREATE TABLE more (a)');
    const { ok, problems } = await checkProject(path, { language: 'ja' });
    expect({ ok, problems }).toEqual({ ok: false, problems: [expect.stringContaining('「table more」')] });
  });

  it('is ended when the schema of a file never ends', async () => {
    const path = join(aFolder(), 'x.dfsplan');
    endlessSchema(path, APPLICATION_ID);
    const { problem } = await verifyInChild(path, { deadlineMs: 1_500 });
    expect(problem?.code).toBe('store-verify-timeout');
    await expect(openVerified(path, { mode: 'read', now: NOW, deadlineMs: 1_500 })).rejects.toMatchObject({
      code: 'hostile',
    });
  });

  it.each([
    ['a machine without a name', "UPDATE machine SET json = json_remove(json, '$.name') WHERE sequence = 3", 'machine'],
    [
      'a machine of an unknown kind',
      "UPDATE machine SET json = json_set(json, '$.kind', 'toaster') WHERE sequence = 3",
      'machine',
    ],
    [
      'tags that are no texts',
      "UPDATE machine SET json = json_set(json, '$.tags', json('[1]')) WHERE sequence = 3",
      'machine',
    ],
    [
      'a page that is shown other machines',
      "UPDATE snapshot_column SET json = replace(json, 'm3', 'm4') WHERE field = 'id'",
      'snapshot_column',
    ],
    [
      'a page that is shown fewer machines',
      `UPDATE snapshot_column SET json = '{"values":[],"index":null,"width":1}' WHERE field = 'id'`,
      'snapshot_column',
    ],
    [
      'a page that is shown machines without an index',
      "UPDATE snapshot_column SET json = json_set(json, '$.index', 7) WHERE field = 'id'",
      'snapshot_column',
    ],
    [
      'a page that is shown machines by heads without end',
      "UPDATE snapshot_column SET json = json_set(json, '$.heads', json(json_set(json, '$.heads', json(json)))) WHERE field = 'id'",
      'snapshot_column',
    ],
    ['a record that is no object', "UPDATE record SET json = '[]' WHERE key = 3", 'record'],
    ['a record of an unknown type', "UPDATE record SET json = json_set(json, '$.type', 'x') WHERE key = 3", 'record'],
    ['text that is no JSON', "UPDATE machine_override SET json = '{'", 'machine_override'],
    ['a setting that is not known', "INSERT INTO setting VALUES ('x', '{}')", 'setting'],
    ['no name of the project', 'DELETE FROM fact', 'fact'],
    ['rules without a want', 'UPDATE setting SET json = \'[{"when":{}}]\'', 'setting'],
    [
      'an edit that would change another table',
      `INSERT INTO edit VALUES (1, '', 'x', '{"changes":[{"table":"machine; DROP","before":null,"after":["a"]}]}')`,
      'edit',
    ],
  ])('finds %s behind digests that are right', (_, sql, table) => {
    const path = aFilledFile();
    forge(path, sql);
    expect(verifyFile(path).problem).toMatchObject({ code: 'store-shape', params: { table } });
  });

  it('is left out for a file as this computer closed it, and not for any other', async () => {
    const path = aFilledFile();
    const trust = aFolder();
    forge(path, "UPDATE machine_override SET json = '{}'");
    rememberClosed(trust, path);
    closeProject(await openVerified(path, { mode: 'read', now: NOW, trust }));
    forge(path, "UPDATE machine_override SET json = '[]'");
    await expect(openVerified(path, { mode: 'read', now: NOW, trust })).rejects.toMatchObject({ code: 'hostile' });
  });

  it.each(['fact', 'machine', 'saved_view'])('finds a cell of %s that is larger than any', (table) => {
    const path = aFilledFile();
    const json = `json_object('id', '', 'name', '${'x'.repeat(BIG)}')`;
    const insert = table === 'saved_view' ? `INSERT INTO saved_view VALUES ('v', 1, ${json});` : '';
    forge(path, `PRAGMA ignore_check_constraints = ON; ${insert} UPDATE ${table} SET json = ${json}`);
    expect(verifyFile(path).problem).toMatchObject({ code: 'store-shape', params: { table, detail: 'too large' } });
    expect(refusalFrom(() => openProject(path, { mode: 'write', now: NOW })).code).toBe('damaged');
  });

  it('says that a file is missing', async () => {
    const path = join(aFolder(), 'x.dfsplan');
    await expect(openVerified(path, { mode: 'read', now: NOW })).rejects.toMatchObject({ code: 'missing' });
  });
});
