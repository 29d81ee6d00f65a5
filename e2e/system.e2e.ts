import { expect, signIn, test } from './support/test.ts';

test('the audit administrator reads what was done and checks the chain', async ({ page }) => {
  await signIn(page, 'auditor');
  await page.goto('/audit');
  await expect(page.getByRole('table').getByText('登录').first()).toBeVisible();
  await page.getByRole('button', { name: '开始校验' }).click();
  await expect(page.getByText('没有发现修改、删除、调换或截断。')).toBeVisible({ timeout: 30_000 });
});
