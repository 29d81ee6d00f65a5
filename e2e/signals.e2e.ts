import type { Locator, Page } from '@playwright/test';
import { becomes, choose } from './support/console.ts';
import { type Incentive, publishIncentive, send } from './support/pilot-incentive.ts';
import { expect, signIn, test } from './support/test.ts';

const TOWN = '盛泽镇';
const LIST = '/agencies/signals';
const KIND = '内容明显相同';
const WHY = '五件申请仅数值和用词不同，企业未能提供研发记录';
const BACK = '企业补充了研发记录，原认定有误';
/** Facts are read anew and every policy is held against the district. */
const REFRESHED = { timeout: 45_000 };

interface Signal {
  readonly id: string;
  readonly filings: number;
  readonly towns: readonly string[];
  readonly subject: { readonly label: string; readonly href: string };
}

const rowsOf = (page: Page) => page.getByRole('table', { name: '监管信号' }).locator('tbody').getByRole('row');

async function signals(page: Page, query: string): Promise<Signal[]> {
  const answer = await page.request.get(`/api/filing-supervision/signals?pageSize=200&${query}`);
  return ((await answer.json()) as { items: Signal[] }).items;
}

/** The enterprise of an open signal of copied texts, with its code. */
async function copier(page: Page): Promise<{ signal: Signal; party: string; uscc: string }> {
  const [signal] = await signals(page, 'kind=near-identical&subject=party&state=open');
  if (signal === undefined) throw new Error('the demo holds no copies that are not judged yet');
  const party = signal.subject.href.replace('/enterprises/', '');
  const { uscc } = (await (await page.request.get(`/api/parties/${party}`)).json()) as { uscc: string };
  return { signal, party, uscc };
}

/** What the enterprise is offered by the policy, and why not. */
async function standing(page: Page, party: string, { code }: Incentive): Promise<string[]> {
  const answer = await page.request.get(`/api/subsidies/entitlements?party=${party}&policy=${code}`);
  const { items } = (await answer.json()) as { items: { state: string; reason: string | null }[] };
  return items.map(({ state, reason }) => (reason === null ? state : `${state}: ${reason}`));
}

async function openFromList(page: Page, signal: Signal): Promise<void> {
  await page.goto(LIST);
  await expect(page.getByText('未经判定，不影响任何企业或机构')).toBeVisible();
  await choose(page.getByRole('search'), '信号', KIND);
  await expect(page).toHaveURL(/kind=near-identical/);
  await expect(rowsOf(page)).toHaveCount((await signals(page, 'kind=near-identical')).length);
  for (const row of await rowsOf(page).all()) await expect(row).toContainText(KIND);
  await rowsOf(page).locator(`a.cell-title[href="${LIST}/${signal.id}"]`).click();
  await expect(page.getByRole('heading', { level: 1, name: signal.subject.label })).toBeVisible();
}

const marked = (side: Locator) => side.locator('p mark').allTextContents();

/** Two applications of the enterprise beside each other, the same words marked in both, and what would be usual. */
async function readEvidence(page: Page, signal: Signal): Promise<void> {
  const sides = page.locator('.sides').getByRole('article');
  await expect(sides).toHaveCount(2);
  const [left, right] = [sides.nth(0), sides.nth(1)];
  for (const side of [left, right]) {
    // It may have filed under a former name; the link goes to what it is today.
    await expect(side.locator(`a[href="${signal.subject.href}"]`)).toBeVisible();
    expect((await marked(side)).join('').length).toBeGreaterThan(40);
  }
  expect(await left.locator('header a').textContent()).not.toBe(await right.locator('header a').textContent());
  await expect(page.getByText(/相似度 \d+(\.\d+)?%，相同片段 [1-9]\d* 处/)).toBeVisible();
  await expect(page.getByRole('img', { name: /^本对象.*同类预期/ })).toBeVisible();
  await expect(page.getByText(/本区申请人每百件申请平均有/)).toBeVisible();
  await expect(page.getByText('第三条第（一）项').first()).toBeVisible();
}

/** C, the reason, Ctrl+Enter: no hand on the mouse. Nothing is said before there is a reason. */
async function confirmByKeys(page: Page, signal: Signal): Promise<void> {
  const panel = page.getByRole('region', { name: '判定' });
  const say = panel.getByRole('button', { name: '提交判定' });
  await page.keyboard.press('c');
  await expect(panel.getByLabel('确认的理由')).toBeFocused();
  await expect(panel).toContainText(`勾选的 ${signal.filings} 件自今日起认定为非正常申请`);
  await page.keyboard.press('Control+Enter');
  await expect(say).toBeDisabled();
  await expect(panel.getByText('写明理由后才能提交')).toBeVisible();
  await page.keyboard.type(WHY);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`已确认，${signal.filings} 件申请认定为非正常`)).toBeVisible();
  await expect(page.getByText('已确认', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('本信号认定')).toHaveCount(signal.filings);
}

const incentiveOf = (page: Page, { item }: Incentive) => page.getByRole('listitem').filter({ hasText: item });

async function openIncentives(page: Page, party: string): Promise<void> {
  await page.goto(`/enterprises/${party}`);
  await page.getByRole('tab', { name: '扶持' }).click();
}

