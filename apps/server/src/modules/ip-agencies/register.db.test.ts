import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { csv, runUndo } from '../../platform/imports/testing/run-import.ts';
import {
  findAgencies,
  listAgencyPeople,
  listGrounds,
  readFilingStats,
  recordAgencyChange,
  recordPractice,
  registerAgency,
  requireAgency,
  resolveAgencyNames,
} from './index.ts';
import {
  type AgencyDistrict,
  agencyFile,
  CONSULT,
  codeOf,
  LAKE,
  LAKE_USCC,
  LILI,
  OUTSIDE,
  openAgencyDistrict,
} from './testing/agency-district.ts';

let here: AgencyDistrict;
beforeAll(async () => {
  here = await openAgencyDistrict();
});
afterAll(() => here?.test.close());

const idOf = async (name: string) => (await here.register())[name]?.id as string;

describe('the register', () => {
  it('takes one agency under three spellings and two codes for one, and says so', async () => {
    const other = await here.take(
      '又一份名单.csv',
      'patent-agencies',
      agencyFile(
        { 机构名称: '苏州平湖专利代理事务所（普通合伙）', 机构代码: '32902', 统一社会信用代码: LAKE_USCC },
        { 机构名称: '苏州平湖知识产权代理事务所', 机构代码: '32901' },
      ),
    );
    const register = await here.register();
    expect(Object.keys(register).toSorted()).toEqual([CONSULT, OUTSIDE, LAKE].toSorted());
    expect(register[LAKE]).toMatchObject({ code: '32901' });
    expect(register[LAKE]?.notes).toEqual(expect.arrayContaining(['two-codes', 'other-names']));
    // What is undone leaves no trace but the id.
    const before = register[LAKE]?.id;
    await runUndo(here.ctx, other.id);
    expect((await here.register())[LAKE]).toMatchObject({ id: before, notes: [] });
  });

  it('keeps entries with one name and contradicting codes apart until a person says', async () => {
    const twin = await here.take(
      '同名.csv',
      'patent-agencies',
      agencyFile(
        { 机构名称: '苏州清溪专利代理有限公司', 机构代码: '32911', 统一社会信用代码: codeOf(11) },
        { 机构名称: '苏州清溪专利代理有限公司', 机构代码: '32912', 统一社会信用代码: codeOf(12) },
      ),
    );
    const { rows } = await sql<{ reasons: { code: string }[] }>`select reasons from agencies.identity_review`.execute(
      here.ctx.db,
    );
    expect(rows.map((row) => row.reasons.map((reason) => reason.code))).toEqual([['same-name']]);
    expect(await resolveAgencyNames(here.ctx, ['苏州清溪专利代理有限公司'])).toEqual(new Map());
    await runUndo(here.ctx, twin.id);
  });

  it('takes in a branch without its house and marks it; finds the house of another', async () => {
    const done = await here.take(
      '分支.csv',
      'patent-agencies',
      agencyFile(
        { 机构名称: '北京某某专利代理有限公司吴江分公司', 机构类型: '分支机构', 地址: LILI },
        { 机构名称: '南京北辰专利代理有限公司吴江分所', 机构类型: '分支机构', 所属机构: OUTSIDE, 地址: LILI },
      ),
    );
    expect(done.counts.accepted).toBe(2);
    const register = await here.register();
    expect(register.北京某某专利代理有限公司吴江分公司).toMatchObject({ parent: null, notes: ['no-parent'] });
    expect(register.南京北辰专利代理有限公司吴江分所).toMatchObject({
      parent: OUTSIDE,
      notes: [],
      kinds: ['patent-branch'],
    });
    await runUndo(here.ctx, done.id);
  });

  it('links patents by spelling and by code in brackets, and leaves what is only alike to a person', async () => {
    const { rows } = await sql<{ written: string; decision: string; name: string | null; candidates: number }>`
      select w.written, w.decision, a.name, jsonb_array_length(w.candidates) as candidates from agencies.written_name w
      left join agencies.agency a on a.district = w.district and a.id = w.agency_id order by w.written`.execute(
      here.ctx.db,
    );
    const byName = Object.fromEntries(rows.map(({ written, ...row }) => [written, row]));
    expect(byName[LAKE]).toMatchObject({ decision: 'auto', name: LAKE });
    expect(byName['苏州平湖专利代理事务所（普通合伙） 32901']).toMatchObject({ decision: 'auto', name: LAKE });
    expect(byName.苏州平湖专利事务所).toMatchObject({ decision: 'review', name: null, candidates: 1 });
    expect(byName.完全不认识的代理中心).toMatchObject({ decision: 'none', name: null });
    const stats = await readFilingStats(here.ctx, { agencyIds: [await idOf(LAKE)] });
    expect(stats).toEqual([
      expect.objectContaining({ right: 'utility', filed: 2, granted: 2, abnormal: 0, clients: 1, towns: 1 }),
    ]);
  });

  it('lays changes of officers over the lists, keeps the old name findable and tells the change', async () => {
    const ctx = await here.test.as('ip-officer');
    const id = await idOf(CONSULT);
    await inTransaction(ctx, (tx) =>
      recordAgencyChange(
        tx,
        ctx,
        id,
        { name: '苏州明远知识产权集团有限公司', status: 'suspended' },
        { on: '2026-10-01', basis: '变更申请' },
      ),
    );
    const card = (await findAgencies(ctx, [id])).get(id);
    expect(card).toMatchObject({ name: '苏州明远知识产权集团有限公司', status: 'suspended', kinds: ['consulting'] });
    expect((await resolveAgencyNames(ctx, [CONSULT])).get(CONSULT)).toBe(id);
    const { rows } = await sql<{
      field: string;
      before: unknown;
      origin: string;
    }>`select field, before, origin from agencies.change
      where agency_id = ${id} order by field`.execute(ctx.db);
    expect(rows).toEqual([
      { field: 'name', before: CONSULT, origin: 'officer' },
      { field: 'status', before: 'active', origin: 'officer' },
    ]);
    await inTransaction(ctx, (tx) =>
      recordAgencyChange(tx, ctx, id, { name: CONSULT, status: 'active' }, { on: '2026-10-02', basis: '更正' }),
    );
    await expect(
      inTransaction(ctx, (tx) =>
        recordAgencyChange(tx, ctx, id, { notes: '[]' } as never, { on: '2026-10-02', basis: '' }),
      ),
    ).rejects.toMatchObject({ code: 'ip-agencies.change.field' });
  });

  it('registers a new agency, which joins the entry the lists have of it', async () => {
    const ctx = await here.test.as('ip-officer');
    const known = await inTransaction(ctx, (tx) =>
      registerAgency(tx, ctx, { name: LAKE, uscc: LAKE_USCC, phone: '0512-63000000' }),
    );
    expect(known).toBe(await idOf(LAKE));
    const fresh = await inTransaction(ctx, (tx) =>
      registerAgency(tx, ctx, { name: '苏州新起专利代理有限公司', kinds: ['patent'], townCode: '320509104' }),
    );
    expect((await findAgencies(ctx, [fresh])).get(fresh)).toMatchObject({
      status: 'active',
      inDistrict: true,
      kinds: ['patent'],
    });
  });
});

