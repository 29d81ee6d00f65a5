import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { markStale } from '../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../platform/register-index/index.ts';
import { openPlanDesk, type PlanDesk } from './testing/plan-desk.ts';

const SHENGZE = '320509105';
const LILI = '320509110';
let desk: PlanDesk;

/** Changes the register as a projection does: rows, version and marks in one transaction. */
async function changeParties(ctx: Ctx, statement: ReturnType<typeof sql>): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await statement.execute(tx);
    await bumpRegisterVersion(tx, ctx.district, 'parties');
    await markStale(tx, ctx, 'enterprise', sql`select id from parties.party where district = ${ctx.district}`);
  });
}

beforeAll(async () => {
  desk = await openPlanDesk();
  const ctx = desk.test.system();
  await changeParties(
    ctx,
    sql`insert into parties.party (district, id, record_key, name, name_key, kind, status, town_code, established_on)
      select ${ctx.district}, gen_random_uuid(), 'k' || n, '甲' || n || '公司', '甲' || n, case when n <= 12 then 'enterprise' else 'co-operative' end,
        'active', case when n % 2 = 0 then ${SHENGZE} else ${LILI} end, '2020-01-01' from generate_series(1, 20) n`,
  );
  await desk.settle();
}, 120_000);
afterAll(() => desk?.test.close());

