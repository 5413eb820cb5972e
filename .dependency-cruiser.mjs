/** Which room may use which: the table in docs/adr/0001-rooms.md. `test/checks/layers.test.ts` proves that each rule can fail. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

export default {
  forbidden: [
    only(
      'shared-uses-itself',
      '^shared/',
      ['^shared/', '^node_modules/(decimal\\.js|zod|papaparse|intl-messageformat)/'],
      'Rules and words run anywhere: no Node, no DOM.',
    ),
    only(
      'plan-is-pure',
      '^shared/plan/',
      ['^shared/(model|text|matrix|plan|i18n)/', '^node_modules/decimal\\.js/'],
      'plan knows nothing that comes after it: cost is handed in.',
    ),
    only(
      'cost-is-pure',
      '^shared/cost/',
      ['^shared/(model|text|matrix|cost|i18n)/', '^node_modules/decimal\\.js/'],
      'cost reads recommendations by their type only.',
    ),
    only('model-is-words', '^shared/model/', ['^shared/model/'], 'The model imports nothing.'),
    {
      name: 'core-without-electron',
      severity: 'error',
      from: { path: '^electron/core/' },
      to: { path: ['^electron/(main|preload|cli|web)/', '^renderer/', '^node_modules/electron/', '^electron$'] },
    },
    {
      name: 'sqlite-in-store-only',
      severity: 'error',
      from: { path: '^(electron|shared|renderer)/', pathNot: '^electron/core/store/' },
      to: { path: '^node_modules/better-sqlite3/' },
    },
    {
      name: 'azure-in-its-room',
      severity: 'error',
      from: { path: '^(electron|shared|renderer)/', pathNot: '^electron/core/sources/azure/' },
      to: { path: '^node_modules/@azure' },
    },
    {
      name: 'sources-before-identity',
      severity: 'error',
      from: { path: '^electron/core/sources/' },
      to: { path: '^electron/core/(identity|store|features)/' },
    },
    {
      name: 'identity-before-store',
      severity: 'error',
      from: { path: '^electron/core/identity/' },
      to: { path: '^electron/core/(store|features|sources)/' },
    },
    {
      name: 'store-knows-no-feature',
      severity: 'error',
      from: { path: '^electron/core/store/' },
      to: { path: '^electron/core/(sources|identity|features)/' },
    },
    {
      name: 'renderer-uses-shared',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', '^node:', '^node_modules/(better-sqlite3|@azure)'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(tsconfig\\.json$|\\.css$)' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
