import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerAgency } from '../modules/ip-agencies/index.ts';
import { syncOrganisation } from '../modules/organisation/index.ts';
import { syncPolicies } from '../modules/policies/index.ts';
import { createModules } from '../modules.ts';
import { issueSession, SESSION_COOKIE } from '../platform/auth/index.ts';
import { inTransaction } from '../platform/context/context.ts';
import { createDatabase, createPool } from '../platform/database/database.ts';
import { buildApp } from '../platform/http/build-app.ts';
import type { PublicPage, Site } from '../platform/http/public-page.ts';
import { openTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts';

const EVIL = `"'><script>alert(1)</script><img src=x onerror=alert(2)>`;
const PHONE = '13812345678';
const ID_CARD = '320584199001011234';

const { modules } = createModules();
const site = modules.find((module) => module.site !== undefined)?.site as Site;
let db: TestDatabase;
let readOnly: ReturnType<typeof createDatabase>;
let app: FastifyInstance;
let listId: string;
let agencyId: string;

async function publishList(serial: number, text: string): Promise<string> {
  const { district } = db.services;
  const [id, versionId] = [uuidv7(), uuidv7()];
  await sql`insert into subsidies.public_list (district, id, year, serial, number, title, issuer, version_id, policy_title, policy_doc_no,
      example, working_days, opened_on, closes_on, contact, published_by_name, published_at)
    values (${district.code}, ${id}, 2026, ${serial}, ${`公示〔2026〕${serial}号`}, ${`名单${text}`}, ${text}, ${versionId}, ${text}, ${text}, true, 7,
      '2026-11-16', '2026-11-24', ${text}, '张三', '2026-11-16T02:00:00Z')`.execute(db.services.db);
  await sql`insert into subsidies.public_row (district, list_id, no, claim_id, line_id, name, uscc, category, clause, matter, amount_fen, note, standing)
    values (${district.code}, ${id}, 1, ${uuidv7()}, ${uuidv7()}, ${text}, ${'91320509MA1T000560'}, ${text}, ${text}, ${text}, 1000000, ${text}, 'corrected'),
      (${district.code}, ${id}, 2, ${uuidv7()}, ${uuidv7()}, '苏州撤下公司', '', '类', '款', '事项', 2000000, '', 'withdrawn')`.execute(
    db.services.db,
  );
  await sql`insert into subsidies.public_change (district, list_id, no, kind, on_day, reason, text_before, text_after, actor_name)
    values (${district.code}, ${id}, 1, 'correction', '2026-11-17', ${text}, ${text}, ${text}, '李四')`.execute(
    db.services.db,
  );
  return id;
}

/** Policies of the pack, and one in force whose every text is a script. */
async function publishEvilPolicy(): Promise<void> {
  const { rows } = await sql<{ content: { items: Record<string, unknown>[] } & Record<string, unknown> }>`
    select content from policies.policy_version where code = 'ip-quality' and state = 'published' order by version desc limit 1`.execute(
    db.services.db,
  );
  const policy = rows[0]?.content;
  if (policy === undefined) throw new Error('the pack has no policy to copy');
  const items = policy.items.map((item) => ({
    ...item,
    name: EVIL,
    clause: EVIL,
    text: EVIL,
    materials: [{ code: 'a', label: EVIL }],
  }));
  const content = { ...policy, code: 'evil', title: EVIL, docNo: EVIL, issuer: EVIL, fund: EVIL, note: EVIL, items };
  await sql`insert into policies.policy_version (district, id, code, version, state, source, content, content_hash, effective_from,
      edited_by_name, edited_at, published_by_name, published_at)
    values (${db.services.district.code}, ${uuidv7()}, 'evil', 1, 'published', 'office', ${JSON.stringify(content)}, 'evil', '2026-01-01',
      '张三', now(), '李四', now())`.execute(db.services.db);
}

beforeAll(async () => {
  db = await openTestDatabase(modules);
  const ctx = db.system();
  await inTransaction(ctx, (tx) => syncOrganisation(tx, ctx, db.services.jurisdiction));
  await syncPolicies(ctx);
  await publishEvilPolicy();
  listId = await publishList(1, EVIL);
  agencyId = await inTransaction(ctx, (tx) =>
    registerAgency(tx, ctx, {
      name: `苏州示例代理${EVIL}`,
      kinds: ['patent'],
      status: 'active',
      townCode: '320509105',
      address: EVIL,
      phone: PHONE,
      headName: EVIL,
      services: [EVIL],
    }),
  );
  const pool = createPool(db.url, db.services.district.code, 4);
  // Reading the site, and asking the calculator, writes nothing: the database would refuse it.
  pool.on('connect', (client) => void client.query('set default_transaction_read_only = on'));
  readOnly = createDatabase(pool);
  app = await buildApp({ ...db.services, db: readOnly, pool }, [], site);
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await readOnly.destroy();
  await db.close();
});

let readers = 0;
/** Another reader each time, so that only the test of limits meets them. */
const someone = () => `10.1.${Math.floor(++readers / 250)}.${readers % 250}`;

const get = (url: string, headers: Record<string, string> = {}, remoteAddress = someone()) =>
  app.inject({ method: 'GET', url, headers, remoteAddress });
const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    remoteAddress: someone(),
  });

