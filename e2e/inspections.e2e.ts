import type { Browser, Locator, Page } from '@playwright/test';
import { get, MARK, send } from './support/agencies.ts';
import { act, becomes, day } from './support/console.ts';
import { expect, signIn, test } from './support/test.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const PRINTER = `盛泽织唛商标印制厂（试点${MARK}）`;
const ITEMS = 12;
/** 8: the ledger of marks in and out of stock, article 9 of the rules of mark printing. */
const FAILING = 8;
const FOUND = '十月以后的入库和出库没有登记';
// One grey pixel: enough for a browser to draw and a server to recognise.
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

interface Inspector {
  readonly officerId: string | null;
  readonly userId: string | null;
  readonly name: string;
  readonly problem: string | null;
}

/** The head enters a printer and orders its check by who is signed in as `enforcement` and a colleague. */
async function orderCheck(page: Page, name: string): Promise<string> {
  await signIn(page, 'enforcement');
  const me = await get<{ userId: string }>(page, '/api/session');
  await becomes(page, 'head');
  const data = { name, townCode: '320509105', licenceNo: `（苏）印证字${MARK}`, licenceTo: day(700) };
  const printer = await send<{ id: string }>(page, 'POST', '/api/inspections/printers', { data });
  const { items } = await get<{ items: Inspector[] }>(page, '/api/inspections/inspectors');
  const fit = items.filter((one) => one.problem === null && one.officerId !== null);
  const pair = [...fit.filter((one) => one.userId === me.userId), ...fit.filter((one) => one.userId !== me.userId)];
  expect(pair[0]?.userId, 'the demo links the account to an officer of the register').toBe(me.userId);
  const task = {
    objectKind: 'printer',
    objectId: printer.id,
    checklist: 'mark-printer',
    dueOn: day(14),
    officerIds: pair.slice(0, 2).map((one) => one.officerId),
  };
  return (await send<{ id: string }>(page, 'POST', '/api/inspections/tasks', { data: task })).id;
}

const form = (page: Page): Locator => page.getByRole('form', { name: '现场检查记录' });
const device = (page: Page): Locator => page.getByRole('region', { name: '本机未完成的记录' });

async function openMine(page: Page): Promise<void> {
  await page.goto('/protection/inspections/field');
  await expect(page.getByText('没有网络也能打开和填写')).toBeVisible({ timeout: 60_000 });
}

async function answer(page: Page, no: number, result: '符合' | '不符合'): Promise<void> {
  const item = form(page).getByRole('group', { name: new RegExp(`^${no}\\. `) });
  await item.getByText(result, { exact: true }).click();
  await expect(item.getByRole('radio', { name: result, exact: true })).toBeChecked();
}

async function signWithFinger(page: Page): Promise<void> {
  await form(page).getByText('已签名', { exact: true }).click();
  const pad = page.getByRole('img', { name: '签名区' });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('no room to sign');
  await page.mouse.move(box.x + 30, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 });
  await page.mouse.move(box.x + 200, box.y + 25, { steps: 5 });
  await page.mouse.up();
}

/** Everything of the list but one item holds; what does not is written down and photographed. */
async function writeRecord(page: Page): Promise<void> {
  const numbers = Array.from({ length: ITEMS }, (_, at) => at + 1);
  for (const no of numbers) await answer(page, no, no === FAILING ? '不符合' : '符合');
  await expect(form(page).getByText(`${ITEMS}/${ITEMS}`)).toBeVisible();
  const failed = form(page).locator('li.failed');
  await failed.getByRole('textbox', { name: '写明现场看到的情况' }).fill(FOUND);
  await failed.locator('input[type=file]').setInputFiles({ name: '台账.png', mimeType: 'image/png', buffer: PIXEL });
  await expect(failed.getByRole('img', { name: '照片 1' })).toBeVisible();
  await form(page).getByLabel('当事人或现场负责人').fill('沈厂长');
  await form(page).getByText('限期整改', { exact: true }).click();
  await form(page).getByLabel('整改期限', { exact: true }).fill(day(15));
  await form(page).getByLabel('当事人陈述').fill('马上补登');
}

/** Opened anew, written and sent without network: kept on the device over a reload, and on its way once the network is back. */
async function checkOffline(page: Page, path: string): Promise<void> {
  await openMine(page);
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByText(/^没有网络，显示/)).toBeVisible();
  await page.locator(`a[href$="${path}"]`).click();
  await expect(page.getByRole('heading', { level: 1, name: PRINTER })).toBeVisible();
  await expect(form(page).getByRole('radio', { name: '不涉及' })).toHaveCount(ITEMS);
  await writeRecord(page);
  await form(page).getByRole('button', { name: '提交记录' }).click();
  await expect(page.getByText('请选择签名情况')).toBeVisible();
  await signWithFinger(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await form(page).getByRole('button', { name: '提交记录' }).click();
  await expect(page).toHaveURL(/\/inspections\/field$/);
  await expect(device(page).getByText('待发送')).toBeVisible();
  await page.reload();
  await expect(device(page)).toContainText(PRINTER);
  await expect(device(page).getByText('待发送')).toBeVisible();
  await page.context().setOffline(false);
  await expect(device(page)).toBeHidden({ timeout: 30_000 });
}

