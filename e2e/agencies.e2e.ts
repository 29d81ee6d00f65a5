import type { Browser, Page } from '@playwright/test';
import { pinyinOf } from '../apps/server/src/platform/register-index/fold.ts';
import {
  downloaded,
  get,
  MARK,
  openAgencyAccount,
  PAPER,
  type Party,
  pickNoAgency,
  send,
  signInFirst,
} from './support/agencies.ts';
import { act, becomes, choose, day } from './support/console.ts';
import { startLater } from './support/later.ts';
import { expect, signIn, test } from './support/test.ts';

/** A repair may be asked for six months after the result. */
const DAYS_AHEAD = 190;
const ROUND = `专利代理机构信用评价（试点${MARK}）`;
/** Points of the rules of patent agencies. */
const OBJECTED = { sort: 'unanswered-inquiry', points: 3 };
const WARNED = { label: '警告', points: 15 };
const WARNING_NO = `吴市监警〔2026〕${MARK}号`;
const INQUIRY_NO = `吴市监询〔2026〕${MARK}号`;

/** What one part of the journey made and the next goes on from. */
const made = { subject: '', agency: '', before: 0, round: '', evaluation: '', events: [] as string[] };

interface Score {
  readonly subjectId: string;
  readonly name: string;
  readonly score: number;
}

const dialog = (page: Page) => page.getByRole('dialog');

/** Fills in what the register of enterprises does not know; the rest stands there already. */
async function fillRegistration(page: Page, party: Party): Promise<void> {
  await expect(page.getByLabel('统一社会信用代码', { exact: true })).toHaveValue(party.uscc);
  await expect(page.getByLabel('机构名称', { exact: true })).toHaveValue(party.name);
  await page.getByRole('checkbox', { name: '商标代理' }).check();
  await page.getByLabel('经营地址', { exact: true }).fill('盛泽镇市场东路9号');
  await page.getByLabel('负责人', { exact: true }).fill('沈锦桥');
  await page.getByLabel('业务联系电话', { exact: true }).fill('13812345678');
  await expect(page.getByText('从事商标代理须填写备案起止日')).toBeVisible();
  for (const [label, on] of [
    ['商标代理备案起始日（选填）', day(-30)],
    ['商标代理备案届满日（选填）', day(900)],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(on);
    await page.getByLabel(label, { exact: true }).press('Enter');
  }
  await expect(page.getByText('从事商标代理须填写备案起止日')).toBeHidden();
  await expect(page.getByText('已自动保存')).toBeVisible();
}

async function askForRegistration(page: Page, party: Party): Promise<void> {
  await expect(page.getByText('尚未登记为服务机构')).toBeVisible();
  await page.getByRole('button', { name: '申请登记' }).click();
  await expect(page).toHaveURL(/\/portal\/file\/requests\/[0-9a-f-]{36}/);
  await fillRegistration(page, party);
  await act(page, '提交');
  await page.goto('/portal/');
  await expect(page.getByText('登记申请办理中')).toBeVisible();
}

async function checkRegistration(page: Page, name: string): Promise<void> {
  await becomes(page, 'officer');
  await page.goto('/agencies/affairs');
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '负责人' })).toContainText('沈锦桥');
  await expect(page.getByText('没有发现问题')).toBeVisible();
  await act(page, '通过并登记');
  await expect(page.getByText('已通过', { exact: true }).first()).toBeVisible();
}

/** What one types who knows how it sounds: letters up to the first bracket. */
const soundOf = (name: string) => /^[a-z]+/.exec(pinyinOf(name).split(' ')[1] as string)?.[0] as string;

/** Nobody signs in: found by name and by pinyin, with the telephone of a person masked. */
async function findInPublic(browser: Browser, baseURL: string, name: string): Promise<void> {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN' });
  const page = await context.newPage();
  for (const query of [name, soundOf(name)]) {
    await page.goto('/public/agencies');
    await page.getByLabel('名称、拼音或代码').fill(query);
    await page.getByRole('button', { name: '查找' }).click();
    await expect(page.getByRole('link', { name })).toBeVisible();
  }
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.locator('main')).toContainText('138****5678');
  await expect(page.locator('main')).not.toContainText('13812345678');
  await context.close();
}

/** The agency the demo has an account for, and its score so far. */
async function readOwn(page: Page): Promise<void> {
  await signIn(page, 'agency');
  const { items } = await get<{ items: Score[] }>(page, '/api/agency-credit/scores');
  const own = items[0] as Score;
  Object.assign(made, { subject: own.subjectId, agency: own.name, before: own.score });
}

