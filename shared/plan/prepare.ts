import { compareVersions, correlationFloor } from '../matrix/floors.ts';
import { osProduct } from '../matrix/operating-systems.ts';
import { AZURE_PLACEMENTS, type AzurePlacement } from '../matrix/rows.ts';
import { hasSensor, type Machine } from '../model/index.ts';
import { type Columns, makeColumns } from './columns.ts';

/** A version against the lowest that is needed. */
export type VersionState = 'enough' | 'below' | 'unknown' | 'not-needed';

/** Machines that no rule and no price can tell apart. */
export interface Shape {
  readonly index: number;
  /** One of them: any will do. */
  readonly machine: Machine;
  /** Null: no resource in Azure or Arc. */
  readonly placement: AzurePlacement | null;
  readonly hasSensor: boolean;
  /** Sensor against the correlation floor. */
  readonly sensorVersion: VersionState;
  /** Arc agent against what ESU asks for. */
  readonly esuAgent: VersionState;
  /** What alone decides about Defender's meters. */
  readonly moneyShape: number;
}

/** Everything about a project's machines that no assumption, rule or scenario changes. */
export interface Prepared {
  readonly machines: readonly Machine[];
  readonly shapeOf: Int32Array;
  readonly shapes: readonly Shape[];
  readonly columns: Columns;
  /** One number for one description of what has a price; the same description always gets the same number. */
  readonly groupNumber: (description: string) => number;
}

const PREPARED = new WeakMap<readonly Machine[], Prepared>();

/**
 * Derives facts from machines once; the same array is not looked through twice, so whoever plans again keeps it.
 * An array must not be changed after it was given.
 */
export function prepare(machines: readonly Machine[]): Prepared {
  const known = PREPARED.get(machines);
  if (known) return known;
  const shapeOf = new Int32Array(machines.length);
  const shapes: Shape[] = [];
  const numberOf = new Map<string, number>();
  const moneyShapes = interner();
  const versions = versionStates();
  machines.forEach((machine, index) => {
    const sensorVersion = versions.sensor(machine);
    const esuAgent = versions.esuAgent(machine);
    const money = `${machine.placement}|${machine.capacity}|${machine.power}|${machine.arcStatus}|${machine.sensorHealth}|${machine.sensorOnboarding}`;
    const key = `${money}|${shapeKey(machine)}|${sensorVersion}|${esuAgent}`;
    let shape = numberOf.get(key);
    if (shape === undefined) {
      shape = shapes.length;
      numberOf.set(key, shape);
      const placement = azurePlacement(machine);
      const moneyShape = moneyShapes(money);
      shapes.push({
        index: shape,
        machine,
        placement,
        hasSensor: hasSensor(machine),
        sensorVersion,
        esuAgent,
        moneyShape,
      });
    }
    shapeOf[index] = shape;
  });
  const prepared = { machines, shapeOf, shapes, columns: makeColumns(machines), groupNumber: interner() };
  PREPARED.set(machines, prepared);
  return prepared;
}

/** Gives every distinct text a number, counting from 0. */
export function interner(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
}

function shapeKey(machine: Machine): string {
  const { os, today } = machine;
  const cores = osProduct(os.product)?.esu || machine.hasEsu ? machine.cores : '';
  const place = machine.subscriptionId ?? machine.subscriptionName;
  return `${os.product}|${os.family}|${os.role}|${machine.tenantId}|${place}|${machine.connectorId}|${today.plan}|${today.explicit}|${cores}|${machine.hasEsu}|${machine.hasSoftwareAssurance}|${machine.mayBeBilledTwice}`;
}

function azurePlacement(machine: Machine): AzurePlacement | null {
  return AZURE_PLACEMENTS.find((placement) => placement === machine.placement) ?? null;
}

/** Compares versions once for each distinct pair of product and version. */
function versionStates() {
  const known = new Map<string, VersionState>();
  const once = (key: string, make: () => VersionState) => {
    const state = known.get(key) ?? make();
    known.set(key, state);
    return state;
  };
  return {
    sensor: (machine: Machine) =>
      once(`s|${machine.os.product}|${machine.os.family}|${machine.sensorVersion}`, () => {
        const floor = correlationFloor(machine.os.product, machine.os.family);
        return floor ? against(machine.sensorVersion, floor.version) : 'not-needed';
      }),
    esuAgent: (machine: Machine) =>
      once(`a|${machine.os.product}|${machine.arcAgentVersion}`, () => {
        const minimum = osProduct(machine.os.product)?.esu?.minimumArcAgent;
        return minimum ? against(machine.arcAgentVersion, minimum) : 'not-needed';
      }),
  };
}

function against(version: string | null, minimum: string): VersionState {
  if (version === null) return 'unknown';
  return compareVersions(version, minimum) < 0 ? 'below' : 'enough';
}
