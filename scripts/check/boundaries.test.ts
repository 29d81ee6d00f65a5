import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../lib/run-command.ts';

const SERVER = 'apps/server/src';

/** What is allowed: the same shapes as the planted ones, done rightly. */
const ALLOWED: Readonly<Record<string, string>> = {
  [`${SERVER}/platform/context.ts`]: 'export const context = 1;',
  [`${SERVER}/platform/testing/make.ts`]: 'export const make = 1;',
  [`${SERVER}/modules/organisation/index.ts`]: "export { body } from './body.ts';",
  [`${SERVER}/modules/organisation/body.ts`]:
    "import { context } from '../../platform/context.ts';\nexport const body = context;",
  [`${SERVER}/modules/parties/index.ts`]:
    "import { body } from '../organisation/index.ts';\nexport const party = body;\nexport type Party = number;",
  [`${SERVER}/modules/parties/inner.ts`]: 'export const inner = 1;\nexport type Inner = number;',
  [`${SERVER}/modules/parties/inner.test.ts`]:
    "import { make } from '../../platform/testing/make.ts';\nimport { inner } from './inner.ts';\nexport const tested = [make, inner];",
  [`${SERVER}/modules/ip-rights/index.ts`]: "import { party } from '../parties/index.ts';\nexport const right = party;",
  [`${SERVER}/modules/policies/index.ts`]: 'export const policy = 1;',
  [`${SERVER}/modules/subsidies/index.ts`]: 'export const claim = 1;',
  [`${SERVER}/modules/cases/index.ts`]: 'export const found = 1;',
  [`${SERVER}/modules/agency-affairs/index.ts`]: 'export const report = 1;',
  [`${SERVER}/modules/case-papers/index.ts`]: 'export const paper = 1;',
  [`${SERVER}/modules/cultivation/index.ts`]: 'export const visit = 1;',
  [`${SERVER}/modules/open-data/index.ts`]: 'export const data = 1;',
  [`${SERVER}/modules/public-site/index.ts`]: 'export const site = 1;',
  [`${SERVER}/modules/plan/index.ts`]:
    "import { right } from '../ip-rights/index.ts';\nimport { claim } from '../subsidies/index.ts';\nexport const plan = [right, claim];",
  [`${SERVER}/modules.ts`]: "import { plan } from './modules/plan/index.ts';\nexport const modules = [plan];",
  'packages/matching/src/index.ts': 'export const match = 1;',
  'law/src/index.ts': 'export const law = 1;',
  'jurisdictions/wujiang/src/index.ts': 'export const pack = 1;',
  'jurisdictions/wujiang/src/demo/write.ts':
    "import { writeFile } from 'node:fs/promises';\nexport const write = writeFile;",
  'apps/web/src/lib/format.ts': 'export const format = 1;',
  'apps/web/src/app/router.ts': "import { home } from '../features/home/page.ts';\nexport const router = home;",
  'apps/web/src/features/home/page.ts': "import { format } from '../../lib/format.ts';\nexport const home = format;",
};

