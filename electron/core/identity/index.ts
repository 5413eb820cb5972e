export { anchorOf } from './anchors.ts';
export { type CoverageGaps, resolveCoverage, viewCoverage } from './coverage.ts';
export { resolveInventory } from './resolve.ts';
