import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp } from '../../../../platform/http/build-app.ts';
import { bumpRegisterVersion } from '../../../../platform/register-index/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../../platform/testing/test-database.ts';
import { ipRightsModule, rightsPort } from '../../../ip-rights/index.ts';
import { createPartiesModule } from '../../../parties/index.ts';
import { trademarkSearchModule } from '../../../trademark-search/index.ts';
import { renderProblem } from '../about/problem.ts';
import { markPages } from './index.ts';

const NUMBER = '10000001';
const MOON = '<path d="M60 10 A40 40 0 1 0 90 60 A32 32 0 1 1 60 10Z"/>';
const svg = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="120" height="120"><rect width="100" height="100" fill="#fff"/>${body}</svg>`;

let test: TestDatabase;
let app: FastifyInstance;

async function registerMoon(): Promise<void> {
  const { district, db } = test.system();
  const id = '0198f000-0000-7000-8000-000000000001';
  await sql`insert into ip_rights.trademark (district, id, record_key, registration_no, nice_class, name, kind, registered_on)
    values (${district}, ${id}, ${`${NUMBER}/25`}, ${NUMBER}, 25, '月牙', 'ordinary', '2014-01-01')`.execute(db);
  await sql`insert into ip_rights.trademark_period (district, trademark_id, valid_from, status, reason)
    values (${district}, ${id}, '2014-01-01', 'registered', '注册')`.execute(db);
  await db.transaction().execute((tx) => bumpRegisterVersion(tx, district, 'trademarks'));
  const keep = trademarkSearchModule.routes.find(({ name }) => name === 'keepMarkPicture');
  const file = {
    fileName: 'moon.svg',
    mediaType: 'image/svg+xml',
    content: Readable.from([Buffer.from(svg(MOON))]),
    fields: {},
  };
  await keep?.handle(await test.as('ip-officer'), {
    params: { country: 'CN', registrationNo: NUMBER },
    query: {},
    file,
  } as never);
}

beforeAll(async () => {
  test = await openTestDatabase([createPartiesModule(rightsPort), ipRightsModule, trademarkSearchModule]);
  await registerMoon();
  app = await buildApp(test.services, [], { pages: markPages, renderProblem });
});
afterAll(async () => {
  await app?.close();
  await test?.close();
});

const PATH = '/public/trademark-search/picture';

/** Posts as a browser without script does. */
async function post(picture: string | Uint8Array<ArrayBuffer> | undefined, from = '10.0.0.1') {
  const form = new FormData();
  form.append('classes', '');
  form.append('state', 'living');
  if (picture !== undefined) form.append('picture', new Blob([picture]), 'logo.svg');
  const body = new Response(form);
  const headers = { 'content-type': body.headers.get('content-type') as string, 'sec-fetch-site': 'same-origin' };
  const payload = Buffer.from(await body.arrayBuffer());
  return app.inject({ method: 'POST', url: PATH, headers, payload, remoteAddress: from });
}

const storedFiles = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from platform.stored_file`.execute(test.services.db)).rows[0]?.n;

it('searches by picture without a script, and keeps nothing of it', async () => {
  const form = await app.inject({ method: 'GET', url: PATH });
  expect(form.body).toContain('multipart/form-data');
  expect(form.body).not.toContain('<script');
  const before = await storedFiles();
  const turned = await post(svg(`<g transform="rotate(140 50 50)">${MOON}</g>`));
  expect(turned.statusCode).toBe(200);
  expect(turned.headers['cache-control']).toBe('no-store');
  expect(turned.body).toContain(NUMBER);
  expect(turned.body).toContain('月牙');
  expect(turned.body).toContain('比对了 1 件有图样的登记');
  // Both pictures stand in the answer itself, with the same regions drawn over each.
  const [asked, kept] = [...turned.body.matchAll(/<svg class="region-picture"[\s\S]*?<\/svg>/g)].map(
    ([drawn]) => drawn,
  );
  const count = (drawn: string | undefined) => drawn?.match(/<rect /g)?.length;
  expect(asked).toContain('href="data:image/jpeg;base64,');
  expect(count(asked)).toBeGreaterThan(0);
  expect(count(kept)).toBe(count(asked));
  expect(turned.headers['content-security-policy']).toContain("img-src 'self' data:");
  expect(form.headers['content-security-policy']).not.toContain('data:');
  expect(await storedFiles()).toBe(before);
});

it('says beside the field what is wrong with a picture', async () => {
  const wrong: readonly (readonly [Parameters<typeof post>[0], string])[] = [
    [undefined, '请先选择一张图片'],
    ['%PDF-1.7', '这不是能识别的图片'],
    [svg('<script>alert(1)</script>'), 'SVG 文件含有脚本'],
    [new Uint8Array(11 * 1024 * 1024), '图片超过 10 MB'],
  ];
  for (const [picture, sentence] of wrong) {
    const answer = await post(picture);
    expect([answer.statusCode, sentence]).toEqual([422, sentence]);
    expect(answer.body).toMatch(new RegExp(`id="mark-picture-error">[^<]*${sentence}`));
  }
});

it('answers one address so many times a minute', async () => {
  const answers: number[] = [];
  for (let nth = 0; nth < 11; nth++) answers.push((await post(undefined, '10.0.0.9')).statusCode);
  expect(answers.slice(0, 10).every((status) => status === 422)).toBe(true);
  expect(answers[10]).toBe(429);
});

it('searches by text with other prior rights and what to think about before filing, so many times a minute', async () => {
  const search = (text: string, remoteAddress = '10.0.0.2') =>
    app.inject({ method: 'GET', url: `/public/trademark-search?text=${encodeURIComponent(text)}`, remoteAddress });
  const found = await search('月牙坊');
  expect(found.statusCode).toBe(200);
  expect(found.body).toContain('两商标显著识别部分同为“月牙”');
  for (const title of ['其他在先权利的线索', '标志本身', '没有查询的范围']) expect(found.body).toContain(title);
  expect(found.body).not.toContain('<script');
  expect(found.body).not.toContain('申请行为');
  expect((await search('华为星')).body).toContain('与广为人知的品牌有关');
  expect((await search('😀')).body).toContain('没有可以比对');
  const answers: number[] = [];
  for (let nth = 0; nth < 31; nth++) answers.push((await search('', '10.0.0.8')).statusCode);
  expect(answers.slice(0, 30).every((status) => status === 200)).toBe(true);
  expect(answers[30]).toBe(429);
});
