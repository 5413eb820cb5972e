export * from './api.ts';
export * from './app-views.ts';
export * from './failures.ts';
export * from './schemas.ts';
export * from './views.ts';
