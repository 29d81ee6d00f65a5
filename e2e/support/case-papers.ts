import type { Page } from '@playwright/test';
import { becomes, day } from './console.ts';
import { expect } from './test.ts';

/** Smallest picture the server takes for one. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Puts a picture into the evidence of the case; the decision has to name what it rests on. */
export async function addEvidence(page: Page, id: string): Promise<void> {
  await page.goto(`/protection/cases/${id}/evidence`);
  await page.getByRole('button', { name: '登记证据' }).first().click();
  const dialog = page.getByRole('dialog');
  const file = { name: '涉案毛衫照片.png', mimeType: 'image/png', buffer: PNG };
  await dialog.locator('input[type=file]').setInputFiles(file);
  await dialog.getByLabel('来源', { exact: true }).fill('现场拍摄');
  await dialog.getByRole('button', { name: '开始上传' }).click();
  await expect(page.getByText('涉案毛衫照片').first()).toBeVisible();
  await expect(page.getByText(/共 1 件/)).toBeVisible();
}

/** Begins a form the stage asks for; what the record knows already stands in it. */
async function beginPaper(page: Page, id: string, label: string): Promise<string> {
  await page.goto(`/protection/cases/${id}/papers`);
  await page.getByRole('button', { name: `起草 ${label}` }).click();
  await expect(page).toHaveURL(/papers\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText('等待办案机构负责人审批。')).toBeVisible();
  return new URL(page.url()).pathname;
}

/** A paper of the case from its draft through the hands that approve it to its number; signed in afterwards: enforcement. */
export async function issuePaper(
  page: Page,
  id: string,
  { label, hands }: { readonly label: string; readonly hands: readonly (readonly [username: string, who: string])[] },
): Promise<string> {
  const address = await beginPaper(page, id, label);
  for (const [username, who] of hands) {
    await becomes(page, username);
    await page.goto(address);
    await page.getByRole('button', { name: `同意（${who}）` }).click();
    await expect(page.locator('.paper-log li').filter({ hasText: who })).toContainText('同意');
  }
  await becomes(page, 'enforcement');
  await page.goto(address);
  await page.getByRole('button', { name: '编号并制发' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '编号并制发' }).click();
  const number = page.locator('.paper-head h2 small');
  await expect(number).toContainText(/〔\d{4}〕\d+号/);
  return (await number.textContent()) as string;
}

/** The paper that is open was handed over today, and who took it signed. */
export async function servePaper(page: Page, receiver: string): Promise<void> {
  await page.getByRole('button', { name: '登记送达' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel(/^签收人/).fill(receiver);
  await drawer.getByLabel('送达日期').fill(day(0));
  await drawer.getByRole('button', { name: '登记', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(page.locator('.service-list')).toContainText(`${day(0)}`);
}
