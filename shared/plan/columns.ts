import type { Machine } from '../model/index.ts';
import { fold } from '../text/fold.ts';
import { type Condition, type FoldedTag, rawTextsOf, type TextField, textsOf } from './conditions.ts';

/** The same text once: a number for each machine, and the folded texts that a number stands for. */
interface TextColumn {
  readonly ids: Int32Array;
  readonly texts: readonly (readonly string[])[];
}

interface TagColumn {
  readonly ids: Int32Array;
  readonly sets: readonly (readonly FoldedTag[])[];
}

/** The machines of a project as columns: a condition is asked once for every distinct value, not for every machine. */
export interface Columns {
  text(field: TextField): TextColumn;
  tags(): TagColumn;
  /** Position of a machine by its id; undefined when there is none. */
  position(machineId: string): number | undefined;
}

/** Columns are made when they are first asked for, and stay as long as the machines do. */
export function makeColumns(machines: readonly Machine[]): Columns {
  const made = new Map<TextField, TextColumn>();
  let tags: TagColumn | null = null;
  let positions: Map<string, number> | null = null;
  return {
    text(field) {
      const known = made.get(field) ?? textColumn(machines, field);
      made.set(field, known);
      return known;
    },
    tags() {
      tags ??= tagColumn(machines);
      return tags;
    },
    position(machineId) {
      positions ??= new Map(machines.map((machine, index) => [machine.id, index]));
      return positions.get(machineId);
    },
  };
}

/**
 * Which of several lists of conditions each machine meets first; -1 where it meets none.
 * @param alternatives in order; each holds when all its conditions hold
 */
export function firstMatches(
  machines: readonly Machine[],
  columns: Columns,
  alternatives: readonly (readonly Condition[])[],
): Int32Array {
  const found = new Int32Array(machines.length).fill(-1);
  alternatives.forEach((conditions, index) => {
    const tests = conditions.map((condition) => columnTest(condition, machines, columns));
    const [first] = tests;
    const holds = tests.length === 1 && first ? first : (machine: number) => tests.every((test) => test(machine));
    for (let machine = 0; machine < found.length; machine++) {
      if (found[machine] === -1 && holds(machine)) found[machine] = index;
    }
  });
  return found;
}

function columnTest(
  condition: Condition,
  machines: readonly Machine[],
  columns: Columns,
): (machine: number) => boolean {
  if (condition.field === 'list') {
    const isListed = new Uint8Array(machines.length);
    for (const id of condition.machineIds) {
      const position = columns.position(id);
      if (position !== undefined) isListed[position] = 1;
    }
    return (machine) => isListed[machine] === 1;
  }
  if (condition.field === 'tag') {
    const { ids, sets } = columns.tags();
    return remembered(ids, sets, (tags) =>
      tags.some(([name, value]) => condition.name(name) && condition.value(value)),
    );
  }
  const { ids, texts } = columns.text(condition.field);
  return remembered(ids, texts, (values) => values.some(condition.test));
}

const NO = 1;
const YES = 2;

function remembered<Value>(ids: Int32Array, values: readonly Value[], test: (value: Value) => boolean) {
  const answers = new Uint8Array(values.length);
  return (machine: number): boolean => {
    const id = ids[machine] ?? 0;
    if (answers[id] === 0) answers[id] = test(values[id] as Value) ? YES : NO;
    return answers[id] === YES;
  };
}

function textColumn(machines: readonly Machine[], field: TextField): TextColumn {
  const ids = new Int32Array(machines.length);
  const texts: (readonly string[])[] = [];
  const known = new Map<string, number>();
  machines.forEach((machine, index) => {
    const raw = rawTextsOf(field, machine).join('\n');
    let id = known.get(raw);
    if (id === undefined) {
      id = texts.push(textsOf(field, machine)) - 1;
      known.set(raw, id);
    }
    ids[index] = id;
  });
  return { ids, texts };
}

function tagColumn(machines: readonly Machine[]): TagColumn {
  const ids = new Int32Array(machines.length);
  const sets: (readonly FoldedTag[])[] = [];
  const known = new Map<string, number>();
  const folded = new Map<string, string>();
  const foldOnce = (text: string) => {
    const done = folded.get(text) ?? fold(text);
    folded.set(text, done);
    return done;
  };
  machines.forEach((machine, index) => {
    let key = '';
    for (const name in machine.tags) key += `${name}\n${machine.tags[name]}\n`;
    let id = known.get(key);
    if (id === undefined) {
      const tags = Object.entries(machine.tags).map(([name, value]): FoldedTag => [foldOnce(name), foldOnce(value)]);
      id = sets.push(tags) - 1;
      known.set(key, id);
    }
    ids[index] = id;
  });
  return { ids, sets };
}
