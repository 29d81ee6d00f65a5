import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/context/context.ts';
import { searchFilings } from './jobs/search-filings.ts';
import {
  openSupervisionDesk,
  type PatentLine,
  PINGWANG,
  patentNumber,
  SHENGZE,
  type SupervisionDesk,
} from './testing/supervision-desk.ts';

const COPIER = '苏州甲纺织有限公司';
const HONEST = '苏州乙机械有限公司';

const ABSTRACT =
  '本发明公开了一种喷水织机用废丝收集装置，包括机架、导丝轮、负压吸嘴和储丝筒。所述负压吸嘴铰接在机架的侧板上，吸口朝向织口，间距为12毫米；所述储丝筒通过旋转接头与负压管路相连，筒内设有可拆卸的滤网；所述导丝轮由伺服电机带动，转速根据张力传感器的反馈修正。工作时废丝被吸入储丝筒并压紧成卷，避免了废丝缠绕综框，减少了停机清理的次数。';

/** The same said four times: other numbers, other words, the middle turned round. */
const COPIES = [
  ABSTRACT,
  ABSTRACT.replace('12毫米', '18毫米').replace('避免了', '防止了'),
  ABSTRACT.replace('12毫米', '25毫米').replace('包括', '包含').replace('减少了', '降低了'),
  ABSTRACT.replace('12毫米', '30毫米').replace('铰接在', '转动连接于').replace('次数', '频次'),
];

const copies: readonly PatentLine[] = COPIES.map((abstract, at) => ({
  n: 1 + at,
  title: '一种喷水织机用废丝收集装置',
  abstract,
  firm: COPIER,
  filedOn: `2024-03-${String(11 + at)}`,
  grantedOn: '2025-06-03',
  status: '授权',
  inventors: '沈某;钱某',
}));

const HONEST_LINES: readonly PatentLine[] = [
  {
    n: 21,
    title: '一种电梯层门防夹检测方法',
    abstract:
      '提供一种层门防夹检测方法，采集光幕与门机力矩两路信号，先按采样周期对齐，再以滑动窗口估计基线，当两路偏差同时越限时切断关门指令，并在楼层停靠后复位计数。',
    firm: HONEST,
    inventors: '周某',
  },
  {
    n: 22,
    title: '滚珠丝杠预紧力在线标定系统',
    abstract:
      '一种标定系统，由应变片、无线节点与上位单元组成。上位单元根据温升补偿曲线换算预紧力，偏离设定区间时提示更换垫片，整个过程无需拆卸螺母。',
    firm: HONEST,
    filedOn: '2024-08-15',
    inventors: '周某;吴某',
  },
];

const POLICY = {
  code: 'sample',
  title: '样例扶持办法',
  issuer: '区市场监督管理局',
  fund: '知识产权专项资金',
  year: 2026,
  effectiveFrom: '2026-01-01',
  windows: [{ from: '2026-01-01', to: '2026-12-31' }],
  example: true,
  preconditions: [
    {
      code: 'no-abnormal-filing',
      label: '没有未整改的非正常专利申请',
      rule: 'enterprise.patents.abnormal == 0',
      refusal: '名下有非正常专利申请，整改前不予支持',
      article: '国家知识产权局令第77号',
    },
  ],
  items: [
    {
      code: 'level',
      name: '优势企业奖励',
      clause: '第三条第（一）项',
      text: '区内企业奖励3万元。',
      trigger: 'advantage-level',
      beneficiaries: ['enterprise', 'other'],
      eligibility: 'enterprise.active',
      achievement: { subject: 'enterprise', rule: 'enterprise.active', keyFact: 'name', label: '优势企业' },
      achieved: { from: '2025-01-01', to: '2026-12-31' },
      amount: { type: 'fixed', fen: 3_000_000 },
      materials: [{ code: 'licence', label: '营业执照', fromRegister: true }],
      publicityWorkingDays: 5,
    },
  ],
};

let desk: SupervisionDesk;
let officer: Ctx;
let campaign: string;
let firm: string;

beforeAll(async () => {
  desk = await openSupervisionDesk();
  officer = await desk.test.as('ip-officer');
  await desk.policy(POLICY);
  await desk.register({ name: COPIER, n: 1, highTech: true }, { name: HONEST, n: 2, town: PINGWANG });
  firm = await desk.partyId(COPIER);
  const { id } = await desk.call(officer, 'createCampaign', {
    body: {
      title: '清零试点',
      clause: 'III.2',
      targetRule: 'enterprise.highTech && enterprise.active && enterprise.patents.clean == 0',
      successRule: 'enterprise.patents.exists(p, p.valid && p.chinese && !p.abnormal)',
      from: '2026-11-22',
      to: '2026-12-31',
    },
  });
  campaign = id;
  await desk.call(officer, 'startCampaign', { params: { id } });
  await desk.settle();
});
afterAll(() => desk.close());

