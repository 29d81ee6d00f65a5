import type { Rule } from '@jince/rules';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import {
  countConditions,
  countRules,
  diffRules,
  explainSubject,
  factsModule,
  loadFacts,
  markStale,
  refreshFacts,
  requireRule,
  selectSubjects,
  subjectIdsSql,
} from './index.ts';
import { createWorkshop, workshopModule } from './testing/workshop.ts';

let test: TestDatabase;
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

beforeAll(async () => {
  test = await openTestDatabase([factsModule, workshopModule]);
  const { db, district } = test.services;
  await createWorkshop(db);
  // Makers 1–20, in two towns by turns; maker n has n % 4 pieces; those of 2022 weigh nothing that is known.
  await sql`insert into workshop.maker select ${district.code}, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '工匠' || n,
    (array['320509105', '320509108'])[1 + n % 2], make_date(2010 + n, 1, 1), case when n = 20 then date '2030-06-01' end from generate_series(1, 20) n`.execute(
    db,
  );
  await sql`insert into workshop.piece select ${district.code}, gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
    case when k = 1 then 'cup' else 'pot' end, case when k = 3 then null else n + k end, array['k' || k], make_date(2019 + k, 6, 1),
    case when k = 2 then date '2025-01-01' end
    from generate_series(1, 20) n, generate_series(1, 3) k where k <= n % 4`.execute(db);
  test.setNow('2026-11-22T02:00:00Z');
  await refreshFacts(test.system());
});
afterAll(() => test.close());

const rule = (text: string, expect: 'bool' | 'number' = 'bool', subject = 'maker'): Rule =>
  requireRule(test.system(), subject, text, { expect });

const select = (text: string, more: Partial<Parameters<typeof selectSubjects>[1]> = {}) =>
  selectSubjects(test.system(), { subject: 'maker', rule: rule(text), page: 1, pageSize: 100, ...more });

describe('listing', () => {
  it('gives the subjects a rule holds for, in order, by page, with facts', async () => {
    const found = await select('maker.pieces.count >= 1', {
      sort: { path: 'pieces.count', descending: true },
      page: 2,
      pageSize: 3,
      columns: ['name', 'pieces.count', 'pieces.kinds', 'since'],
    });
    // As of 2026: makers since 2011 to 2026 are there (1–16); with pieces left: 12.
    expect([found.total, found.outcomes]).toEqual([12, { true: 12, false: 4, unknown: 0 }]);
    expect(found.rows.map((row) => row.facts)).toEqual([
      { name: '工匠15', 'pieces.count': 2, 'pieces.kinds': ['cup', 'pot'], since: '2025-01-01' },
      { name: '工匠1', 'pieces.count': 1, 'pieces.kinds': ['cup'], since: '2011-01-01' },
      { name: '工匠2', 'pieces.count': 1, 'pieces.kinds': ['cup'], since: '2012-01-01' },
    ]);
    expect(found.freshness).toEqual({ asOf: '2026-11-22', computedAt: expect.any(String), pending: false });
  });

  it('tells those it does not hold for from those it is unknown of', async () => {
    const heavy = 'maker.pieces.heaviest > 10';
    expect((await select(heavy)).outcomes).toEqual({ true: 5, false: 7, unknown: 4 });
    const unknown = await select(heavy, { outcome: 'unknown' });
    expect(unknown.rows.map((row) => [row.id, row.outcome])).toEqual([4, 8, 12, 16].map((n) => [id(n), 'unknown']));
    expect((await select(heavy, { outcome: 'false' })).total).toBe(7);
  });

  it('narrows by facts and by a second rule', async () => {
    const some = await select('maker.pieces.any', {
      filters: [
        { path: 'town', values: ['320509105'] },
        { path: 'pieces.kinds', values: ['pot'] },
      ],
    });
    expect(some.total).toBe(0);
    expect(
      (await select('maker.pieces.any', { filters: [{ path: 'pieces.heaviest', values: [null, 2] }] })).total,
    ).toBe(1);
    expect(
      (await select('maker.pieces.any', { within: rule("maker.town == '320509108'"), outcome: 'false' })).total,
    ).toBe(0);
    expect((await select('maker.pieces.any', { within: rule("maker.town == '320509105'") })).total).toBe(4);
  });

  it('looks into collections', async () => {
    expect((await select("maker.pieces.exists(p, p.kind == 'cup' && p.weight >= 10)")).total).toBe(6);
    expect((await select('size(maker.pieces.filter(p, has(p.weight))) == 1 && maker.pieces.count == 2')).total).toBe(4);
  });
});

