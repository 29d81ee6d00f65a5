import type { Browser, Page } from '@playwright/test';
import { addEvidence, issuePaper, servePaper } from './support/case-papers.ts';
import { BEHAVIOUR, caseNow, explained, openedCase, take, toItsDecision, writeGoods } from './support/cases.ts';
import { becomes, choose, day } from './support/console.ts';
import { expect, test } from './support/test.ts';

const MARK = Date.now().toString(36).toUpperCase();
const PERSON = `沈${MARK}`;
const HEAD = ['head', '办案机构负责人'] as const;
const LEGAL = ['legal', '审核机构'] as const;
const DIRECTOR = ['director', '机关负责人'] as const;
/** Filled in by the first journey, gone on with by the second. */
const made = { case: '' };

/** What cannot be done now, with its reason; many of them are folded away. */
async function refusalOf(page: Page, action: string) {
  const row = page
    .getByRole('list', { name: '现在不能办的' })
    .getByRole('listitem')
    .filter({ hasText: action })
    .first();
  const fold = page.getByText(/另有 \d+ 项现在不能办/);
  await expect(row.or(fold).first()).toBeVisible();
  if (!(await row.isVisible())) await fold.click();
  return row;
}

/** Somebody writes in about a person; it came two days ago, which is entered with its reason alone. */
async function registersReport(page: Page): Promise<string> {
  await becomes(page, 'enforcement');
  await page.goto('/protection/complaints/new');
  await page.getByLabel('收到日期').fill(day(-2));
  await page.getByLabel('姓名（名称）').fill('演示举报人');
  await page.getByLabel('电话', { exact: true }).fill('051200000000');
  await page.getByLabel('名称（姓名）').last().fill(PERSON);
  await page.getByRole('checkbox', { name: '是自然人' }).check();
  await page.getByLabel('住所（经营地址）').fill('苏州市吴江区示例路1号');
  await page.getByLabel('涉及权利的号码（可不填）').fill('1234567');
  await choose(page, '涉嫌违法行为', BEHAVIOUR);
  await page.getByLabel('事由', { exact: true }).fill(`${PERSON}销售侵权毛衫`);
  await page.getByLabel('事实和理由').fill('该店销售标有他人注册商标的毛衫。');
  await expect(page.locator('.letter-clocks')).toContainText(/\d{4}-\d\d-\d\d/);
  const save = page.getByRole('button', { name: '登记', exact: true });
  await expect(save).toBeDisabled();
  await page.getByLabel('补录理由').fill('来信周末送达');
  await save.click();
  await expect(page).toHaveURL(/complaints\/[0-9a-f-]{36}/);
  await expect(page.getByText('补录：来信周末送达。')).toBeVisible();
  await explained(page, '核查（是否立案）期限');
  return new URL(page.url()).pathname;
}

/** The report becomes the clue of a case, which one hand verifies and proposes. */
async function proposesCase(page: Page): Promise<string> {
  await take(page, '登记为案件线索');
  await page
    .locator('a.mono')
    .filter({ hasText: /^AJ\d{4}-\d{5}$/ })
    .click();
  await expect(page).toHaveURL(/cases\/[0-9a-f-]{36}/);
  await explained(page, '立案决定期限');
  await take(page, '开始核查');
  await take(page, '提出立案建议', {
    有证据初步证明存在违法行为: true,
    依法应当给予行政处罚: true,
    属于本部门管辖: true,
    在追责期限之内: true,
    立案理由: '现场照片和购货记录初步证明。',
  });
  return new URL(page.url()).pathname;
}

/** Without two officers the law bars the opening; the head names them, the director opens. */
async function opensCase(page: Page, address: string): Promise<void> {
  await becomes(page, 'director');
  await page.goto(address);
  await expect(await refusalOf(page, '批准立案')).toContainText('不少于2人');
  await becomes(page, 'head');
  await page.goto(address);
  await page.getByRole('button', { name: '指派办案人员' }).click();
  const drawer = page.getByRole('dialog');
  const valid = drawer.locator('.officer-choice input[type=checkbox]:enabled');
  await valid.nth(0).check();
  await valid.nth(1).check();
  await drawer.getByRole('button', { name: '保存', exact: true }).click();
  await expect(drawer).toBeHidden();
  await becomes(page, 'director');
  await page.goto(address);
  await take(page, '批准立案');
  await expect(page.getByText('立案', { exact: true }).first()).toBeVisible();
}

