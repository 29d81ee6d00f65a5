import type { Page } from '@playwright/test';
import { choose, day } from './console.ts';
import { dialog, FUND, ITEM, MARK, made, TITLE } from './pilot.ts';
import { expect } from './test.ts';

/** Forbids grants for granted patents. */
const NOTICE = '国知发保字〔2021〕1号';
const SHENGZE = '320509105';

export async function beginPolicy(page: Page): Promise<void> {
  await page.goto('/incentives/policies');
  await page.getByRole('button', { name: '新建政策' }).click();
  await dialog(page).getByLabel('名称').fill(TITLE);
  await dialog(page).getByLabel('代码').fill(`marks-${MARK}`);
  await dialog(page).getByRole('button', { name: '开始书写' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '书写第 1 版草稿' })).toBeVisible();
  made.policy = /policies\/([0-9a-f-]{36})/.exec(page.url())?.[1] as string;
  await page.getByLabel('资金', { exact: true }).fill(FUND);
  await page.getByLabel('申报期 1 止').fill(day(60));
}

/** The clause in words, the rule behind it, what is rewarded and within which days. */
export async function writeClause(page: Page): Promise<void> {
  await page.getByRole('button', { name: '（条款名称）', exact: true }).click();
  const form = dialog(page);
  await form.getByLabel('条款名称').fill(ITEM);
  await form.getByLabel('依据条款').fill('第二条');
  await form.getByLabel('公示工作日').fill('5');
  await form.getByLabel('条文').fill('盛泽镇企业近一年内取得注册商标的，每件一次性奖励5000元。');
  await form.getByRole('textbox', { name: '资格条件' }).fill(`enterprise.active && enterprise.town == '${SHENGZE}'`);
  await choose(form, '成果从哪里来', '商标');
  await form.getByLabel('成果叫什么').fill('注册商标');
  await form.getByRole('textbox', { name: '成果须符合的条件' }).fill('trademark.valid');
  await choose(form, '以哪个日期为准', '注册公告日');
  await choose(form, '按哪个编号查重', '申请/注册号');
  await form.getByLabel('成果期起').fill(day(-365));
  await form.getByLabel('成果期止').fill(day(0));
}

/** What a national notice forbids is refused with its number, and goes no further than the editor. */
export async function tryForbidden(page: Page): Promise<void> {
  await choose(dialog(page), '奖补事由', '专利授权');
  await expect(dialog(page).getByRole('alert')).toContainText(NOTICE);
  await dialog(page).getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.locator('.policy-save').getByRole('alert')).toContainText(NOTICE);
  await page.getByRole('button', { name: ITEM, exact: true }).click();
  await choose(dialog(page), '奖补事由', '奖项');
  await expect(dialog(page).getByRole('alert')).toBeHidden();
}

/** An amount above its own cap is found while it is typed. */
export async function writeAmount(page: Page): Promise<void> {
  const form = dialog(page);
  await form.getByLabel('金额', { exact: true }).fill('5000');
  await form.getByLabel('单项上限').fill('3000');
  await form.getByLabel('单项上限').press('Tab');
  await form.getByLabel('本条每家每年上限').press('Tab');
  await expect(form.getByText('单项上限3,000元低于定额5,000元')).toBeVisible();
  await form.getByLabel('单项上限').fill('5000');
  await expect(form.getByText(/单项上限.*低于定额/)).toBeHidden();
  await expect(form.getByLabel('本条每家每年上限')).toHaveValue('');
}

/** A worked example proves the clause: wrong at first, then right. */
export async function writeExample(page: Page): Promise<void> {
  const form = dialog(page);
  await form.getByRole('button', { name: '增加算例' }).click();
  await form.getByLabel('算例说明').fill('盛泽镇企业新注册一件');
  await form.getByLabel('应得').fill('4000');
  const party = form.getByRole('group', { name: '假定的主体' });
  await choose(party, '增加一项事实', '存续');
  await choose(party, '存续', '是');
  await choose(party, '增加一项事实', '所属镇（街道）');
  await party.getByLabel('所属镇（街道）', { exact: true }).fill(SHENGZE);
  await form.getByRole('button', { name: '增加一项成果' }).click();
  const mark = form.getByRole('group', { name: '注册商标 1' });
  await mark.getByLabel('申请/注册号').fill('80000001');
  await choose(mark, '增加一项事实', '有效');
  await choose(mark, '有效', '是');
  await choose(mark, '增加一项事实', '注册公告日');
  await mark.getByLabel('注册公告日').fill(day(-30));
  await expect(form.getByText('实算 5,000.00 元')).toBeVisible({ timeout: 45_000 });
  await form.getByLabel('应得').fill('5000');
  await expect(form.getByText('实算')).toBeHidden();
  await form.getByRole('button', { name: '关闭' }).click();
}

export async function saveDraft(page: Page): Promise<void> {
  await expect(page.getByText('须改正')).toBeHidden();
  await page.getByRole('button', { name: '保存并查看' }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByRole('button', { name: '发布', exact: true })).toBeHidden();
  await expect(page.getByText('草稿', { exact: true }).first()).toBeVisible();
}