/** Without its paper an event cannot be entered. */
async function enterWarning(page: Page): Promise<void> {
  await page.goto('/agencies/credit');
  await page.getByRole('button', { name: '登记信用信息' }).click();
  const form = dialog(page);
  await form.getByLabel('对象', { exact: true }).fill(made.agency);
  await choose(form, '对象', made.agency);
  await choose(form, '事项', WARNED.label);
  await form.getByLabel('发生日期', { exact: true }).fill(day(-10));
  await form.getByLabel('发生日期', { exact: true }).press('Enter');
  await form.getByLabel('作出机关', { exact: true }).fill('苏州市吴江区市场监督管理局');
  await form.getByLabel('文号', { exact: true }).fill(WARNING_NO);
  await form.getByLabel('内容', { exact: true }).fill('未按规定悬挂执业许可证，经责令改正后仍未改正。');
  const enter = form.getByRole('button', { name: '登记', exact: true });
  await expect(enter).toBeDisabled();
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: '警告决定书.pdf', mimeType: 'application/pdf', buffer: PAPER });
  await enter.click();
  await expect(form).toBeHidden();
  await page.goto(`/agencies/credit?tab=events&e.q=${encodeURIComponent(WARNING_NO)}`);
  const row = page.getByRole('row').filter({ hasText: WARNING_NO });
  await expect(row).toContainText('计分中');
  expect(await downloaded(page, row.getByRole('link', { name: '证明材料' }))).toContain('%PDF-1.4');
}

async function enterByInterface(page: Page): Promise<void> {
  const file = { name: '问询函送达回证.pdf', mimeType: 'application/pdf', buffer: PAPER };
  const multipart = {
    subjectType: 'agency',
    subjectId: made.subject,
    sort: OBJECTED.sort,
    on: day(-8),
    documentNo: INQUIRY_NO,
    authority: '苏州市吴江区市场监督管理局',
    text: '逾期未答复监督检查问询。',
    file,
  };
  await send(page, 'POST', '/api/agency-credit/events', { multipart });
  const { items } = await get<{ items: { id: string; documentNo: string | null }[] }>(
    page,
    `/api/agency-credit/events?agency=${made.subject}&pageSize=50`,
  );
  made.events = items.filter(({ documentNo }) => documentNo?.includes(MARK)).map(({ id }) => id);
  expect(made.events).toHaveLength(2);
}

async function tellRound(page: Page): Promise<void> {
  await page.goto('/agencies/credit?tab=rounds');
  await page.getByRole('button', { name: '开展评价' }).click();
  await dialog(page).getByLabel('批次名称').fill(ROUND);
  await dialog(page).getByRole('button', { name: '开展', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: ROUND })).toBeVisible();
  made.round = /rounds\/([0-9a-f-]{36})/.exec(page.url())?.[1] as string;
  await page.getByRole('button', { name: '成批告知初评结果' }).click();
  await expect(page.getByText(/已告知 [1-9]\d* 份/)).toBeVisible();
}

/** The agency's own among those of its people: bodies are named as such. */
const ownEvaluation = (page: Page) =>
  page
    .getByRole('link', { name: ROUND })
    .filter({ hasText: /公司|所|中心/ })
    .first();

async function object(page: Page): Promise<void> {
  await becomes(page, 'agency');
  await page.goto('/portal/credit');
  const score = made.before - OBJECTED.points - WARNED.points;
  await expect(page.locator('.own-score')).toContainText(String(score));
  await ownEvaluation(page).click();
  await expect(page).toHaveURL(/evaluations\/[0-9a-f-]{36}/);
  made.evaluation = /evaluations\/([0-9a-f-]{36})/.exec(page.url())?.[1] as string;
  await expect(page.locator('.result-box').first()).toContainText(String(score));
  await expect(page.locator('.trace-line').filter({ hasText: WARNING_NO })).toContainText(`−${WARNED.points}`);
  await page.locator('.file-actions').getByRole('button', { name: '提出异议' }).click();
  await dialog(page).locator('.trace-line').filter({ hasText: INQUIRY_NO }).getByRole('checkbox').check();
  await dialog(page).getByLabel('理由').fill('问询函已在期限内以挂号信答复，附回执。');
  await dialog(page).getByRole('button', { name: '提交异议' }).click();
  await expect(page.getByText('异议已提交')).toBeVisible();
  await expect(page.getByText('异议审核中').first()).toBeVisible();
}

