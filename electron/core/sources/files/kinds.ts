/** What a file is, seen from its first bytes; never from its name. */
export type Kind =
  | { readonly kind: 'text' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'ole' }
  /** Something that we know and cannot read: said by its name. */
  | { readonly kind: 'other'; readonly what: string };

/** Signatures: https://en.wikipedia.org/wiki/List_of_file_signatures */
const SIGNATURES: readonly { readonly bytes: string; readonly what: string }[] = [
  { bytes: '25504446', what: 'PDF' },
  { bytes: '89504e47', what: 'PNG' },
  { bytes: 'ffd8ff', what: 'JPEG' },
  { bytes: '47494638', what: 'GIF' },
  { bytes: '52494646', what: 'RIFF (WebP, AVI)' },
  { bytes: '1f8b', what: 'gzip' },
  { bytes: '377abcaf271c', what: '7-Zip' },
  { bytes: '526172211a07', what: 'RAR' },
  { bytes: '4d534346', what: 'CAB' },
  { bytes: '53514c69746520666f726d6174203300', what: 'SQLite' },
  { bytes: '4d5a90', what: 'EXE' },
  { bytes: '7f454c46', what: 'ELF' },
  { bytes: '7b5c727466', what: 'RTF' },
];

/** Texts that are no tables: how they begin, in lower case. */
const MARKUP: readonly { readonly start: RegExp; readonly what: string }[] = [
  { start: /^<!doctype html|^<html/, what: 'HTML' },
  { start: /^<\?xml|^<workbook/, what: 'XML' },
];

const OLE = 'd0cf11e0a1b11ae1';
const ZIP = ['504b0304', '504b0506', '504b0708'];

/** @param head the first bytes of the file */
export function kindOf(head: Buffer): Kind {
  const start = head.subarray(0, 16).toString('hex');
  if (ZIP.some((bytes) => start.startsWith(bytes))) return { kind: 'zip' };
  if (start.startsWith(OLE)) return { kind: 'ole' };
  const known = SIGNATURES.find((signature) => start.startsWith(signature.bytes));
  if (known) return { kind: 'other', what: known.what };
  return { kind: 'text' };
}

/** HTML or XML, when a text is such; else null. */
export function markupOf(sample: string): string | null {
  const start = sample.trimStart().slice(0, 64).toLowerCase();
  return MARKUP.find((markup) => markup.start.test(start))?.what ?? null;
}

/** Names in the directory of an OLE file ([MS-CFB], [MS-OFFCRYPTO] 2.3): UTF-16 LE. */
const OLE_STREAMS = [
  { name: 'EncryptedPackage', what: 'protected' },
  { name: 'Workbook', what: 'xls' },
  { name: 'Book', what: 'xls' },
] as const;

/** What sort of OLE file: a protected workbook, an old `.xls`, or another. @param bytes as much of it as was read */
export function oleKind(bytes: Buffer): 'protected' | 'xls' | 'other' {
  const found = OLE_STREAMS.find((stream) => bytes.includes(Buffer.from(`${stream.name}\0`, 'utf16le')));
  return found?.what ?? 'other';
}