const signals = (ctx: Ctx, query: Record<string, string> = {}) => desk.call(ctx, 'listSignals', { query });

/** What hangs on the filings of the copier: facts, entitlement, campaign, register. */
async function standing() {
  const facts = await sql<{
    abnormal: number;
    clean: number;
  }>`select coalesce("patents.abnormal", 0) as abnormal, coalesce("patents.clean", 0) as clean
    from facts.enterprise where subject_id = ${firm}`.execute(desk.ctx.db);
  const flagged = await sql<{ n: number }>`select count(*)::int as n from facts.patent where abnormal`.execute(
    desk.ctx.db,
  );
  const entitlements = await desk.call(officer, 'listEntitlements', { query: { party: firm } });
  const work = await desk.call(officer, 'listWorkItems', { params: { id: campaign } });
  const listed = await desk.call(officer, 'listPatents', { query: { abnormal: 'true' } });
  return {
    ...facts.rows[0],
    patents: flagged.rows[0]?.n,
    entitlement: entitlements.items.map((one) => one.state).join(),
    campaign: work.items.find((item) => item.name === COPIER)?.state,
    listed: listed.total,
  };
}

const UNTOUCHED = { abnormal: 0, clean: 4, patents: 0, entitlement: 'offered', campaign: 'succeeded', listed: 0 };
const BLOCKED = { abnormal: 4, clean: 0, patents: 4, entitlement: 'blocked', campaign: 'reverted', listed: 4 };

async function theSignal() {
  const { items } = await signals(officer, { kind: 'near-identical', presence: 'all' });
  expect(items).toHaveLength(1);
  return items[0] as (typeof items)[number];
}

describe('a copy, from the file to the refusal and back', () => {
  it('is found by a search after the import, and nothing happens to anyone', async () => {
    await desk.patents(...copies, ...HONEST_LINES);
    await desk.settle();
    const found = await theSignal();
    expect(found).toMatchObject({ category: '1', state: 'open', filings: 4, subject: { label: COPIER } });
    expect(found.towns).toEqual(['盛泽镇']);
    expect(found.strength).toBeGreaterThan(0.5);
    // So few filings of the others say nothing: no rate, burst or pattern is made of them.
    expect((await signals(officer)).byKind.map(({ code, count }) => [code, count])).toEqual([['near-identical', 1]]);
    expect(await standing()).toEqual(UNTOUCHED);
  });

  it('shows its evidence: the pairs, the passages, the filings', async () => {
    const detail = await desk.call(officer, 'getSignal', { params: { id: (await theSignal()).id } });
    const { evidence } = detail;
    if (evidence.sort !== 'text-pairs') throw new Error(evidence.sort);
    expect(evidence.pairs.length).toBeGreaterThanOrEqual(3);
    const [pair] = evidence.pairs;
    const textOf = (key: string | undefined, part: 'title' | 'abstract') =>
      detail.rows.find((row) => row.key === key)?.[part] ?? '';
    for (const passage of pair?.passages ?? [])
      expect(textOf(pair?.a, passage.part).slice(passage.a.start, passage.a.end)).toBe(passage.text);
    expect((pair?.passages ?? []).some((passage) => passage.text.length > 8)).toBe(true);
    expect(detail.rows.map((row) => row.applicationNo).toSorted()).toEqual(
      copies.map((line) => patentNumber(line.n).slice(2)),
    );
    expect(detail).toMatchObject({ mayJudge: true, judgements: [], learning: { precision: 0.5 } });
    expect(detail.article).toContain('第三条第（一）项');
    expect(detail.articleText).toContain('内容明显相同');
  });

  it('once confirmed holds the filings abnormal: incentives are refused with the reason, the campaign goes back', async () => {
    const { id } = await theSignal();
    const said = await desk.call(officer, 'judgeSignal', {
      params: { id },
      body: { verdict: 'confirmed', reason: '四件仅数值和用词不同，企业未能提供研发记录' },
    });
    expect(said.held).toBe(4);
    await desk.settle();
    expect(await standing()).toEqual(BLOCKED);
    const { items } = await desk.call(officer, 'listEntitlements', { query: { party: firm } });
    expect(JSON.stringify(items)).toContain('名下有非正常专利申请');
    await expect(desk.call(officer, 'createClaim', { body: { entitlementIds: [items[0]?.id] } })).rejects.toMatchObject(
      { code: 'subsidies.entitlement.not-offered' },
    );
    const detail = await desk.call(officer, 'getSignal', { params: { id } });
    expect(detail.rows.every((row) => row.held && row.abnormal)).toBe(true);
    const patent = await desk.call(officer, 'getPatent', { params: { id: detail.rows[0]?.patentId } });
    expect(patent.abnormal).toBe(true);
    expect(patent.events.at(-1)).toMatchObject({ label: '核查认定为非正常申请', on: '2026-11-22' });
  });

  it('withdrawn, everything is as before', async () => {
    const { id } = await theSignal();
    await desk.call(officer, 'withdrawSignalJudgement', { params: { id }, body: { reason: '企业补充了研发记录' } });
    await desk.settle();
    expect(await standing()).toEqual(UNTOUCHED);
    const detail = await desk.call(officer, 'getSignal', { params: { id } });
    expect(detail).toMatchObject({
      state: 'open',
      judgements: [{ verdict: 'confirmed', withdrawnReason: '企业补充了研发记录' }],
    });
    await expect(
      desk.call(officer, 'withdrawSignalJudgement', { params: { id }, body: { reason: '再撤' } }),
    ).rejects.toMatchObject({ code: 'filing-supervision.signal.not-judged' });
  });

  it('confirmed for some filings holds those alone; another word lets them go', async () => {
    const { id } = await theSignal();
    const { rows } = await desk.call(officer, 'getSignal', { params: { id } });
    const later = rows
      .map((row) => row.key)
      .toSorted()
      .slice(1);
    await desk.call(officer, 'judgeSignal', {
      params: { id },
      body: { verdict: 'confirmed', reason: '首件除外', filings: later },
    });
    await desk.settle();
    expect(await standing()).toEqual({
      ...BLOCKED,
      abnormal: 3,
      clean: 1,
      patents: 3,
      campaign: 'succeeded',
      listed: 3,
    });
    await expect(
      desk.call(officer, 'judgeSignal', {
        params: { id },
        body: { verdict: 'confirmed', reason: '外来', filings: ['1'] },
      }),
    ).rejects.toMatchObject({ code: 'filing-supervision.signal.not-its-filings' });
    await desk.call(officer, 'judgeSignal', {
      params: { id },
      body: { verdict: 'explained', reason: '同一系列的规格' },
    });
    await desk.settle();
    expect(await standing()).toEqual(UNTOUCHED);
  });
});