describe('people', () => {
  it('never joins people on a name alone; a number joins them across agencies', async () => {
    const people = ['姓名', '执业机构', '资格证号', '执业备案号', '执业起始日期', '执业终止日期'];
    const done = await here.take(
      '人员.csv',
      'agency-people',
      csv(
        people,
        ['张伟', LAKE, '3212345', '', '2016-01-01', ''],
        ['张伟', LAKE, '3212346', '', '2018-01-01', ''],
        ['张伟', OUTSIDE, '3212345', '', '2024-01-01', ''],
        ['王芳', LAKE, '', '', '2020-01-01', ''],
        ['王芳', OUTSIDE, '', '', '2021-01-01', ''],
      ),
    );
    expect(done.counts).toMatchObject({ accepted: 5 });
    const [lake, outside] = [
      await listAgencyPeople(here.ctx, await idOf(LAKE), '2026-11-22'),
      await listAgencyPeople(here.ctx, await idOf(OUTSIDE), '2026-11-22'),
    ];
    expect(lake.map((one) => [one.name, one.qualificationNo]).toSorted()).toEqual([
      ['张伟', '3212345'],
      ['张伟', '3212346'],
      ['王芳', null],
    ]);
    const zhang = lake.find((one) => one.qualificationNo === '3212345');
    expect(outside.find((one) => one.name === '张伟')?.personId).toBe(zhang?.personId);
    const wang = (list: typeof lake) => list.find((one) => one.name === '王芳')?.personId;
    expect(wang(lake)).not.toBe(wang(outside));
    // Nobody is there before the day.
    expect(await listAgencyPeople(here.ctx, await idOf(OUTSIDE), '2020-06-01')).toEqual([]);
    const ctx = await here.test.as('ip-officer');
    await inTransaction(ctx, async (tx) =>
      recordPractice(tx, ctx, {
        agencyId: await idOf(LAKE),
        name: '张伟',
        qualificationNo: '3212345',
        from: '2016-01-01',
        to: '2026-06-30',
      }),
    );
  });
});