/** The subsidy is refused on the page of the enterprise and among the policy's answers, with the reason and its law. */
async function readRefusal(page: Page, party: string, incentive: Incentive): Promise<void> {
  await openIncentives(page, party);
  await expect(incentiveOf(page, incentive)).toContainText('暂不能享受');
  await expect(incentiveOf(page, incentive)).toContainText(incentive.refusal);
  await page.goto(`/incentives/policies/answers?party=${party}`);
  const ours = page.locator('section').filter({ has: page.getByRole('heading', { name: new RegExp(incentive.code) }) });
  const barred = ours.getByRole('note');
  await expect(barred).toContainText(incentive.refusal);
  await expect(barred).toContainText(incentive.article);
  await expect(page.getByRole('note').filter({ hasText: '被通报为非正常申请' }).first()).toBeVisible();
}

/** The mark on an application held abnormal leads back to the signals of its holder. */
async function followMark(page: Page, signal: Signal): Promise<void> {
  await page.locator('.filings-table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/patents\/[0-9a-f-]{36}/);
  await page.getByRole('link', { name: '非正常申请', exact: true }).click();
  await expect(page).toHaveURL(/agencies\/signals\?party=/);
  await expect(page.getByText('只看')).toBeVisible();
  await expect(rowsOf(page).filter({ hasText: signal.subject.label }).first()).toContainText('已确认');
}

async function withdraw(page: Page, signal: Signal): Promise<void> {
  await page.goto(`${LIST}/${signal.id}`);
  const panel = page.getByRole('region', { name: '判定' });
  await expect(panel.getByRole('button', { name: '撤回判定' })).toBeDisabled();
  await panel.getByLabel('撤回的理由').fill(BACK);
  await panel.getByRole('button', { name: '撤回判定' }).click();
  await expect(page.getByText('判定已撤回，相关认定同时解除')).toBeVisible();
  await expect(page.getByText('待判定', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('本信号认定')).toHaveCount(0);
  await expect(page.getByText(WHY)).toBeVisible();
  await expect(page.getByText(BACK)).toBeVisible();
}

test('a copied filing is found, confirmed and blocks a subsidy until the judgement is withdrawn', async ({ page }) => {
  await signIn(page, 'officer');
  const { signal, party, uscc } = await copier(page);
  const incentive = await publishIncentive(page, uscc);
  await expect.poll(() => standing(page, party, incentive), REFRESHED).toEqual(['offered']);

  await becomes(page, 'officer');
  await openFromList(page, signal);
  await readEvidence(page, signal);
  await confirmByKeys(page, signal);
  await followMark(page, signal);
  await expect.poll(() => standing(page, party, incentive), REFRESHED).toEqual([`blocked: ${incentive.refusal}`]);
  await readRefusal(page, party, incentive);

  await withdraw(page, signal);
  await expect.poll(() => standing(page, party, incentive), REFRESHED).toEqual(['offered']);
  await openIncentives(page, party);
  await expect(incentiveOf(page, incentive)).toContainText('可享');
  await expect(page.getByText(incentive.refusal)).toBeHidden();

  await becomes(page, 'director');
  await send(page, 'post', `/api/policies/${incentive.id}/retire`, { reason: '试点结束' });
});

test('a liaison sees the signals of the own town alone', async ({ page }) => {
  await signIn(page, 'officer');
  const all = await signals(page, '');
  const own = all.filter(({ towns }) => towns.length === 1 && towns[0] === TOWN);
  const elsewhere = all.filter(({ towns }) => !towns.includes(TOWN));
  expect(own.length).toBeGreaterThan(0);
  expect(elsewhere.length).toBeGreaterThan(0);

  await becomes(page, 'shengze');
  await page.goto(LIST);
  await expect(rowsOf(page)).toHaveCount(own.length);
  for (const { subject } of own)
    await expect(rowsOf(page).filter({ hasText: subject.label }).first()).toContainText(TOWN);
  for (const { id } of elsewhere)
    expect((await page.request.get(`/api/filing-supervision/signals/${id}`)).status(), id).toBe(404);
  await page.goto(`${LIST}/${elsewhere[0]?.id}`);
  await expect(page.locator('main')).not.toContainText(elsewhere[0]?.subject.label as string);
  await page.goto(`${LIST}/${own[0]?.id}`);
  await expect(page.getByRole('heading', { level: 1, name: own[0]?.subject.label })).toBeVisible();
  await expect(page.getByRole('region', { name: '判定' })).toBeHidden();
});

test('a judgement without a reason is refused with a sentence, and nothing is judged', async ({ page }) => {
  await signIn(page, 'officer');
  const { signal } = await copier(page);
  const { csrfToken } = (await (await page.request.get('/api/session')).json()) as { csrfToken: string };
  for (const reason of ['', '  ']) {
    const answer = await page.request.post(`/api/filing-supervision/signals/${signal.id}/judge`, {
      data: { verdict: 'confirmed', reason },
      headers: { 'x-csrf-token': csrfToken },
    });
    expect(answer.status()).toBe(400);
    expect(await answer.json()).toMatchObject({
      title: expect.stringMatching(/^填写的内容有误.*。$/),
      errors: [{ path: 'reason' }],
    });
  }
  expect((await signals(page, 'state=open')).map(({ id }) => id)).toContain(signal.id);
});
