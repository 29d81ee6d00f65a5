import type { Problem } from '@jince/contract';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueSession, SESSION_COOKIE } from '../../platform/auth/index.ts';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { buildApp } from '../../platform/http/build-app.ts';
import { createBatch } from './commands/create-batch.ts';
import { fundsModule, openReceivable } from './index.ts';
import { getBatch } from './queries/show-batch.ts';
import { type Firm, FUND, type FundsDesk, openFundsDesk, YEAR } from './testing/funds-desk.ts';
import { answer, book, toCsv } from './testing/treasury.ts';

const NUMBER = '6230520110098765432';

let desk: FundsDesk;
let app: FastifyInstance;
let firm: Firm;
let other: Firm;
let batch: string;
let debt: string;
const sessions: Record<string, Record<string, string>> = {};

async function signIn(name: string, ctx: Ctx): Promise<void> {
  const session = await inTransaction(ctx, (tx) => issueSession(tx, ctx, ctx.actor.userId as string, 60));
  sessions[name] = { cookie: `${SESSION_COOKIE}=${session.token}`, 'x-csrf-token': session.csrfToken };
}

beforeAll(async () => {
  desk = await openFundsDesk();
  await desk.give(100_000_000);
  [firm, other] = [await desk.firm('苏州甲丝绸有限公司'), await desk.firm('苏州乙机械有限公司')];
  await desk.account(firm, NUMBER);
  const [paid, waiting] = [await desk.release(firm, 50_000), await desk.release(firm, 60_000)];
  const payable = async (origin: typeof paid) => (await desk.payableOf(origin)).id;
  await book(desk.finance, await createBatch(desk.finance, { payables: [await payable(paid)], note: null }), answer());
  batch = await createBatch(desk.finance, { payables: [await payable(waiting)], note: null });
  const claim = { origin: paid, partyId: firm.id, amountFen: 50_000, decisionNo: '决', reason: '追回' };
  const instalments = [{ dueOn: '2026-12-31', amountFen: 50_000 }];
  debt = (await inTransaction(desk.director, (tx) => openReceivable(tx, desk.director, { ...claim, instalments }))).id;
  app = await buildApp(desk.test.services, fundsModule.routes);
  await app.ready();
  await signIn('finance', desk.finance);
  await signIn('director', desk.director);
  await signIn('enterprise', await desk.test.as('enterprise', 'party', firm.id));
});
afterAll(async () => {
  await app.close();
  await desk.close();
});

const call = (who: string, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object | Buffer, type?: string) =>
  app.inject({
    method,
    url: `/api/funds${path}`,
    headers: { ...(sessions[who] as object), ...(type === undefined ? {} : { 'content-type': type }) },
    ...(payload === undefined ? {} : { payload }),
  });

const upload = (content: Buffer) => {
  const head =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="回执.csv"\r\ncontent-type: text/csv\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--b--\r\n')]);
  return call('finance', 'POST', `/batches/${batch}/results`, body, 'multipart/form-data; boundary=b');
};

describe('the full number of an account', () => {
  it('is in no answer but the payment file', async () => {
    const at = `fund=${encodeURIComponent(FUND)}&year=${YEAR}`;
    const paths = [
      '/budgets',
      `/budget?${at}`,
      `/postings?${at}`,
      '/payables',
      '/batches',
      `/batches/${batch}`,
      '/results',
    ];
    const more = [`/parties/${firm.id}/account`, '/receivables', `/receivables/${debt}`, '/legacy-payments'];
    for (const path of [...paths, ...more]) {
      const response = await call('finance', 'GET', path);
      expect([path, response.statusCode]).toEqual([path, 200]);
      expect(response.body).not.toContain(NUMBER.slice(4, 15));
    }
    const file = await call('finance', 'POST', '/batch-files', { batchId: batch });
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(file.body).toContain(NUMBER);
  });

  it('is not told again by what enters it, nor by what refuses it', async () => {
    const body = { accountName: firm.name, number: '6230520110011112222', bankName: '行', reason: '更换' };
    const entered = await call('finance', 'PUT', `/parties/${firm.id}/account`, body);
    expect([entered.statusCode, entered.json()]).toEqual([200, expect.objectContaining({ last4: '2222' })]);
    expect(entered.body).not.toContain('62305201100');
    const refused = await call('finance', 'PUT', `/parties/${firm.id}/account`, { ...body, accountName: '别人' });
    expect([refused.statusCode, (refused.json() as Problem).code]).toEqual([400, 'funds.account.name']);
    expect(refused.body).not.toContain('62305201100');
  });
});

describe('who may', () => {
  it('pay: finance alone; the director who releases reads', async () => {
    expect((await call('director', 'GET', '/payables')).statusCode).toBe(200);
    for (const [path, body] of [
      ['/batch-files', { batchId: batch }],
      ['/batches', { payables: [batch] }],
      [`/receivables/${debt}/receipts`, { voucherNo: '1', amountFen: 1, receivedOn: '2026-11-20' }],
      ['/appropriations', { fund: FUND, year: YEAR, amountFen: 1, docNo: '文', reason: '追加' }],
    ] as const)
      expect([path, (await call('director', 'POST', path, body)).statusCode]).toEqual([path, 403]);
  });

  it('read: an enterprise its own account, nothing of the fund and nobody else’s', async () => {
    expect((await call('enterprise', 'GET', `/parties/${firm.id}/account`)).json()).toMatchObject({ mayEdit: true });
    expect((await call('enterprise', 'GET', `/parties/${other.id}/account`)).statusCode).toBe(404);
    for (const path of ['/payables', '/budgets', '/batches', '/receivables'])
      expect([path, (await call('enterprise', 'GET', path)).statusCode]).toEqual([path, 403]);
  });
});

describe('the way of an answer', () => {
  it('200 preview, 200 booked, 409 a second time', async () => {
    const rows = answer()(await getBatch(desk.finance, batch), desk.finance.today);
    const preview = await upload(toCsv(rows));
    expect([preview.statusCode, preview.json()]).toEqual([
      200,
      expect.objectContaining({ applicable: true, paidCount: 1 }),
    ]);
    const { id } = preview.json() as { id: string };
    expect((await call('finance', 'POST', `/results/${id}/apply`, {})).json()).toMatchObject({ state: 'applied' });
    const again = await call('finance', 'POST', `/results/${id}/apply`, {});
    expect([again.statusCode, (again.json() as Problem).code]).toEqual([409, 'funds.result.applied']);
  });

  it('400 what is no answer, 409 what a batch no longer takes', async () => {
    const wrong = await upload(toCsv([['1', '2']], ['甲', '乙']));
    expect([wrong.statusCode, (wrong.json() as Problem).code]).toEqual([400, 'funds.result.columns']);
    const dissolve = await call('finance', 'POST', `/batches/${batch}/dissolve`, { reason: '撤销' });
    expect([dissolve.statusCode, (dissolve.json() as Problem).code]).toEqual([409, 'funds.batch.not-made']);
  });
});
