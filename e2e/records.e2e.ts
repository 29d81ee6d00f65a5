import { expect, signIn, test } from './support/test.ts';

test('finds an enterprise by part of its Chinese name and traces a field to file, sheet and line', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/enterprises');
  const list = page.getByRole('table', { name: '企业' });
  await page.getByRole('textbox', { name: '名称、曾用名、信用代码、拼音' }).fill('丝绸');
  await expect(page.getByText(/符合条件 [\d,]+ 行/)).toBeVisible();
  await expect(page).toHaveURL(/q=/);
  const first = list.locator('tbody').getByRole('link').first();
  await expect(first).toContainText('丝绸');
  const name = (await first.textContent()) as string;
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

  await page.getByRole('button', { name: /个来源/ }).click();
  const sources = page.getByRole('dialog');
  await expect(sources).toContainText(/第 \d+ 行/);
  await expect(sources).toContainText(/\.(xlsx|csv)/);
  await sources.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
});

test('a patent shows where it stands, and each annual fee says why', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/patents?status=granted&kind=invention');
  await page.getByRole('table', { name: '专利' }).locator('tbody').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: '年费' })).toBeVisible();
  await expect(page.getByText(/专利法第/).first()).toBeVisible();
  await page
    .getByRole('row', { name: /第 \d+ 年/ })
    .first()
    .getByRole('button', { name: '为什么' })
    .click();
  await expect(page.getByRole('dialog')).toContainText(/第\s*\d+\s*条|条/);
});

test('Ctrl-K finds a record by pinyin and goes there by keyboard', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('dialog').getByRole('textbox').or(page.getByRole('dialog').getByRole('combobox'));
  await box.first().fill('wujiang');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/\/$/);
});
