// Who may import whom. Rules 1 and 2 of the house (CONTRIBUTING.md), tested with planted violations in
// scripts/check/boundaries.test.ts. The graph is read with swc: TypeScript 7 has no compiler API.
const SERVER = '^apps/server/src';
const MODULES = `${SERVER}/modules`;
const TEST = '\\.(test|bench)\\.tsx?$|/testing/|^e2e/|^bench/';
const OUTSIDE_WORLD =
  '^(node:)?(fs|fs/promises|net|http|http2|https|tls|dgram|dns|child_process|worker_threads|cluster)$';

/** Lowest first. A module reads only tiers below its own; modules of one tier do not know each other. */
const TIERS = [
  ['organisation'],
  ['parties'],
  ['ip-rights'],
  ['ip-agencies', 'trademark-search'],
  ['funds'],
  ['policies'],
  ['evidence'],
  ['cases'],
  [
    'cultivation',
    'programs',
    'subsidies',
    'patent-landscapes',
    'ip-financing',
    'case-papers',
    'case-statistics',
    'complaints',
    'inspections',
    'trademark-watch',
    'trademark-portfolio',
    'assistance',
    'agency-affairs',
    'agency-credit',
    'filing-supervision',
    'discipline',
    'association',
    'reports',
    'outreach',
    'coordination',
  ],
  ['plan'],
  ['open-data'],
  ['public-site'],
];

const known = TIERS.flat().join('|');
const neverUp = TIERS.map((tier, level) => ({
  name: `tier-${level + 1}-calls-down-only`,
  comment: `${tier.join(', ')}: call down, publish sideways, never up`,
  severity: 'error',
  // A test of a port needs the module that fills it; it still enters by the index.
  from: { path: `${MODULES}/(${tier.join('|')})/`, pathNot: '\\.test\\.ts$' },
  to: { path: `${MODULES}/(${TIERS.slice(level).flat().join('|')})/`, pathNot: `${MODULES}/$1/` },
}));

module.exports = {
  forbidden: [
    ...neverUp,
    {
      name: 'module-has-a-tier',
      comment: 'a new module is named in TIERS of .dependency-cruiser.cjs first',
      severity: 'error',
      from: { path: `${MODULES}/`, pathNot: `${MODULES}/(${known})/` },
      to: {},
    },
    {
      name: 'enter-a-module-by-its-index',
      comment: 'or by what it offers to tests, which product-code-imports-no-test-helper keeps among tests',
      severity: 'error',
      from: { path: `${MODULES}/([^/]+)/` },
      to: { path: `${MODULES}/[^/]+/`, pathNot: [`${MODULES}/$1/`, `${MODULES}/[^/]+/index\\.ts$`, '/testing/'] },
    },
    {
      name: 'enter-a-module-by-its-index-from-outside',
      severity: 'error',
      from: { pathNot: `${MODULES}/` },
      to: { path: `${MODULES}/`, pathNot: `${MODULES}/[^/]+/index\\.ts$` },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'modules.ts, app.ts and the entry points compose; the platform is composed',
      severity: 'error',
      from: { path: `${SERVER}/platform/`, pathNot: TEST },
      to: { path: `${SERVER}/`, pathNot: `${SERVER}/platform/` },
    },
    {
      name: 'modules-do-not-know-the-composition-root',
      severity: 'error',
      from: { path: `${MODULES}/`, pathNot: TEST },
      to: { path: `${SERVER}/[^/]+\\.ts$|${SERVER}/cli-commands/` },
    },
    {
      name: 'packages-import-no-apps',
      severity: 'error',
      from: { path: '^(packages|law|jurisdictions)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'packages-know-no-law-and-no-place',
      comment: 'engines are given law and local data by their caller',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(law|jurisdictions)/' },
    },
    {
      name: 'law-knows-no-place',
      severity: 'error',
      from: { path: '^law/' },
      to: { path: '^jurisdictions/' },
    },
    {
      name: 'pure-code-does-no-io',
      comment: 'only the writer of the demo files touches the disk',
      severity: 'error',
      from: {
        path: '^(packages|law|jurisdictions)/',
        pathNot: ['\\.test\\.ts$', '^jurisdictions/[^/]+/src/demo/', '^packages/[^/]+/scripts/'],
      },
      to: { path: OUTSIDE_WORLD },
    },
    {
      name: 'web-and-server-share-only-the-contract',
      severity: 'error',
      from: { path: '^apps/(web|server)/' },
      to: { path: '^apps/(web|server)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'the-browser-gets-no-server-package',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: TEST },
      to: { path: '^(packages/(?!contract/|calendar/|identifiers/)|law/|jurisdictions/)' },
    },
    {
      name: 'features-are-islands',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/(features|app|entries)/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'shared-web-code-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/(components|lib|config)/' },
      to: { path: '^apps/web/src/(features|app|entries)/' },
    },
    {
      name: 'lib-draws-nothing',
      severity: 'error',
      from: { path: '^apps/web/src/lib/' },
      to: { path: '^apps/web/src/components/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-imports-a-test',
      severity: 'error',
      from: {},
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'product-code-imports-no-test-helper',
      severity: 'error',
      from: { path: '^(apps|packages|law|jurisdictions)/', pathNot: TEST },
      to: { path: '/testing/|^e2e/|^bench/|^scripts/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/|\\?worker|\\.(css|svg|json)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
