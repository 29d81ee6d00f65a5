import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createModules } from '../../apps/server/src/modules.ts';
import { ROOT, runCommand } from '../lib/run-command.ts';
import { clocksPage } from './clocks.ts';
import { marksQueriesPage } from './marks-queries.ts';
import { apiPage, errorsPage, factsPage, importKindsPage, permissionsPage } from './pages.ts';
import { planMapPage } from './plan-map.ts';

/** `npm run docs`: the pages that follow from the code. `--check` only compares. */
const check = process.argv.includes('--check');
const { modules } = createModules();
const folder = join(ROOT, 'docs');
mkdirSync(folder, { recursive: true });

const pages: Readonly<Record<string, string>> = {
  'errors.md': errorsPage(modules),
  'permissions.md': permissionsPage(modules),
  'import-kinds.md': importKindsPage(modules),
  'facts.md': factsPage(modules),
  'api.md': apiPage(modules),
  'clocks.md': clocksPage(modules),
  'plan-map.md': planMapPage(modules),
  'marks-queries.md': marksQueriesPage(),
};

if (check) {
  const { findStalePages } = await import('./find-stale-pages.ts');
  const stale = findStalePages(pages, folder);
  for (const name of stale) process.stderr.write(`docs/${name} 已过时：请运行 npm run docs\n`);
  process.exit(stale.length === 0 ? 0 : 1);
}
for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), text);
const openapi = await runCommand([
  process.execPath,
  '--disable-warning=ExperimentalWarning',
  'apps/server/src/cli.ts',
  'openapi',
  '--out',
  join(folder, 'openapi.json'),
]);
if (openapi.code !== 0) process.stderr.write(openapi.output);
process.stdout.write(`docs: ${[...Object.keys(pages), 'openapi.json'].join(', ')}\n`);
process.exit(openapi.code);
