import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { becomes } from './support/console.ts';
import { expect, signIn, test } from './support/test.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
/** The smallest PDF a server takes for one. */
const PAPER = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
  'latin1',
);

async function signInAtPortal(page: Page): Promise<void> {
  await page.goto('/portal/');
  await expect(page).toHaveURL(/\/portal\/sign-in/);
  await page.getByLabel('账号', { exact: true }).fill('enterprise');
  await page.getByLabel('密码', { exact: true }).fill('Demo-2026-jince');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { name: '可以申领' })).toBeVisible();
}

/** Papers the registers do not hold, each where it is missing. */
async function addPapers(page: Page): Promise<void> {
  const missing = page.locator('input[type=file][aria-label^="提供 "]');
  await expect(page.getByRole('heading', { name: /^材料 还缺 [1-9]/ })).toBeVisible();
  for (let left = await missing.count(); left > 0; left--) {
    await missing.first().setInputFiles({ name: `${left}.pdf`, mimeType: 'application/pdf', buffer: PAPER });
    await expect(missing).toHaveCount(left - 1);
  }
}

async function problemsOf(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
  ];
}

async function expectOpenToAll(page: Page, paths: readonly string[]): Promise<void> {
  const found: Record<string, string[]> = {};
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    for (const path of paths) {
      const problems = await problemsOf(page, path);
      if (problems.length > 0) found[`${path} ${size.width}`] = problems;
    }
  }
  expect(found).toEqual({});
}

test.describe.configure({ mode: 'serial' });

test('an enterprise sees what it is entitled to and why, takes it, adds its papers and hands it in', async ({
  page,
}) => {
  await signInAtPortal(page);
  const offer = page
    .locator('.own-entitlement')
    .filter({ has: page.getByRole('button', { name: '申领' }) })
    .first();
  await offer.getByRole('button', { name: '为什么' }).click();
  const why = page.getByRole('dialog');
  await expect(why.getByRole('heading', { name: '金额怎么算' })).toBeVisible();
  await expect(why).toContainText('第三条');
  await expect(why).toContainText(/第 \d+ 版/);
  await why.getByRole('button', { name: '关闭' }).click();

  await offer.getByRole('button', { name: '申领' }).click();
  await expect(page).toHaveURL(/\/portal\/applications\/[0-9a-f-]{36}/);
  await addPapers(page);
  await page.locator('.file-actions').getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText('已办理“提交”')).toBeVisible();
  await page.goto('/portal/applications');
  await expect(page.getByText('待推荐').first()).toBeVisible();
});

test('an enterprise sees nothing of another one', async ({ page }) => {
  await signIn(page, 'officer');
  const answer = await page.request.get('/api/subsidies/claims?pageSize=200');
  const { items } = (await answer.json()) as { items: { id: string; party: { id: string; name: string } }[] };
  await becomes(page, 'enterprise');
  const me = (await (await page.request.get('/api/session')).json()) as {
    roles: { placeKind: string; placeCode: string }[];
  };
  const own = me.roles.find((role) => role.placeKind === 'party')?.placeCode;
  expect(own).toBeDefined();
  const other = items.find((claim) => claim.party.id !== own) as (typeof items)[number];
  for (const path of [
    `/api/parties/${other.party.id}`,
    `/api/subsidies/claims/${other.id}`,
    `/api/subsidies/parties/${other.party.id}/entitlements`,
  ])
    expect((await page.request.get(path)).status(), path).toBe(404);
  const seen = (await (await page.request.get('/api/subsidies/claims?pageSize=200')).json()) as { items: typeof items };
  expect(new Set(seen.items.map((claim) => claim.party.id))).toEqual(new Set([own]));
  await page.goto(`/portal/applications/${other.id}`);
  await expect(page.locator('main')).not.toContainText(other.party.name);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the pages of the portal have no serious barrier and fit a phone', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'enterprise');
  const answer = await page.request.get('/api/subsidies/claims');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  await expectOpenToAll(page, [
    '/portal/',
    '/portal/entitlements',
    '/portal/applications',
    '/portal/applications/new',
    `/portal/applications/${items[0]?.id}`,
    '/portal/rights',
    '/portal/marks',
    '/portal/brand',
    '/portal/account',
    '/portal/inspections',
    '/portal/pledges',
  ]);
});
