import AxeBuilder from '@axe-core/playwright';
import { computePatentApplicationCheck } from '@jince/identifiers';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './support/test.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const SHENGZE = '320509105';
const TITLE = '盛泽专利清零（试点）';
const RULE = `(enterprise.highTech || enterprise.aboveScale) && enterprise.active
  && enterprise.town == '${SHENGZE}' && enterprise.patents.clean == 0`;

interface Item {
  id: string;
  name: string;
  state: string;
  visits: number;
}
/** What the first journey made and the second one changes. */
const made = { campaign: '', visited: '' };

async function targetsOf(page: Page): Promise<Item[]> {
  const answer = await page.request.get(`/api/cultivation/campaigns/${made.campaign}/targets?pageSize=200&sort=name`);
  return ((await answer.json()) as { items: Item[] }).items;
}

/** Goes on as someone else in the same browser. */
async function becomes(page: Page, username: string): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, username);
}

/** The rule editor's words go through the live check: a wrong name is shown where it stands and put right with a press. */
async function startCampaign(page: Page): Promise<void> {
  await page.goto('/cultivation/campaigns');
  await page.locator('a[href$="template=zero-patent"]').click();
  const rule = page.getByRole('textbox', { name: '对象规则' });
  await expect(rule).toHaveValue(/enterprise\.patents\.clean == 0/);
  await rule.fill(RULE.replace('enterprise.patents.clean', 'enterprise.patent.clean'));
  await expect(rule).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: '改为 enterprise.patents.clean' }).click();
  await expect(rule).toHaveValue(RULE);
  await expect(page.getByText('列入：')).toBeVisible();
  await page.getByRole('button', { name: '下一步：达成规则' }).click();
  await expect(page.getByText('算作达成：')).toBeVisible();
  await page.getByRole('button', { name: '下一步：期间与分派' }).click();
  await page.getByRole('textbox', { name: '行动名称' }).fill(TITLE);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '建立并开办' }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByText('进行中', { exact: true })).toBeVisible();
  made.campaign = /campaigns\/([0-9a-f-]{36})/.exec(page.url())?.[1] as string;
}

/** Without network from the list on: the page is opened anew, the visit written, kept over a reload, sent when it is back. */
async function visitOffline(page: Page, target: Item): Promise<void> {
  const device = page.getByRole('region', { name: '这台设备上的走访' });
  await page.goto('/cultivation/work');
  await expect(page.getByText('没有网络也能打开和填写')).toBeVisible({ timeout: 60_000 });
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByText(/^离线：/)).toBeVisible();
  await page.locator(`a[href$="/targets/${target.id}/visit"]`).click();
  await expect(page.getByRole('heading', { level: 1, name: target.name })).toBeVisible();
  await page.getByText('办理中', { exact: true }).click();
  await page.getByRole('textbox', { name: '谈了什么' }).fill('有两项改进图纸，准备先检索再申请');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: '车间.png',
      mimeType: 'image/png',
      // One grey pixel: enough for a browser to draw and a server to recognise.
      buffer: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
        'base64',
      ),
    });
  await expect(page.getByRole('img', { name: '走访照片 1' })).toBeVisible();
  await page.getByRole('button', { name: '7 天后' }).click();
  await page.getByRole('button', { name: '记下并发送' }).click();
  await expect(device.getByText('待发送')).toBeVisible();
  await page.reload();
  await expect(device.getByText('待发送')).toBeVisible();
  await expect(device).toContainText('有两项改进图纸');
  await page.context().setOffline(false);
  await expect(device.getByText('今天已发送 1 条')).toBeVisible({ timeout: 30_000 });
}

/** A patent file as an office would send it, through the importer. */
async function importPatent(page: Page, holder: string): Promise<void> {
  const first = '202610778899';
  const number = `CN${first}.${computePatentApplicationCheck(first)}`;
  const lines = [
    '发明名称,申请号,申请人,申请日,授权公告日,法律状态,是否非正常',
    `一种引纬机构,${number},${holder},2026-01-05,2026-11-10,授权,否`,
  ];
  await page.goto('/imports/new');
  await page.locator('input[type=file]').setInputFiles({
    name: '专利授权补充.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
  });
  await page.getByRole('list', { name: '本次上传的文件' }).getByRole('link', { name: '查看' }).click();
  await expect(page.getByText('待确认写入').first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: /确认写入/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确认|写入/ })
    .last()
    .click();
  await expect(page.getByText('已写入').first()).toBeVisible({ timeout: 30_000 });
}

test.describe.configure({ mode: 'serial' });

