import { Readable } from 'node:stream';
import { type Problem, type RouteOutput, routes } from '@jince/contract';
import exceljs from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityModule, issueSession, SESSION_COOKIE } from '../auth/index.ts';
import { inTransaction } from '../context/context.ts';
import { buildApp } from '../http/build-app.ts';
import type { ModuleDefinition } from '../module.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { factsModule, refreshFacts } from './index.ts';
import { createWorkshop, workshopFacts, workshopModule } from './testing/workshop.ts';

let test: TestDatabase;
let app: FastifyInstance;
const headers: Record<string, Record<string, string>> = {};

/** Who keeps rules over the facts: one sound, one that names what is no longer there. */
const keeper: ModuleDefinition = {
  ...workshopModule,
  facts: {
    ...workshopFacts,
    users: async () => [
      { label: '重器', href: '/indicators/heavy', subject: 'maker', text: 'maker.pieces.heaviest > 10' },
      { label: '旧规则', href: null, subject: 'maker', text: 'maker.pieces.heaviest > maker.removed' },
      { label: '别的', href: null, subject: 'maker', text: 'maker.pieces.any' },
    ],
  },
};

beforeAll(async () => {
  const modules = [identityModule, factsModule, keeper];
  test = await openTestDatabase(modules);
  const { db, district } = test.services;
  await createWorkshop(db);
  await sql`insert into workshop.maker select ${district.code}, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '工匠' || n,
    (array['320509105', '320509108'])[1 + n % 2], make_date(2000 + n, 1, 1), null from generate_series(1, 20) n`.execute(
    db,
  );
  await sql`insert into workshop.piece select ${district.code}, gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
    case when n % 3 = 0 then 'cup' else 'pot' end, n * n, '{}', date '2020-01-01', null from generate_series(1, 15) n`.execute(
    db,
  );
  await refreshFacts(test.system());
  app = await buildApp(
    test.services,
    modules.flatMap((module) => module.routes),
  );
  await app.ready();
  for (const [role, place] of [
    ['ip-officer', '320509'],
    ['liaison', '320509105'],
    ['system-admin', '320509'],
  ] as const) {
    const ctx = await test.as(role, role === 'liaison' ? 'town' : 'district', place);
    const session = await inTransaction(ctx, (tx) => issueSession(tx, ctx, ctx.actor.userId as string, 60));
    headers[role] = { cookie: `${SESSION_COOKIE}=${session.token}`, 'x-csrf-token': session.csrfToken };
  }
});
afterAll(async () => {
  await app.close();
  await test.close();
});

type Asked = 'checkRule' | 'queryRule' | 'compareRules' | 'explainRule' | 'exportRule';
const post = (name: Asked, payload: object, role = 'ip-officer', language = 'zh') =>
  app.inject({
    method: 'POST',
    url: routes[name].path,
    payload,
    headers: { ...headers[role], 'accept-language': language },
  });
const get = (url: string, role = 'ip-officer') => app.inject({ method: 'GET', url, headers: headers[role] ?? {} });

