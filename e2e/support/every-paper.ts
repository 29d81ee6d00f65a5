import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, type Page, request } from '@playwright/test';
import { inspectPart } from '../../apps/server/src/platform/documents/volume/bind-volume.ts';
import { E2E_FOLDER } from './server-process.ts';
import { expect, PASSWORD } from './test.ts';

interface Hand {
  readonly http: APIRequestContext;
  readonly token: string;
}
interface Needed {
  readonly form: string;
  readonly label: string;
  readonly standing: 'missing' | 'begun' | 'done';
}
interface Paper {
  readonly version: number;
  readonly entries: readonly { readonly path: string; readonly type: string; readonly value: string }[];
  readonly missing: readonly { readonly label: string }[];
  readonly next: { readonly step: 'head' | 'legal' | 'director' } | null;
}
type Method = 'get' | 'post' | 'put';

const hands = new Map<string, Promise<Hand>>();
const TYPED = { date: () => new Date().toISOString().slice(0, 10), text: () => '按案情填写。' };

async function signedIn(username: string): Promise<Hand> {
  const http = await request.newContext({ baseURL: process.env.JINCE_E2E_URL as string });
  const answer = await http.post('/api/session', { data: { username, password: PASSWORD } });
  expect(answer.status(), await answer.text()).toBe(200);
  const { csrfToken } = (await (await http.get('/api/session')).json()) as { csrfToken: string };
  return { http, token: csrfToken };
}

/** Asks as an account that stays signed in beside the pages. */
export async function ask<T>(username: string, method: Method, path: string, data?: unknown): Promise<T> {
  const hand = hands.get(username) ?? signedIn(username);
  hands.set(username, hand);
  const { http, token } = await hand;
  const answer = await http[method](path, {
    headers: { 'x-csrf-token': token },
    ...(data === undefined ? {} : { data }),
  });
  expect(answer.ok(), `${username} ${method} ${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

const needed = async (id: string) =>
  (await ask<{ needed: readonly Needed[] }>('enforcement', 'get', `/api/case-papers/cases/${id}`)).needed;

/** Bytes of a paper that is out: the PDF has pages, the Word file is one. */
async function download(id: string): Promise<void> {
  const { http } = (await hands.get('enforcement')) as Hand;
  const file = (format: string) => http.get(`/api/case-papers/papers/${id}/file?format=${format}`);
  const [pdf, docx] = await Promise.all([file('pdf'), file('docx')]);
  const path = join(E2E_FOLDER, 'paper.pdf');
  mkdirSync(E2E_FOLDER, { recursive: true });
  writeFileSync(path, await pdf.body());
  expect(inspectPart(path, 'application/pdf')).toEqual({ pages: expect.any(Number) });
  expect((await docx.body()).subarray(0, 2).toString('latin1')).toBe('PK');
}

/** Begins a form, gives what the record does not, has it approved by other hands and puts it out. Returns what the form began with. */
async function makePaper(caseId: string, form: string): Promise<Readonly<Record<string, string>>> {
  const base = '/api/case-papers/papers';
  const { id } = await ask<{ id: string }>('enforcement', 'post', `/api/case-papers/cases/${caseId}/papers`, { form });
  const begun = await ask<Paper>('enforcement', 'get', `${base}/${id}`);
  const entries = Object.fromEntries(
    begun.entries.map(({ path, type, value }) => [path, value || (type === 'date' ? TYPED.date() : TYPED.text())]),
  );
  let paper = await ask<Paper>('enforcement', 'put', `${base}/${id}`, { version: begun.version, entries });
  const { version } = paper;
  expect([form, paper.missing]).toEqual([form, []]);
  paper = await ask<Paper>('enforcement', 'post', `${base}/${id}/submit`, { version });
  while (paper.next !== null)
    paper = await ask<Paper>(paper.next.step, 'post', `${base}/${id}/approve`, { version, verdict: 'approved' });
  await ask('enforcement', 'post', `${base}/${id}/issue`, { version });
  await download(id);
  return Object.fromEntries(begun.entries.map(({ path, value }) => [path, value]));
}

export type Filled = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Makes every paper the stage of a case still wants, but those a journey makes on the page itself. Returns, by form, what
 * each began with: all of it from the record.
 */
export async function makeWanted(caseId: string, but: readonly string[] = []): Promise<Filled> {
  const wanted = (await needed(caseId)).filter(({ form, standing }) => standing === 'missing' && !but.includes(form));
  const filled: Record<string, Readonly<Record<string, string>>> = {};
  for (const { form } of wanted) filled[form] = await makePaper(caseId, form);
  return filled;
}

/** The page of papers shows that nothing the stage wants is missing; the forms named are among what it wants. */
export async function nothingMissing(page: Page, caseId: string, labels: readonly string[]): Promise<void> {
  await page.goto(`/protection/cases/${caseId}/papers`);
  const rows = page.locator('.needed-list > li');
  await expect(rows.first()).toBeVisible();
  for (const label of labels) await expect(rows.filter({ hasText: label }).first()).toContainText('已制发');
  await expect(page.locator('.needed-list > li.missing')).toHaveCount(0);
}

/** Two measures with the things held under them. */
export async function holdGoods(caseId: string, holder: string): Promise<void> {
  for (const kind of ['preservation', 'detention'])
    await ask('enforcement', 'post', `/api/evidence/files/${caseId}/measures`, {
      kind,
      startedOn: TYPED.date(),
      place: '苏州市吴江区示例路1号',
      holder,
      ground: '《商标法》第62条',
      approvedBy: '机关负责人',
      things: [{ name: '侵权毛衫', spec: '均码', quantity: 100, unit: '件', storage: '涉案物品库' }],
    });
}