const indicator = (ctx: Ctx, code: string) => desk.call(ctx, 'getIndicator', { params: { code } });
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused: ${String(error)}`);
  return error;
};
const audited = async (action: string) => {
  const { rows } = await sql<{
    details: unknown;
    actor_name: string;
  }>`select details::jsonb as details, actor_name from platform.audit_entry
    where action = ${action} order by seq desc limit 1`.execute(desk.test.services.db);
  return rows[0];
};

describe('figures follow the registers', () => {
  it('say that newer rows wait, then take them in', async () => {
    const ctx = desk.test.system();
    const before = await indicator(ctx, 'market-entities');
    expect(before).toMatchObject({ value: 20, freshness: { pending: false } });
    await changeParties(
      ctx,
      sql`update parties.party set status = 'deregistered', dissolved_on = '2026-01-05' where record_key = 'k1'`,
    );
    expect(await indicator(ctx, 'market-entities')).toMatchObject({ value: 20, freshness: { pending: true } });
    await desk.settle();
    const after = await indicator(ctx, 'market-entities');
    expect(after).toMatchObject({ value: 19, freshness: { pending: false } });
    expect(after.trend.find((point) => point.on === '2025-12-31')?.value).toBe(20);
    expect(after.trend.find((point) => point.on === '2026-03-31')?.value).toBe(19);
    expect(after.trend.find((point) => point.on === '2019-12-31')?.value).toBe(0);
  });

  it('move on with the day', async () => {
    desk.test.setNow('2026-11-23T02:00:00Z');
    const ctx = desk.test.system();
    expect((await indicator(ctx, 'market-entities')).freshness).toMatchObject({ asOf: '2026-11-22', pending: true });
    await inTransaction(ctx, (tx) => markStale(tx, ctx, 'enterprise', sql`select id from parties.party`));
    await desk.settle();
    expect((await indicator(ctx, 'market-entities')).freshness).toMatchObject({ asOf: '2026-11-23', pending: false });
    const { rows } = await sql<{ days: number }>`select count(distinct as_of) as days from plan.computation`.execute(
      ctx.db,
    );
    expect(rows[0]?.days).toBe(18);
  });
});

describe('targets', () => {
  const at = { params: { code: 'one-coop-one-mark', year: 2026 } };

  it('of the district stand before those of the pack, are audited with what was there, and can be taken back', async () => {
    const ctx = await desk.test.as('director');
    const given = (await indicator(ctx, 'one-coop-one-mark')).targets.find((target) => target.year === 2026);
    expect(given?.basis).toBe('example');
    await desk.call(ctx, 'setTarget', { ...at, body: { value: 40, basis: 'district', note: '区政府年度工作要点' } });
    await desk.call(ctx, 'setTarget', { ...at, body: { value: 45, basis: 'district', note: '年中调整' } });
    expect(await audited('plan.target.set')).toMatchObject({
      details: { year: 2026, before: { value: 40 }, after: { value: 45, note: '年中调整' } },
      actor_name: ctx.actor.displayName,
    });
    const own = await indicator(ctx, 'one-coop-one-mark');
    expect(own.target).toMatchObject({ value: 45, basis: 'district', note: '年中调整', setBy: ctx.actor.displayName });
    expect(own.standing).toBe('behind');
    expect(own.standingText).toContain('2026 年目标 45.0%');
    await desk.call(ctx, 'clearTarget', at);
    expect((await indicator(ctx, 'one-coop-one-mark')).target).toMatchObject({ basis: 'example', value: given?.value });
    expect((await refusal(desk.call(ctx, 'clearTarget', at))).code).toBe('plan.target.not-own');
    expect(await audited('plan.target.clear')).toMatchObject({ details: { before: { value: 45 } } });
  });

  it('are refused for figures without a direction and unknown indicators', async () => {
    const ctx = await desk.test.as('director');
    const body = { value: 1, basis: 'district', note: '试' };
    const set = (code: string) => desk.call(ctx, 'setTarget', { params: { code, year: 2026 }, body });
    expect((await refusal(set('market-entities'))).code).toBe('plan.target.no-direction');
    expect((await refusal(set('no-such'))).code).toBe('plan.indicator.unknown');
  });
});

describe('rules', () => {
  const code = 'market-entities';
  const counted = `enterprise.active && enterprise.town == '${SHENGZE}'`;

  it('show before saving what they would change and for whom', async () => {
    const ctx = await desk.test.as('ip-officer');
    const preview = await desk.call(ctx, 'previewIndicatorRule', { params: { code }, body: { counted } });
    expect(preview).toMatchObject({
      problems: [],
      before: { value: 19 },
      after: { value: 10 },
      added: { total: 0 },
      dropped: { total: 9 },
    });
    expect(preview.dropped.sample).toHaveLength(9);
    expect(preview.dropped.sample[0]?.label).toMatch(/^甲\d+公司$/);
    expect(preview.sentences.map((one) => one.part)).toEqual(['population', 'counted']);
    const faulty = await desk.call(ctx, 'previewIndicatorRule', {
      params: { code },
      body: { counted: 'enterprise.actve' },
    });
    expect(faulty.problems).toMatchObject([
      { part: 'counted', from: 0, suggestion: expect.stringContaining('active') },
    ]);
    expect(faulty).toMatchObject({ before: { value: 19 }, after: { value: null }, dropped: { total: 0 } });
  });

  it('are saved as versions, never over another hand, and count at once', async () => {
    const ctx = await desk.test.as('ip-officer');
    const save = (body: object) =>
      desk.call(ctx, 'saveIndicatorRule', { params: { code }, body: { note: '只计盛泽', version: 1, ...body } });
    const unfit = await refusal(save({ counted: 'enterprise.trademarks.valid > ' }));
    expect(unfit.code).toBe('facts.rule.unfit');
    expect(unfit.fieldErrors[0]?.path).toBe('counted');
    expect(await save({ counted })).toEqual({ version: 2 });
    const stale = await refusal(save({ counted: 'enterprise.active' }));
    expect(stale).toMatchObject({
      code: 'plan.rule.changed-meanwhile',
      params: { version: 2, by: ctx.actor.displayName },
    });
    expect(await audited('plan.rule.edit')).toMatchObject({
      details: { version: 2, note: '只计盛泽', before: { counted: 'enterprise.active' }, after: { counted } },
    });
    expect((await indicator(ctx, code)).freshness.pending).toBe(true);
    await desk.settle();
    const detail = await indicator(ctx, code);
    expect(detail).toMatchObject({ value: 10, version: 2, freshness: { pending: false }, mayEdit: true });
    expect(detail.versions.map((one) => [one.version, one.note])).toEqual([
      [2, '只计盛泽'],
      [1, '辖区包'],
    ]);
    expect(detail.trend.find((point) => point.on === '2025-12-31')?.value).toBe(10);
  });

  it('that name a fact which is gone leave the page standing', async () => {
    const ctx = desk.test.system();
    const rules = { population: 'true', counted: 'enterprise.faxNumber == 1' };
    await inTransaction(ctx, async (tx) => {
      await sql`insert into plan.indicator_version (district, code, version, rules, note, saved_by_name, saved_at)
        values (${ctx.district}, 'agencies', 2, ${JSON.stringify(rules)}, '旧规则', '某人', now())`.execute(tx);
      await bumpRegisterVersion(tx, ctx.district, 'plan');
    });
    await desk.settle();
    const view = await desk.call(ctx, 'getPlan');
    const one = view.chapters
      .flatMap((c) => c.clauses)
      .flatMap((c) => c.indicators)
      .find((i) => i.code === 'agencies');
    expect(one).toMatchObject({ value: null, standing: 'no-data' });
    expect(one?.standingText).toContain('faxNumber');
    const detail = await indicator(ctx, 'agencies');
    expect(detail.rules.find((rule) => rule.part === 'counted')?.text).toBe(rules.counted);
    const rows = desk.call(ctx, 'listIndicatorRows', {
      params: { code: 'agencies' },
      query: { part: 'counted', page: 1, pageSize: 5 },
    });
    expect((await refusal(rows)).code).toBe('plan.indicator.not-counted');
    const preview = await desk.call(ctx, 'previewIndicatorRule', {
      params: { code: 'agencies' },
      body: { counted: "enterprise.kind == 'agency'" },
    });
    expect(preview).toMatchObject({ problems: [], before: { value: null }, after: { value: 0 } });
  });
});

describe('reach', () => {
  it('shows a liaison the figures of the district and the rows of the own town', async () => {
    const liaison = await desk.test.as('liaison', 'town', LILI);
    const [own, all] = [
      await indicator(liaison, 'one-enterprise-one-mark'),
      await indicator(desk.test.system(), 'one-enterprise-one-mark'),
    ];
    expect(own).toMatchObject({ value: all.value, denominator: all.denominator, mayEdit: false });
    const rows = (query: object) =>
      desk.call(liaison, 'listIndicatorRows', {
        params: { code: 'one-enterprise-one-mark' },
        query: { part: 'population', page: 1, pageSize: 50, ...query },
      });
    const found = await rows({});
    expect(found.total).toBe(5);
    expect(new Set(found.items.map((item) => item.town))).toEqual(new Set(['黎里镇']));
    expect((await rows({ cut: 'town', bucket: SHENGZE })).total).toBe(0);
    expect((await refusal(rows({ cut: 'capitalFen', bucket: '1' }))).code).toBe('plan.indicator.cut-unknown');
  });

  it('knows no clause and no indicator that is not there', async () => {
    const ctx = desk.test.system();
    expect((await refusal(desk.call(ctx, 'getClause', { params: { code: 'IX.9' } }))).code).toBe('plan.clause.unknown');
    expect((await refusal(indicator(ctx, 'no-such'))).code).toBe('plan.indicator.unknown');
    const clause = await desk.call(ctx, 'getClause', { params: { code: 'II.1' } });
    expect(clause).toMatchObject({ previous: null, next: { code: 'II.2' }, campaigns: [] });
    expect(clause.measures[0]?.responsible[0]?.name).toBe('区市监局');
    expect(clause.measures.find((measure) => measure.awaits === 'outreach')?.awaits).toBe('outreach');
  });
});
