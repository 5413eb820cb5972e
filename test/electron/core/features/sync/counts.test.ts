import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const BENCH = new URL('../../../../bench/sync.ts', import.meta.url).pathname;

describe('a sync that is stopped, gone on with and refreshed', () => {
  it('sends as few requests as page size and machines allow, and is never refused: the bench at a smaller size', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', BENCH, '20', '2400']);
    expect(stdout).toContain('2400 machines, complete');
    const [, graph, fewest] = /(\d+) Resource Graph \(fewest (\d+) \+ 1/.exec(stdout) ?? [];
    expect([Number(fewest), Number(fewest) + 1]).toContain(Number(graph));
    const [, plans, machines] = /(\d+) machine plans \(fewest (\d+)\)/.exec(stdout) ?? [];
    expect(plans).toBe(machines);
    expect(stdout).toContain('refused by quota: 0');
    expect(stdout).toContain('outside the contract: 0');
  });
});
