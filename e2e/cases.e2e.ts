import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { inspectPart } from '../apps/server/src/platform/documents/volume/bind-volume.ts';
import { addEvidence, issuePaper, servePaper } from './support/case-papers.ts';
import { BEHAVIOUR, explained, refusalOf, take, writeGoods } from './support/cases.ts';
import { becomes, choose, day } from './support/console.ts';
import { holdGoods, makeWanted, nothingMissing } from './support/every-paper.ts';
import { E2E_FOLDER } from './support/server-process.ts';
import { expect, test } from './support/test.ts';

const MARK = Date.now().toString(36).toUpperCase();
const PERSON = `沈${MARK}`;
const HEAD = ['head', '办案机构负责人'] as const;
const LEGAL = ['legal', '审核机构'] as const;
const DIRECTOR = ['director', '机关负责人'] as const;
/** Above what a person is told the right to a hearing for. */
const FINE = '12000';
/** Filled in by the first journey, gone on with by the second. */
const made = { case: '' };

const idOf = (address: string) => address.split('/').at(-1) as string;

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
  const address = new URL(page.url()).pathname;
  const filled = await makeWanted(idOf(address), ['filing-approval']);
  expect(filled.source).toMatchObject({
    content: expect.stringContaining('毛衫'),
    opinion: expect.stringContaining('核查'),
  });
  return address;
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
  await explained(page, '办案期限');
  const filled = await makeWanted(idOf(address));
  expect(filled['filing-approval']).toMatchObject({ reason: expect.stringContaining('第十九条') });
  await nothingMissing(page, idOf(address), ['立案审批表']);
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

/** Goods are held, a photo is kept; the records and notices of the investigation are made from what is entered. */
async function gathersPapers(page: Page, id: string): Promise<void> {
  await addEvidence(page, id);
  await holdGoods(id, PERSON);
  const filled = await makeWanted(id);
  expect(Object.keys(filled)).toEqual(
    expect.arrayContaining([
      'scene-record',
      'preservation-notice',
      'measure-decision',
      'thing-list',
      'address-confirmation',
    ]),
  );
  expect(filled['scene-record']).toMatchObject({
    place: '苏州市吴江区示例路1号',
    told: expect.stringContaining('回避'),
  });
  expect(filled['measure-decision']).toMatchObject({ measure: expect.stringContaining('商标法'), place: '涉案物品库' });
  await nothingMissing(page, id, ['现场笔录', '实施行政强制措施决定书', '先行登记保存证据通知书']);
}

const REPORT = {
  查明的事实和证据: '当事人销售侵权毛衫100件。',
  性质认定和处理建议: '销售侵犯注册商标专用权的商品，建议处罚。',
  建议决定: { choose: '给予行政处罚' },
  罚款: FINE,
} as const;

async function reviews(page: Page, address: string, opinion: string): Promise<void> {
  await becomes(page, 'legal');
  await page.goto(address);
  await explained(page, '审核期限');
  await take(page, '审核', {
    审核类别: { choose: '案件审核' },
    审核意见: { choose: opinion },
    审核说明: opinion === '同意' ? '事实清楚，证据充分。' : '请补充当事人的进货凭证。',
  });
}

/** The reviewers send the report back once; the second one they agree to. */
async function reportsTwice(page: Page, id: string): Promise<void> {
  const address = `/protection/cases/${id}`;
  await becomes(page, 'enforcement');
  await page.goto(address);
  await take(page, '提交调查终结报告', REPORT);
  await take(page, '送交审核');
  await reviews(page, address, '退回补充调查');
  await expect(page.getByText('调查取证', { exact: true }).first()).toBeVisible();
  await becomes(page, 'enforcement');
  await page.goto(address);
  await take(page, '提交调查终结报告', { ...REPORT, 情节复杂或者重大违法行为: true });
  const report = await makeWanted(id);
  expect(report['investigation-report']).toMatchObject({
    facts: '当事人销售侵权毛衫100件。',
    course: expect.stringContaining('立案调查'),
    proposal: expect.stringContaining('罚款'),
  });
  expect(report['inquiry-record']).toMatchObject({ person: PERSON });
  await page.goto(address);
  await take(page, '送交审核');
  await reviews(page, address, '同意');
  expect((await makeWanted(id))['review-form']).toMatchObject({ checks: expect.stringContaining('听证') });
}

/** The person is told on paper of the penalty and of the right to be heard, and asks for the hearing. */
async function tellsParty(page: Page, id: string): Promise<void> {
  const address = `/protection/cases/${id}`;
  await becomes(page, 'enforcement');
  await page.goto(address);
  await take(page, '制发处罚告知', {
    罚款: FINE,
    告知听证权利: true,
    '告知的事实、理由和依据': '销售侵权毛衫，拟罚款。',
  });
  await issuePaper(page, id, { label: '行政处罚听证告知书', hands: [HEAD, DIRECTOR] });
  await servePaper(page, PERSON);
  await page.goto(address);
  for (const clock of ['陈述申辩期限', '要求听证期限']) await explained(page, clock);
  await take(page, '当事人要求听证', { 申请人: PERSON });
}

