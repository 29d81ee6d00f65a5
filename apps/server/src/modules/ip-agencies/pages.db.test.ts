import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { loadFacts, refreshFacts } from '../../platform/facts/index.ts';
import { csv } from '../../platform/imports/testing/run-import.ts';
import { bumpRegisterVersion } from '../../platform/register-index/index.ts';
import { getPublicAgency, listPublicAgencies } from './index.ts';
import { composeYearbook, downloadAgencyYearbook } from './queries/download-yearbook.ts';
import { listAgencies } from './queries/list-agencies.ts';
import { listPeople } from './queries/list-people-page.ts';
import { getAgencyFigures } from './queries/read-figures.ts';
import { getAgency } from './queries/show-agency.ts';
import {
  type AgencyDistrict,
  CONSULT,
  LAKE,
  LAKE_CODE,
  LILI,
  OUTSIDE,
  openAgencyDistrict,
  SILK,
} from './testing/agency-district.ts';

let here: AgencyDistrict;
const SCRIPT = '<script>alert(1)</script>';
beforeAll(async () => {
  here = await openAgencyDistrict();
  await here.take(
    '人员.csv',
    'agency-people',
    csv(
      ['姓名', '执业机构', '机构代码', '资格证号', '从业类别', '执业起始日期', '执业终止日期'],
      ['沈知行', LAKE, LAKE_CODE, '3212345', '执行合伙人', '2016-01-01', ''],
      ['沈知行', OUTSIDE, '32555', '3212345', '专利代理师', '2024-01-01', ''],
      ['沈知行', LAKE, LAKE_CODE, '', SCRIPT, '2020-01-01', ''],
    ),
  );
  await here.take(
    '参保.csv',
    'agency-social-security',
    csv(['姓名', '资格证号', '参保单位', '参保起始', '参保终止'], ['沈知行', '3212345', SILK, '2020-01-01', '']),
  );
  await here.take(
    '备案.csv',
    'trademark-agencies',
    csv(
      ['商标代理机构名称', '备案号', '备案日期', '备案有效期至', '地址', '负责人', '备案状态'],
      [LAKE, 'A1', '2020-01-01', '2022-12-31', LILI, '沈知行', '到期'],
      [LAKE, 'A2', '2023-03-01', '2026-02-28', LILI, '沈知行', '有效'],
    ),
  );
  await here.take(
    '年报.csv',
    'agency-annual-reports',
    csv(
      ['机构名称', '机构代码', '报告年度', '提交日期', '负责人', '地址', '代理师人数'],
      [LAKE, LAKE_CODE, '2025', '2026-05-01', SCRIPT, LILI, '9'],
    ),
  );
  await here.take(
    '处罚.csv',
    'agency-penalties',
    csv(
      ['机构名称', '类别', '文书号', '决定日期', '撤销日期', '事由', '决定机关'],
      [LAKE, '行政处罚', '苏罚1号', '2025-03-01', '2026-05-01', SCRIPT, '省局'],
    ),
  );
});
afterAll(() => here?.test.close());

const idOf = async (name: string) => (await here.register())[name]?.id as string;

