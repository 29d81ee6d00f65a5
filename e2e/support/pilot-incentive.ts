import type { Page } from '@playwright/test';
import { becomes, day } from './console.ts';
import { expect } from './test.ts';

/** Something an enterprise is entitled to as long as none of its applications is held abnormal. */
export interface Incentive {
  readonly id: string;
  readonly code: string;
  readonly item: string;
  readonly refusal: string;
  readonly article: string;
}

const REFUSAL = '名下有非正常专利申请，整改前不予支持';
const ARTICLE = '国家知识产权局令第77号';
const ITEM = '优势企业培育奖励';

/** The policy as it is written: one item for one enterprise, barred by abnormal applications. */
function documentFor(code: string, title: string, uscc: string) {
  return {
    code,
    title,
    docNo: null,
    issuer: '区市场监督管理局',
    fund: `${title}资金`,
    year: Number(day(0).slice(0, 4)),
    effectiveFrom: day(-30),
    effectiveTo: null,
    windows: [{ from: day(-30), to: day(60) }],
    example: true,
    note: null,
    preconditions: [
      {
        code: 'no-abnormal-filing',
        label: '没有未整改的非正常专利申请',
        rule: 'enterprise.patents.abnormal == 0',
        article: ARTICLE,
        refusal: REFUSAL,
      },
    ],
    items: [
      {
        code: 'nurture',
        name: ITEM,
        clause: '第二条',
        text: '列入培育的企业，一次性奖励3万元。',
        trigger: 'advantage-level',
        beneficiaries: ['enterprise'],
        eligibility: `enterprise.uscc == '${uscc}'`,
        achievement: { subject: 'enterprise', rule: 'enterprise.active', keyFact: 'name', label: '培育企业' },
        achieved: { from: day(-365), to: day(0) },
        amount: { type: 'fixed', fen: 3_000_000 },
        materials: [{ code: 'licence', label: '营业执照', fromRegister: true }],
        publicityWorkingDays: 5,
        examples: [
          {
            label: '列入培育的企业',
            enterprise: { kind: 'enterprise', active: true, uscc, name: '甲公司', 'patents.abnormal': 0 },
            achievements: [],
            expectFen: 3_000_000,
          },
        ],
      },
    ],
  };
}

/** Changes something as whoever is signed in, without a page. */
export async function send(page: Page, method: 'post' | 'put', path: string, data: unknown): Promise<unknown> {
  const { csrfToken } = (await (await page.request.get('/api/session')).json()) as { csrfToken: string };
  const answer = await page.request[method](path, { data, headers: { 'x-csrf-token': csrfToken } });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}

/** An officer writes a policy that gives one enterprise something, and the director brings it into force. */
export async function publishIncentive(page: Page, uscc: string): Promise<Incentive> {
  const code = `nurture-${Date.now().toString(36)}`;
  const title = `优势企业培育办法（${code}）`;
  await becomes(page, 'officer');
  const { id } = (await send(page, 'post', '/api/policies', { code, title })) as { id: string };
  const { revision } = (await (await page.request.get(`/api/policies/${id}`)).json()) as { revision: number };
  const saved = await send(page, 'put', `/api/policies/${id}`, {
    document: documentFor(code, title, uscc),
    revision,
  });
  await becomes(page, 'director');
  await send(page, 'post', `/api/policies/${id}/publish`, { revision: (saved as { revision: number }).revision });
  return { id, code, item: ITEM, refusal: REFUSAL, article: ARTICLE };
}
