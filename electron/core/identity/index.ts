export { anchorOf } from './anchors.ts';
export { type CoverageGaps, type CoverageInput, resolveCoverage, viewCoverage } from './coverage.ts';
export { type ResolveInput, resolveInventory } from './resolve.ts';