describe('the pages', () => {
  it('lists what the actor may see, by words, pinyin, initials, people and filing', async () => {
    const page = { page: 1, pageSize: 50 };
    const names = async (query: object, ctx = here.ctx) =>
      (await listAgencies(ctx, { ...page, ...query })).items.map((one) => one.name);
    expect(await names({})).toHaveLength(3);
    for (const q of ['平湖', 'pinghu', 'szphzl', LAKE_CODE, '沈知']) expect(await names({ q })).toContain(LAKE);
    expect(await names({ kind: ['consulting'] })).toEqual([CONSULT]);
    expect(await names({ filing: ['ended'] })).toEqual([LAKE]);
    expect(await names({ local: false })).toEqual([OUTSIDE]);
    const town = await here.test.as('liaison', 'town', '320509104');
    expect(await names({}, town)).not.toContain(OUTSIDE);
  });

  it('shows an annual report that contradicts the register, field by field, and leaves the register as it is', async () => {
    const agency = await getAgency(here.ctx, await idOf(LAKE));
    expect(agency.headName).toBe('沈知行');
    const [report] = agency.reports;
    expect(report).toMatchObject({ year: 2025, late: false, dueOn: '2026-06-30' });
    expect(report?.contradictions.map((one) => one.field)).toEqual(['headName', 'attorneys']);
    // Scripts stay text: nothing is cut and nothing is trusted.
    expect(report?.contradictions[0]?.text).toBe(`负责人：年报为“${SCRIPT}”，登记簿为“沈知行”`);
    expect(agency.grounds[0]).toMatchObject({ text: SCRIPT, revokedOn: '2026-05-01' });
    expect(agency.periods).toMatchObject([{ filingNo: 'A2', inForce: false }, { filingNo: 'A1' }]);
  });

  it('remarks on one person at two agencies and another paying unit, by number and never by name', async () => {
    const { items } = await listPeople(here.ctx, { page: 1, pageSize: 50 });
    expect(items.map((one) => [one.qualificationNo, one.remarks.map((remark) => remark.code)])).toEqual([
      ['3212345', ['two-agencies', 'other-unit', 'namesake']],
      [null, ['namesake']],
    ]);
  });

  it('shows the public its fields: professionals by number, penalties with their withdrawal, no mobile telephone', async () => {
    const { items } = await listPublicAgencies(here.ctx, { q: 'pinghu' });
    expect(items).toMatchObject([{ name: LAKE, filingValid: false, grade: null, marked: false, people: 2 }]);
    const agency = await getPublicAgency(here.ctx, items[0]?.id as string);
    expect(agency.professionals).toEqual([{ name: '沈知行', qualificationNo: '3212345' }]);
    expect(agency.penalties).toMatchObject([{ sort: 'penalty', revokedOn: '2026-05-01' }]);
    expect(agency.years.find((one) => one.year === 2024)).toMatchObject({ right: 'utility', filed: 1 });
  });

  it('counts a year of the industry and writes the same figures into the yearbook', async () => {
    const figures = await getAgencyFigures(here.ctx, { year: 2024 });
    // 902 through LAKE, 903 from outside, 904 through the consultancy; what is not decided is told apart.
    expect(figures.filings.find((one) => one.right === 'utility')).toMatchObject({ filed: 3 });
    expect(figures.concentration).toMatchObject({ agencies: 3, topThree: 1, index: 3333 });
    expect(figures.unlinked).toEqual({ names: 2, filings: 2 });
    expect(figures.agencies).toMatchObject({ total: 3, local: 2 });
    const book = composeYearbook(here.ctx, figures);
    expect(JSON.stringify(book.blocks)).toContain('2024年经登记簿中机构（含外地机构）代理的专利、商标申请3件');
  });

  it('draws the yearbook once for one state of the registers', async () => {
    const ask = () => downloadAgencyYearbook(here.ctx, { year: 2024, format: 'docx' });
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(second.content).toBe(first.content);
    expect((await ask()).content).toBe(first.content);
    await inTransaction(here.ctx, (tx) => bumpRegisterVersion(tx, here.ctx.district, 'agencies'));
    expect((await ask()).content).not.toBe(first.content);
  });
});

describe('facts', () => {
  it('says of agencies and enterprises what follows from the register on a day', async () => {
    await refreshFacts(here.ctx);
    const [lake, consult] = [await idOf(LAKE), await idOf(CONSULT)];
    const paths = [
      'licensed',
      'filingValid',
      'people.attorneys',
      'people.elsewhere',
      'people.otherUnit',
      'patents.filed',
      'patents.unlicensed',
      'penalties',
      'clients',
    ];
    const on = async (asOf: string | undefined) =>
      (await loadFacts(here.ctx, { subject: 'agency', ids: [lake, consult], paths, asOf, everyone: true })).rows;
    const now = await on(undefined);
    expect(now.get(lake)).toMatchObject({
      licensed: true,
      filingValid: false,
      'people.attorneys': 1,
      'people.elsewhere': 1,
      'people.otherUnit': 1,
      'patents.filed': 2,
      'patents.unlicensed': 0,
      penalties: 0,
      clients: 1,
    });
    expect(now.get(consult)).toMatchObject({ licensed: false, filingValid: null, 'patents.unlicensed': 1 });
    // Before the court's decision the penalty stood, and the filing was in force.
    const then = await on('2025-06-01');
    expect(then.get(lake)).toMatchObject({ penalties: 1, filingValid: true });
    const { rows } = await loadFacts(here.ctx, {
      subject: 'enterprise',
      ids: await silkIds(),
      paths: ['agency.count', 'agency.main', 'agency.unknownFilings', 'agency.unlicensedFilings'],
      everyone: true,
    });
    expect([...rows.values()]).toMatchObject([
      { 'agency.count': 3, 'agency.main': LAKE, 'agency.unknownFilings': 2, 'agency.unlicensedFilings': 1 },
    ]);
  });
});

async function silkIds(): Promise<string[]> {
  const { rows } = await here.test.pool.query<{ id: string }>('select id from parties.party where name = $1', [SILK]);
  return rows.map((row) => row.id);
}