/** The report hears of it by itself; from then on the time to tell the reporter runs. */
async function tellsReporter(page: Page, report: string): Promise<void> {
  await becomes(page, 'enforcement');
  const told = page.locator('.file-actions').getByRole('button', { name: '告知举报人' });
  await expect(async () => {
    await page.goto(report);
    await expect(told).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
  await explained(page, '告知举报人期限');
  await take(page, '告知举报人', { 告知方式: { choose: '电话' }, 告知内容: '您举报的情况已经立案。' });
  await expect(page.getByText('已告知', { exact: true }).first()).toBeVisible();
}

/** Limitation and the law in time both rest on the day the act ended: without it nobody may decide. */
async function datesTheAct(page: Page): Promise<void> {
  await page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '案情', exact: true }) })
    .getByRole('button', { name: '修改', exact: true })
    .click();
  const drawer = page.getByRole('dialog');
  const ended = drawer.getByLabel('行为终了日');
  await ended.fill(day(-10));
  await ended.press('Enter');
  await drawer.getByLabel('行为地点').fill('苏州市吴江区示例路1号');
  await drawer.getByRole('button', { name: '保存', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByText(`行为终了于 ${day(-10)}`)).toBeVisible();
}

/** What the goods come to and which fine that allows, each with its reasons. */
async function countsGoods(page: Page, id: string): Promise<void> {
  await page.goto(`/protection/cases/${id}`);
  await take(page, '开展调查');
  await datesTheAct(page);
  await writeGoods(page, { quantity: '100', price: '200', cause: '现场清点' });
  const section = (name: string) => page.locator('section').filter({ has: page.getByRole('heading', { name }) });
  for (const [name, figure, article] of [
    ['涉案物品和违法经营额', '20,000.00', '商标法实施条例第78条'],
    ['适用法律和罚款幅度', '250,000.00', '商标法'],
  ] as const) {
    const figures = section(name).locator('.amount-line').first();
    await expect(figures).toContainText(figure);
    await figures.getByRole('button', { name: '为什么' }).click();
    await expect(page.getByRole('dialog')).toContainText(article);
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
}

/** The report is reviewed by another hand; the person is told on paper, and gives up its say. */
async function tellsParty(page: Page, id: string): Promise<void> {
  const address = `/protection/cases/${id}`;
  await addEvidence(page, id);
  await page.goto(address);
  await take(page, '提交调查终结报告', {
    查明的事实和证据: '当事人销售侵权毛衫100件。',
    性质认定和处理建议: '销售侵犯注册商标专用权的商品，建议处罚。',
    建议决定: { choose: '给予行政处罚' },
    罚款: '3000',
  });
  await take(page, '送交审核');
  await becomes(page, 'legal');
  await page.goto(address);
  await take(page, '审核', {
    审核类别: { choose: '案件审核' },
    审核意见: { choose: '同意' },
    审核说明: '事实清楚，证据充分。',
  });
  await becomes(page, 'enforcement');
  await page.goto(address);
  await take(page, '制发处罚告知', { 罚款: '3000', '告知的事实、理由和依据': '销售侵权毛衫，拟罚款。' });
  await issuePaper(page, id, { label: '行政处罚告知书', hands: [HEAD, DIRECTOR] });
  await servePaper(page, PERSON);
  await page.goto(address);
  await explained(page, '陈述申辩期限');
  await take(page, '当事人放弃陈述申辩和听证', { 理由: '当事人书面放弃。' });
}

/** The director decides; the decision is a paper with its number, and served starts the person's clocks. */
async function decidesAndServes(page: Page, id: string): Promise<string> {
  const address = `/protection/cases/${id}`;
  await becomes(page, 'director');
  await page.goto(address);
  await take(page, '作出决定', {
    决定种类: { choose: '行政处罚' },
    罚款: '3000',
    裁量理由: '违法经营额较小，配合调查。',
  });
  await becomes(page, 'enforcement');
  const hands = [HEAD, LEGAL, DIRECTOR];
  const number = await issuePaper(page, id, { label: '行政处罚决定书', hands });
  await servePaper(page, PERSON);
  await page.goto(address);
  await expect(page.getByText('已送达', { exact: true }).first()).toBeVisible();
  for (const clock of ['缴纳罚款期限', '申请复议期限', '公示期限']) await explained(page, clock);
  return number;
}

/** The head puts the penalty before the public, where the person's name is masked. */
async function publishes(page: Page, browser: Browser, found: { id: string; number: string; url: string }) {
  await becomes(page, 'head');
  await page.goto(`/protection/cases/${found.id}/papers`);
  await page.getByRole('tab', { name: '送达与公示' }).click();
  await page.getByRole('button', { name: '公示', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '公示', exact: true }).click();
  await expect(page.getByText('公示中', { exact: true })).toBeVisible();
  const context = await browser.newContext({ baseURL: found.url, locale: 'zh-CN' });
  const site = await context.newPage();
  await site.goto(`/public/cases?q=${encodeURIComponent(found.number)}`);
  const shown = site.locator('section').filter({ has: site.getByRole('heading', { name: found.number }) });
  await expect(shown).toContainText('沈*');
  await expect(shown).toContainText('3,000');
  await expect(site.getByText(PERSON)).toBeHidden();
  await context.close();
}

/** The publication stands in the case by itself; once the fine is paid the director closes it. */
async function closes(page: Page, id: string): Promise<void> {
  const address = `/protection/cases/${id}`;
  await becomes(page, 'enforcement');
  await page.goto(address);
  await expect(page.getByText('已公示', { exact: true }).first()).toBeVisible();
  await take(page, '登记缴款', { 款项: { choose: '罚款' }, 金额: '3000', 票据号: MARK });
  await becomes(page, 'director');
  await page.goto(address);
  await take(page, '结案', { 结案意见: '罚款已缴清，处罚信息已公示。' });
  await expect(
    page
      .getByText('本件已办结。')
      .or(page.getByText('结案', { exact: true }))
      .first(),
  ).toBeVisible();
}

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
  await becomes(page, 'director');
  await page.goto(pathname);
  await take(page, '批准移送');
  await becomes(page, 'enforcement');
  await page.goto(pathname);
  await take(page, '移送');
  await expect(page.getByText(/吴市监罪移〔\d{4}〕\d+号/).first()).toBeVisible();
  return pathname;
}

