import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aWorkplace } from '../../cli/support.ts';

it('a project does not grow with every newer export of the same list', { timeout: 60_000 }, async () => {
  const { folder, run } = aWorkplace();
  const project = join(folder, 'contoso.dfsplan');
  await run('new', 'contoso.dfsplan', '--name', 'Contoso');
  const sizes: number[] = [];
  for (let export_ = 1; export_ <= 24; export_ += 1) {
    const rows = Array.from({ length: 300 }, (_, row) => `srv${row},10.0.${export_}.${row % 250},Windows Server 2022`);
    writeFileSync(join(folder, 'servers.csv'), `サーバー名,IPアドレス,OS\n${rows.join('\n')}\n`);
    expect((await run('import', 'contoso.dfsplan', 'servers.csv')).code).toBeLessThanOrEqual(1);
    sizes.push(statSync(project).size);
  }
  expect(sizes.at(-1)).toBeLessThan((sizes[13] ?? 0) * 1.05);
});