describe('another day', () => {
  it('is computed from the registers, with what was absent then', async () => {
    const then = { asOf: '2020-12-31' };
    const found = await select('maker.pieces.count >= 0', { ...then, columns: ['pieces.count'] });
    expect(found.rows.map((row) => row.facts['pieces.count'])).toEqual([1, 1, 1, 0, 1, 1, 1, 0, 1, 1]);
    expect(found.freshness).toEqual({ asOf: '2020-12-31', computedAt: expect.any(String), pending: false });
    expect((await select("maker.pieces.exists(p, p.kind == 'cup')", then)).total).toBe(8);
    expect((await select('!maker.pieces.any', { asOf: '2030-12-31' })).total).toBe(4);
    expect((await select('maker.pieces.any || true', { asOf: '2009-01-01' })).total).toBe(0);
  });

  it('that is the day of the tables is read from them', async () => {
    await sql`update facts.maker set "pieces.count" = 9 where subject_id = ${id(4)}`.execute(test.services.db);
    expect((await select('maker.pieces.count == 9', { asOf: '2026-11-22' })).total).toBe(1);
    expect((await select('maker.pieces.count == 9', { asOf: '2026-11-21' })).total).toBe(0);
    await sql`update facts.maker set "pieces.count" = null where subject_id = ${id(4)}`.execute(test.services.db);
  });

  it('never passes for today', async () => {
    test.setNow('2026-11-23T02:00:00Z');
    const stale = await select('maker.pieces.any');
    expect(stale.freshness).toMatchObject({ asOf: '2026-11-22', pending: true });
    const exact = await select('maker.pieces.any', { asOf: '2026-11-23' });
    expect(exact.freshness).toMatchObject({ asOf: '2026-11-23', pending: false });
    test.setNow('2026-11-22T02:00:00Z');
  });

  it('says that changes wait', async () => {
    await inTransaction(test.system(), (tx) => markStale(tx, test.system(), 'piece', sql`select null::uuid`));
    expect((await select('maker.pieces.any')).freshness.pending).toBe(false);
    expect((await select('maker.pieces.exists(p, has(p.weight))')).freshness.pending).toBe(true);
    await refreshFacts(test.system());
    expect((await select('maker.pieces.exists(p, has(p.weight))')).freshness.pending).toBe(false);
  });
});

describe('counting', () => {
  it('counts many measures and cuts in one reading', async () => {
    const counted = await countRules(test.system(), {
      subject: 'maker',
      measures: {
        all: {},
        makers: { where: rule('maker.pieces.any') },
        heavy: { where: rule('maker.pieces.heaviest > 10'), value: rule('maker.pieces.heaviest', 'number') },
        weight: { value: rule('maker.pieces.map(p, p.weight).sum()', 'number') },
      },
      cuts: ['town', 'pieces.any', 'pieces.count'],
    });
    expect(counted.total).toBe(16);
    expect(counted.counts.all).toEqual({ count: 16, unknown: 0, sum: null, known: 0 });
    expect(counted.counts.makers.count).toBe(12);
    // The first piece of maker n weighs n + 1; that of 2021 is broken, that of 2022 has no known weight.
    expect(counted.counts.heavy).toEqual({ count: 5, unknown: 4, sum: 11 + 12 + 14 + 15 + 16, known: 5 });
    expect(counted.counts.weight).toMatchObject({ count: 16, known: 12 });
    expect(counted.cuts.map((cut) => [cut.path, cut.buckets.length])).toEqual([
      ['town', 2],
      ['pieces.any', 2],
      ['pieces.count', 3],
    ]);
    for (const { buckets } of counted.cuts) {
      for (const key of ['all', 'makers', 'heavy', 'weight'] as const) {
        const sum = (field: 'count' | 'unknown' | 'known' | 'sum') =>
          buckets.reduce((all, bucket) => all + (bucket.counts[key][field] ?? 0), 0);
        const { count, unknown, known } = counted.counts[key];
        expect([key, sum('count'), sum('unknown'), sum('known'), sum('sum')]).toEqual([
          key,
          count,
          unknown,
          known,
          counted.counts[key].sum ?? 0,
        ]);
      }
    }
  });

  it('counts what satisfies each condition by itself', async () => {
    const { conditions } = await countConditions(test.system(), {
      subject: 'maker',
      rule: rule("maker.town == '320509105' && (maker.pieces.heaviest > 10 || !maker.pieces.any)"),
    });
    expect(conditions).toEqual([
      { true: 8, false: 8, unknown: 0 },
      { true: 5, false: 7, unknown: 4 },
      { true: 12, false: 4, unknown: 0 },
    ]);
  });
});

describe('comparing', () => {
  it('tells whom a changed rule adds and drops', async () => {
    const diff = await diffRules(test.system(), {
      subject: 'maker',
      before: rule('maker.pieces.heaviest > 10'),
      after: rule('maker.pieces.heaviest > 12 || maker.pieces.count == 0'),
      page: 1,
      pageSize: 2,
    });
    expect(diff).toMatchObject({
      before: 5,
      after: 7,
      kept: 3,
      added: { total: 4, ids: [id(4), id(8)] },
      dropped: { total: 2, ids: [id(10), id(11)] },
    });
  });
});

