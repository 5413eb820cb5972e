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
      to: {
        path: ['^electron/(main|preload|cli|web|launcher)/', '^renderer/', '^node_modules/electron/', '^electron$'],
      },
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
      name: 'launcher-is-plain-node',
      comment: "It runs in Electron's main process, whose Node may be older, and never loads the core it starts.",
      severity: 'error',
      from: { path: '^electron/launcher/' },
      to: {
        path: ['^electron/', '^shared/contract/(index|schemas)', '^node_modules/', '^electron$'],
        pathNot: ['^electron/launcher/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'hosts-start-the-core',
      comment: 'Only the command line runs the core in its own process.',
      severity: 'error',
      from: { path: '^electron/(web|main|preload)/' },
      to: { path: '^electron/core/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-knows-no-other-host',
      comment: 'The command line starts the web host; nobody else knows another one.',
      severity: 'error',
      from: { path: '^electron/web/' },
      to: { path: '^electron/(main|preload|cli)/' },
    },
    {
      name: 'desktop-knows-no-other-host',
      severity: 'error',
      from: { path: '^electron/(main|preload)/' },
      to: { path: '^electron/(web|cli)/' },
    },
    {
      name: 'renderer-uses-shared',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', '^node:', '^node_modules/(better-sqlite3|@azure)'] },
    },
    {
      name: 'no-cycles',
      comment:
        'Types alone may point both ways: a store and its slices do, and nothing of it is left when the program runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
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
