import { becomes, choose, day } from './support/console.ts';
import { expect, signIn, test } from './support/test.ts';

/** The smallest PDF a server takes for one. */
const PAPER = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
  'latin1',
);

interface Marks {
  readonly items: readonly { readonly id: string; readonly name: string; readonly niceClass: number }[];
}

test('an owner keeps evidence of use: the exposure ends, the office reads and exports it, another owner finds nothing', async ({
  page,
}) => {
  await signIn(page, 'enterprise');
  const exposed = await page.request.get('/api/trademark-portfolio/dues?bucket=exposed');
  const { items } = (await exposed.json()) as Marks;
  const mark = items[0];
  expect(mark, 'the demo enterprise has a mark open to revocation').toBeDefined();

  const own = (await (await page.request.get('/api/trademarks?status=registered')).json()) as Marks;
  const other = own.items.find((one) => one.id !== mark?.id);

  await page.goto('/portal/marks');
  await expect(page.getByRole('heading', { name: '需要留意' })).toBeVisible();
  await page
    .getByRole('link', { name: /可被撤三/ })
    .first()
    .click();
  await page.locator(`a[href="/portal/marks/${mark?.id}"]`).click();
  await expect(page.getByText('没有收集到使用证据')).toBeVisible();

  // One piece for two marks; of its two files one is lost on the way and sent again alone.
  await choose(page, '证明哪些商标的使用', `第 ${other?.niceClass} 类`);
  await choose(page, '证据类型', '展会');
  await page.getByLabel('使用日期', { exact: true }).fill(day(-40));
  await page.getByLabel('地点').fill('上海');
  await page.getByLabel('选择文件').setInputFiles([
    { name: '参展合同.pdf', mimeType: 'application/pdf', buffer: PAPER },
    { name: '展位照片.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([PAPER, Buffer.from('\n')]) },
  ]);
  await page.route('**/api/trademark-portfolio/use/*/files', (route) => route.abort(), { times: 1 });
  await page.getByRole('button', { name: '留存', exact: true }).click();
  await expect(page.getByText('已收到 1 个，共 2 个')).toBeVisible();
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByText('2 个文件全部收到')).toBeVisible();
  await expect(page.getByRole('link', { name: '参展合同.pdf' }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: '展位照片.pdf' }).first()).toBeVisible();
  await expect(page.getByText('同时证明')).toBeVisible();
  await expect(page.getByText('没有收集到使用证据')).toBeHidden();

  await becomes(page, 'officer');
  await page.goto(`/trademarks/${mark?.id}/life`);
  await expect(page.getByRole('link', { name: '参展合同.pdf' }).first()).toBeVisible();
  const bundle = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出证据包' }).click();
  expect((await bundle).suggestedFilename()).toContain('使用证据');

  // From the figure to the mark to be renewed, and why its last day is the one it is.
  await page.goto('/trademarks/portfolio?bucket=grace');
  const figure = await page
    .locator('.figures')
    .getByRole('link', { name: /^宽展期内/ })
    .textContent();
  await expect(page.getByText(`符合条件 ${Number.parseInt(String(figure), 10)} 行`)).toBeVisible();

  await page.locator('a[href$="/life"]').first().click();
  await expect(page.getByRole('heading', { name: '续展' })).toBeVisible();
  await expect(page.getByText('宽展期最后一日')).toBeVisible();

  await becomes(page, 'agency');
  const refused = await page.request.get(`/api/trademark-portfolio/marks/${mark?.id}`);
  expect([403, 404]).toContain(refused.status());
});

test('a close publication is opposed or let go by a person, once', async ({ page }) => {
  await signIn(page, 'officer');
  await page.goto('/trademarks/portfolio?tab=threats&decided=false&open=true');
  const rows = page.locator('.threat-list > li');
  await expect(rows.first()).toBeVisible();
  const before = await rows.count();
  await rows.first().getByRole('button', { name: '登记决定' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: '提出异议' })).toBeDisabled();
  await dialog.getByLabel('理由').fill('商品相同，显著部分相同');
  await dialog.getByRole('button', { name: '提出异议' }).click();
  await expect(rows).toHaveCount(before - 1);
});
