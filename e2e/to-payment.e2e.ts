import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { act, becomes, choose, day } from './support/console.ts';
import { startLater } from './support/later.ts';
import { dialog, FUND, ITEM, MARK, made } from './support/pilot.ts';
import {
  beginPolicy,
  saveDraft,
  tryForbidden,
  writeAmount,
  writeClause,
  writeExample,
} from './support/pilot-policy.ts';
import { expect, signIn, test } from './support/test.ts';

/** Publicity of five working days has run out by then, whatever holidays lie between. */
const DAYS_AHEAD = 20;
const ACCOUNT = `62220211${String(Date.now()).slice(-11)}`;

interface Found {
  readonly id: string;
  readonly state: string;
  readonly label: string;
  readonly amountFen: number;
  readonly party: { readonly id: string; readonly name: string };
}

/** 1.20万 or 5,000 → the number meant. */
const numberIn = (text: string) => Number(/[\d,]+(\.\d+)?/.exec(text)?.[0].replaceAll(',', ''));

/** Whom the draft would pay, and how a change of its amount moves that; the list behind the sum adds up to it. */
async function thinkAhead(page: Page): Promise<{ fen: number; lines: number }> {
  await page.goto(`/incentives/what-if?v=${made.policy}`);
  const sum = page.getByRole('button', { name: /^资金合计 / });
  await expect(page.getByRole('button', { name: /^受益主体 [1-9]/ })).toBeVisible();
  const wan = numberIn((await sum.textContent()) ?? '');
  const lines = numberIn((await page.locator('.figure-note').first().textContent()) ?? '');
  expect(wan * 10_000).toBeCloseTo(lines * 5000);
  await page.getByRole('spinbutton', { name: '定额' }).fill('4000');
  await expect(sum).toContainText(`${(lines * 4000) / 10_000}万元`);
  return { fen: wan * 1_000_000, lines };
}

async function publish(page: Page): Promise<void> {
  await page.goto(`/incentives/policies/${made.policy}`);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await dialog(page).getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByText('已发布').first()).toBeVisible();
  await expect(page.getByText('现行', { exact: true }).first()).toBeVisible();
}

async function found(page: Page): Promise<{ items: Found[]; total: number; sumFen: number }> {
  const answer = await page.request.get(`/api/subsidies/entitlements?policy=marks-${MARK}&pageSize=200`);
  return (await answer.json()) as { items: Found[]; total: number; sumFen: number };
}

async function appropriate(page: Page): Promise<void> {
  await page.goto('/incentives/budget');
  await page.getByRole('button', { name: '安排资金' }).first().click();
  const form = dialog(page);
  await form.getByLabel('资金', { exact: true }).fill(FUND);
  await form.getByLabel('金额', { exact: true }).fill('100000');
  await form.getByLabel('文号').fill('吴财〔2026〕9号');
  await form.getByLabel('原因').fill('试点资金年初安排');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByText('已登入台账')).toBeVisible();
}

/** The figures of the fund as finance sees them, in yuan. */
async function budgetShows(page: Page, figures: Readonly<Record<string, number>>): Promise<void> {
  await page.goto(`/incentives/budget?fund=${encodeURIComponent(FUND)}&year=${day(0).slice(0, 4)}`);
  for (const [name, amount] of Object.entries(figures)) {
    const shown = amount.toLocaleString('en', { minimumFractionDigits: 2 });
    await expect(page.getByRole('button', { name: `资金总额 ${name} ${shown}`, exact: true })).toBeVisible();
  }
}

/** Someone with one mark to be rewarded and no claim so far: nothing else is on offer that a second one could be for. */
async function pickParty(page: Page): Promise<Found> {
  const { items } = await found(page);
  for (const one of items.filter(({ state }) => state === 'offered')) {
    const answer = await page.request.get(`/api/subsidies/claims?party=${one.party.id}`);
    const { total } = (await answer.json()) as { total: number };
    if (total === 0 && items.filter(({ party }) => party.id === one.party.id).length === 1) return one;
  }
  throw new Error('nobody has one mark and no claim yet');
}

