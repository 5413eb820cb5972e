export { anchorOf } from './anchors.ts';
export { type CoverageGaps, collectWitnesses, resolveCoverage, viewCoverage } from './coverage.ts';
export { resolveInventory } from './resolve.ts';