describe('one subject', () => {
  it('has the facts its rules ask for', async () => {
    const asked = rule("maker.since > date('2012-01-01') && maker.pieces.exists(p, p.kind == 'pot' && p.weight > 1)");
    for (const asOf of [undefined, '2024-05-05']) {
      const { rows } = await loadFacts(test.system(), { subject: 'maker', ids: [id(3), id(19)], rules: [asked], asOf });
      expect([...rows.keys()]).toEqual([id(3)]);
      const pieces = [
        { kind: 'cup', weight: 4 },
        ...(asOf === undefined ? [] : [{ kind: 'pot', weight: 5 }]),
        { kind: 'pot', weight: null },
      ];
      const row = rows.get(id(3));
      expect(row).toMatchObject({ since: '2013-01-01' });
      expect(row?.pieces).toHaveLength(pieces.length);
      expect(row?.pieces).toEqual(expect.arrayContaining(pieces.map((piece) => expect.objectContaining(piece))));
    }
  });

  it('is explained, or not there', async () => {
    const asked = rule("maker.pieces.heaviest > 10 || maker.pieces.exists(p, p.kind == 'cup')");
    const why = await explainSubject(test.system(), { subject: 'maker', id: id(9), rule: asked });
    expect(why).toMatchObject({ label: '工匠9', href: `/makers/${id(9)}`, outcome: 'true' });
    const [weight, cup] = why.trace.parts;
    expect([weight?.outcome, weight?.inputs]).toEqual([
      'false',
      [{ label: 'pieces.heaviest（试）', value: expect.stringContaining('10'), unit: null }],
    ]);
    expect([cup?.outcome, cup?.inputs.at(-1)?.value, cup?.parts.length]).toEqual(['true', '1 项中 1 项满足', 1]);
    expect(cup?.parts[0]?.sentence).toMatch(/^作品 \w{4}：/);
    await expect(explainSubject(test.system(), { subject: 'maker', id: id(19), rule: asked })).rejects.toThrow(
      AppError,
    );
  });
});

describe('what an actor may see', () => {
  it('limits every reading', async () => {
    const liaison = await test.as('liaison', 'town', '320509105');
    const request = { subject: 'maker', rule: rule('maker.pieces.any'), page: 1, pageSize: 100 };
    expect((await selectSubjects(liaison, request)).outcomes).toEqual({ true: 4, false: 4, unknown: 0 });
    expect((await selectSubjects(liaison, { ...request, everyone: true })).total).toBe(12);
    const counted = await countRules(liaison, { subject: 'maker', measures: { all: {} } });
    expect(counted.total).toBe(8);
    const diff = await diffRules(liaison, { ...request, before: rule('maker.pieces.any'), after: rule('true') });
    expect([diff.before, diff.after]).toEqual([4, 8]);
    expect((await loadFacts(liaison, { subject: 'maker', ids: [id(1), id(2)] })).rows.size).toBe(1);
    await expect(explainSubject(liaison, { subject: 'maker', id: id(1), rule: request.rule })).rejects.toThrow(
      'platform.not-found',
    );
  });
});

describe('for modules', () => {
  it('writes the subjects of a rule in the caller’s own transaction', async () => {
    const ctx = test.system();
    const { select: ids, freshness } = await subjectIdsSql(ctx.db, ctx, {
      subject: 'maker',
      rule: rule('maker.pieces.count == 2'),
      columns: ['town'],
    });
    await sql`create table workshop.target (maker_id uuid, town text)`.execute(ctx.db);
    await sql`insert into workshop.target (maker_id, town) ${ids}`.execute(ctx.db);
    const { rows } = await sql<{
      n: number;
      towns: string[];
    }>`select count(*) as n, array_agg(distinct town) as towns from workshop.target`.execute(ctx.db);
    expect([rows[0], freshness.asOf]).toEqual([{ n: 4, towns: ['320509108'] }, '2026-11-22']);
  });

  it('refuses a rule that names what is not there, with a sentence', () => {
    const problem = () => requireRule(test.system(), 'maker', 'maker.pieces.heavist > 1');
    expect(problem).toThrow(AppError);
    try {
      problem();
    } catch (error) {
      const { code, fieldErrors } = error as AppError;
      expect([code, fieldErrors.length]).toEqual(['facts.rule.unfit', 1]);
      expect(fieldErrors[0]?.message).toContain('heavist');
    }
    expect(() => requireRule(test.system(), 'guild', 'true')).toThrow('facts.subject.unknown');
  });
});
