export * from './editions.ts';
export * from './floors.ts';
export * from './operating-systems.ts';
export * from './os-products.ts';
export * from './policy-definitions.ts';
export * from './rows.ts';
export * from './sources.ts';