describe('the catalogue', () => {
  it('lists what can be said of whom, with how many it is known of', async () => {
    const list = (await get('/api/facts')).json() as RouteOutput<typeof routes.listFacts>;
    expect([list.total, list.items.length]).toEqual([13, 13]);
    expect(list.subjects.map((one) => [one.subject, one.total, one.collections.length])).toEqual([
      ['maker', 20, 1],
      ['piece', 15, 0],
    ]);
    const heaviest = list.items.find((item) => item.name === 'maker.pieces.heaviest');
    expect(heaviest).toMatchObject({
      type: 'number',
      known: 15,
      module: 'workshop',
      sample: 'maker.pieces.heaviest >= 1',
    });
    expect(list.items.find((item) => item.path === 'pieces.count')).toMatchObject({
      known: 20,
      unit: '件',
      nullable: false,
    });
    expect(list.freshness.pending).toBe(false);
  });

  it('is searched by words, subject and module', async () => {
    const count = async (query: string) =>
      ((await get(`/api/facts?${query}`)).json() as { items: unknown[] }).items.length;
    expect(await count('q=heav')).toBe(1);
    expect(await count('q=pieces%20KINDS')).toBe(1);
    expect(await count('subject=piece')).toBe(4);
    expect(await count('module=parties')).toBe(0);
    expect(await count('q=nothing-like-it')).toBe(0);
  });

  it('shows one fact with its spread and the rules that use it', async () => {
    const fact = (await get('/api/facts/maker.pieces.heaviest')).json() as RouteOutput<typeof routes.getFact>;
    expect(fact.distribution.unknown).toBe(5);
    expect(fact.distribution.buckets.reduce((sum, bucket) => sum + bucket.count, 0)).toBe(15);
    expect(fact.distribution.quantiles).toMatchObject({ min: 1, median: 64, max: 225 });
    expect(fact.usedBy.map((user) => user.label)).toEqual(['重器', '旧规则']);
    const kind = (await get('/api/facts/piece.kind')).json() as RouteOutput<typeof routes.getFact>;
    expect(kind.distribution.buckets).toEqual([
      { code: 'pot', label: 'pot（试）', count: 10, rule: "piece.kind == 'pot'" },
      { code: 'cup', label: 'cup（试）', count: 5, rule: "piece.kind == 'cup'" },
    ]);
  });

  it('every rule it offers can be read and gives the rows it promises', async () => {
    const list = (await get('/api/facts')).json() as RouteOutput<typeof routes.listFacts>;
    const samples = [
      ...list.items.map((item) => ({ subject: item.subject, text: item.sample })),
      ...list.subjects.flatMap((one) => one.collections.map(({ sample }) => ({ subject: one.subject, text: sample }))),
    ];
    for (const sample of samples)
      expect([sample, (await post('checkRule', sample)).json()]).toMatchObject([sample, { ok: true }]);
    for (const item of list.items) {
      const fact = (await get(`/api/facts/${item.name}`)).json() as RouteOutput<typeof routes.getFact>;
      for (const { rule, count } of fact.distribution.buckets) {
        const rows = await post('queryRule', { subject: item.subject, text: rule, pageSize: 1 });
        expect([rule, (rows.json() as { total: number }).total]).toEqual([rule, count]);
      }
    }
  });

  it('answers 404 for a fact or a subject there is not', async () => {
    for (const name of ['maker.removed', 'guild.size', 'x']) {
      const response = await get(`/api/facts/${name}`);
      expect([response.statusCode, (response.json() as Problem).code]).toEqual([404, 'facts.fact.unknown']);
    }
    const response = await post('queryRule', { subject: 'guild', text: 'true' });
    expect([response.statusCode, (response.json() as Problem).code]).toEqual([404, 'facts.subject.unknown']);
  });
});

