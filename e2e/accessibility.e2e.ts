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
    '/imports',
    '/imports/new',
    '/matching',
    '/data-quality',
    '/incentives/policies?show=all',
    '/incentives/policies/answers',
    '/incentives/what-if',
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
  sysadmin: ['/users', '/jobs', '/organisation'],
  auditor: ['/audit'],
};

const SECONDS_A_PAGE = 15;

async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    // The watermark of a sheet is pale on purpose; the banner says in words that all is for show.
    .exclude('.paper-mark')
    .analyze();
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => `${violation.id} (${violation.nodes.length}): ${violation.nodes[0]?.html.slice(0, 160)}`);
}

test('the sign-in page has no serious barrier', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  expect(await seriousProblems(page)).toEqual([]);
});

for (const [username, paths] of Object.entries(PAGES)) {
  test(`the pages of ${username} have no serious barrier`, async ({ page }) => {
    test.setTimeout(60_000 + paths.length * SECONDS_A_PAGE * 1000);
    await signIn(page, username);
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      const problems = await seriousProblems(page);
      if (problems.length > 0) found[path] = problems;
    }
    expect(found).toEqual({});
  });
}
