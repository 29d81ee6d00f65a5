import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/context/context.ts';
import { addPoolEntry } from './commands/add-pool-entry.ts';
import { updatePoolEntry } from './commands/update-pool-entry.ts';
import { getClassGap, listClassGaps } from './queries/class-gaps.ts';
import { getBrief } from './queries/get-brief.ts';
import { listPoolEntries } from './queries/list-pool.ts';
import {
  type CampaignDistrict,
  openCampaignDistrict,
  PINGWANG,
  runCampaign,
  targetOf,
  usccOf,
  visit,
} from './testing/campaign-district.ts';
import { csv } from './testing/send-file.ts';

const WEAVER = {
  name: '苏州甲织造有限公司',
  uscc: usccOf(1),
  industry: 'C1751',
  scope: '面料织造；服装销售；货物进出口',
};
const MAKER = {
  name: '苏州乙机械有限公司',
  uscc: usccOf(2),
  industry: 'C3551',
  town: PINGWANG,
  scope: '纺织机械制造',
} as const;
const SILENT = { name: '苏州丙有限公司', uscc: usccOf(3) };
const PAGE = { page: 1, pageSize: 50 };

let district: CampaignDistrict;
let officer: Ctx;
const ids: Record<string, string> = {};

/** Marks of the weaver: registered 2010 in class 24, ten filed this year elsewhere. */
async function importMarks() {
  const headers = [
    '商标名称',
    '申请/注册号',
    '国际分类',
    '申请人名称（中文）',
    '申请日期',
    '注册日期',
    '专用权期限',
    '商标状态',
  ];
  const filed = Array.from({ length: 10 }, (_, n) => [
    '织友',
    String(80000000 + n),
    String(n + 1),
    WEAVER.name,
    '2026-05-01',
    '',
    '',
    '等待实质审查',
  ]);
  await district.send(
    'trademarks',
    csv(
      headers,
      ['织友', '7000001', '24', WEAVER.name, '2009-03-01', '2010-06-07', '2020-06-07 至 2030-06-06', '注册'],
      ...filed,
    ),
  );
}

beforeAll(async () => {
  district = await openCampaignDistrict();
  await district.register(WEAVER, MAKER, SILENT);
  await importMarks();
  officer = await district.test.as('ip-officer');
  for (const { name } of [WEAVER, MAKER, SILENT]) ids[name] = await district.partyId(name);
});
afterAll(() => district.test.close());

describe('class advice', () => {
  it('tells what is registered and used, where the business points, and warns with the article of the day', async () => {
    const gap = await getClassGap(officer, ids[WEAVER.name] as string);
    expect(gap.registered).toEqual([{ niceClass: 24, label: '布料床单', marks: 1, used: 0, lastUsedOn: null }]);
    expect(gap.advised.map((one) => [one.niceClass, one.strength])).toEqual(
      expect.arrayContaining([
        [25, 'core'],
        [35, 'related'],
      ]),
    );
    expect(gap.advised.some((one) => one.niceClass === 24)).toBe(false);
    expect(gap.filings).toEqual({ last12Months: 10, pending: 10, valid: 1, withoutUseEvidence: 1 });
    expect(gap.warnings).toEqual([
      { text: expect.stringContaining('近12个月已申请 10 件'), article: '商标法（2019）第四条、第六十八条第四款' },
    ]);
    expect(gap.note).toContain('不设申请件数指标');
  });

  it('cites the revised law from 2027 on', async () => {
    const next = { ...officer, today: '2027-01-01' };
    const gap = await getClassGap(next, ids[WEAVER.name] as string);
    expect(gap.warnings[0]?.article).toBe('商标法（2026年修订）第十九条、第五十四条');
  });

  it('says so where nothing points anywhere', async () => {
    const gap = await getClassGap(officer, ids[SILENT.name] as string);
    expect(gap).toMatchObject({
      advised: [],
      warnings: [{ text: expect.stringContaining('无法给出建议'), article: null }],
    });
  });

  it('lists the district by gaps, by town and by class', async () => {
    const all = await listClassGaps(officer, PAGE);
    expect(all.items.map((item) => [item.name, item.registered, item.missing])).toEqual(
      expect.arrayContaining([
        [WEAVER.name, [24], expect.arrayContaining([25, 35])],
        [MAKER.name, [], [7]],
      ]),
    );
    expect(all.total).toBe(2);
    expect((await listClassGaps(officer, { ...PAGE, niceClass: ['7'] })).items.map((item) => item.name)).toEqual([
      MAKER.name,
    ]);
    expect((await listClassGaps(officer, { ...PAGE, q: '织造' })).total).toBe(1);
    const liaison = await district.test.as('liaison', 'town', PINGWANG);
    expect((await listClassGaps(liaison, PAGE)).items.map((item) => item.name)).toEqual([MAKER.name]);
    await expect(getClassGap(liaison, ids[WEAVER.name] as string)).rejects.toMatchObject({
      code: 'platform.not-found',
    });
  });
});

