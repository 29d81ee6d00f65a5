import type { Page } from '@playwright/test';
import { expect, signIn, test } from './support/test.ts';

async function waiting(page: Page): Promise<number> {
  const answer = await page.request.get('/api/matching/reviews?decision=review&pageSize=1');
  return ((await answer.json()) as { total: number }).total;
}

test('the matching review is done with keys alone, and a judgement is taken back', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/matching');
  await expect(page.getByRole('group', { name: '候选企业' })).toBeVisible();
  const before = await waiting(page);
  expect(before).toBeGreaterThan(0);

  await page.keyboard.press('1');
  await page.keyboard.press('s');
  await expect.poll(() => waiting(page)).toBe(before - 1);

  await expect(page.getByText('本次已判断 1 个')).toBeVisible();

  await page.keyboard.press('z');
  await expect.poll(() => waiting(page)).toBe(before);

  await page.goto('/matching?tab=judgements');
  const answer = await page.request.get('/api/matching/judgements?pageSize=1');
  const { items } = (await answer.json()) as { items: { verdict: string; withdrawnAt: string | null }[] };
  expect(items[0]).toMatchObject({ verdict: 'same' });
  expect(items[0]?.withdrawnAt).not.toBeNull();
});
