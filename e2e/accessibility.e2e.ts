import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './support/test.ts';

const PAGES: Readonly<Record<string, readonly string[]>> = {
  officer: [
    '/',
    '/inventory',
    '/enterprises',
    '/patents',
    '/trademarks',
    '/trademarks/portfolio',
    '/trademarks/portfolio?tab=threats',
    '/trademarks/portfolio?tab=madrid',
    '/trademarks/portfolio?tab=material',
    '/trademarks/material/:id',
    '/trademarks/:id/life',
    '/imports',
    '/imports/new',
    '/matching',
    '/data-quality',
    '/incentives/policies?show=all',
    '/incentives/policies/answers',
    '/incentives/what-if',
    '/trademark-search',
    '/trademark-search?text=%E5%90%B4%E6%B1%9F&classes=25',
    '/trademark-search?by=picture',
    '/incentives/entitlements',
    '/incentives/applications',
    '/incentives/applications/new',
    '/incentives/publicity',
    '/cultivation/projects',
    '/cultivation/projects/calls/new',
    '/cultivation/projects/experts',
    '/coordination/inbox',
    '/document-templates',
    '/agencies/register',
    '/agencies/figures',
    '/agencies/signals',
    '/agencies/credit',
    '/agencies/discipline',
    '/agencies/association',
    '/agencies/affairs',
    '/agencies/reports',
    '/system/open-data',
  ],
  finance: ['/incentives/budget', '/incentives/payments', '/incentives/payments?tab=debts'],
  director: [
    '/plan/clauses',
    '/plan/clauses/III.1',
    '/plan/indicators',
    '/plan/indicators/one-enterprise-one-mark',
    '/plan/indicators/one-enterprise-one-mark/rows',
    '/plan/indicators/one-enterprise-one-mark/rule',
    '/plan/wall',
    '/plan/reports',
  ],
  sysadmin: ['/users', '/jobs', '/organisation', '/organisation?tab=accounts'],
  auditor: ['/audit'],
  head: [
    '/protection/desk',
    '/protection/complaints',
    '/protection/complaints/new',
    '/protection/complaints/:id',
    '/protection/cases',
    '/protection/cases/new',
    '/protection/cases/:id',
    '/protection/cases/:id/papers',
    '/protection/cases/:id/evidence',
    '/protection/case-statistics',
    '/protection/measures',
    '/protection/adjudications',
    '/protection/publicity',
    '/protection/inspections',
    '/protection/inspections/tasks/:id',
    '/protection/printers',
    '/protection/printers/:id',
    '/protection/markets',
    '/protection/markets/:id',
    '/protection/rights-aid',
    '/protection/cross-region',
    '/protection/protected-marks',
    '/protection/protected-marks/:id',
    '/protection/watch',
    '/protection/watch/hits/:id',
    '/protection/platform-notices',
    '/coordination/hand-overs',
    '/coordination/hand-overs/:id',
    '/coordination/matters',
    '/coordination/joint-tasks',
    '/coordination/meetings',
    '/coordination/partners',
    '/system/law',
    '/system/jurisdiction',
  ],
};

/** On the spot and on the way: what an officer opens on a phone. */
const PHONE_PAGES: readonly string[] = [
  '/protection/desk',
  '/protection/cases/:id',
  '/protection/cases/:id/evidence',
  '/protection/inspections/field',
  '/protection/inspections/tasks/:id',
  '/protection/printers',
  '/protection/complaints',
  '/coordination/hand-overs',
  '/trademark-search?text=%E5%90%B4%E6%B1%9F&classes=25',
];

/** Where `:id` of an address comes from: the first of this list. */
const LISTS: Readonly<Record<string, string>> = {
  '/trademarks/': '/api/trademark-portfolio/dues?bucket=exposed',
  '/trademarks/material/': '/api/trademark-portfolio/well-known',
  '/protection/complaints/': '/api/complaints',
  '/protection/cases/': '/api/cases',
  '/protection/inspections/tasks/': '/api/inspections/tasks',
  '/protection/printers/': '/api/inspections/printers',
  '/protection/markets/': '/api/inspections/pledges',
  '/coordination/hand-overs/': '/api/coordination/hand-overs',
  '/protection/protected-marks/': '/api/protected-marks',
  '/protection/watch/hits/': '/api/watch/hits',
};

const SECONDS_A_PAGE = 15;

async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    // The watermark of a sheet is pale on purpose; the banner says in words that all is for show.
    .exclude('.paper-mark')
    .analyze();
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations
      .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
      .map((violation) => `${violation.id} (${violation.nodes.length}): ${violation.nodes[0]?.html.slice(0, 160)}`),
    ...(tooWide > 0 ? [`${tooWide} px too wide`] : []),
  ];
}

test('the sign-in page has no serious barrier', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  expect(await seriousProblems(page)).toEqual([]);
});

async function addressOf(page: Page, path: string): Promise<string> {
  const [before = '', after] = path.split(':id');
  if (after === undefined) return path;
  const answer = await page.request.get(LISTS[before] as string);
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  expect(items.length, path).toBeGreaterThan(0);
  return `${before}${items[0]?.id}${after}`;
}

async function problemsOf(page: Page, paths: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    await page.goto(await addressOf(page, path));
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const problems = await seriousProblems(page);
    if (problems.length > 0) found[path] = problems;
  }
  return found;
}

for (const [username, paths] of Object.entries(PAGES)) {
  test(`the pages of ${username} have no serious barrier`, async ({ page }) => {
    test.setTimeout(60_000 + paths.length * SECONDS_A_PAGE * 1000);
    await signIn(page, username);
    expect(await problemsOf(page, paths)).toEqual({});
  });
}

test('the pages an officer opens on a phone have no serious barrier', async ({ page }) => {
  test.setTimeout(60_000 + PHONE_PAGES.length * SECONDS_A_PAGE * 1000);
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'enforcement');
  expect(await problemsOf(page, PHONE_PAGES)).toEqual({});
});