/** The police finds it among what was handed to it, and nothing of the case besides. */
async function policeAnswers(page: Page, handOver: string, id: string, suspect: string): Promise<void> {
  await becomes(page, 'police');
  await page.goto('/coordination/hand-overs');
  await page.getByRole('link', { name: new RegExp(suspect) }).click();
  await expect(page).toHaveURL(new RegExp(handOver));
  expect((await page.request.get(`/api/cases/${id}`)).status()).not.toBe(200);
  await take(page, '签收', { 签收人: '张警官（虚构）' });
  await explained(page, '公安机关受理期限');
  await take(page, '受理');
  await take(page, '答复', { 答复: { choose: '决定立案' }, 答复内容和理由: `涉嫌犯罪，决定立案侦查（${MARK}）。` });
}

test.describe
  .serial('a complaint becomes a published decision', () => {
    test('a report becomes a case, and its reporter is told', async ({ page }) => {
      const report = await registersReport(page);
      const address = await proposesCase(page);
      await opensCase(page, address);
      await tellsReporter(page, report);
      made.case = address.split('/').at(-1) as string;
    });

    test('the case is investigated and reviewed, and its party told on paper', async ({ page }) => {
      await becomes(page, 'enforcement');
      await countsGoods(page, made.case);
      await tellsParty(page, made.case);
    });

    test('the case becomes a decision that is served, published and masked', async ({ page, browser, baseURL }) => {
      const number = await decidesAndServes(page, made.case);
      await publishes(page, browser, { id: made.case, number, url: baseURL as string });
      await closes(page, made.case);
    });
  });

test('an amount edit trips the criminal threshold and the case goes to the police', async ({ page }) => {
  test.setTimeout(180_000);
  const suspect = `虚构毛衫商行${MARK}B`;
  const id = await openedCase(page, suspect);
  await toItsDecision(page, id);
  await tripsTheThreshold(page, id);
  await decidesTransfer(page, id);
  const handOver = await sendsToPolice(page, suspect);
  await policeAnswers(page, handOver, id, suspect);
  await becomes(page, 'enforcement');
  await page.goto(handOver);
  await expect(page.getByText(`涉嫌犯罪，决定立案侦查（${MARK}）。`).first()).toBeVisible();
  await page.goto(`/protection/cases/${id}`);
  const answer = page.locator('.entry-list li').filter({ hasText: '公安立案' });
  await expect(answer).toContainText(day(0));
});