/** rule → file → a line that breaks it. */
const PLANTED: readonly (readonly [rule: string, file: string, line: string])[] = [
  ['tier-1-calls-down-only', `${SERVER}/modules/organisation/up.ts`, "export { party } from '../parties/index.ts';"],
  ['tier-2-calls-down-only', `${SERVER}/modules/parties/up.ts`, "export { right } from '../ip-rights/index.ts';"],
  ['tier-3-calls-down-only', `${SERVER}/modules/ip-rights/up.ts`, "export { plan } from '../plan/index.ts';"],
  [
    'tier-4-calls-down-only',
    `${SERVER}/modules/ip-agencies/up.ts`,
    "export { report } from '../agency-affairs/index.ts';",
  ],
  ['tier-5-calls-down-only', `${SERVER}/modules/funds/up.ts`, "export { policy } from '../policies/index.ts';"],
  ['tier-6-calls-down-only', `${SERVER}/modules/policies/up.ts`, "export { claim } from '../subsidies/index.ts';"],
  ['tier-7-calls-down-only', `${SERVER}/modules/evidence/up.ts`, "export { found } from '../cases/index.ts';"],
  ['tier-8-calls-down-only', `${SERVER}/modules/cases/up.ts`, "export { paper } from '../case-papers/index.ts';"],
  [
    'tier-9-calls-down-only',
    `${SERVER}/modules/subsidies/aside.ts`,
    "export { visit } from '../cultivation/index.ts';",
  ],
  ['tier-10-calls-down-only', `${SERVER}/modules/plan/up.ts`, "export { data } from '../open-data/index.ts';"],
  ['tier-11-calls-down-only', `${SERVER}/modules/open-data/up.ts`, "export { site } from '../public-site/index.ts';"],
  ['module-has-a-tier', `${SERVER}/modules/gossip/index.ts`, "export { context } from '../../platform/context.ts';"],
  ['enter-a-module-by-its-index', `${SERVER}/modules/plan/inside.ts`, "export { inner } from '../parties/inner.ts';"],
  [
    'enter-a-module-by-its-index',
    `${SERVER}/modules/plan/inside-type.ts`,
    "import type { Inner } from '../parties/inner.ts';\nexport type Own = Inner;",
  ],
  [
    'enter-a-module-by-its-index-from-outside',
    `${SERVER}/shortcut.ts`,
    "export { inner } from './modules/parties/inner.ts';",
  ],
  [
    'platform-knows-no-module',
    `${SERVER}/platform/knows.ts`,
    "import type { Party } from '../modules/parties/index.ts';\nexport type Own = Party;",
  ],
  ['platform-knows-no-module', `${SERVER}/platform/later.ts`, "export const later = () => import('../modules.ts');"],
  [
    'modules-do-not-know-the-composition-root',
    `${SERVER}/modules/cases/root.ts`,
    "export { modules } from '../../modules.ts';",
  ],
  [
    'packages-import-no-apps',
    'packages/matching/src/app.ts',
    "export { context } from '../../../apps/server/src/platform/context.ts';",
  ],
  [
    'packages-know-no-law-and-no-place',
    'packages/matching/src/place.ts',
    "export { pack } from '../../../jurisdictions/wujiang/src/index.ts';",
  ],
  ['law-knows-no-place', 'law/src/place.ts', "export { pack } from '../../jurisdictions/wujiang/src/index.ts';"],
  ['pure-code-does-no-io', 'packages/matching/src/disk.ts', "export { readFileSync } from 'node:fs';"],
  ['pure-code-does-no-io', 'law/src/net.ts', "export { get } from 'https';"],
  ['pure-code-does-no-io', 'jurisdictions/wujiang/src/disk.ts', "export { readFile } from 'node:fs/promises';"],
  [
    'web-and-server-share-only-the-contract',
    'apps/web/src/lib/server.ts',
    "export { context } from '../../../server/src/platform/context.ts';",
  ],
  [
    'web-and-server-share-only-the-contract',
    `${SERVER}/platform/web.ts`,
    "export { format } from '../../../web/src/lib/format.ts';",
  ],
  [
    'the-browser-gets-no-server-package',
    'apps/web/src/lib/law.ts',
    "export { law } from '../../../../law/src/index.ts';",
  ],
  ['features-are-islands', 'apps/web/src/features/parties/page.ts', "export { home } from '../home/page.ts';"],
  [
    'shared-web-code-knows-no-feature',
    'apps/web/src/components/card.ts',
    "export { home } from '../features/home/page.ts';",
  ],
  ['lib-draws-nothing', 'apps/web/src/lib/draws.ts', "export { card } from '../components/plain.ts';"],
  ['nothing-imports-a-test', `${SERVER}/modules/parties/other.test.ts`, "export { tested } from './inner.test.ts';"],
  [
    'product-code-imports-no-test-helper',
    `${SERVER}/modules/parties/helped.ts`,
    "export { make } from '../../platform/testing/make.ts';",
  ],
  ['no-cycles', 'packages/matching/src/one.ts', "import { two } from './two.ts';\nexport const one = () => two;"],
  ['no-unresolvable', 'packages/matching/src/gone.ts', "export { gone } from './not-there.ts';"],
];

const HELPERS = {
  'apps/web/src/components/plain.ts': 'export const card = 1;',
  'packages/matching/src/two.ts': "import { one } from './one.ts';\nexport const two = () => one;",
};

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

async function cruise(files: Readonly<Record<string, string>>): Promise<Violation[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jince-boundaries-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${text}\n`);
    }
    const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const args = [
      '--config',
      join(ROOT, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'apps',
      'packages',
      'law',
      'jurisdictions',
    ];
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
    }).catch((error: { stdout: string }) => error);
    return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('boundaries', () => {
  let found: Violation[] = [];
  beforeAll(async () => {
    found = await cruise({
      ...ALLOWED,
      ...HELPERS,
      ...Object.fromEntries(PLANTED.map(([, file, line]) => [file, line])),
    });
  });
  afterAll(() => {
    found = [];
  });

  it('finds nothing where the rules are kept', async () => {
    expect(await cruise(ALLOWED)).toEqual([]);
  });

  it.each(PLANTED.map(([rule, file]) => [rule, file]))('%s is caught in %s', (rule, file) => {
    expect(found.filter((v) => v.from === file).map((v) => v.rule.name)).toContain(rule);
  });

  it('every rule of the configuration has a planted violation', async () => {
    const config = (await import(join(ROOT, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: { name: string }[] };
    };
    const tested = new Set(PLANTED.map(([rule]) => rule));
    // The top tier is read by nobody above it: its rule is the same line as the others'.
    const rules = config.default.forbidden
      .map((rule) => rule.name)
      .filter((name) => name !== 'tier-12-calls-down-only');
    expect(rules.filter((rule) => !tested.has(rule))).toEqual([]);
  });
});