const PARAMS: Readonly<Record<string, () => string>> = {
  '/lists/:id': () => listId,
  '/agencies/:id': () => agencyId,
  '/policies/:code': () => 'evil',
};

/** An address of a page, with the parameter it needs. */
function addressOf(page: PublicPage, language: 'zh' | 'en'): string | undefined {
  const base = page.path.replace(/\/file$/, '');
  const value = PARAMS[base]?.();
  if (page.path.includes(':') && value === undefined) return undefined;
  const path = page.path.replace(/:\w+/, value ?? '');
  return page.whole === true || language === 'zh'
    ? page.whole === true
      ? path
      : `/public${path}`
    : `/public/en${path}`;
}

const readable = site.pages.filter((page) => (page.method ?? 'GET') === 'GET');
const addresses = () =>
  readable.flatMap((page) => (['zh', 'en'] as const).flatMap((language) => addressOf(page, language) ?? []));
const isHtml = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['content-type']).startsWith('text/html');

/** A form may carry a number of its own; all else is the same for everyone. */
const withoutTokens = (body: string) => body.replaceAll(/<input[^>]*type="hidden"[^>]*>/g, '');

describe('every page', () => {
  it('may be read by anyone, escapes what is stored, and allows no script', async () => {
    const wrong: string[] = [];
    for (const url of addresses()) {
      const answer = await get(url);
      if (![200, 303].includes(answer.statusCode)) wrong.push(`${url}: ${answer.statusCode}`);
      if (!isHtml(answer)) continue;
      if (/<script|<img/i.test(answer.body)) wrong.push(`${url}: a text became markup`);
      if (/<[a-z][^>]*\son\w+\s*=/i.test(answer.body.replaceAll(/"[^"]*"/g, '""'))) wrong.push(`${url}: a handler`);
      const policy = String(answer.headers['content-security-policy']);
      if (!policy.includes("default-src 'none'") || /unsafe|script-src/.test(policy)) wrong.push(`${url}: ${policy}`);
    }
    expect(wrong).toEqual([]);
    expect((await get(`/public/lists/${listId}`)).body).toContain('&lt;script>alert(1)');
    expect(addresses().length).toBeGreaterThan(20);
  });

  it('has a language, one heading, a way past the navigation and its address in the other language', async () => {
    const wrong: string[] = [];
    for (const url of addresses()) {
      const answer = await get(url);
      if (!isHtml(answer) || answer.statusCode !== 200) continue;
      const english = url.startsWith('/public/en');
      const { body } = answer;
      if (!body.includes(`<html lang="${english ? 'en' : 'zh-CN'}"`)) wrong.push(`${url}: language`);
      if (body.match(/<h1[ >]/g)?.length !== 1) wrong.push(`${url}: headings`);
      if (!body.includes('class="skip" href="#main"') || !body.includes('<main id="main"'))
        wrong.push(`${url}: skip link`);
      if (
        !/<meta name="robots" content="noindex"/.test(body) &&
        !/<link rel="canonical"[^>]*\/?><link rel="alternate" hreflang="zh-CN"/.test(body)
      )
        wrong.push(`${url}: canonical`);
    }
    expect(wrong).toEqual([]);
  });

  it('shows the same to whoever is signed in, and sets no cookie', async () => {
    const ctx = await db.as('ip-officer');
    const session = await inTransaction(ctx, (tx) => issueSession(tx, ctx, ctx.actor.userId as string, 60));
    const cookie = `${SESSION_COOKIE}=${session.token}`;
    const different: string[] = [];
    for (const url of addresses()) {
      const [stranger, officer] = [await get(url), await get(url, { cookie })];
      if (isHtml(stranger) && withoutTokens(stranger.body) !== withoutTokens(officer.body)) different.push(url);
      if (stranger.headers['set-cookie'] !== undefined || officer.headers['set-cookie'] !== undefined)
        different.push(url);
    }
    expect(different).toEqual([]);
  });

  it('shows no telephone of a person, no number of an identity card, and no name of who published', async () => {
    const leaks: string[] = [];
    for (const url of addresses()) {
      const { body } = await get(url);
      if (new RegExp(`${PHONE}|${ID_CARD}|张三|李四|(?<!\\d)1[3-9]\\d{9}(?!\\d)`).test(body)) leaks.push(url);
    }
    expect(leaks).toEqual([]);
    expect((await get(`/public/agencies/${agencyId}`)).body).toContain('138****5678');
  });

  it('takes whatever stands in its query', async () => {
    const wrong: string[] = [];
    const words = ['q', 'page', 'item', 'kind', 'town', 'business', 'grade', 'format'];
    for (const value of [EVIL, '-1', '99999999999999999999', '%00', 'a'.repeat(5000), '2e9'])
      for (const page of readable) {
        const url = addressOf(page, 'zh');
        if (url === undefined) continue;
        const query = new URLSearchParams(words.map((word) => [word, value])).toString();
        const answer = await get(`${url}?${query}&q=${encodeURIComponent(value)}`);
        if (answer.statusCode >= 500) wrong.push(`${page.name} ${value.slice(0, 20)}: ${answer.statusCode}`);
        if (isHtml(answer) && /<script|<img/i.test(answer.body))
          wrong.push(`${page.name} ${value.slice(0, 20)}: markup`);
      }
    expect(wrong).toEqual([]);
  });
});

describe('forms', () => {
  const items = 'ip-quality.madrid-registration';

  it('an answer of scripts is worked out, escaped and kept nowhere', async () => {
    const form = await get(`/public/calculator/questions?kind=enterprise&town=320509105&item=${items}`);
    const names = [...form.body.matchAll(/name="([fc]\.[^"]+)"/g)].map((match) => match[1] as string);
    expect(names.length).toBeGreaterThan(5);
    const answer = await post('/public/calculator/answer', {
      kind: EVIL,
      town: EVIL,
      item: items,
      ...Object.fromEntries(names.map((name) => [name, EVIL])),
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toMatch(/<script|<img/i);
    expect(answer.body).toContain('&lt;script');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('works out an amount with clause and steps, in both languages', async () => {
    const fields = {
      kind: 'enterprise',
      town: '320509105',
      item: items,
      'f.active': 'yes',
      'f.credit.dishonest': 'no',
      'f.credit.abnormalOperation': 'no',
      'f.credit.ipPenaltiesIn3Years': '0',
      'f.patents.abnormal': '0',
      'f.discipline.blocksSubsidy': 'no',
      'c.madrid.0.valid': 'yes',
      'c.madrid.0.memberCount': '4',
      'c.madrid.0.registeredOn': '2025-05-09',
    };
    const zh = await post('/public/calculator/answer', fields);
    expect(zh.body).toContain('合计约 20,000 元');
    expect(zh.body).toContain('第三条第（一）项');
    const en = await post('/public/en/calculator/answer', fields);
    expect(en.body).toContain('CNY 20,000');
    const outside = await post('/public/calculator/answer', { ...fields, town: 'outside' });
    expect(outside.body).toContain('登记住所不在本区');
    const open = await post('/public/calculator/answer', { ...fields, 'c.madrid.0.memberCount': '' });
    expect(open.body).toContain('还缺什么');
  });

  it('are refused when they come from another site', async () => {
    const answer = await post(
      '/public/display',
      { type: 'large', back: '/public' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect([answer.statusCode, isHtml(answer)]).toEqual([403, true]);
  });

  it('large type is kept in a cookie and seen on the next page', async () => {
    const answer = await post('/public/display', { type: 'large', back: '/public/lists?page=2' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/public/lists?page=2']);
    expect(answer.headers['set-cookie']).toMatch(
      /^jince-type=large; Max-Age=31536000; Path=\/public; HttpOnly; SameSite=Lax$/,
    );
    expect((await get('/public/lists', { cookie: 'jince-type=large' })).body).toContain('class="large"');
    expect((await get('/public/lists')).body).not.toContain('class="large"');
  });

  it.each([
    '//evil.example',
    'https://evil.example',
    '/publicity',
    '/public@evil.example',
    '/\\evil',
    'javascript:alert(1)',
  ])('going back never leads to %s', async (back) => {
    expect((await post('/public/display', { type: 'large', back })).headers.location).toBe('/public');
  });
});

describe('problems', () => {
  it.each([
    ['/public/nothing', 'zh-CN', '没有这一页'],
    ['/public/en/nothing', 'en', 'There is no such page'],
    [`/public/lists/${uuidv7()}`, 'zh-CN', '没有这一页'],
    ['/public/lists/1%27%20or%201=1', 'zh-CN', '没有这一页'],
    ['/public/policies/..%2f..%2fetc', 'zh-CN', '没有这一页'],
    ['/public/agencies/not-a-number', 'zh-CN', '没有这一页'],
  ])('%s is a page of the site that says so', async (url, language, text) => {
    const answer = await get(url);
    expect([answer.statusCode, isHtml(answer)]).toEqual([404, true]);
    expect(answer.body).toContain(`<html lang="${language}"`);
    expect(answer.body).toContain(text);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('a scraper is told to wait, whatever session it makes up, and others read on', async () => {
    const scraper = '203.0.113.7';
    const codes = new Map<number, number>();
    for (let i = 0; i < 260; i++) {
      const { statusCode } = await get(
        `/public/lists?page=${i}`,
        { cookie: `${SESSION_COOKIE}=made-up-${i}` },
        scraper,
      );
      codes.set(statusCode, (codes.get(statusCode) ?? 0) + 1);
    }
    expect(Object.fromEntries(codes)).toEqual({ 200: 240, 429: 20 });
    const refused = await get('/public/en/lists', {}, scraper);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toContain('Too many requests');
    expect((await get('/public/lists')).statusCode).toBe(200);
  });
});

describe('what is published', () => {
  it('is kept by browsers only as long as it holds, and changes a second after it changed', async () => {
    const first = await get('/public/lists');
    const etag = String(first.headers.etag);
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await get('/public/lists', { 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await publishList(2, '第二份');
    await new Promise((done) => setTimeout(done, 1100));
    const later = await get('/public/lists', { 'if-none-match': etag });
    expect(later.statusCode).toBe(200);
    expect(later.body).toContain('名单第二份');
  });

  it('shows withdrawals and corrections', async () => {
    const { body } = await get(`/public/lists/${listId}`);
    expect(body).toContain('已撤下');
    expect(body).toContain('已更正');
    expect(body).toContain('2026-11-17 更正第 1 行');
  });

  it.each([
    ['csv', 'text/csv', '\uFEFF序号'],
    ['json', 'application/json', '{'],
    ['docx', 'application/vnd.openxmlformats', 'PK'],
    ['pdf', 'application/pdf', '%PDF'],
  ])('can be taken away as %s', async (format, type, beginning) => {
    const answer = await get(`/public/lists/${listId}/file?format=${format}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain(type);
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.rawPayload.toString('utf8').startsWith(beginning)).toBe(true);
  });

  it('stands in the site map, and every address there is a page', async () => {
    const { body } = await get('/sitemap.xml');
    const found = [...body.matchAll(/<loc>http:\/\/[^/]+([^<]*)<\/loc>/g)].map((match) => match[1] as string);
    for (const path of [
      `/public/lists/${listId}`,
      `/public/en/agencies/${agencyId}`,
      '/public/policies/ip-quality',
      '/public/plan',
    ])
      expect(found).toContain(path);
    const wrong: string[] = [];
    for (const path of found) {
      const { statusCode } = await get(path);
      if (statusCode !== 200) wrong.push(`${path}: ${statusCode}`);
    }
    expect(wrong).toEqual([]);
    expect((await get('/robots.txt')).body).toContain('Sitemap: http');
  });

  it('gives its style sheet for ever under a name of its content', async () => {
    const href = /href="(\/public\/assets\/[^"]+)"/.exec((await get('/public')).body)?.[1] as string;
    const sheet = await get(href, { 'accept-encoding': 'gzip' });
    expect(sheet.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(sheet.headers['content-type']).toContain('text/css');
  });
});
