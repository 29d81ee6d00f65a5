import type { Page } from '@playwright/test';
import { becomes, day } from './support/console.ts';
import { expect, signIn, test } from './support/test.ts';

interface Listed {
  readonly items: readonly { readonly name: string; readonly state: string }[];
}

/** A mark of the directory that is watched. */
async function watchedMark(page: Page): Promise<string> {
  const answer = (await (await page.request.get('/api/protected-marks?state=listed')).json()) as Listed;
  const name = answer.items[0]?.name;
  expect(name, 'the demo has a protected mark').toBeDefined();
  return name as string;
}

/** Presses an action of the file and fills in what is asked; a calendar is shut before the next field. */
async function act(page: Page, action: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('.file-actions').getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) {
    await dialog.getByLabel(label).fill(value);
    if (label.endsWith('日期')) await dialog.getByLabel(label).press('Tab');
  }
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await expect(page.getByText(`已办理“${action}”`)).toBeVisible();
  await expect(dialog).toBeHidden();
}

async function applyList(page: Page, fileName: string, lines: readonly string[]): Promise<void> {
  await page.goto('/imports/new');
  await page.locator('input[type=file]').setInputFiles({
    name: fileName,
    mimeType: 'text/csv',
    buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
  });
  await page.getByRole('list', { name: '本次上传的文件' }).getByRole('link', { name: '查看' }).click();
  await expect(page.getByText('待确认写入').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('电商商品监测清单').first()).toBeVisible();
  await page.getByRole('button', { name: /确认写入/ }).click();
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible().catch(() => false))
    await dialog
      .getByRole('button', { name: /确认|写入/ })
      .last()
      .click();
  await expect(page.getByText('已写入').first()).toBeVisible({ timeout: 30_000 });
}

test('a listing becomes a judged hit, a notice to its platform with its clock, and a case', async ({ page }) => {
  await signIn(page, 'officer');
  const mark = await watchedMark(page);
  const shop = `测试商行${Date.now() % 100_000}`;
  await applyList(page, `监测${shop}.csv`, [
    '平台,店铺,商品标题,品牌,价格,链接,采集日期',
    `拼多多,${shop},${mark}真丝围巾礼盒装,${mark},39.9,https://example.com/e2e/1,${day(-1)}`,
    `拼多多,${shop},不锈钢保温杯,,29.9,https://example.com/e2e/2,${day(-1)}`,
  ]);

  await expect(async () => {
    await page.goto(`/protection/watch?q=${encodeURIComponent(shop)}`);
    await expect(page.getByRole('table').getByRole('link', { name: `${mark}真丝围巾礼盒装` })).toBeVisible({
      timeout: 3000,
    });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText('符合条件 1 行')).toBeVisible();

  await page.keyboard.press('1');
  await expect(page.getByRole('textbox', { name: '理由' })).toHaveValue(/未经许可/);
  await page.getByRole('button', { name: '保存判断' }).click();
  await expect(page.getByRole('table').getByText('涉嫌侵权')).toBeVisible();
  await page
    .getByRole('table')
    .getByRole('link', { name: `${mark}真丝围巾礼盒装` })
    .click();

  await expect(page.getByRole('heading', { level: 1, name: `${mark}真丝围巾礼盒装` })).toBeVisible();
  const hit = page.url();
  await page.getByRole('button', { name: '通知电商平台' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '拟制通知' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `拼多多 ${shop}` })).toBeVisible();
  await page.getByRole('button', { name: '电子商务平台侵权通知' }).click();
  const paper = page.getByRole('dialog');
  await expect(paper.getByText('关于平台内商品涉嫌侵犯商标专用权的通知').first()).toBeVisible();
  await expect(paper.getByText(`“${shop}”`).first()).toBeVisible();
  await paper.getByRole('button', { name: '生成 PDF 和 Word' }).click();
  await expect(page.getByText('已生成“电子商务平台侵权通知”')).toBeVisible();
  await expect(page.getByRole('link', { name: /^下载 电子商务平台侵权通知/ })).toHaveCount(2);
  await act(page, '登记已通知平台', { 通知日期: day(0) });
  await act(page, '登记平台措施和转送', {
    采取措施日期: day(0),
    '措施（删除、屏蔽、断开链接等）': '断开链接',
    '删除、下架的链接数': '1',
  });
  await act(page, '登记经营者不侵权声明', {
    声明日期: day(0),
    声明送达权利人日期: day(0),
    声明内容: '称商品来源合法',
  });
  await expect(page.getByText('15 天后届满').first()).toBeVisible();

  await page.goto(hit);
  await page.getByRole('button', { name: '转案件线索' }).click();
  const made = page.getByRole('link', { name: /^AJ\d{4}-\d{5}$/ });
  await expect(made).toBeVisible();
  const number = (await made.textContent()) ?? '';
  await becomes(page, 'head');
  await page.goto('/protection/cases');
  await page.goto(hit);
  await page.getByRole('link', { name: number }).click();
  await expect(page.getByText(`商标监测：${mark}`).first()).toBeVisible();
});
