import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const SECONDS_A_PAGE = 6;

const QUESTIONS =
  '/calculator/questions?kind=enterprise&town=320509105&item=ip-quality.madrid-registration&item=ip-quality.patent-award&item=ip-use.pledge-interest';

/** Addresses below the root of a language: the first of each kind in the site map, and what no map holds. */
async function paths(page: Page): Promise<string[]> {
  const map = await (await page.request.get('/sitemap.xml')).text();
  const all = [...map.matchAll(/<loc>https?:\/\/[^/]+\/public(?!\/en)([^<]*)<\/loc>/g)].map(
    (match) => match[1] as string,
  );
  const kinds = new Map(all.map((path) => [path.replace(/[^/]{20,}|(?<=\/policies\/).+/, ':id'), path]));
  return [...kinds.values(), '/search', '/search?q=商标', '/agencies?q=zl&business=patent', QUESTIONS, '/no-such-page'];
}

async function problemsOf(page: Page, path?: string): Promise<string[]> {
  if (path !== undefined) await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)}`),
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
  ];
}

for (const size of [PHONE, DESK])
  test(`no public page has a barrier at ${size.width} px`, async ({ page }) => {
    await page.setViewportSize(size);
    const all = await paths(page);
    test.setTimeout(60_000 + all.length * 2 * SECONDS_A_PAGE * 1000);
    expect(all.length).toBeGreaterThanOrEqual(13);
    const found: Record<string, string[]> = {};
    // The English pages are the same but for longer words: the narrow screen is the harder one.
    for (const root of size === PHONE ? ['/public', '/public/en'] : ['/public'])
      for (const path of all) {
        const problems = await problemsOf(page, `${root}${path}`);
        if (problems.length > 0) found[`${root}${path}`] = problems;
      }
    expect(found).toEqual({});
  });

async function withoutScripts(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'zh-CN',
    viewport: PHONE,
    ...(baseURL ? { baseURL } : {}),
  });
  return context.newPage();
}

test('a visitor without scripts learns what an enterprise could get, and why not more', async ({
  browser,
  baseURL,
}) => {
  const page = await withoutScripts(browser, baseURL);
  await page.goto('/public');
  await page.getByRole('navigation', { name: '站点导航' }).getByRole('link', { name: '测算' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByRole('alert')).toHaveText('请至少选一项政策。');
  await page.getByLabel('马德里国际注册商标').check();
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '第二步：回答问题' })).toBeVisible();
  await page.getByLabel('指定成员数（个）').fill('四个');
  await page.getByRole('button', { name: '查看结果' }).click();
  await expect(page.getByText('这里填写的内容不对，请改正。')).toBeVisible();
  await expect(page.getByLabel('指定成员数（个）')).toHaveValue('四个');
  await page.getByLabel('指定成员数（个）').fill('4');
  await page.getByLabel('国际注册日').fill('2025-05-09');
  await page.getByRole('button', { name: '查看结果' }).click();
  await expect(page.getByText('还缺什么')).toBeVisible();
  await page.getByText('修改填写的内容').click();
  for (const select of await page.locator('fieldset').first().locator('select').all()) await select.selectOption('no');
  await page.getByLabel('存续').selectOption('yes');
  for (const input of await page.locator('fieldset').first().locator('input').all()) await input.fill('0');
  await page.getByLabel('有效', { exact: true }).selectOption('yes');
  await page.getByRole('button', { name: '查看结果' }).click();
  await expect(page.getByText('合计约 20,000 元')).toBeVisible();
  await expect(page.getByText('第三条第（一）项')).toBeVisible();
  await page.context().close();
});

test('large type stays chosen from page to page, without scripts', async ({ browser, baseURL }) => {
  const page = await withoutScripts(browser, baseURL);
  const size = () =>
    page
      .locator('main p')
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  await page.goto('/public/accessibility');
  const usual = await size();
  await page.getByRole('button', { name: '大字版' }).click();
  await expect(page).toHaveURL(/\/public\/accessibility$/);
  expect(await size()).toBeGreaterThanOrEqual(24);
  await page.getByRole('link', { name: '政策', exact: true }).click();
  await expect(page.locator('html')).toHaveClass('large');
  await page.getByRole('button', { name: '标准字号' }).click();
  await page.goto('/public/accessibility');
  expect(await size()).toBe(usual);
  await page.context().close();
});

test('a result has no barrier, and large type fits a phone', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto(`/public${QUESTIONS}`);
  await page.getByRole('button', { name: '查看结果' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '测算结果' })).toBeVisible();
  expect(await problemsOf(page)).toEqual([]);
  await page.goto('/public');
  await page.getByRole('button', { name: '大字版' }).click();
  for (const path of ['', '/plan', '/policies/ip-quality', '/lists', '/agencies', '/calculator'])
    expect([path, await problemsOf(page, `/public${path}`)]).toEqual([path, []]);
});

test('a reader finds an agency by pinyin and reads who works there', async ({ page }) => {
  await page.goto('/public/agencies');
  await page.getByLabel('名称、拼音或代码').fill('suzhou');
  await page.getByRole('button', { name: '查找' }).click();
  const first = page.locator('.lines > li > a').first();
  await expect(first).toContainText('苏州');
  const name = (await first.textContent()) ?? '';
  await first.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: '登记信息' })).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/(?<!\d)1[3-9]\d{9}(?!\d)/);
});