/** Somebody takes a step that says yes or no to what was asked. */
async function answer(page: Page, who: string, action: string, text: string, yes: string): Promise<void> {
  await becomes(page, who);
  await page.goto(`/agencies/credit/evaluations/${made.evaluation}`);
  await page.locator('.file-actions').getByRole('button', { name: action, exact: true }).click();
  await dialog(page)
    .getByLabel(/^(审核|复核)意见/)
    .fill(text);
  await dialog(page).getByRole('checkbox', { name: yes }).check();
  await dialog(page).getByRole('button', { name: action, exact: true }).click();
  await expect(page.getByText(`已办理“${action}”`)).toBeVisible();
}

/** Who reviewed first does not decide, and who decides did not review. */
async function decideObjection(page: Page): Promise<void> {
  await answer(page, 'reviewer', '审核异议', '回执属实，答复在期限内。', '支持申请人');
  await expect(page.locator('.file-actions').getByRole('button', { name: '复核异议' })).toBeHidden();
  await answer(page, 'director', '复核异议', '异议成立，该事项不予计分。', '申请成立');
  await act(page, '确定评价结果');
}

/** The result without what was objected to; a repair has to wait. */
async function readResult(page: Page): Promise<void> {
  await becomes(page, 'agency');
  await page.goto(`/portal/credit/evaluations/${made.evaluation}`);
  await expect(page.locator('.result-box').last()).toContainText(String(made.before - WARNED.points));
  await expect(page.getByText('异议成立', { exact: true })).toBeVisible();
  await expect(page.getByText('结果已确定').first()).toBeVisible();
  await expect(page.locator('.result-words')).toContainText('6个月');
  await page.goto('/portal/credit');
  await expect(page.locator('.own-score')).toContainText(String(made.before - WARNED.points));
}

async function askForRepair(page: Page): Promise<void> {
  await becomes(page, 'agency');
  await page.goto(`/portal/credit/evaluations/${made.evaluation}`);
  await expect(page.getByText('现在可以申请信用修复')).toBeVisible();
  await page.locator('.file-actions').getByRole('button', { name: '申请信用修复' }).click();
  await dialog(page).locator('.trace-line').filter({ hasText: WARNING_NO }).getByRole('checkbox').check();
  await dialog(page).getByLabel('理由').fill('许可证已悬挂，附现场照片和整改报告。');
  await dialog(page).getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByText('申请已提交')).toBeVisible();
}

const scoreNow = async (page: Page) =>
  (await get<{ score: number }>(page, `/api/agency-credit/subjects/agency/${made.subject}`)).score;

test.describe.configure({ mode: 'serial' });

test('a firm asks to be registered as an agency, is checked and stands in the public directory', async ({
  page,
  browser,
  baseURL,
}) => {
  const party = await pickNoAgency(page);
  const username = `agent-${MARK}`;
  await signInFirst(page, username, await openAgencyAccount(page, username, party));
  await askForRegistration(page, party);
  await checkRegistration(page, party.name);
  await findInPublic(browser, baseURL as string, party.name);
  await becomes(page, username);
  await page.goto('/portal/');
  await expect(page.getByRole('heading', { level: 1, name: party.name })).toBeVisible();
});

test('an event takes points, the agency objects, and other hands decide', async ({ page }) => {
  await readOwn(page);
  await becomes(page, 'officer');
  await enterWarning(page);
  await enterByInterface(page);
  await tellRound(page);
  await object(page);
  await decideObjection(page);
  await readResult(page);
});

test('six months after the result the agency repairs its credit', async ({ browser, page }) => {
  test.setTimeout(240_000);
  const later = await startLater(DAYS_AHEAD, { jobs: false });
  const context = await browser.newContext({ baseURL: later.url, locale: 'zh-CN' });
  try {
    const then = await context.newPage();
    await askForRepair(then);
    const before = await scoreNow(then);
    await answer(then, 'reviewer', '审核修复申请', '整改到位，未再发生同类行为。', '支持申请人');
    await answer(then, 'director', '复核修复申请', '准予信用修复。', '申请成立');
    await becomes(then, 'agency');
    expect(await scoreNow(then)).toBe(before + WARNED.points);
    await then.goto('/portal/credit');
    await expect(then.locator('.own-score')).toContainText(String(before + WARNED.points));
    await ownEvaluation(then).click();
    await expect(then.getByText('准予修复', { exact: true })).toBeVisible();
  } finally {
    await context.close();
    await later.stop();
  }
  // The agency of the demo is left as it was found.
  await signIn(page, 'officer');
  const { items } = await get<{ items: { id: string; withdrawnReason: string | null }[] }>(
    page,
    `/api/agency-credit/events?agency=${made.subject}&pageSize=50`,
  );
  for (const { id, withdrawnReason } of items)
    if (made.events.includes(id) && withdrawnReason === null)
      await send(page, 'POST', `/api/agency-credit/events/${id}/withdraw`, { data: { reason: '试点登记，已撤回' } });
});