describe('the pool', () => {
  const markId = async (number: string) => {
    const { rows } = await sql<{
      id: string;
    }>`select id from ip_rights.trademark where registration_no = ${number}`.execute(district.ctx.db);
    return rows[0]?.id as string;
  };

  it('takes valid registered marks once', async () => {
    await expect(addPoolEntry(officer, { trademarkId: await markId('80000000') })).rejects.toMatchObject({
      code: 'cultivation.pool.not-registered',
    });
    await addPoolEntry(officer, { trademarkId: await markId('7000001'), route: 'administrative' });
    await expect(addPoolEntry(officer, { trademarkId: await markId('7000001') })).rejects.toMatchObject({
      code: 'cultivation.pool.already-there',
    });
  });

  it('computes what the registers tell and keeps what people note', async () => {
    const before = (await listPoolEntries(officer, {})).items[0];
    expect(before?.evidence).toEqual(
      expect.arrayContaining([
        { code: 'registered-years', label: '注册满五年', have: true, note: '注册满 16 年', computed: true },
        { code: 'sales', label: '分省销售与纳税', have: false, note: null, computed: false },
      ]),
    );
    const id = before?.id as string;
    await updatePoolEntry(officer, id, {
      version: 1,
      stage: 'material',
      evidence: [{ code: 'sales', have: true, note: '2023–2025 审计报告' }],
    });
    const pool = await listPoolEntries(officer, { stage: ['material'] });
    expect(pool.stages.map((stage) => stage.count)).toEqual([0, 1, 0, 0, 0]);
    expect(pool.items[0]?.evidence.find((one) => one.code === 'sales')).toMatchObject({
      have: true,
      note: '2023–2025 审计报告',
    });
    const stale = updatePoolEntry(officer, id, { version: 1, stage: 'case' });
    await expect(stale).rejects.toMatchObject({ code: 'cultivation.pool.changed-meanwhile' });
    const computed = updatePoolEntry(officer, id, {
      version: 2,
      evidence: [{ code: 'overseas', have: true, note: null }],
    });
    await expect(computed).rejects.toMatchObject({ code: 'cultivation.pool.unknown-stage' });
  });

  it('says that no title is conferred, and shows a liaison his towns alone', async () => {
    expect((await listPoolEntries(officer, {})).caution).toContain('不是荣誉称号');
    expect((await listPoolEntries(await district.test.as('liaison', 'town', PINGWANG), {})).items).toEqual([]);
  });
});

describe('the brief', () => {
  it('puts facts, rights, campaigns with their reason, class advice, visits and questions on one page', async () => {
    const { id } = await runCampaign(district, {
      template: 'one-enterprise-one-mark',
      title: '一企一标',
      targetRule: 'enterprise.active && enterprise.trademarks.valid == 0',
      successRule: 'enterprise.trademarks.valid >= 1',
    });
    await visit(officer, (await targetOf(district, id, MAKER.name)).id, {
      summary: '已约见研发负责人',
      nextStep: '带类别建议回访',
    });
    const brief = await getBrief(officer, ids[MAKER.name] as string);
    expect(
      brief.facts.find((fact) => fact.label === '所属镇（街道）')?.value ?? brief.facts.map((f) => f.value),
    ).toContain('平望镇');
    expect(brief.rights.length).toBeGreaterThan(5);
    expect(brief.campaigns).toMatchObject([
      { title: '一企一标', state: 'contacted', why: expect.stringContaining('2026-11-22 符合') },
    ]);
    expect(brief.classAdvice).toMatchObject([{ niceClass: 7 }]);
    expect(brief.lastVisits).toMatchObject([{ summary: '已约见研发负责人', nextStep: '带类别建议回访' }]);
    expect(brief.questions.length).toBeGreaterThan(2);
    expect(brief.freshness.asOf).toBe('2026-11-22');
    const liaison = await district.test.as('liaison', 'town', PINGWANG);
    await expect(getBrief(liaison, ids[WEAVER.name] as string)).rejects.toMatchObject({ code: 'platform.not-found' });
  });
});
