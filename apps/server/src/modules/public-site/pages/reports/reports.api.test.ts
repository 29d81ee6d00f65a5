import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../../../platform/http/build-app.ts';
import { proceduresModule } from '../../../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../../platform/testing/test-database.ts';
import { reportModule } from '../../../reports/index.ts';
import { renderProblem } from '../about/problem.ts';
import { reportPages } from './index.ts';

let test: TestDatabase;
let app: FastifyInstance;
let hosts = 0;

beforeAll(async () => {
  test = await openTestDatabase([proceduresModule, reportModule]);
  app = await buildApp(test.services, [], { pages: reportPages, renderProblem });
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const PDF = '%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF';
const WHOLE = {
  sort: 'tip',
  kind: 'unlicensed-agency',
  subjectName: '某某服务部',
  statement: '没有执业许可证却在代办发明专利申请。',
  anonymous: 'yes',
  consent: 'yes',
};

interface Posted {
  readonly values: Record<string, string>;
  readonly files?: readonly { name: string; content: string | Uint8Array<ArrayBuffer> }[];
  readonly kept?: readonly string[];
  readonly path?: string;
}

/** Posts as a browser without script does, each time from an address of its own. */
async function post({ values, files = [], kept = [], path = '/public/reports' }: Posted) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  for (const token of kept) form.append('paper', token);
  for (const file of files) form.append('papers', new Blob([file.content]), file.name);
  const body = new Response(form);
  const headers = { 'content-type': body.headers.get('content-type') as string, 'sec-fetch-site': 'same-origin' };
  const payload = Buffer.from(await body.arrayBuffer());
  return app.inject({ method: 'POST', url: path, headers, payload, remoteAddress: `10.0.0.${++hosts}` });
}

const get = (url: string) => app.inject({ method: 'GET', url });
const keyIn = (page: string) => /name="key" value="([^"]+)"/.exec(page)?.[1] as string;
const keptIn = (page: string) => [...page.matchAll(/name="paper" value="([^"]+)"/g)].map((one) => one[1] as string);
const openForm = async () => keyIn((await get('/public/reports')).body);
const codesIn = (page: string) => [...page.matchAll(/<dd class="code">([^<]+)</g)].map((one) => one[1] as string);
const query = (receipt: string, code: string, path = '/public/reports/status') =>
  app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ receipt, code }).toString(),
    remoteAddress: `10.0.1.${++hosts}`,
  });

describe('the form', () => {
  it('is drawn without script, in both languages, and kept by no cache', async () => {
    const [zh, en] = [await get('/public/reports'), await get('/public/en/reports')];
    expect(zh.body).toContain('无资质从事专利代理');
    expect(en.body).toContain('Patent agency without a licence');
    expect(zh.body).not.toContain('<script');
    expect(zh.headers['cache-control']).toBe('no-store');
    expect(zh.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('comes back with what is wrong beside its field and nothing lost, papers too; then it is taken', async () => {
    const script = `"><script>alert(1)</script>`;
    const files = [
      { name: '合同.pdf', content: PDF },
      { name: 'run.exe', content: 'MZ\u0090' },
    ];
    const values = {
      ...WHOLE,
      key: await openForm(),
      statement: '短',
      subjectName: script,
      wish: script,
      happenedOn: '2027-01-01',
    };
    const back = await post({ values, files });
    expect(back.statusCode).toBe(422);
    expect(back.body).not.toContain('<script');
    expect(back.body).toContain('&lt;script>alert(1)&lt;/script>');
    for (const field of ['statement', 'happenedOn', 'papers'])
      expect(back.body).toContain(`id="report-${field}-error"`);
    expect(back.body).not.toContain('id="report-kind-error"');
    expect(back.body).toMatch(/run\.exe[^<]*可执行程序/);
    expect(back.body).toContain('合同.pdf');
    expect(back.body).toMatch(/<option value="unlicensed-agency" selected/);
    const kept = keptIn(back.body);
    expect(kept).toHaveLength(1);
    const sent = await post({
      values: { ...WHOLE, key: keyIn(back.body), statement: '更正以后足够长的事实经过。' },
      kept,
    });
    expect(sent.statusCode).toBe(200);
    const [receipt, code] = codesIn(sent.body) as [string, string];
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from reports.attachment a join reports.report r on r.id = a.report_id
      where r.receipt = ${receipt}`.execute(test.services.db);
    expect(rows[0]?.n).toBe(1);
    expect((await query(receipt, code)).body).toContain('待分办');
    expect((await query(receipt, code, '/public/en/reports/status')).body).toContain('To be assigned');
  });

  it('keeps the words when a paper is far too large, and gives a new key for an old one', async () => {
    const large = new Uint8Array(23 * 1024 * 1024);
    const back = await post({
      values: { ...WHOLE, key: await openForm() },
      files: [{ name: 'large.pdf', content: large }],
    });
    expect(back.statusCode).toBe(422);
    expect(back.body).toContain(WHOLE.statement);
    expect(back.body).toMatch(/large\.pdf[^<]*20 MB/);
    const stale = await post({ values: { ...WHOLE, key: 'old.made.up' } });
    expect(stale.statusCode).toBe(422);
    expect(stale.body).toContain('页面打开时间过长');
    expect(stale.body).toContain(WHOLE.statement);
    expect((await post({ values: { ...WHOLE, key: keyIn(stale.body) } })).statusCode).toBe(200);
  });

  it('is not taken from another site', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/public/reports',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      payload: 'sort=tip',
    });
    expect(answer.statusCode).toBe(403);
  });
});

describe('the status', () => {
  it('of a wrong code is told like that of no number, and shows nothing', async () => {
    const sent = await post({ values: { ...WHOLE, key: await openForm(), statement: '另一封内容不同的举报信。' } });
    const [receipt] = codesIn(sent.body) as [string];
    const [wrong, none] = [
      await query(receipt, 'AAAA-AAAA-AAAA-AAAA'),
      await query('R20261122-ZZZZZZ', 'AAAA-AAAA-AAAA-AAAA'),
    ];
    expect([wrong.statusCode, none.statusCode]).toEqual([404, 404]);
    expect(wrong.body.replaceAll(receipt, '')).toBe(none.body.replaceAll('R20261122-ZZZZZZ', ''));
    expect(wrong.body).not.toContain(WHOLE.subjectName);
  });

  it('is asked for twenty times a minute by one address, not more', async () => {
    const ask = () =>
      app.inject({
        method: 'POST',
        url: '/public/reports/status',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'receipt=R1&code=1',
        remoteAddress: '10.9.9.9',
      });
    const codes = [];
    for (let n = 0; n < 25; n++) codes.push((await ask()).statusCode);
    expect(codes.slice(20)).toEqual([429, 429, 429, 429, 429]);
    expect(codes[0]).toBe(404);
  });
});
