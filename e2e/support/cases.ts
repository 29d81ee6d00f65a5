import type { Locator, Page } from '@playwright/test';
import { becomes, choose, day } from './console.ts';
import { send } from './pilot-incentive.ts';
import { expect } from './test.ts';

/** Selling goods that infringe a trademark, as the form of statistics counts it. */
export const BEHAVIOUR = '销售侵犯注册商标专用权的商品';
const BEHAVIOUR_ROW = 4;
const CONDITIONS = { evidence: true, punishable: true, competent: true, inTime: true, opinion: '有证据初步证明' };

type Fields = Readonly<Record<string, unknown>>;
/** What stands in a dialog: a text is typed, `{ choose }` taken from a list, `true` ticked. */
type Entry = string | true | { readonly choose: string };

interface CaseNow {
  readonly revision: number;
  readonly circumstances: object;
  readonly card: { readonly transferOpen: boolean };
}

async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path);
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

export const caseNow = (page: Page, id: string) => read<CaseNow>(page, `/api/cases/${id}`);

/** Takes a step as whoever is signed in, without a page. */
async function perform(page: Page, fileId: string, action: string, fields: Fields = {}): Promise<void> {
  const { file } = await read<{ file: { version: number } }>(page, `/api/procedures/files/${fileId}`);
  await send(page, 'post', `/api/procedures/files/${fileId}/actions/${action}`, { version: file.version, fields });
}

