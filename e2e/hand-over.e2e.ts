import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { addEvidence } from './support/case-papers.ts';
import { caseNow, explained, openedCase, refusalOf, take, toItsDecision, writeGoods } from './support/cases.ts';
import { becomes, day } from './support/console.ts';
import { expect, test } from './support/test.ts';

const MARK = Date.now().toString(36).toUpperCase();

/** More goods are found: from that edit on the law bars a penalty, and the page says so with the article. */
async function tripsTheThreshold(page: Page, id: string): Promise<void> {
  await page.goto(`/protection/cases/${id}`);
  const stops = page.getByRole('region', { name: '办理限制' });
  await writeGoods(page, { quantity: '100', price: '200', cause: '现场清点' });
  await expect(page.getByText('20,000.00').first()).toBeVisible();
  await expect(stops).toBeHidden();
  await writeGoods(page, { quantity: '300', cause: '补充调取的销售记录' });
  await expect(page.getByText('60,000.00').first()).toBeVisible();
  await expect(stops).toContainText('不得作出行政处罚决定');
  await expect(stops).toContainText('法释〔2025〕5号');
  expect((await caseNow(page, id)).card.transferOpen).toBe(true);
}

/** The director may not decide on a penalty; the way that is open leads to the police. */
async function decidesTransfer(page: Page, id: string): Promise<void> {
  await becomes(page, 'director');
  await page.goto(`/protection/cases/${id}`);
  await expect(await refusalOf(page, '作出决定')).toContainText('法释〔2025〕5号');
  await expect(page.locator('.file-actions').getByRole('button', { name: '作出决定' })).toBeHidden();
  await take(page, '决定是否移送公安机关', {
    移送决定: { choose: '移送公安机关' },
    理由: '销售金额达到追诉标准，涉嫌犯罪。',
  });
  await expect(page.getByText('已决定', { exact: true }).first()).toBeVisible();
}

const packages = (page: Page) => page.locator('.package-list > li');

/** What goes along is sealed: nobody changes it afterwards, and anybody can check it. */
async function sealsPackage(page: Page): Promise<void> {
  await page.getByRole('button', { name: '封存证据包' }).click();
  await expect(packages(page).first().getByRole('link', { name: /^下载/ })).toBeVisible({ timeout: 30_000 });
  await expect(packages(page).first()).toContainText(/[0-9a-f]{64}/);
}

/** Takes the sealed package along: an archive with its list and the script that checks it. */
async function takesPackage(page: Page): Promise<void> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    packages(page).first().getByRole('link', { name: /^下载/ }).click(),
  ]);
  const bytes = readFileSync(await file.path());
  expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK');
  for (const name of ['manifest.json', 'verify']) expect(bytes.includes(name), name).toBe(true);
}

/** Requests of the page that were refused. */
function refusals(page: Page): string[] {
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() >= 400 && answer.url().includes('/api/')) refused.push(`${answer.status()} ${answer.url()}`);
  });
  return refused;
}

/** The draft is there by itself, filled from the case; it is approved by another hand and sent. */
async function sendsToPolice(page: Page, suspect: string): Promise<string> {
  await becomes(page, 'enforcement');
  const draft = page.getByRole('link', { name: new RegExp(suspect) });
  await expect(async () => {
    await page.goto(`/coordination/hand-overs?q=${encodeURIComponent(suspect)}`);
    await expect(draft).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
  await draft.click();
  await expect(page).toHaveURL(/hand-overs\/[0-9a-f-]{36}/);
  const { pathname } = new URL(page.url());
  await expect(page.getByText('60,000.00').first()).toBeVisible();
  await take(page, '报请批准');
  await explained(page, '批准移送期限');
  await becomes(page, 'director');
  await page.goto(pathname);
  await take(page, '批准移送');
  await explained(page, '移送期限');
  await becomes(page, 'enforcement');
  await page.goto(pathname);
  await sealsPackage(page);
  await take(page, '移送');
  await expect(page.getByText(/吴市监罪移〔\d{4}〕\d+号/).first()).toBeVisible();
  return pathname;
}

/** The police finds it among what was handed to it, and nothing of the case besides. */
async function policeAnswers(page: Page, handOver: string, id: string, suspect: string): Promise<void> {
  await becomes(page, 'police');
  const refused = refusals(page);
  await page.goto('/coordination/hand-overs');
  await page.getByRole('link', { name: new RegExp(suspect) }).click();
  await expect(page).toHaveURL(new RegExp(handOver));
  expect((await page.request.get(`/api/cases/${id}`)).status()).not.toBe(200);
  await takesPackage(page);
  await take(page, '签收', { 签收人: '张警官（虚构）' });
  await explained(page, '公安机关受理期限');
  await take(page, '受理');
  await explained(page, '公安机关立案审查期限');
  await take(page, '答复', { 答复: { choose: '决定立案' }, 答复内容和理由: `涉嫌犯罪，决定立案侦查（${MARK}）。` });
  expect(refused).toEqual([]);
}

/** The procuratorate reads its copy, and what the police answered; it can do nothing in their place. */
async function procuratorateReads(page: Page, handOver: string, suspect: string): Promise<void> {
  await becomes(page, 'procuratorate');
  const refused = refusals(page);
  await page.goto('/coordination/hand-overs');
  await page.getByRole('link', { name: new RegExp(suspect) }).click();
  await expect(page).toHaveURL(new RegExp(handOver));
  await expect(page.getByText('60,000.00').first()).toBeVisible();
  await expect(page.getByText(`涉嫌犯罪，决定立案侦查（${MARK}）。`).first()).toBeVisible();
  await expect(page.locator('.file-actions').getByRole('button', { name: '答复' })).toBeHidden();
  await takesPackage(page);
  expect(refused).toEqual([]);
}

test('an amount edit trips the criminal threshold and the case goes to the police', async ({ page }) => {
  test.setTimeout(180_000);
  const suspect = `虚构毛衫商行${MARK}B`;
  const id = await openedCase(page, suspect);
  await addEvidence(page, id);
  await toItsDecision(page, id);
  await tripsTheThreshold(page, id);
  await decidesTransfer(page, id);
  const handOver = await sendsToPolice(page, suspect);
  await policeAnswers(page, handOver, id, suspect);
  await procuratorateReads(page, handOver, suspect);
  await becomes(page, 'enforcement');
  await page.goto(handOver);
  await expect(page.getByText(`涉嫌犯罪，决定立案侦查（${MARK}）。`).first()).toBeVisible();
  await page.goto(`/protection/cases/${id}`);
  const answer = page.locator('.entry-list li').filter({ hasText: '公安立案' });
  await expect(answer).toContainText(day(0));
});
