import { expect, signIn, test } from './support/test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const PAGES = ['/', '/inventory', '/enterprises', '/patents', '/trademarks', '/imports', '/matching', '/data-quality'];

test('no page is wider than a phone', async ({ page }) => {
  await signIn(page, 'officer');
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

test('a liaison goes from the menu to an enterprise with a thumb', async ({ page }) => {
  await signIn(page, 'shengze');
  await page.goto('/');
  await page.getByRole('button', { name: '打开导航' }).click();
  await page.getByRole('dialog').getByRole('link', { name: '企业', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '企业' })).toBeVisible();
  await page.locator('a.cell-title').first().click();
  await expect(page).toHaveURL(/\/enterprises\/[0-9a-f-]{36}/);
  await expect(page.getByRole('tab').first()).toBeVisible();
});
