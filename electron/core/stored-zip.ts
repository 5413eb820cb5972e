import { crc32 } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Packs parts into a zip file without compression, in memory.
 * The reader of workbooks gets exactly the parts that were checked so, whatever else the original file holds.
 * Layout: PKWARE APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end).
 */
export function storedZip(parts: readonly Part[]): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const fields = describe(part.bytes, name);
    const local = Buffer.concat([bytes32(0x04034b50), fields, name]);
    directory.push(bytes32(0x02014b50), bytes16(20), fields, Buffer.alloc(10), bytes32(offset), name);
    body.push(local, part.bytes);
    offset += local.length + part.bytes.length;
  }
  const central = Buffer.concat(directory);
  const count = bytes16(parts.length);
  const end = [bytes32(0x06054b50), bytes32(0), count, count, bytes32(central.length), bytes32(offset), bytes16(0)];
  return Buffer.concat([...body, central, ...end]);
}

/** What both headers say: version, flags, method 0, time, checksum, both sizes, length of the name and of nothing more. */
function describe(bytes: Buffer, name: Buffer): Buffer {
  const size = bytes32(bytes.length);
  return Buffer.concat([
    bytes16(20),
    Buffer.alloc(8),
    bytes32(crc32(bytes)),
    size,
    size,
    bytes16(name.length),
    bytes16(0),
  ]);
}

function bytes16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function bytes32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
