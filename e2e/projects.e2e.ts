import type { Page } from '@playwright/test';
import { choose } from './support/console.ts';
import { expect, signIn, test } from './support/test.ts';

interface Project {
  readonly id: string;
  readonly state: string;
}

async function projectIn(page: Page, state: string): Promise<Project> {
  const answer = await page.request.get('/api/programs/projects?pageSize=200');
  const { items } = (await answer.json()) as { items: Project[] };
  const found = items.find((one) => one.state === state);
  expect(found, `a project that is ${state}`).toBeDefined();
  return found as Project;
}

test('a target that counts filings is refused with the reason, one of quality is not', async ({ page }) => {
  await signIn(page, 'officer');
  const { id } = await projectIn(page, 'draft');
  await page.goto(`/cultivation/projects/${id}/application`);
  await page.getByRole('button', { name: '添加指标' }).click();
  const row = page.locator('.target-row').last();
  await row.getByLabel('指标').fill('新增发明专利申请量');
  await expect(row.getByRole('alert')).toContainText('申请');
  await expect(row.getByLabel('指标')).toHaveAttribute('aria-invalid', 'true');
  await row.getByLabel('指标').fill('专利转化运用收入');
  await choose(row, '单位', '万元');
  await expect(row.getByRole('alert')).toBeHidden();
});

test('an expert with an interest cannot be assigned, and the page says why', async ({ page }) => {
  await signIn(page, 'reviewer');
  const { id } = await projectIn(page, 'reviewing');
  await page.goto(`/cultivation/projects/${id}`);
  await expect(page.getByRole('heading', { name: /须回避 [1-9]\d* 位/ })).toBeVisible();
  const barred = page.locator('.candidates .barred');
  // The reason is a fact with where it stands: an invention, an agency, an employer.
  await expect(barred.first().locator('ul li').first()).toHaveText(/发明人|代理|单位|团队/);
  expect(await barred.getByRole('checkbox').count()).toBe(0);
  for (const expert of await barred.locator('> a').allTextContents())
    await expect(page.getByRole('checkbox', { name: expert })).toBeHidden();
  expect(await page.locator('.candidates').getByRole('checkbox').count()).toBeGreaterThan(2);
});
