import { computeUsccCheck } from '@jince/identifiers';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './support/test.ts';

const uscc = (first17: string) => `${first17}${computeUsccCheck(first17)}`;
const HEADER = '统一社会信用代码,企业名称,类型,住所,成立日期,登记状态';
const GOOD = uscc('91320509MA9E2E0A0');
const WRONG = `${'91320509MA9E2E0B1'}${computeUsccCheck('91320509MA9E2E0B1') === '0' ? '1' : '0'}`;

const line = (code: string, name: string, town = '盛泽镇') =>
  `${code},${name},有限责任公司,江苏省苏州市吴江区${town}测试路1号,2020-05-01,存续`;

async function upload(page: Page, fileName: string, lines: readonly string[]): Promise<void> {
  await page.goto('/imports/new');
  await page.locator('input[type=file]').setInputFiles({
    name: fileName,
    mimeType: 'text/csv',
    buffer: Buffer.from(`${[HEADER, ...lines].join('\r\n')}\r\n`),
  });
  await page.getByRole('list', { name: '本次上传的文件' }).getByRole('link', { name: '查看' }).click();
  await expect(page.getByRole('heading', { level: 1, name: fileName })).toBeVisible();
  await expect(page.getByText('待确认写入').first()).toBeVisible({ timeout: 30_000 });
}

const find = async (page: Page, name: string) => {
  await page.goto(`/enterprises?q=${encodeURIComponent(name)}`);
  return page.getByRole('table', { name: '企业' }).getByRole('link', { name });
};

test('a file is previewed, applied, found in the list and undone as a whole', async ({ page }) => {
  await signIn(page, 'officer');
  await upload(page, '登记补充一.csv', [line(GOOD, '吴江青锋试验纺织有限公司')]);
  await expect(page.getByRole('region', { name: '这次导入的效果' })).toContainText('可写入 1 行');
  expect(await (await find(page, '吴江青锋试验纺织有限公司')).count()).toBe(0);

  await page.goBack();
  await page.getByRole('button', { name: /确认写入/ }).click();
  await confirmIfAsked(page);
  await expect(page.getByText('已写入').first()).toBeVisible({ timeout: 30_000 });
  const here = page.url();
  await expect(await find(page, '吴江青锋试验纺织有限公司')).toBeVisible();

  await page.goto(here);
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await confirmIfAsked(page);
  await expect(page.getByText('已撤销').first()).toBeVisible({ timeout: 30_000 });
  await find(page, '吴江青锋试验纺织有限公司');
  await expect(page.getByText(/没有符合|没有找到|0 行/).first()).toBeVisible();
});

test('a doubtful row waits for a person and goes in only by decision', async ({ page }) => {
  await signIn(page, 'officer');
  await upload(page, '登记补充二.csv', [line(WRONG, '吴江白露试验丝绸有限公司', '震泽镇')]);
  await expect(page.getByText(/校验码不符/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /确认写入/, disabled: false })).toHaveCount(0);
  await page.getByRole('link', { name: '吴江白露试验丝绸有限公司' }).click();
  const row = page.getByRole('dialog');
  await expect(row).toContainText('文件中的内容');
  await row.getByRole('button', { name: /按原样写入/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: '这次导入的效果' })).toContainText('可写入 1 行');
  await expect(page.getByRole('button', { name: /确认写入/ })).toBeEnabled();
});

test('the same file again changes nothing', async ({ page }) => {
  await signIn(page, 'officer');
  const lines = [line(uscc('91320509MA9E2E0C2'), '吴江重复试验纺织有限公司', '平望镇')];
  await upload(page, '登记补充三.csv', lines);
  await page.getByRole('button', { name: /确认写入/ }).click();
  await confirmIfAsked(page);
  await expect(page.getByText('已写入').first()).toBeVisible({ timeout: 30_000 });
  await upload(page, '登记补充三.csv', lines);
  const effect = page.getByRole('region', { name: '这次导入的效果' });
  await expect(
    effect
      .getByText(/^未变/)
      .or(effect.getByRole('link', { name: '未变 1' }))
      .first(),
  ).toBeVisible();
  await expect(effect).toContainText(/新增\s*0/);
});

async function confirmIfAsked(page: Page): Promise<void> {
  const button = page
    .getByRole('dialog')
    .getByRole('button', { name: /确认|写入|撤销/ })
    .last();
  const box = page
    .getByRole('tooltip')
    .getByRole('button', { name: /确认|写入|撤销|确定/ })
    .last();
  await button
    .or(box)
    .first()
    .click({ timeout: 3000 })
    .catch(() => undefined);
}
