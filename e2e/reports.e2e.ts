import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { becomes } from './support/console.ts';
import { expect, signIn, test } from './support/test.ts';

const PHONE = { width: 390, height: 844 };
const SLOW_MS = 180_000;

/** What axe finds on the page as it stands, and whether it is wider than the screen. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
  ];
}

test('a citizen without scripts reports, corrects what is wrong, and follows the report to its answer', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(SLOW_MS);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'zh-CN',
    viewport: PHONE,
    ...(baseURL ? { baseURL } : {}),
  });
  const citizen = await context.newPage();
  const subject = `吴江无证代理服务部${Date.now()}`;
  await citizen.goto('/public/reports');
  await citizen.getByLabel('被举报（投诉）的单位或个人').fill(subject);
  await citizen.getByLabel('事实经过').fill('短');
  await citizen.getByLabel('选择文件（可多选）').setInputFiles([
    { name: '合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF') },
    { name: '程序.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') },
  ]);
  await citizen.getByRole('button', { name: '提交' }).click();
  await expect(citizen.getByRole('heading', { name: '有内容需要更正' })).toBeVisible();
  await expect(citizen.getByLabel('被举报（投诉）的单位或个人')).toHaveValue(subject);
  await expect(citizen.getByLabel(/^合同\.pdf/)).toBeChecked();
  await expect(citizen.locator('#report-papers-error')).toContainText('可执行程序');
  await citizen.getByLabel('举报违法行为（可匿名）').check();
  await citizen.getByLabel('问题类型').selectOption('unlicensed-agency');
  await citizen.getByLabel('事实经过').fill('没有执业许可证，在展会上承接发明专利申请。');
  await citizen.getByLabel('匿名举报，不留姓名和联系方式').check();
  await citizen.getByLabel('我已阅读以上须知，所反映的情况属实').check();
  await citizen.getByRole('button', { name: '提交' }).click();
  await expect(citizen.getByRole('heading', { level: 1, name: '已收到' })).toBeVisible();
  const [receipt = '', code = ''] = await citizen.locator('dd.code').allTextContents();

  await signIn(page, 'officer');
  const found = await (await page.request.get(`/api/reports?q=${encodeURIComponent(subject)}`)).json();
  const { id } = found.items[0];
  const { fileId } = await (await page.request.get(`/api/reports/${id}`)).json();
  const csrf = async () => (await (await page.request.get('/api/session')).json()).csrfToken as string;
  const act = async (action: string, fields?: object) => {
    const { file } = await (await page.request.get(`/api/procedures/files/${fileId}`)).json();
    const answer = await page.request.post(`/api/procedures/files/${fileId}/actions/${action}`, {
      data: { version: file.version, ...(fields === undefined ? {} : { fields }) },
      headers: { 'x-csrf-token': await csrf() },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  };
  await act('assign', { handler: '知识产权保护科' });
  await becomes(page, 'enforcement');
  await page.goto(`/agencies/reports/${id}`);
  await expect(page.getByText('没有执业许可证')).toBeVisible();
  await act('accept');
  await act('answer', { outcome: 'case-opened', reply: '经核查属实，已立案。' });

  await citizen.goto('/public/reports/status');
  await citizen.getByLabel('回执编号').fill(receipt);
  await citizen.getByLabel('查询码').fill('AAAA-AAAA-AAAA-AAAA');
  await citizen.getByRole('button', { name: '查询' }).click();
  await expect(citizen.getByText('没有找到：请核对回执编号和查询码。')).toBeVisible();
  await citizen.getByLabel('查询码').fill(code);
  await citizen.getByRole('button', { name: '查询' }).click();
  await expect(citizen.getByText('经核查属实，已立案。')).toBeVisible();
  await context.close();
});

test('no state of the form has a barrier', async ({ page }) => {
  test.setTimeout(SLOW_MS);
  for (const viewport of [PHONE, { width: 768, height: 1024 }, { width: 1440, height: 900 }]) {
    await page.setViewportSize(viewport);
    await page.goto('/public/reports/status');
    await page.getByRole('button', { name: '查询' }).click();
    expect(await barriers(page)).toEqual([]);
    await page.goto('/public/reports');
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('被举报（投诉）的单位或个人').fill(`无障碍检查${Date.now()}`);
    await page.getByRole('button', { name: '提交' }).click();
    await expect(page.getByRole('heading', { name: '有内容需要更正' })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  }
});

test('open data is what the public lists show and what the database holds', async ({ page }) => {
  test.setTimeout(SLOW_MS);
  await signIn(page, 'officer');
  const { items } = await (await page.request.get('/api/open-data')).json();
  const csrf = (await (await page.request.get('/api/session')).json()).csrfToken as string;
  for (const { code, current } of items.filter((one: { current: unknown }) => one.current !== null)) {
    const path = `/api/open-data/${code}/versions/${current.no}/verify`;
    const answer = await page.request.post(path, { headers: { 'x-csrf-token': csrf } });
    const proof = await answer.json();
    expect(
      proof.checks.slice(0, 2).map((one: { ok: boolean }) => one.ok),
      code,
    ).toEqual([true, true]);
    for (const address of [`/public/data/${code}`, `/public/data/${code}/v${current.no}`]) {
      await page.goto(address);
      expect(await barriers(page), address).toEqual([]);
    }
  }
  const rows = (await (await page.request.get('/public/data/public-list-rows/latest.json')).json()).rows as {
    list: string;
    name: string;
  }[];
  const lists = await (await page.request.get('/api/public/publicity')).json();
  for (const list of lists.items) {
    const shown = await (await page.request.get(`/api/public/publicity/${list.id}`)).json();
    const open = rows.filter((row) => row.list === list.number).map((row) => row.name);
    expect(open).toEqual(shown.entries.map((entry: { name: string }) => entry.name));
  }
});
