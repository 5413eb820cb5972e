import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  closeProject,
  iterateRecords,
  openProject,
  projectDigest,
  readEvidence,
  readFacts,
  readInventory,
  readMachineIdsByName,
  readOverrides,
  readRules,
  STORE_ERRORS,
  StoreError,
} from '../../../../electron/core/store/index.ts';
import { aFilledFile, NOW } from './support.ts';

describe('a damaged file', () => {
  it('with any one of 250 flipped bits is refused, or reads as it was written', () => {
    const path = aFilledFile();
    const bytes = readFileSync(path);
    const before = contentOf(path);
    const random = numbers(20261124);
    const outcomes = Array.from({ length: 250 }, () => {
      const flipped = Buffer.from(bytes);
      const at = random() % bytes.length;
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (random() % 8));
      writeFileSync(path, flipped);
      return contentOf(path);
    });
    const read = outcomes.filter((outcome) => !outcome.startsWith('refused'));
    expect(read.filter((outcome) => outcome !== before)).toEqual([]);
    expect(outcomes.length - read.length).toBeGreaterThan(50);
  });

  it('with any flipped bit in its header is refused, or reads as it was written', () => {
    const path = aFilledFile(3);
    const bytes = readFileSync(path);
    const before = contentOf(path);
    for (let bit = 0; bit < 800; bit += 3) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(path, flipped);
      const after = contentOf(path);
      if (!after.startsWith('refused')) expect(after, `bit ${bit}`).toBe(before);
    }
  });

  it('that was cut anywhere is refused', () => {
    const path = aFilledFile();
    const bytes = readFileSync(path);
    const random = numbers(7);
    const lengths = [0, 1, 99, 100, 512, 4096, 8192, bytes.length - 8192, bytes.length - 1];
    for (const length of [...lengths, ...Array.from({ length: 30 }, () => random() % bytes.length)]) {
      writeFileSync(path, bytes.subarray(0, length));
      expect(contentOf(path), `${length} bytes`).toMatch(/^refused (not-a-project|damaged|digest-mismatch|hostile)/);
    }
  });

  it('with a page of zeros is refused', () => {
    const path = aFilledFile();
    const bytes = readFileSync(path);
    for (let page = 1; page < bytes.length / 8192; page += 1) {
      const zeroed = Buffer.from(bytes).fill(0, page * 8192, (page + 1) * 8192);
      writeFileSync(path, zeroed);
      expect(contentOf(path), `page ${page}`).toMatch(/^refused/);
    }
  });
});

/** All values of a file as one text, or the code with which it was refused. Anything else thrown fails the test. */
function contentOf(path: string): string {
  try {
    const project = openProject(path, { mode: 'read', now: NOW });
    try {
      const content = [readFacts, readEvidence, readInventory, readOverrides, readRules, readMachineIdsByName];
      return JSON.stringify([
        projectDigest(project),
        content.map((read) => read(project)),
        [...iterateRecords(project)],
        [...iterateRecords(project, { type: 'machine', evidenceId: 'e1' })],
      ]);
    } finally {
      closeProject(project);
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    expect(STORE_ERRORS).toContain(error.code);
    return `refused ${error.code}`;
  }
}

/** The same numbers in every run: xorshift32. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}
