import { expect, signIn, test } from './support/test.ts';

/** 1,234件 → 1234 */
const numberIn = (text: string) => Number(/[\d,]+(\.\d+)?/.exec(text)?.[0].replaceAll(',', ''));

test('every figure of the registers opens the list it counts', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/');
  const figures = page
    .getByRole('complementary')
    .getByRole('link', { name: /^(有效发明专利|有效专利|有效注册商标|存续市场主体) [\d,]+[件家]$/ });
  await expect(figures).toHaveCount(4);
  for (let at = 0; at < 4; at++) {
    const figure = figures.nth(at);
    const value = numberIn((await figure.textContent()) ?? '');
    expect(value).toBeGreaterThan(0);
    await figure.click();
    await expect(page).toHaveURL(/\/inventory/);
    await expect(page.getByRole('button', { name: new RegExp(`^合计 ${value.toLocaleString('en')}$`) })).toBeVisible();
    await page.goBack();
  }
});

test('a tile of the cartogram opens the enterprises of the town', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/');
  await page.getByRole('link', { name: /^盛泽 / }).click();
  await expect(page).toHaveURL(/\/enterprises\?.*town=320509105/);
  const rows = page.getByRole('table', { name: '企业' }).locator('tbody').getByRole('row');
  await expect(rows.first()).toContainText('盛泽镇');
});

test('what waits counts what its list shows', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/');
  const waiting = page.getByRole('link', { name: /件商标在宽展期内未续展/ });
  const value = numberIn((await waiting.textContent()) ?? '');
  await waiting.click();
  await expect(page.getByText(new RegExp(`符合条件 ${value} 行`))).toBeVisible();
});

test('the explorer answers any cut on any date and opens a cell to its rows', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/inventory?measure=patents&rows=town&columns=patent-kind&asOf=2024-12-31');
  const total = page
    .getByRole('button', { name: /^合计 合计 [\d,]+$/ })
    .or(page.getByRole('button', { name: /^合计 [\d,]+$/ }))
    .last();
  const then = numberIn((await total.textContent()) ?? '');
  expect(then).toBeGreaterThan(0);

  const cell = page.getByRole('row', { name: /^盛泽镇/ }).getByRole('button', { name: /发明/ });
  const count = numberIn((await cell.textContent()) ?? '');
  await cell.click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText(new RegExp(`${count}`)).first()).toBeVisible();
  const first = drawer.getByRole('link').first();
  await expect(first).toBeVisible();
  await first.click();
  await expect(page).toHaveURL(/\/patents\/[0-9a-f-]{36}/);

  await page.goto('/inventory?measure=patents&rows=town&columns=patent-kind');
  const now = page
    .getByRole('button', { name: /^合计 合计 [\d,]+$/ })
    .or(page.getByRole('button', { name: /^合计 [\d,]+$/ }))
    .last();
  expect(numberIn((await now.textContent()) ?? '')).not.toBe(then);
});
