// In every browser and in Node; declared here because this room takes the globals of neither.
declare function btoa(binary: string): string;
declare function atob(base64: string): string;

/** Distinct values, and which of them stands in each row: null when every row has its own. */
export interface Column {
  readonly values: readonly unknown[];
  /** Base64 of little-endian unsigned numbers of `width` bytes, one for each row. */
  readonly index: string | null;
  readonly width: 1 | 2 | 4;
}

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
  if (values.length === rows.length) return { values, index: null, width: 1 };
  const width = values.length <= 0x100 ? 1 : values.length <= 0x10000 ? 2 : 4;
  return { values, index: toBase64(pack(index, width)), width };
}

/**
 * One value for each row.
 * @throws RangeError when the index is of another length or points beyond the values.
 */
export function decodeColumn({ values, index, width }: Column, count: number): readonly unknown[] {
  if (index === null) {
    if (values.length !== count) throw new RangeError('A column of another length');
    return values;
  }
  const bytes = fromBase64(index);
  if (bytes.length !== count * width) throw new RangeError('A column of another length');
  const view = new DataView(bytes.buffer);
  return Array.from({ length: count }, (_, row) => {
    const position =
      width === 1 ? view.getUint8(row) : width === 2 ? view.getUint16(row * 2, true) : view.getUint32(row * 4, true);
    if (position >= values.length) throw new RangeError('A column points beyond its values');
    return values[position];
  });
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