describe('trying a rule', () => {
  it('says what is wrong, where, and what was probably meant, in the reader’s language', async () => {
    const text = 'maker.pieces.heavist > 10';
    const zh = (await post('checkRule', { subject: 'maker', text })).json() as RouteOutput<typeof routes.checkRule>;
    expect(zh).toMatchObject({ ok: false, sentence: null });
    const [problem] = zh.problems;
    expect(text.slice(problem?.from, problem?.to)).toContain('heavist');
    expect(problem?.suggestion).toContain('heaviest');
    expect(problem?.text).toMatch(/\p{Script=Han}/u);
    const en = (await post('checkRule', { subject: 'maker', text }, 'ip-officer', 'en')).json() as typeof zh;
    expect(en.problems[0]?.text).not.toMatch(/\p{Script=Han}/u);
    const kept = await post('queryRule', { subject: 'maker', text });
    expect([kept.statusCode, (kept.json() as Problem).code]).toEqual([400, 'facts.rule.unfit']);
    expect((kept.json() as Problem).errors).toEqual([{ path: 'text', message: problem?.text }]);
  });

  it.each([
    ['10,001 characters', `maker.pieces.any${' '.repeat(10_000)}`],
    ['200 levels deep', `${'('.repeat(200)}maker.pieces.any${')'.repeat(200)}`],
    ['nothing', ''],
    ['SQL', "maker.name == 'x'); drop table workshop.maker; --"],
    ['a number', 'maker.pieces.count'],
  ])('refuses %s with a sentence', async (_, text) => {
    const response = await post('checkRule', { subject: 'maker', text });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({
      ok: false,
      problems: [expect.objectContaining({ text: expect.any(String) })],
    });
  });

  it('says places by name, and refuses a code there is not', async () => {
    const check = async (rule: string, language?: 'en') =>
      (await post('checkRule', { subject: 'maker', text: rule }, 'ip-officer', language)).json() as RouteOutput<
        typeof routes.checkRule
      >;
    expect((await check("maker.town == '320509105'")).sentence).toContain('为盛泽镇');
    expect((await check("maker.town in ['320509105', '320509108']")).sentence).toContain('为盛泽镇或震泽镇');
    const wrong = await check("maker.town == '盛泽镇'");
    expect([wrong.ok, wrong.problems[0]?.suggestion]).toEqual([false, "'320509105'"]);
    expect((await check("maker.town == '320509999'")).ok).toBe(false);
  });

  it('gives rows, conditions and columns', async () => {
    const answer = (
      await post('queryRule', {
        subject: 'maker',
        text: "maker.pieces.heaviest > 100 && maker.town == '320509105'",
        sort: '-pieces.heaviest',
        pageSize: 2,
      })
    ).json() as RouteOutput<typeof routes.queryRule>;
    expect([answer.total, answer.outcomes]).toEqual([2, { true: 2, false: 15, unknown: 3 }]);
    expect(answer.conditions.map((condition) => condition.outcomes)).toEqual([
      { true: 5, false: 10, unknown: 5 },
      { true: 10, false: 10, unknown: 0 },
    ]);
    expect(answer.items.map((item) => [item.label, item.href?.slice(0, 8), item.town, item.facts[0]?.value])).toEqual([
      ['工匠14', '/makers/', '盛泽镇', '196'],
      ['工匠12', '/makers/', '盛泽镇', '144'],
    ]);
    expect(answer.columns.map((column) => column.path)).toEqual(['pieces.heaviest', 'town']);
  });

  it('divides by nothing, loops over nothing and answers for any day', async () => {
    const odd = 'maker.pieces.count / 0 > 1 || maker.pieces.all(p, p.weight * 1e14 * 1e14 > 1)';
    for (const asOf of [undefined, '1900-01-01', '2015-06-30', '9999-12-31']) {
      const response = await post('queryRule', {
        subject: 'maker',
        text: odd,
        ...(asOf === undefined ? {} : { asOf }),
      });
      expect([asOf, response.statusCode]).toEqual([asOf, 200]);
    }
  });

  it('refuses an order there is not', async () => {
    for (const sort of ['removed', 'pieces.kinds']) {
      const response = await post('queryRule', { subject: 'maker', text: 'true', sort });
      expect([response.statusCode, (response.json() as Problem).code]).toEqual([400, 'facts.fact.no-order']);
    }
  });

  it('compares two texts', async () => {
    const answer = (
      await post('compareRules', {
        subject: 'maker',
        before: 'maker.pieces.heaviest > 100',
        after: 'maker.pieces.heaviest > 150 || !maker.pieces.any',
      })
    ).json() as RouteOutput<typeof routes.compareRules>;
    expect(answer).toMatchObject({ before: 5, after: 8, kept: 3, added: { total: 5 }, dropped: { total: 2 } });
    expect(answer.dropped.items.map((item) => item.label)).toEqual(['工匠11', '工匠12']);
    const wrong = await post('compareRules', { subject: 'maker', before: 'true', after: 'maker.' });
    expect((wrong.json() as Problem).errors?.[0]?.path).toBe('after');
  });

  it('explains one subject and hides what one may not see', async () => {
    const body = { subject: 'maker', text: 'maker.pieces.heaviest > 100', id: '00000000-0000-4000-8000-000000000011' };
    const why = (await post('explainRule', body)).json() as RouteOutput<typeof routes.explainRule>;
    expect(why).toMatchObject({ label: '工匠11', outcome: 'true' });
    expect(why.trace.inputs[0]?.value).toContain('121');
    const nobody = await post('explainRule', { ...body, id: '00000000-0000-4000-8000-000000000099' });
    expect([nobody.statusCode, (nobody.json() as Problem).code]).toEqual([404, 'platform.not-found']);
  });

  it('hands out all rows as a workbook', async () => {
    const response = await post('exportRule', { subject: 'maker', text: 'maker.pieces.any', sort: 'since' });
    expect(response.statusCode).toBe(200);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.read(Readable.from(response.rawPayload));
    const sheet = workbook.worksheets[0];
    expect(sheet?.rowCount).toBe(4 + 1 + 15);
    expect(sheet?.getRow(2).getCell(1).value).toBe('规则：maker.pieces.any');
    expect(sheet?.getRow(6).getCell(1).value).toBe('工匠1');
  });

  it('is for those who may', async () => {
    for (const role of ['liaison', 'system-admin'])
      expect((await post('queryRule', { subject: 'maker', text: 'true' }, role)).statusCode).toBe(403);
    expect((await get('/api/facts', 'system-admin')).statusCode).toBe(403);
  });

  it('is read within one’s own scope', async () => {
    const list = (await get('/api/facts', 'liaison')).json() as RouteOutput<typeof routes.listFacts>;
    expect(list.subjects.find((one) => one.subject === 'maker')?.total).toBe(10);
    expect(list.items.find((item) => item.path === 'pieces.heaviest')?.known).toBe(7);
    const fact = (await get('/api/facts/maker.pieces.heaviest', 'liaison')).json() as RouteOutput<
      typeof routes.getFact
    >;
    expect([fact.total, fact.distribution.unknown]).toEqual([10, 3]);
  });
});