describe('grounds', () => {
  const header = ['机构名称', '类别', '文书号', '决定日期', '撤销日期', '撤销依据', '事由', '决定机关', '罚款金额'];
  const row = (revokedOn: string) => [
    LAKE,
    '行政处罚',
    '苏知罚〔2025〕1号',
    '2025-03-01',
    revokedOn,
    revokedOn === '' ? '' : '（2026）苏05行终1号',
    '未按规定备案',
    '省知识产权局',
    '2万元',
  ];

  it('keeps a penalty that a court withdrew, with the day, and forgets the withdrawal when its list is undone', async () => {
    await here.take('处罚.csv', 'agency-penalties', csv(header, row('')));
    const [first] = await listGrounds(here.ctx);
    expect(first).toMatchObject({
      sort: 'penalty',
      on: '2025-03-01',
      revokedOn: null,
      amountFen: 2_000_000,
      documentNo: '苏知罚〔2025〕1号',
    });
    expect(first?.source).toMatchObject({ row: 1 });
    const court = await here.take('撤销.csv', 'agency-penalties', csv(header, row('2026-05-01')));
    expect(await listGrounds(here.ctx)).toEqual([{ ...first, revokedOn: '2026-05-01', source: expect.anything() }]);
    await runUndo(here.ctx, court.id);
    expect((await listGrounds(here.ctx))[0]).toMatchObject({ id: first?.id, revokedOn: null });
  });

  it('tells annual reports that came late or not at all, of years some list tells of', async () => {
    await here.take(
      '年报.csv',
      'agency-annual-reports',
      csv(['机构名称', '报告年度', '提交日期', '负责人', '代理师人数'], [LAKE, '2025', '2026-08-01', '沈某', '9']),
    );
    const late = (await listGrounds(here.ctx)).filter((ground) => ground.sort.includes('annual-report'));
    const sorts = new Map(late.map((ground) => [ground.agencyId, ground.sort]));
    expect(sorts.get(await idOf(LAKE))).toBe('late-annual-report');
    // From outside the district, or no patent agency: not this office's to ask.
    expect(sorts.has(await idOf(OUTSIDE))).toBe(false);
    expect(sorts.has(await idOf(CONSULT))).toBe(false);
    expect(late.find((ground) => ground.agencyId === sorts.keys().next().value)?.text).toContain('2026-06-30');
  });
});

describe('who may see', () => {
  it('shows a town its agencies, an agency itself, and nobody what is not theirs', async () => {
    const [lake, outside] = [await idOf(LAKE), await idOf(OUTSIDE)];
    const card = (await findAgencies(here.ctx, [lake])).get(lake);
    const own = await here.test.as('agency', 'party', card?.partyId as string);
    expect((await requireAgency(own, lake)).name).toBe(LAKE);
    await expect(requireAgency(own, outside)).rejects.toMatchObject({ code: 'platform.not-found' });
    const town = await here.test.as('liaison', 'town', card?.townCode as string);
    expect((await requireAgency(town, lake)).id).toBe(lake);
    await expect(requireAgency(town, outside)).rejects.toMatchObject({ code: 'platform.not-found' });
    await expect(
      requireAgency(await here.test.as('enterprise', 'party', card?.partyId as string), lake),
    ).rejects.toMatchObject({ code: 'platform.not-found' });
  });
});
