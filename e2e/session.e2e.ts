import { expect, signIn, signInByForm, test } from './support/test.ts';

test('signs in with the form, lands on the plan, signs out', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  await signInByForm(page, 'officer');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('知识产权中长期发展规划');
  await expect(page.getByRole('note')).toContainText('演示数据');

  await page.getByRole('button', { name: /演示·科员/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await page.goto('/enterprises');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('locks a name out after too many wrong passwords, and says so', async ({ page }) => {
  await page.goto('/sign-in');
  const answers: string[] = [];
  for (let attempt = 0; attempt < 12; attempt++) {
    const answer = await page.request.post('/api/session', { data: { username: 'department', password: 'not-it-1A' } });
    answers.push(((await answer.json()) as { code: string }).code);
    if (answers.at(-1) !== answers[0]) break;
  }
  expect(answers.length).toBeGreaterThan(2);
  await signInByForm(page, 'department');
  await expect(page.getByRole('alert')).toContainText('锁定');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('switches the language and keeps it', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/enterprises');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Enterprises' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Enterprises' })).toBeVisible();
});

test('an administrator of accounts sees no business, an officer no accounts', async ({ page, browser, baseURL }) => {
  await signIn(page, 'sysadmin');
  await page.goto('/enterprises');
  await expect(page.getByRole('heading', { name: '您的角色不含此页' })).toBeVisible();
  expect((await page.request.get('/api/parties')).status()).toBe(403);
  await page.goto('/users');
  await expect(
    page
      .getByRole('cell', { name: /^officer/ })
      .or(page.getByText('officer', { exact: true }))
      .first(),
  ).toBeVisible();

  const other = await browser.newContext({ baseURL: baseURL as string, locale: 'zh-CN' });
  const officer = await other.newPage();
  await signIn(officer, 'officer');
  await officer.goto('/users');
  await expect(officer.getByRole('heading', { name: '您的角色不含此页' })).toBeVisible();
  expect((await officer.request.get('/api/accounts')).status()).toBe(403);
  await other.close();
});

test('a town liaison sees the enterprises of the own town only', async ({ page }) => {
  await signIn(page, 'shengze');
  await page.goto('/enterprises');
  const towns = page.getByRole('table', { name: '企业' }).getByRole('row').filter({ hasText: '盛泽镇' });
  await expect(towns.first()).toBeVisible();
  const rows = page.getByRole('table', { name: '企业' }).locator('tbody').getByRole('row');
  expect(await rows.count()).toBe(await towns.count());
});
