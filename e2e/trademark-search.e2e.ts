import { expect, signIn, test } from './support/test.ts';

/** A mark of the register with another one put in its second place, so that it is close and not the same. */
async function someMark(page: import('@playwright/test').Page): Promise<string> {
  const answer = await page.request.get('/api/trademarks?status=registered&pageSize=200');
  const { items } = (await answer.json()) as { items: { name: string }[] };
  const found = items.find(({ name }) => /^[\u4e00-\u9fff]{3,4}$/.test(name))?.name;
  expect(found, 'the demo register holds a mark of three or four characters').toBeDefined();
  return found as string;
}

const MOON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="200" height="200"><rect width="100" height="100" fill="#fff"/><path d="M60 10 A40 40 0 1 0 90 60 A32 32 0 1 1 60 10Z"/></svg>';
const file = (svg: string) => ({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });

test('a mark is typed, compared side by side, and its report downloaded', async ({ page }) => {
  await signIn(page, 'officer');
  const name = await someMark(page);
  await page.goto('/trademark-search');
  const text = page.getByLabel('商标文字');
  await text.fill(`${name}坊`);
  const near = page.getByRole('region', { name: '近似', exact: true });
  await expect(near.getByRole('button', { name, exact: true }).first()).toBeVisible();
  await expect(page).toHaveURL(/text=/);
  await near.getByRole('button', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { name: '并排比对' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '没有查询的范围' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 Word' }).click();
  expect((await download).suggestedFilename()).toMatch(/^商标近似查询报告-.*\.docx$/);

  await text.fill('\u202e😀');
  await expect(page.getByText('表情和图形符号不参与文字比对')).toBeVisible();
  await expect(page.getByText('无法比对')).toBeVisible();
  await text.fill('鹏飞万里云霄');
  await expect(page.getByText('没有相近的商标')).toBeVisible();
});

test('a picture kept on the page of a mark is found by a turned one', async ({ page }) => {
  await signIn(page, 'officer');
  const answer = await page.request.get('/api/trademarks?status=registered&pageSize=1&sort=registrationNo');
  const { items } = (await answer.json()) as { items: { id: string; registrationNo: string }[] };
  await page.goto(`/trademarks/${items[0]?.id}`);
  await page.getByLabel('上传图样').setInputFiles(file(MOON));
  await expect(page.getByRole('img', { name: `${items[0]?.registrationNo} 的图样` })).toBeVisible();
  await page.goto('/trademark-search?by=picture');
  await page
    .locator('.drop-picture input')
    .setInputFiles(file(MOON.replace('<path', '<path transform="rotate(140 50 50)"')));
  await expect(page.getByRole('region', { name: '相像的图样' })).toContainText(items[0]?.registrationNo ?? '');
  await expect(page.getByRole('img', { name: '查询商标' })).toBeVisible();
});

test('everyone may search without a script', async ({ browser, baseURL, page }) => {
  await signIn(page, 'officer');
  const name = await someMark(page);
  const context = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false });
  const reader = await context.newPage();
  await reader.goto('/public/trademark-search');
  await reader.getByLabel('商标文字').fill(`${name}坊`);
  await reader.getByRole('button', { name: '查询' }).click();
  await expect(reader.getByRole('heading', { name: '近似', exact: true })).toBeVisible();
  await expect(reader.getByText(name, { exact: true }).first()).toBeVisible();
  await reader.goto(`/public/en/trademark-search?text=${encodeURIComponent('аррlе')}`);
  await expect(reader.getByText(/Cyrillic or Greek letters/)).toBeVisible();
  await context.close();
});
