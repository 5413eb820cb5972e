import { osProduct } from '../matrix/operating-systems.ts';
import { AZURE_PLACEMENTS, type AzurePlacement } from '../matrix/rows.ts';
import { hasSensor, type Machine, PLANS } from '../model/index.ts';
import { type Columns, makeColumns } from './columns.ts';

/** Machines that no rule of the matrix can tell apart. */
export interface Shape {
  readonly index: number;
  /** One of them: any will do for what is decided, none for its own name, system or version. */
  readonly machine: Machine;
  /** Null: no resource in Azure or Arc. */
  readonly placement: AzurePlacement | null;
  readonly hasSensor: boolean;
  /** Its own plan setting was not read. */
  readonly isSettingUnread: boolean;
  /** A number for what of it decides about rows and steps in Azure. */
  readonly rowNumber: number;
}

/** Machines that no price can tell apart, wherever they stand. */
interface PriceShape {
  readonly machine: Machine;
  /** What of it Defender's own meters ask about. */
  readonly moneyShape: number;
}

/** Everything about a project's machines that no assumption, rule or scenario changes. */
export interface Prepared {
  readonly machines: readonly Machine[];
  readonly shapes: readonly Shape[];
  readonly priceShapes: readonly PriceShape[];
  /** A cell is a pair of shape and price shape; the cell of each machine, and the two of each cell. */
  readonly cellOf: Int32Array;
  readonly cells: readonly { readonly shape: number; readonly price: number }[];
  /** How many rows have which product; node pools are no servers whose system anybody chooses. */
  readonly productCounts: ReadonlyMap<string | null, number>;
  /** Servers that may be billed twice today. */
  readonly billedTwice: number;
  readonly columns: Columns;
  /** A number for a text that describes what is planned. */
  readonly describe: (description: string) => number;
  /** One number for a price shape under what is planned; the same pair always gets the same number. */
  readonly groupNumber: (price: number, description: number) => number;
}

const PREPARED = new WeakMap<readonly Machine[], Prepared>();

/**
 * Derives facts from machines once; the same array is not looked through twice, so whoever plans again keeps it.
 * An array must not be changed after it was given.
 */
export function prepare(machines: readonly Machine[]): Prepared {
  const known = PREPARED.get(machines);
  if (known) return known;
  const columns = makeColumns(machines);
  const prepared = { machines, ...makeCells(machines), columns, describe: interner(), groupNumber: groupNumbers() };
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

/** Wide enough that two numbers packed into one stay apart. */
const PACK = 2 ** 26;

function makeCells(
  machines: readonly Machine[],
): Pick<Prepared, 'shapes' | 'priceShapes' | 'cellOf' | 'cells' | 'productCounts' | 'billedTwice'> {
  const shapes: Shape[] = [];
  const priceShapes: PriceShape[] = [];
  const cells: { shape: number; price: number }[] = [];
  const cellOf = new Int32Array(machines.length);
  const [shapeNumbers, priceNumbers, moneyShapes] = [interner(), interner(), interner()];
  const cellNumbers = new Map<number, number>();
  const productCounts = new Map<string | null, number>();
  let billedTwice = 0;
  machines.forEach((machine, index) => {
    const { product } = machine.os;
    if (machine.mayBeBilledTwice) billedTwice++;
    if (machine.placement !== 'aks') productCounts.set(product, (productCounts.get(product) ?? 0) + 1);
    const shape = shapeNumbers(shapeKey(machine));
    if (shape === shapes.length) shapes.push(makeShape(shape, machine));
    const money = moneyKey(machine);
    const price = priceNumbers(`${money}|${sideKey(machine)}`);
    if (price === priceShapes.length) priceShapes.push({ machine, moneyShape: moneyShapes(money) });
    const pair = shape * PACK + price;
    let cell = cellNumbers.get(pair);
    if (cell === undefined) {
      cell = cells.push({ shape, price }) - 1;
      cellNumbers.set(pair, cell);
    }
    cellOf[index] = cell;
  });
  return { shapes, priceShapes, cells, cellOf, productCounts, billedTwice };
}

function makeShape(index: number, machine: Machine): Shape {
  const { today } = machine;
  const placement = azurePlacement(machine);
  const place = placement === null ? 0 : AZURE_PLACEMENTS.indexOf(placement) + 1;
  const plan = KNOWN_PLANS.indexOf(today.plan);
  return {
    index,
    machine,
    placement,
    hasSensor: hasSensor(machine),
    isSettingUnread: today.explicit === 'unknown',
    rowNumber: (place * KNOWN_PLANS.length + plan) * EXPLICIT.length + EXPLICIT.indexOf(today.explicit),
  };
}

const KNOWN_PLANS = [...PLANS, 'unknown'] as const;
const EXPLICIT = [true, false, 'unknown'] as const;

function azurePlacement(machine: Machine): AzurePlacement | null {
  return AZURE_PLACEMENTS.find((placement) => placement === machine.placement) ?? null;
}

/** What the rows of the matrix ask about. A system counts by what is supported of it, not by its name. */
function shapeKey(machine: Machine): string {
  const { os, today, placement } = machine;
  const product = osProduct(os.product);
  const named = product === null || product.esu || product.defender === 'no' ? os.product : '';
  const place = machine.subscriptionId ?? machine.subscriptionName;
  return `${placement}|${named}|${product?.defender}|${product?.arc}|${os.role}|${machine.tenantId}|${place}|${machine.connectorId}|${today.plan}|${today.explicit}|${hasSensor(machine)}`;
}

function moneyKey(machine: Machine): string {
  return `${machine.placement}|${machine.capacity}|${machine.power}|${machine.arcStatus}|${machine.sensorHealth}`;
}

/** What side costs ask about besides: Extended Security Updates are billed by cores. */
function sideKey({ os, cores, hasEsu, hasSoftwareAssurance }: Machine): string {
  const esu = osProduct(os.product)?.esu || hasEsu ? `${os.product}|${cores}` : '';
  return `${hasEsu}|${hasSoftwareAssurance}|${esu}`;
}

function groupNumbers(): Prepared['groupNumber'] {
  const numbers = new Map<number, number>();
  return (price, description) => {
    const pair = description * PACK + price;
    const known = numbers.get(pair);
    if (known !== undefined) return known;
    numbers.set(pair, numbers.size);
    return numbers.size - 1;
  };
}