describe('what was judged', () => {
  it('stays over further searches, full ones too, and is learned from', async () => {
    const before = await theSignal();
    await searchFilings(desk.test.system(), 'full');
    const after = await theSignal();
    expect(after).toMatchObject({ id: before.id, state: 'explained', changedSince: false, strength: before.strength });
    expect(after.weight).toBeLessThan(after.strength);
    const { learning, weightWhy } = await desk.call(officer, 'getSignal', { params: { id: after.id } });
    expect(learning).toMatchObject({ confirmed: 0, explained: 1, precision: 0.4 });
    expect(weightWhy).toContain('系数 0.67');
  });

  it('is pointed out when there is new evidence, and the old word stands', async () => {
    const id = await desk.patents({
      ...(copies[0] as PatentLine),
      n: 9,
      abstract: `${COPIES[1]}`,
      filedOn: '2024-03-20',
    });
    await desk.settle();
    expect(await theSignal()).toMatchObject({ state: 'explained', changedSince: true, filings: 5 });
    await desk.undo(id);
    expect(await theSignal()).toMatchObject({ changedSince: false, filings: 4 });
  });
});

describe('an incremental search', () => {
  it('does nothing where nothing changed', async () => {
    expect(await searchFilings(desk.test.system(), 'incremental')).toBeUndefined();
  });

  it('touches only what changed', async () => {
    // What is usual moves a little with every filing; evidence, strength and judgement of the others do not.
    const rows = () =>
      sql<{
        key: string;
      }>`select key, evidence, filings, strength, weight, state, changed_since, first_seen_at from filing_supervision.signal
        order by key`.execute(desk.ctx.db);
    const before = await rows();
    await desk.patents({
      n: 31,
      title: '一种桑蚕小蚕共育箱的湿度控制方法',
      abstract: '按龄期设定湿度目标，雾化与除湿交替运行，箱内四角布置露点仪，偏差持续三个周期时提醒饲养员翻蔟。',
      firm: HONEST,
      inventors: '郑某',
    });
    await desk.settle();
    const { runs } = await desk.call(officer, 'getSignalLearning');
    expect(runs[0]).toMatchObject({ mode: 'incremental', changed: 1, filings: 7, appeared: 0, gone: 0 });
    expect((await rows()).rows).toEqual(before.rows);
  });

  it('finds the same as a full one', async () => {
    const list = async () =>
      (await signals(officer)).items.map(({ id, strength, filings, why }) => ({ id, strength, filings, why }));
    const before = await list();
    const run = await searchFilings(desk.test.system(), 'full');
    expect(run).toMatchObject({ appeared: 0, altered: 0, gone: 0 });
    expect(await list()).toEqual(before);
  });
});

