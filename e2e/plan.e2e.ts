import type { Page } from '@playwright/test';
import { expect, signIn, test } from './support/test.ts';

/** 1,234 家 → 1234 */
const numberIn = (text: string | null) => Number(/[\d,]+(\.\d+)?/.exec(text ?? '')?.[0].replaceAll(',', ''));

const rule = (page: Page) => page.getByRole('textbox', { name: '计入', exact: true });

test('a figure of the home page opens down to the line of the file it came from', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/');
  const name = '一企一标覆盖率';
  const figure = page.getByRole('link', { name: new RegExp(`^${name} [\\d.]+%$`) }).first();
  const shown = (await figure.textContent()) ?? '';
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  const counted = page.getByRole('link', { name: /^计入 [\d,]+$/ });
  const inScope = page.getByRole('link', { name: /^统计范围 [\d,]+$/ });
  const count = numberIn(await counted.textContent());
  const share = (count / numberIn(await inScope.textContent())) * 100;
  expect(share.toFixed(1)).toBe(numberIn(shown).toFixed(1));

  await counted.click();
  await expect(page).toHaveURL(/\/plan\/indicators\/one-enterprise-one-mark\/rows\?part=counted/);
  await expect(page.getByText(`共 ${count.toLocaleString('en')} 行`)).toBeVisible();
  const first = page.getByRole('table', { name: '名单' }).locator('tbody').getByRole('link').first();
  const enterprise = (await first.textContent()) ?? '';
  await first.click();
  await expect(page).toHaveURL(/\/enterprises\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1, name: enterprise })).toBeVisible();

  await page.getByRole('button', { name: /个来源/ }).click();
  const sources = page.getByRole('dialog');
  await expect(sources).toContainText(/第 \d+ 行/);
  await sources.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}\?row=\d+/);
});

test('a target is set with its reason, judged at once, and taken back', async ({ page }) => {
  await signIn(page, 'officer');
  const address = '/plan/indicators/overseas-patent-firms';
  await page.goto(address);
  const tag = page.locator('.page-tags');
  const before = (await tag.textContent()) ?? '';
  await page.getByRole('button', { name: /^定 \d{4} 年目标$/ }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('spinbutton').fill('900');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer.getByText('请写明理由，至少两个字')).toBeVisible();
  await drawer.getByLabel('理由').fill('区年度工作会议');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(/年目标已保存/)).toBeVisible();
  const row = page.getByRole('row', { name: /900/ });
  await expect(row).toContainText('区定');
  await expect(page.getByText(/区年度工作会议 · .+ · \d{4}-\d{2}-\d{2}/)).toBeVisible();
  await expect(tag).not.toHaveText(before);

  await row.getByRole('button', { name: /修改/ }).click();
  await drawer.getByRole('button', { name: '撤回目标' }).click();
  await page.getByRole('dialog', { name: /撤回/ }).getByRole('button', { name: '撤回目标' }).click();
  await expect(page.getByText(/本区目标已撤回/)).toBeVisible();
  await expect(tag).toHaveText(before);
});

test('a changed rule is tried before it is saved as the next version', async ({ page }) => {
  await signIn(page, 'officer');
  const address = '/plan/indicators/one-coop-one-mark';
  await page.goto(address);
  await page.getByRole('link', { name: '改规则' }).first().click();
  const original = await rule(page).inputValue();
  const save = page.getByRole('button', { name: /^存为第 \d+ 版$/ });
  await expect(save).toBeDisabled();

  await rule(page).fill('enterprise.trademark.valid > 1');
  await page.getByRole('button', { name: '改为 enterprise.trademarks.valid' }).click();
  await expect(rule(page)).toHaveValue('enterprise.trademarks.valid > 1');
  const effect = page.locator('.effect');
  await expect(effect.getByRole('heading', { name: /加进 0$/ })).toBeVisible();
  await expect(effect.getByRole('heading', { name: /去掉 [1-9][\d,]*$/ })).toBeVisible();
  const after = numberIn(await effect.locator('.effect-figures b').last().textContent());
  await page.getByLabel('理由').fill('只算有两件以上商标的合作社');
  await save.click();
  await expect(page.getByText(/已存为第 \d+ 版/)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(page.getByRole('link', { name: new RegExp(`^一社一标覆盖率 ${after.toFixed(1)}%$`) })).toBeVisible();
  await expect(page.getByText('只算有两件以上商标的合作社').first()).toBeVisible();

  await page.getByRole('link', { name: '改规则' }).first().click();
  await rule(page).fill(original);
  await page.getByLabel('理由').fill('恢复原口径');
  await save.click();
  await expect(page.getByText(/已存为第 \d+ 版/)).toBeVisible();
});
