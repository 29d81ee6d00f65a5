import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { becomes } from './console.ts';
import { expect, signIn } from './test.ts';

/** The journey can be made again on a server where it was made before. */
export const MARK = Date.now().toString(36);
const PASSWORD = 'Demo-2026-jince';
/** The smallest PDF a server takes for one. */
export const PAPER = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
  'latin1',
);

export async function get<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path);
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  return (await answer.json()) as T;
}

/** Changes something as who is signed in, as the pages do. */
export async function send<T>(page: Page, method: 'POST' | 'PUT', path: string, given: object): Promise<T> {
  const { csrfToken } = await get<{ csrfToken: string }>(page, '/api/session');
  const answer = await page.request.fetch(path, { method, headers: { 'x-csrf-token': csrfToken }, ...given });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBeLessThan(300);
  return (await answer.json()) as T;
}

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly townCode: string | null;
}

/** Somebody with a code who is in no register of agencies and has not asked to be. */
export async function pickNoAgency(page: Page): Promise<Party> {
  await signIn(page, 'officer');
  const { items } = await get<{ items: Party[] }>(page, '/api/parties?status=active&pageSize=50');
  for (const party of items) {
    if (!party.uscc || party.townCode === null || !/^\p{Script=Han}{4}/u.test(party.name)) continue;
    const known = await get<{ total: number }>(page, `/api/agencies?q=${party.uscc}`);
    const asked = await get<{ total: number }>(
      page,
      `/api/agency-affairs/requests?q=${encodeURIComponent(party.name)}`,
    );
    if (known.total === 0 && asked.total === 0) return party;
  }
  throw new Error('every party is an agency');
}

/** One administrator opens the account, the other gives it its role. */
export async function openAgencyAccount(page: Page, username: string, party: Party): Promise<string> {
  await becomes(page, 'sysadmin');
  const data = { username, displayName: party.name, roles: [] };
  const made = await send<{ account: { id: string }; firstPassword: string }>(page, 'POST', '/api/accounts', { data });
  await becomes(page, 'secadmin');
  const roles = [{ role: 'agency', placeKind: 'party', placeCode: party.id }];
  await send(page, 'PUT', `/api/accounts/${made.account.id}/roles`, { data: { roles } });
  await page.context().clearCookies();
  return made.firstPassword;
}

/** The first password opens nothing but the form for one of one's own. */
export async function signInFirst(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/portal/');
  await expect(page).toHaveURL(/\/portal\/sign-in/);
  await page.getByLabel('账号', { exact: true }).fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { name: '设置新密码' })).toBeVisible();
  const current = page.getByLabel('原密码', { exact: true });
  if (await current.isVisible()) await current.fill(password);
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一次', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '保存并进入' }).click();
}

/** What a press downloads, as text. */
export async function downloaded(page: Page, link: Locator): Promise<string> {
  const download = page.waitForEvent('download');
  await link.click();
  return readFile(await (await download).path(), 'latin1');
}