/** A list that is redrawn under the press forgets what was taken: it is asked again until it shows it. */
async function pick(dialog: Locator, label: string, option: string): Promise<void> {
  const shown = dialog.getByLabel(label, { exact: true }).locator('..');
  await expect(async () => {
    await choose(dialog, label, option);
    await expect(shown).toContainText(option, { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
}

async function typeInto(dialog: Locator, label: string, entry: Entry): Promise<void> {
  if (entry === true) await dialog.getByRole('checkbox', { name: label }).check();
  else if (typeof entry === 'object') await pick(dialog, label, entry.choose);
  else {
    const field = dialog.getByLabel(new RegExp(`^${label}(可不填)?$`));
    await field.fill(entry);
    // A calendar opens over the form and takes what was typed by the key alone.
    if (/日期$|举行日$/.test(label)) await field.press('Enter');
  }
}

/** Presses an action of the open file and fills in its dialog; nothing is sent yet. */
async function openAction(page: Page, action: string, entries: Readonly<Record<string, Entry>> = {}) {
  await page.locator('.file-actions').getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, entry] of Object.entries(entries)) await typeInto(dialog, label, entry);
  return { dialog, submit: () => dialog.getByRole('button', { name: action, exact: true }).click() };
}

/** Takes a step of the open file with lists and boxes to fill in. */
export async function take(page: Page, action: string, entries: Readonly<Record<string, Entry>> = {}): Promise<void> {
  const { dialog, submit } = await openAction(page, action, entries);
  await submit();
  await expect(page.getByText(`已办理“${action}”`).last()).toBeVisible();
  await expect(dialog).toBeHidden();
}

/** A running clock of the open file shows its last day, and how it is counted with the article. */
export async function explained(page: Page, label: string): Promise<void> {
  const clock = page.locator('.file-clocks > li.running').filter({ hasText: label });
  await expect(clock).toContainText(/届满日 \d{4}-\d\d-\d\d/);
  await clock.getByRole('button', { name: '怎么算的' }).click();
  const why = page.getByRole('dialog');
  await expect(why).toContainText(new RegExp(`${label}(（第 \\d+ 次）)?怎么算`));
  await expect(why.locator('ol > li').first()).toBeVisible();
  await expect(why).toContainText(/条文 \S{4,}/);
  await why.getByRole('button', { name: '关闭' }).click();
  await expect(why).toBeHidden();
}

/** Two officers whose certificates are valid, named by the head of the section. */
async function nameOfficers(page: Page, id: string): Promise<void> {
  const { items } = await read<{ items: { id: string; valid: boolean }[] }>(page, '/api/cases/officers');
  const officers = items.filter(({ valid }) => valid).map((one) => one.id);
  const { revision } = await caseNow(page, id);
  await send(page, 'put', `/api/cases/${id}/officers`, { revision, officers: officers.slice(0, 2) });
}

/** A case of its own, opened and under investigation; its goods are not known yet. Signed in afterwards: enforcement. */
export async function openedCase(page: Page, suspect: string): Promise<string> {
  await becomes(page, 'enforcement');
  const title = `${suspect}销售侵权毛衫案`;
  const text = '巡查发现该商行销售侵犯注册商标专用权的毛衫。';
  const rights = [{ kind: 'trademark', number: '1234567', holder: '演示权利人（虚构）' }];
  const { caseId } = (await send(page, 'post', '/api/cases', {
    source: { kind: 'own', label: '日常巡查' },
    receivedOn: day(0),
    title,
    text,
    suspects: [{ name: suspect, natural: false }],
    behaviourRow: BEHAVIOUR_ROW,
    rights,
  })) as { caseId: string };
  const { revision, circumstances } = await caseNow(page, caseId);
  const acts = { from: day(-90), to: day(-10), place: '盛泽镇', text: '销售侵权毛衫' };
  const facts = { revision, title, text, behaviourRow: BEHAVIOUR_ROW, acts, circumstances };
  const known = rights.map((one) => ({ ...one, name: null, class: null }));
  await send(page, 'put', `/api/cases/${caseId}/facts`, { ...facts, rights: known });
  await perform(page, caseId, 'verify');
  await perform(page, caseId, 'propose', CONDITIONS);
  await becomes(page, 'head');
  await nameOfficers(page, caseId);
  await becomes(page, 'director');
  await perform(page, caseId, 'file');
  await becomes(page, 'enforcement');
  await perform(page, caseId, 'begin');
  return caseId;
}

/** Brings a case under investigation to its decision: reported, reviewed, told, waived. Signed in afterwards: enforcement. */
export async function toItsDecision(page: Page, id: string): Promise<void> {
  const outcome = { fineFen: 3_000_000, reasons: '销售侵权商品' };
  await perform(page, id, 'report', {
    facts: '查明销售侵权毛衫。',
    opinion: '建议处罚。',
    decisionKind: 'penalty',
    fineFen: outcome.fineFen,
  });
  await perform(page, id, 'submit-review');
  await becomes(page, 'legal');
  await perform(page, id, 'review', { kind: 'review', opinion: 'agree', text: '事实清楚' });
  await becomes(page, 'enforcement');
  await perform(page, id, 'notify', { ...outcome, hearing: false });
  await perform(page, id, 'serve-notice', { on: day(0), mode: 'direct', receiver: '店主' });
  await perform(page, id, 'waive', { reason: '当事人书面放弃' });
}

/** The goods of the open case in its drawer: the first line's quantity, price and basis, and why they are changed. */
export async function writeGoods(
  page: Page,
  given: { readonly quantity: string; readonly price?: string; readonly cause: string },
): Promise<void> {
  await page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '涉案物品和违法经营额' }) })
    .getByRole('button', { name: '修改', exact: true })
    .click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('数量').first().fill(given.quantity);
  if (given.price !== undefined) {
    await drawer.getByLabel('物品').first().fill('毛衫');
    await drawer.getByLabel('单价').first().fill(given.price);
    await pick(drawer, '价格依据', '实际销售价');
  }
  await drawer.getByLabel('修改原因').fill(given.cause);
  await drawer.getByRole('button', { name: '保存', exact: true }).click();
  await expect(drawer).toBeHidden();
}

/** What cannot be done now, with its reason; many of them are folded away. */
export async function refusalOf(page: Page, action: string) {
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