test('a campaign runs from its rule through a visit without network to a result read from an import', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize(DESK);
  await signIn(page, 'officer');
  await startCampaign(page);
  const targets = await targetsOf(page);
  expect(targets.length).toBeGreaterThan(1);
  expect(new Set(targets.map((item) => item.state))).toEqual(new Set(['open']));
  const target = targets[0] as Item;
  made.visited = target.name;

  await page.setViewportSize(PHONE);
  await becomes(page, 'shengze');
  await visitOffline(page, target);
  await page.goto(`/cultivation/targets/${target.id}`);
  await expect(page.getByText('有两项改进图纸，准备先检索再申请')).toBeVisible();
  await expect(page.getByText('办理中', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('img', { name: '走访照片 1' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /还差什么/ })).toBeVisible();
  expect((await targetsOf(page)).find((item) => item.id === target.id)).toMatchObject({ visits: 1 });

  await page.setViewportSize(DESK);
  await becomes(page, 'officer');
  await importPatent(page, target.name);
  await expect
    .poll(async () => (await targetsOf(page)).find((item) => item.id === target.id)?.state, { timeout: 60_000 })
    .toBe('succeeded');
  await page.goto(`/cultivation/targets/${target.id}`);
  await expect(page.getByText('已达成', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /已经达成/ })).toBeVisible();
  await expect(page.getByText(/不由人工填报/).first()).toBeVisible();
  await expect(page.getByText(/登记数据显示已达成/)).toBeVisible();

  await page.goto(`/cultivation/campaigns/${made.campaign}`);
  await page
    .getByRole('link', { name: /^已达成 1/ })
    .first()
    .click();
  await expect(page.getByRole('table', { name: '名单' }).getByRole('link', { name: target.name })).toBeVisible();
});

test('a changed rule shows whom it adds and drops before it is saved, and keeps the visits', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'officer');
  await page.goto(`/cultivation/campaigns/${made.campaign}`);
  const before = await targetsOf(page);
  await page.getByRole('link', { name: '修改规则' }).click();
  const rule = page.getByRole('textbox', { name: '对象规则' });
  await expect(page.getByText('规则还没有改动')).toBeVisible();
  // Another town instead: everyone leaves, the visited one with its visit, and others come in.
  await rule.fill(RULE.replace(SHENGZE, '320509004'));
  const effect = page.getByRole('complementary');
  await expect(effect.getByRole('heading', { name: /退出/ })).toContainText(/[1-9]/);
  await expect(effect.getByRole('heading', { name: /新列入/ })).toContainText(/[1-9]/);
  await expect(effect).toContainText('其中 1 个有走访记录，记录都保留。');
  expect(await targetsOf(page)).toEqual(before);

  await page.getByRole('textbox', { name: '修改说明' }).fill('改在江陵街道试点');
  await page.getByRole('button', { name: '保存为第 2 版' }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByText('第 2 版原文').first()).toBeVisible();
  await expect(page.getByText('改在江陵街道试点')).toBeVisible();
  const after = await targetsOf(page);
  expect(after.length).toBeGreaterThan(before.length);
  const visited = after.find((item) => item.name === made.visited) as Item;
  expect(visited).toMatchObject({ state: 'left', visits: 1 });
  await page.goto(`/cultivation/targets/${visited.id}`);
  await expect(page.getByText('有两项改进图纸，准备先检索再申请')).toBeVisible();
  await expect(page.getByText(/^已退出名单.*走访记录保留/)).toBeVisible();
});

test('the pages of cultivation have no serious barrier and fit a phone', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, 'officer');
  const target = (await targetsOf(page))[0] as Item & { partyId: string };
  const paths = [
    '/cultivation/campaigns',
    '/cultivation/campaigns/new?template=zero-patent',
    `/cultivation/campaigns/${made.campaign}`,
    `/cultivation/campaigns/${made.campaign}/rule`,
    `/cultivation/campaigns/${made.campaign}/worklist`,
    `/cultivation/targets/${target.id}`,
    `/cultivation/targets/${target.id}/visit`,
    '/cultivation/work?of=all',
    '/cultivation/visits',
    '/cultivation/pools',
    '/cultivation/class-gaps',
    `/cultivation/class-gaps/${target.partyId}`,
    `/cultivation/briefs/${target.partyId}`,
    `/enterprises/${target.partyId}?tab=programmes`,
  ];
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    await page.setViewportSize(DESK);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const problems = serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    await page.setViewportSize(PHONE);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) problems.push(`${overflow} px too wide for a phone`);
    if (problems.length > 0) found[path] = problems;
  }
  expect(found).toEqual({});
});

test('the brief of an enterprise prints on one page', async ({ page }) => {
  await signIn(page, 'officer');
  const target = (await targetsOf(page))[0] as Item & { partyId: string };
  await page.goto(`/cultivation/briefs/${target.partyId}`);
  await expect(page.getByRole('article')).toContainText('走访记录');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
