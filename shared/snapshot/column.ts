// In every browser and in Node; declared here because this room takes the globals of neither.
declare function btoa(binary: string): string;
declare function atob(base64: string): string;

/** Distinct values, and which of them stands in each row. */
export interface Column {
  /** Texts are joined by `SEPARATOR`: one long text is read and written many times faster than 100,000 short ones. */
  readonly values: readonly unknown[] | string;
  /** What stands before each joined text, up to its last `/`: resource ids share it with their neighbours. */
  readonly heads?: Column;
  /** Base64 of little-endian unsigned numbers of `width` bytes, one for each row. Null: every row has its own value, or all have one. */
  readonly index: string | null;
  readonly width: 1 | 2 | 4;
}

/** DEL: JSON writes it as it is, and it hardly ever stands in a text; a column with such a text is not joined. */
const SEPARATOR = '\u007f';

/** Takes one field of all rows. */
export function encodeColumn<T>(rows: readonly T[], pick: (row: T) => unknown): Column {
  const positions = new Map<unknown, number>();
  const values: unknown[] = [];
  const index = new Uint32Array(rows.length);
  let before: unknown;
  rows.forEach((row, at) => {
    const value = pick(row);
    // Neighbours are often alike, and a long text is looked up more slowly than it is compared.
    if (at > 0 && value === before) {
      index[at] = index[at - 1] ?? 0;
      return;
    }
    before = value;
    const key = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    let position = positions.get(key);
    if (position === undefined) {
      position = values.length;
      positions.set(key, position);
      values.push(value);
    }
    index[at] = position;
  });
  const width = values.length <= 0x100 ? 1 : values.length <= 0x10000 ? 2 : 4;
  const isPlain = values.length === 1 || values.length === rows.length;
  return { ...packValues(values), index: isPlain ? null : toBase64(pack(index, width)), width };
}

function packValues(values: readonly unknown[]): Pick<Column, 'values' | 'heads'> {
  if (values.length === 0 || !values.every(canBeJoined)) return { values };
  // The texts of the heads have a slash too: only one cut each.
  if (!values.every((text) => text.lastIndexOf('/') > 0 && !text.endsWith('/')))
    return { values: values.join(SEPARATOR) };
  const heads = encodeColumn(values, (text) => text.slice(0, text.lastIndexOf('/') + 1));
  return { values: values.map((text) => text.slice(text.lastIndexOf('/') + 1)).join(SEPARATOR), heads };
}

function canBeJoined(value: unknown): value is string {
  return typeof value === 'string' && !value.includes(SEPARATOR);
}

/**
 * One value for each row.
 * @throws RangeError when the index is of another length or points beyond the values.
 */
export function decodeColumn(column: Column, count: number): readonly unknown[] {
  const { index, width } = column;
  const values = unpackValues(column);
  if (index === null) {
    if (values.length === count) return values;
    if (values.length === 1) return new Array<unknown>(count).fill(values[0]);
    throw new RangeError('A column of another length');
  }
  const positions = unpack(fromBase64(index), width);
  if (positions.length !== count) throw new RangeError('A column of another length');
  const rows = new Array<unknown>(count);
  for (let row = 0; row < count; row += 1) {
    const position = positions[row] ?? values.length;
    if (position >= values.length) throw new RangeError('A column points beyond its values');
    rows[row] = values[position];
  }
  return rows;
}

function unpackValues({ values, heads }: Column): readonly unknown[] {
  if (typeof values !== 'string') return values;
  const texts = values.split(SEPARATOR);
  if (!heads) return texts;
  const before = decodeColumn(heads, texts.length);
  return texts.map((text, at) => `${before[at]}${text}`);
}

/** Little-endian numbers of `width` bytes. Empty when the bytes are no whole number of them. */
function unpack(bytes: Uint8Array<ArrayBuffer>, width: 1 | 2 | 4): Uint8Array | Uint16Array | Uint32Array {
  if (width === 1) return bytes;
  const view = new DataView(bytes.buffer);
  const count = bytes.length % width === 0 ? bytes.length / width : 0;
  const positions = new Uint32Array(count);
  for (let at = 0; at < count; at += 1)
    positions[at] = width === 2 ? view.getUint16(at * 2, true) : view.getUint32(at * 4, true);
  return positions;
}

function pack(index: Uint32Array, width: 1 | 2 | 4): Uint8Array {
  const bytes = new Uint8Array(index.length * width);
  const view = new DataView(bytes.buffer);
  index.forEach((position, row) => {
    if (width === 1) view.setUint8(row, position);
    else if (width === 2) view.setUint16(row * 2, position, true);
    else view.setUint32(row * 4, position, true);
  });
  return bytes;
}

/** Chunks, since a call takes only so many arguments. */
const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