async function openClaim(page: Page): Promise<void> {
  const one = await pickParty(page);
  made.party = one.party;
  made.mark = one.label;
  await page.goto(`/incentives/entitlements?policy=marks-${MARK}&why=${one.id}`);
  await expect(dialog(page)).toContainText('第二条');
  await expect(dialog(page)).toContainText('5,000');
  await dialog(page).getByRole('button', { name: '建立申请' }).click();
  await page.getByRole('button', { name: '建立 1 份草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: one.party.name })).toBeVisible();
  await expect(page).toHaveURL(/applications\/[0-9a-f-]{36}/);
  made.claim = /applications\/([0-9a-f-]{36})/.exec(page.url())?.[1] as string;
  made.number = /JB\d{4}-\d{5}/.exec((await page.locator('main').textContent()) ?? '')?.[0] as string;
  expect(made.number).toBeDefined();
}

/** Somebody opens the claim and takes the next step. */
async function step(
  page: Page,
  username: string,
  action: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  await becomes(page, username);
  await page.goto(`/incentives/applications/${made.claim}`);
  await act(page, action, fields);
}

/** Who accepted may not check: the reason stands where the button would be. */
async function refusedApart(page: Page): Promise<void> {
  const refused = page
    .getByRole('list', { name: '现在不能办的' })
    .getByRole('listitem')
    .filter({ hasText: '初审通过' });
  if (!(await refused.isVisible())) await page.getByText(/另有 \d+ 项现在不能办/).click();
  await expect(refused).toContainText('受理');
  await expect(page.locator('.file-actions').getByRole('button', { name: '初审通过' })).toBeHidden();
}

async function publicise(page: Page): Promise<void> {
  await page.goto('/incentives/publicity?tab=waiting');
  const group = page.locator('section').filter({ has: page.getByRole('heading', { name: new RegExp(MARK) }) });
  await group.getByRole('button', { name: '拟公示名单（1 份）' }).click();
  await expect(dialog(page)).toContainText(made.party.name);
  await dialog(page).getByRole('button', { name: '发布公示' }).click();
  await expect(page).toHaveURL(/publicity\/[0-9a-f-]{36}/);
  made.list = /publicity\/([0-9a-f-]{36})/.exec(page.url())?.[1] as string;
}

async function fileOf(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  return readFile(await (await download).path(), 'utf8');
}

/** Nobody signs in: the list is there for everyone, as a page and as files. */
async function readInPublic(browser: Browser, baseURL: string): Promise<void> {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto('/public/lists');
  await page.getByRole('link', { name: new RegExp(MARK) }).click();
  const row = page.getByRole('row').filter({ hasText: made.party.name });
  await expect(row).toContainText('第二条');
  await expect(row).toContainText('0.50');
  const csv = await fileOf(page, '下载 CSV');
  expect(csv).toContain('序号,单位名称,统一社会信用代码,项目类别,依据条款,事项（号）,拟奖补金额（万元）,备注');
  expect(csv).toMatch(new RegExp(`1,${made.party.name.replace(/[()]/g, '\\$&')},.*,0\\.50,`));
  const json = JSON.parse(await fileOf(page, '下载 JSON')) as { entries: { name: string; amountWan: string }[] };
  expect(json.entries).toMatchObject([{ name: made.party.name, amountWan: '0.50' }]);
  await context.close();
}

async function stateOf(page: Page): Promise<string> {
  const answer = await page.request.get(`/api/subsidies/claims/${made.claim}`);
  return ((await answer.json()) as { state: string }).state;
}

async function comesTo(page: Page, state: string): Promise<void> {
  await expect.poll(() => stateOf(page), { timeout: 60_000 }).toBe(state);
}

/** The system does it within the hour; whoever does not wait presses it. */
async function concludePublicity(page: Page): Promise<void> {
  await page.goto(`/incentives/applications/${made.claim}`);
  if ((await stateOf(page)) === 'publicised') await act(page, '公示期满');
  expect(await stateOf(page)).toBe('ready');
}

const waitingRow = (page: Page) => page.getByRole('row').filter({ hasText: made.party.name });

async function enterAccount(page: Page): Promise<void> {
  await page.goto('/incentives/payments');
  await waitingRow(page).getByRole('button', { name: '未登记账户' }).click();
  const form = dialog(page);
  await form.getByLabel('账号').fill(ACCOUNT);
  await form.getByLabel('开户银行').fill('吴江农村商业银行盛泽支行');
  await form.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('账户已保存')).toBeVisible();
  await form.getByRole('button', { name: '关闭' }).click();
  await expect(waitingRow(page)).toContainText(`尾号 ${ACCOUNT.slice(-4)}`);
  await expect(page.getByText(ACCOUNT)).toBeHidden();
}

/** The file of the treasury: the one place where the whole account number stands. */
async function sendBatch(page: Page): Promise<{ reference: string; amount: string }> {
  await waitingRow(page).getByRole('checkbox').check();
  await page.getByRole('button', { name: '制作批次' }).click();
  await dialog(page).getByRole('button', { name: '制作', exact: true }).click();
  await page.getByRole('button', { name: '下载支付文件' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载', exact: true }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const [head = [], row = []] = text
    .replace('\uFEFF', '')
    .split(/\r?\n/)
    .map((line) => line.split(',').map((one) => one.replace(/^"\t?|"$/g, '')));
  const cell = (name: string) => row[head.indexOf(name)] as string;
  expect(cell('收款人户名')).toBe(made.party.name);
  expect(cell('收款人账号')).toBe(ACCOUNT);
  return { reference: cell('支付明细号'), amount: cell('金额（元）') };
}

async function handInAnswer(page: Page, reference: string, amount: string): Promise<void> {
  const lines = [
    '支付明细号,收款人户名,收款人账号,金额（元）,支付结果,失败原因,支付日期,凭证号',
    `${reference},${made.party.name},${ACCOUNT},${amount},支付成功,,${day(DAYS_AHEAD)},GK-${MARK}`,
  ];
  await page.locator('input[type=file]').setInputFiles({
    name: `回执${amount}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
  });
}

/** An answer with a wrong sum changes nothing; the right one is shown first and then booked. */
async function bookAnswer(page: Page): Promise<void> {
  const { reference, amount } = await sendBatch(page);
  await handInAnswer(page, reference, '4999.00');
  await expect(page.getByText(/处不符，未入账/)).toBeVisible();
  await handInAnswer(page, reference, amount);
  await expect(page.getByText('支付成功 1 笔')).toBeVisible();
  await page.getByRole('button', { name: '核对无误，入账' }).click();
  await expect(page.getByText('回执已入账')).toBeVisible();
}

/** The same mark once more: the refusal says which claim it was paid by. */
async function refusedTwice(page: Page): Promise<void> {
  await page.goto(`/incentives/applications/new?party=${made.party.id}`);
  await page
    .getByRole('group', { name: new RegExp(MARK) })
    .getByRole('checkbox', { name: new RegExp(ITEM) })
    .check();
  await page.getByRole('button', { name: '建立申请草稿' }).click();
  await expect(page).toHaveURL(/applications\/[0-9a-f-]{36}/);
  await page.locator('.file-actions').getByRole('button', { name: '提交', exact: true }).click();
  await dialog(page).getByRole('button', { name: '提交', exact: true }).click();
  const refusal = dialog(page).getByRole('alert');
  await expect(refusal).toContainText(made.number);
  await expect(refusal).toContainText('不得重复');
}

async function clawBack(page: Page): Promise<void> {
  await page.goto(`/incentives/applications/${made.claim}`);
  const actions = page.locator('.file-actions');
  await actions.getByRole('button', { name: '决定追回', exact: true }).click();
  const form = dialog(page);
  await form.getByLabel('决定书文号').fill(`吴市监追〔2026〕${MARK}号`);
  await choose(form, '理由', '虚报材料');
  await form.getByLabel('说明', { exact: true }).fill('抽查发现注册证系伪造，查证属实。');
  await expect(form.getByLabel('金额', { exact: true }).first()).toHaveValue('5,000');
  await form.getByRole('button', { name: '添加一行' }).click();
  for (const [at, amount] of ['2000', '3000'].entries()) {
    const row = form.getByRole('group', { name: `分期 ${at + 1}` });
    await row.getByLabel('到期日').fill(day(DAYS_AHEAD + 30 * (at + 1)));
    await row.getByLabel('到期日').press('Enter');
    await row.getByLabel('金额').fill(amount);
  }
  await form.getByRole('button', { name: '决定追回', exact: true }).click();
  await expect(page.getByText('已办理“决定追回”')).toBeVisible();
  await expect(page.getByText('追回中', { exact: true }).first()).toBeVisible();
}

async function receive(page: Page, voucher: string, amount: string): Promise<void> {
  await page.goto('/incentives/payments?tab=debts');
  await page.getByRole('button', { name: made.party.name }).click();
  const form = dialog(page);
  await form.getByLabel('到账凭证号').fill(voucher);
  await form.getByLabel('到账金额').fill(amount);
  await form.getByRole('button', { name: '登记到账' }).click();
  await expect(page.getByText('到账已登记')).toBeVisible();
}

test.describe.configure({ mode: 'serial' });

test('a policy goes from text through its repairs to what it would cost', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'officer');
  await beginPolicy(page);
  await writeClause(page);
  await tryForbidden(page);
  await writeAmount(page);
  await writeExample(page);
  await saveDraft(page);
  const expected = await thinkAhead(page);
  await becomes(page, 'director');
  await publish(page);
  await expect.poll(async () => (await found(page)).total, { timeout: 60_000 }).toBe(expected.lines);
  expect((await found(page)).sumFen).toBe(expected.fen);
});

test('what the system found goes through separate hands onto a public list', async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  await signIn(page, 'finance');
  await appropriate(page);
  await becomes(page, 'officer');
  await openClaim(page);
  await act(page, '提交');
  await step(page, 'shengze', '推荐');
  await step(page, 'officer', '受理');
  await refusedApart(page);
  await step(page, 'checker', '初审通过');
  await step(page, 'reviewer', '复核通过');
  await step(page, 'checker', '信用审查通过');
  await step(page, 'director', '审定同意', { 文号: '吴市监扶〔2026〕7号' });
  await becomes(page, 'finance');
  await budgetShows(page, { 安排: 100_000, 已承诺: 5000, 已拨付: 0, 可用: 95_000 });
  await becomes(page, 'officer');
  await publicise(page);
  await readInPublic(browser, baseURL as string);
});

test('after its publicity it is paid, not paid twice, and clawed back', async ({ browser }) => {
  test.setTimeout(240_000);
  const later = await startLater(DAYS_AHEAD);
  const context = await browser.newContext({ baseURL: later.url });
  try {
    const page = await context.newPage();
    await becomes(page, 'officer');
    await concludePublicity(page);
    await step(page, 'director', '下达', { 文号: '吴财扶〔2026〕12号' });
    await becomes(page, 'finance');
    await enterAccount(page);
    await bookAnswer(page);
    await comesTo(page, 'paid');
    await budgetShows(page, { 安排: 100_000, 已承诺: 0, 已拨付: 5000, 可用: 95_000 });
    await becomes(page, 'officer');
    await refusedTwice(page);
    await becomes(page, 'director');
    await clawBack(page);
    await becomes(page, 'finance');
    await receive(page, `SK-${MARK}-1`, '2000');
    await receive(page, `SK-${MARK}-2`, '3000');
    await comesTo(page, 'clawed-back');
    await becomes(page, 'officer');
    await page.goto(`/incentives/applications/${made.claim}`);
    await expect(page.getByText('已追回', { exact: true }).first()).toBeVisible();
    await page.goto(`/incentives/applications/new?party=${made.party.id}`);
    await expect(page.getByText(/不得申报/).first()).toBeVisible();
  } finally {
    await context.close();
    await later.stop();
  }
});