/** The hearing is held by another hand; after it come the review by the lawyers and the discussion of the heads. */
async function hears(page: Page, id: string): Promise<void> {
  const address = `/protection/cases/${id}`;
  const asked = await makeWanted(id);
  expect(asked['hearing-request']).toMatchObject({ on: day(0), wish: expect.stringContaining(PERSON) });
  expect(Object.keys(asked)).toContain('hearing-notice');
  await becomes(page, 'legal');
  await page.goto(address);
  await take(page, '听证结束', {
    听证举行日: day(0),
    '主持人（非本案调查人员）': '赵听证',
    听证报告意见: '建议维持拟处罚意见。',
  });
  const heard = await makeWanted(id, ['discussion-record']);
  expect(heard['hearing-record']).toMatchObject({ chair: '赵听证' });
  expect(heard['hearing-report']).toMatchObject({ opinion: '建议维持拟处罚意见。' });
  expect(heard['legal-review']).toMatchObject({ why: expect.stringContaining('听证') });
  await take(page, '审核', {
    审核类别: { choose: '法制审核' },
    审核意见: { choose: '同意' },
    审核说明: '听证后法制审核：程序合法。',
  });
  await becomes(page, 'director');
  await page.goto(address);
  await take(page, '登记集体讨论', { 参加讨论的负责人: '局长、分管副局长', 讨论结论: '同意处罚建议。' });
  const filled = await makeWanted(id);
  expect(filled['discussion-record']).toMatchObject({ present: '局长、分管副局长', result: '同意处罚建议。' });
  await nothingMissing(page, id, ['听证笔录', '听证报告', '集体讨论记录']);
}

/** The director decides; the decision is a paper with its number, and served starts the person's clocks. */
async function decidesAndServes(page: Page, id: string): Promise<string> {
  const address = `/protection/cases/${id}`;
  await becomes(page, 'director');
  await page.goto(address);
  await take(page, '作出决定', {
    决定种类: { choose: '行政处罚' },
    罚款: FINE,
    裁量理由: '违法经营额较小，配合调查。',
  });
  await becomes(page, 'enforcement');
  const hands = [HEAD, LEGAL, DIRECTOR];
  const number = await issuePaper(page, id, { label: '行政处罚决定书', hands });
  await servePaper(page, PERSON);
  await page.goto(address);
  await expect(page.getByText('已送达', { exact: true }).first()).toBeVisible();
  for (const clock of ['缴纳罚款期限', '申请复议期限', '提起诉讼期限', '公示期限']) await explained(page, clock);
  expect((await makeWanted(id))['service-receipt']).toMatchObject({
    mode: '直接送达',
    paper: expect.stringContaining(number),
  });
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
  await expect(shown).toContainText('12,000');
  await expect(site.getByText(PERSON)).toBeHidden();
  await context.close();
}

/** The publication stands in the case by itself; once the fine is paid the director closes it. */
async function closes(page: Page, id: string): Promise<void> {
  const address = `/protection/cases/${id}`;
  await becomes(page, 'enforcement');
  await page.goto(address);
  await expect(page.getByText('已公示', { exact: true }).first()).toBeVisible();
  await take(page, '登记缴款', { 款项: { choose: '罚款' }, 金额: FINE, 票据号: MARK });
  await explained(page, '结案审批期限');
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

/** The whole file becomes one PDF with every paper in it, and is sealed for good. */
async function archives(page: Page, id: string): Promise<void> {
  const closing = (await makeWanted(id))['closing-approval'];
  expect(closing).toMatchObject({
    execution: expect.stringContaining('已缴款12,000元'),
    publicity: expect.stringContaining('公示'),
  });
  await becomes(page, 'head');
  await page.goto(`/protection/cases/${id}/papers`);
  await page.getByRole('tab', { name: '案卷' }).click();
  await page.getByRole('button', { name: '生成案卷' }).click();
  const link = page.getByRole('link', { name: /^下载案卷/ });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const rows = page.locator('.archive-index tbody tr:not(.archive-section)');
  await expect(rows.filter({ hasText: '行政处罚决定书' }).first()).toContainText(/〔\d{4}〕/);
  for (const title of ['立案审批表', '现场笔录', '听证笔录', '集体讨论记录', '结案审批表', '涉案毛衫照片'])
    await expect(rows.filter({ hasText: title }).first()).toContainText(/\d+–?\d*$/);
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const path = join(E2E_FOLDER, 'archive.pdf');
  await file.saveAs(path);
  const shown = Number(/、(\d+) 页/.exec((await page.locator('main').textContent()) ?? '')?.[1]);
  expect(inspectPart(path, 'application/pdf')).toEqual({ pages: shown });
  await page.getByRole('button', { name: '封存归档' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '封存归档' }).click();
  await expect(page.getByRole('status').filter({ hasText: '封存' })).toContainText('不能再增加或者修改');
}

test.describe
  .serial('a complaint becomes a published decision', () => {
    test('a report becomes a case, and its reporter is told', async ({ page }) => {
      const report = await registersReport(page);
      const address = await proposesCase(page);
      await opensCase(page, address);
      await tellsReporter(page, report);
      made.case = idOf(address);
    });

    test('the case is investigated, sent back and reviewed, every form of it made', async ({ page }) => {
      await becomes(page, 'enforcement');
      await countsGoods(page, made.case);
      await gathersPapers(page, made.case);
      await reportsTwice(page, made.case);
    });

    test('its party is told and heard, and the heads discuss it', async ({ page }) => {
      await tellsParty(page, made.case);
      await hears(page, made.case);
    });

    test('the case becomes a decision that is served, published and masked', async ({ page, browser, baseURL }) => {
      const number = await decidesAndServes(page, made.case);
      await publishes(page, browser, { id: made.case, number, url: baseURL as string });
      await closes(page, made.case);
    });

    test('the closed file is bound, downloaded and sealed', async ({ page }) => {
      await archives(page, made.case);
    });
  });
