import type { HostKind } from '../../shared/contract/host.ts';

/**
 * The files of a drop. The desktop hands paths to the core, which walks folders itself; a browser gives a folder's
 * files only one by one.
 */
export async function droppedFiles(transfer: DataTransfer, kind: HostKind): Promise<readonly File[]> {
  const files = [...transfer.files];
  if (kind === 'desktop') return files;
  // Entries are gone as soon as the event is over: they are taken before anything is waited for.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return files;
  const found = await Promise.all(entries.map(filesOf));
  return found.flat();
}

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile)
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  for (;;) {
    // A reader gives a part at a time, and an empty one at the end.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return found;
    found.push(...(await Promise.all(part.map(filesOf))).flat());
  }
}
