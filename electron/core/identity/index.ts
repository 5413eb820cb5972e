export { anchorOf } from './anchors.ts';
export { resolveCoverage, viewCoverage } from './coverage.ts';
export { resolveInventory } from './resolve.ts';