async function seeRecord(page: Page): Promise<void> {
  const record = page.locator('.insp-record').first();
  await expect(record).toContainText('第 1 次');
  await expect(record).toContainText('限期整改');
  await expect(record).toContainText(FOUND);
  await expect(record).toContainText('商标印制管理办法第九条');
  await expect(record).toContainText('马上补登');
  await expect(record.getByRole('img', { name: '当事人签名' })).toBeVisible();
  await expect(record.getByRole('img', { name: /^照片/ })).toHaveCount(1);
}

/** The order: numbered, with what was found and by which article, and a clock that says why. */
async function orderCorrection(page: Page): Promise<void> {
  await act(page, '责令改正', { '改正期限（日）': '15', 其他改正要求: '改正后书面报告' });
  const year = day(0).slice(0, 4);
  const order = page.getByRole('heading', { name: new RegExp(`^责令改正通知书 .+〔${year}〕\\d+号`) });
  await expect(order).toBeVisible();
  const section = page.locator('section').filter({ has: order });
  await expect(section).toContainText(`${day(0)} 发出，15 日内改正，期限至`);
  await expect(section).toContainText(FOUND);
  await expect(section).toContainText('商标印制管理办法第九条');
  await expect(section).toContainText('改正要求：建立并如实登记标识出入库台账');
  const clock = page.locator('.file-clocks li').filter({ hasText: '改正期限' });
  await expect(clock).toContainText(day(15));
  await clock.getByRole('button', { name: '怎么算的' }).click();
  await expect(page.getByRole('dialog')).toContainText('商标印制管理办法第九条');
  await page.keyboard.press('Escape');
}

test('a printer inspection done off-line ends in a correction order, and the re-check in its end', async ({ page }) => {
  test.setTimeout(240_000);
  const id = await orderCheck(page, PRINTER);
  const path = `/protection/inspections/tasks/${id}`;

  await page.setViewportSize(PHONE);
  await becomes(page, 'enforcement');
  await checkOffline(page, path);

  await page.setViewportSize(DESK);
  await page.goto(path);
  await expect(page.getByText('已检查待处理', { exact: true }).first()).toBeVisible();
  await seeRecord(page);
  await orderCorrection(page);

  await page.setViewportSize(PHONE);
  await openMine(page);
  await page.locator(`a[href$="${path}"]`).click();
  await expect(page.getByRole('heading', { name: '复查记录（第 2 次）' })).toBeVisible();
  for (let no = 1; no <= ITEMS; no++) await answer(page, no, '符合');
  await form(page).getByText('合格', { exact: true }).click();
  await signWithFinger(page);
  await form(page).getByRole('button', { name: '提交记录' }).click();
  await expect(page.getByText('记录已提交')).toBeVisible();

  await page.setViewportSize(DESK);
  await page.goto(path);
  await act(page, '认定已改正');
  await expect(page.getByText('已改正', { exact: true }).first()).toBeVisible();
  await expect(page.locator('.insp-record')).toHaveCount(2);
});

/** The head, at another desk, while the phone has no network. */
async function cancelElsewhere(browser: Browser, baseURL: string | undefined, path: string): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: DESK, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await signIn(page, 'head');
  await page.goto(path);
  await act(page, '取消检查', { 取消原因: '企业已停业，不再检查' });
  await context.close();
}

test('what a phone brings back after the check was cancelled is kept and decided on', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const name = `盛泽停业商标印制厂（试点${MARK}）`;
  const id = await orderCheck(page, name);
  const path = `/protection/inspections/tasks/${id}`;
  await page.setViewportSize(PHONE);
  await becomes(page, 'enforcement');
  await openMine(page);
  await page.context().setOffline(true);
  await page.locator(`a[href$="${path}"]`).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await writeRecord(page);
  await form(page).getByText('拒绝签名', { exact: true }).click();
  await form(page).getByRole('button', { name: '提交记录' }).click();
  await expect(device(page).getByText('待发送')).toBeVisible();

  await cancelElsewhere(browser, baseURL, path);
  await page.context().setOffline(false);
  await expect(device(page).getByText('已收到，有冲突')).toBeVisible({ timeout: 30_000 });
  await expect(device(page)).toContainText('取消');

  await page.setViewportSize(DESK);
  await becomes(page, 'head');
  await page.goto(path);
  const record = page.locator('.insp-record');
  await expect(record).toContainText('这条记录送到时任务已有变动');
  await expect(record).toContainText(FOUND);
  await record.getByRole('button', { name: '留作补充' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: '理由' }).fill('停业前的情况，留存备查');
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await expect(record).toContainText('停业前的情况，留存备查');
  await expect(record).toContainText('留作补充');
  await expect(page.getByText('已取消', { exact: true }).first()).toBeVisible();
});