describe('who answers for some towns', () => {
  it('sees what concerns those alone; elsewhere there is nothing', async () => {
    const { id } = await theSignal();
    const own = await desk.test.as('liaison', 'town', SHENGZE);
    const other = await desk.test.as('liaison', 'town', PINGWANG);
    expect((await signals(own, { kind: 'near-identical' })).total).toBe(1);
    const elsewhere = await signals(other, { presence: 'all' });
    expect([elsewhere.total, elsewhere.byKind, elsewhere.byState]).toEqual([0, [], []]);
    await expect(desk.call(other, 'getSignal', { params: { id } })).rejects.toMatchObject({
      code: 'platform.not-found',
    });
    expect(await desk.call(own, 'getSignal', { params: { id } })).toMatchObject({ mayJudge: false });
  });

  it('for any spread of towns: the list, the counts and the page agree with the rule', async () => {
    const towns = [SHENGZE, PINGWANG, '320509101', '320509107'];
    const spread = Array.from({ length: 16 }, (_, bits) => towns.filter((__, at) => (bits & (1 << at)) !== 0));
    for (const [at, own] of spread.entries())
      await sql`insert into filing_supervision.signal (district, id, key, kind, category, subject_type, subject_id, subject_label, strength, weight,
          figure, baseline, evidence, why_zh, why_en, town_codes, evidence_hash, first_seen_at, changed_at)
        select district, gen_random_uuid(), ${`spread-${at}`}, 'burst', '5', subject_type, subject_id, ${`试${at}`}, strength, weight, figure, baseline,
          evidence, why_zh, why_en, ${own}::text[], evidence_hash, first_seen_at, changed_at
        from filing_supervision.signal where kind = 'near-identical' limit 1`.execute(desk.ctx.db);
    for (const [at, reach] of spread.entries()) {
      const [first] = reach;
      if (first === undefined) continue;
      const base = await desk.test.as('liaison', 'town', first);
      const ctx = {
        ...base,
        actor: {
          ...base.actor,
          grants: reach.map((placeCode) => ({ role: 'liaison', placeKind: 'town' as const, placeCode })),
        },
      };
      const { items, total, byState } = await signals(ctx, { kind: 'burst', pageSize: '100' });
      const seen = spread.flatMap((own, n) =>
        own.length > 0 && own.every((town) => reach.includes(town)) ? [`试${n}`] : [],
      );
      expect({ at, seen: items.map((item) => item.subject.label).toSorted() }).toEqual({ at, seen: seen.toSorted() });
      expect([total, byState.reduce((sum, one) => sum + one.count, 0)]).toEqual([seen.length, seen.length]);
    }
    expect((await signals(officer, { kind: 'burst', pageSize: '100' })).total).toBe(16);
  });
});

describe('what vanishes', () => {
  it('is kept with what was judged, and cannot be judged anew', async () => {
    const { id } = await theSignal();
    await desk.call(officer, 'judgeSignal', { params: { id }, body: { verdict: 'confirmed', reason: '核实无研发' } });
    const { rows } = await sql<{
      id: string;
    }>`select id from imports.import where kind = 'patents' and state = 'committed'
      order by commit_seq limit 1`.execute(desk.ctx.db);
    await desk.undo(rows[0]?.id as string);
    expect(await theSignal()).toMatchObject({ state: 'confirmed', goneAt: expect.any(String) });
    await expect(
      desk.call(officer, 'judgeSignal', { params: { id }, body: { verdict: 'explained', reason: '已无' } }),
    ).rejects.toMatchObject({ code: 'filing-supervision.signal.gone' });
    await desk.patents(...copies);
    await desk.settle();
    expect(await theSignal()).toMatchObject({ id, state: 'confirmed', goneAt: null });
    expect(await standing()).toMatchObject({ abnormal: 4, entitlement: 'blocked', campaign: 'reverted' });
  });
});
