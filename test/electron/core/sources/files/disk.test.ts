import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAll, scratch } from './reading.ts';

const disk = scratch();
const CSV = 'name\r\nweb01\r\n';

function folder(name: string, files: Readonly<Record<string, string>>): string {
  const path = disk.path(name);
  mkdirSync(path);
  for (const [file, content] of Object.entries(files)) {
    if (file.includes('/')) mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), content);
  }
  return path;
}

const shown = ({ files }: Awaited<ReturnType<typeof readAll>>) => files.map(({ file, codes }) => [file, ...codes]);

describe('files and folders', () => {
  it('reads nested folders in a steady order and shows no more of the path than is needed', async () => {
    const path = folder('nested', { 'b/list.csv': CSV, 'a/deep/list.csv': CSV, 'vm.csv': CSV, '.DS_Store': 'x' });
    const read = await readAll([path]);
    expect(shown(read)).toEqual([['deep/list.csv'], ['b/list.csv'], ['vm.csv']]);
    expect(read.summary.leftAside).toEqual(['.DS_Store']);
  });

  it('reads a file once, whatever leads to it', async () => {
    const path = folder('links', { 'list.csv': CSV, 'sub/other.csv': CSV });
    symlinkSync(join(path, 'list.csv'), join(path, 'sub', 'same.csv'));
    symlinkSync(path, join(path, 'sub', 'loop'));
    symlinkSync(join(path, 'nowhere'), join(path, 'broken'));
    const read = await readAll([path, join(path, 'list.csv')]);
    expect(shown(read)).toEqual([['broken', 'input-missing'], ['list.csv'], ['other.csv']]);
  });

  it('says what is missing and reads the rest', async () => {
    const read = await readAll([disk.path('nowhere.csv'), disk.write('there.csv', CSV)]);
    expect(shown(read)).toEqual([['nowhere.csv', 'input-missing'], ['there.csv']]);
    expect(read.summary).toMatchObject({ read: 1, unreadable: 1 });
  });

  it.skipIf(process.platform === 'win32')('does not open pipes and devices', async () => {
    const pipe = disk.path('pipe.csv');
    execFileSync('mkfifo', [pipe]);
    expect(shown(await readAll([pipe, '/dev/zero']))).toEqual([
      ['pipe.csv', 'input-no-file'],
      ['zero', 'input-no-file'],
    ]);
  });

  // Rights mean nothing to root, so a file that the system itself will not read stands for one without rights.
  it.runIf(process.platform === 'linux')('says what may not be read', async () => {
    expect(shown(await readAll(['/proc/self/mem']))).toEqual([['mem', 'input-unreadable']]);
  });

  it('reads a folder with thousands of files, and stops at one that is a disk', async () => {
    const files = Object.fromEntries(Array.from({ length: 5_010 }, (_, index) => [`${index}.csv`, '']));
    const read = await readAll([folder('disk', files)], {}, { open: () => null });
    expect(shown(read)).toEqual([['disk', 'folder-too-many']]);
    expect(read.summary).toMatchObject({ skipped: 5_000 });
  });

  it('gives the digest of the bytes, and skips what the host knows', async () => {
    const path = disk.write('known.csv', CSV);
    const { files } = await readAll([path]);
    expect(files[0]?.digest).toBe(createHash('sha256').update(CSV).digest('hex'));
    const again = await readAll([path], {}, { open: () => null });
    expect([again.files, again.summary]).toEqual([[], { read: 0, unreadable: 0, skipped: 1, leftAside: [] }]);
  });
});
