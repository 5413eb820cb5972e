import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  QUERIES,
  queryPath,
  RESOURCE_GRAPH_QUERIES,
  readQuery,
} from '../../../../electron/core/sources/azure/queries/index.ts';
import { planPolicy } from '../../../../shared/matrix/policy-definitions.ts';
import { ADVANCED_HUNTING, analyse, RESOURCE_GRAPH } from '../../../support/kusto.ts';

/**
 * What Resource Graph knows of the language; the parser knows more.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language
 */
const OPERATORS_ALLOWED = new Set([
  'FilterOperator',
  'ProjectOperator',
  'ExtendOperator',
  'SortOperator',
  'JoinOperator',
  'UnionOperator',
  'MvExpandOperator',
]);
const AT_MOST_THREE = ['JoinOperator', 'UnionOperator', 'MvExpandOperator'];

describe('the list of queries', () => {
  it('names every file of the folder once', () => {
    const files = readdirSync(dirname(queryPath('plans'))).filter((file) => file.endsWith('.kql'));
    expect(QUERIES.map((query) => query.file).sort()).toEqual(files.sort());
  });

  it('says in both languages what each answers', () => {
    for (const query of QUERIES) {
      expect(query.answers.en).not.toBe('');
      expect(query.answers.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    }
  });

  it('gives each topic of the plan a query, but for the plan of single machines: they are read one by one', () => {
    const topics = new Set(QUERIES.map((query) => query.topic));
    for (const topic of ['machines', 'plans', 'policies', 'defender'] as const) expect(topics).toContain(topic);
  });
});

describe.each(RESOURCE_GRAPH_QUERIES)('Resource Graph: $id', (query) => {
  const text = readQuery(query.id);
  const { problems, operators } = analyse(text, RESOURCE_GRAPH);

  it('is sound to Microsoft’s parser, with every table, column and function known', () => {
    expect(problems).toEqual([]);
  });

  it('uses only what Resource Graph knows, and no more of it than Resource Graph takes', () => {
    for (const operator of operators) expect(OPERATORS_ALLOWED).toContain(operator);
    for (const limited of AT_MOST_THREE) {
      expect(operators.filter((operator) => operator === limited).length).toBeLessThanOrEqual(3);
    }
  });

  it('can be paged: projects id, orders by id, and does not summarise', () => {
    const lines = text.trim().split('\n');
    expect(lines.at(-1)).toBe('| order by id asc');
    expect(lines.at(-2)).toMatch(/^\| project id\b/);
  });

  it('says what it is for in its first line', () => {
    expect(text).toMatch(/^\/\/ \w/);
  });

  it('keeps security resources off the left side of a join', () => {
    if (operators.includes('JoinOperator')) expect(text).not.toMatch(/^securityresources/m);
  });
});

it('the hunting query is sound against the columns of DeviceInfo', () => {
  expect(analyse(readQuery('device-info'), ADVANCED_HUNTING).problems).toEqual([]);
});

it('the seven policy definitions that set plans are named alike wherever the query looks for them', () => {
  const ids = readQuery('policy-assignments').match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
  const counts = Map.groupBy(ids, (id) => id);
  expect([...counts.values()].map((same) => same.length)).toEqual(Array(7).fill(4));
  for (const id of counts.keys()) expect(planPolicy(id), id).not.toBeNull();
});

describe('the check itself can fail', () => {
  it.each([
    ['a broken operator', 'resources | whre type == "a"', 'KS176'],
    ['a half condition', 'resources | where type =', 'KS006'],
    ['an unknown column', 'resources | where powerState == "a"', 'KS142'],
    ['an unknown table', 'resource | take 1', 'KS204'],
    ['an unknown function', 'resources | extend x = lower(name)', 'KS211'],
    ['a wrong type', 'resources | where name > 5', 'KS'],
  ])('%s', (_name, text, code) => {
    expect(analyse(text, RESOURCE_GRAPH).problems.join('\n')).toContain(code);
  });

  it('an operator that Resource Graph does not know', () => {
    const { operators } = analyse('resources | evaluate bag_unpack(properties)', RESOURCE_GRAPH);
    expect(operators.some((operator) => !OPERATORS_ALLOWED.has(operator))).toBe(true);
  });
});
