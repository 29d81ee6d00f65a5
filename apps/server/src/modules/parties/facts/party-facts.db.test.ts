import { addDays } from '@jince/calendar';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectFacts } from '../../../platform/facts/fact-statements.ts';
import { CODES, csv, type ImportDesk, openImportDesk } from '../../../platform/imports/testing/import-desk.ts';
import { REGISTER_HEADER } from '../../../platform/imports/testing/register-header.ts';
import { isMembershipValid, type MembershipFacts } from '../domain/membership-validity.ts';

type Row = Readonly<Record<string, unknown>>;

let desk: ImportDesk;
const SILK = '苏州恒锦纺织有限公司';
const CABLE = '苏州亨光缆业有限公司';
const FARM = '苏州湖畔农业专业合作社';
const LATER = '苏州后来机械有限公司';

async function factsBy(subject: string, key: string, asOf: string): Promise<Record<string, Row>> {
  const ctx = desk.test.system();
  const entry = ctx.services.facts.subjects.get(subject);
  if (entry === undefined) throw new Error(subject);
  const paths = [...entry.facts.keys()].filter((path) => entry.facts.get(path)?.group.name.startsWith('parties.'));
  const { rows } = await sql<Row>`${selectFacts(entry, paths, { district: ctx.district, asOf })}`.execute(ctx.db);
  return Object.fromEntries(rows.map((row) => [String(row[key]), row]));
}

beforeAll(async () => {
  desk = await openImportDesk();
  await desk.take(
    '登记.csv',
    csv(
      REGISTER_HEADER,
      [
        SILK,
        CODES[0],
        '有限责任公司',
        '存续',
        '2010-01-01',
        '',
        '100',
        '江苏省苏州市吴江区盛泽镇西二环路1号',
        'C1743',
        '吴江市恒锦丝织厂',
        '丝绸面料制造、销售',
      ],
      [
        CABLE,
        CODES[1],
        '有限责任公司',
        '存续',
        '2015-06-15',
        '',
        '2000',
        '苏州市吴江区七都镇亨通大道88号',
        'F5199',
        '',
        '光缆销售',
      ],
      [
        FARM,
        '93320509MA1ABCDE8M',
        '农民专业合作社',
        '注销',
        '2020-02-29',
        '2024-03-01',
        '',
        '苏州市吴江区震泽镇农业路1号',
        '',
        '',
        '蔬菜种植',
      ],
      [
        LATER,
        CODES[2],
        '有限责任公司',
        '存续',
        '2025-03-01',
        '',
        '50',
        '苏州市吴江区震泽镇工业路1号',
        'C3511',
        '',
        '机械制造',
      ],
    ),
  );
  await desk.take(
    '高企.csv',
    csv(
      ['企业名称', '统一社会信用代码', '证书编号', '发证日期', '有效期至', '技术领域'],
      [SILK, CODES[0], 'GR202132001234', '2021-11-30', '', '新材料'],
      [SILK, CODES[0], 'GR202432001234', '2024-11-30', '2027-11-29', '新材料'],
      [CABLE, CODES[1], 'GR202032005678', '2020-12-02', '2023-12-01', '电子信息'],
    ),
  );
  await desk.take(
    '规上.csv',
    csv(
      ['年度', '单位名称', '统一社会信用代码', '行业代码', '行业名称', '主营业务收入（万元）', '从业人数'],
      ['2023', SILK, CODES[0], 'C1743', '纺织', '5000', '100'],
      ['2025', SILK, CODES[0], 'C1743', '纺织', '8000', '120'],
    ),
  );
  await desk.take(
    '贯标.csv',
    csv(
      ['企业名称', '统一社会信用代码', '认证标准', '证书编号', '认证机构', '颁证日', '有效期至', '证书状态'],
      [SILK, CODES[0], 'GB/T 29490-2013', '18123IP001', '中知', '2023-08-02', '2026-08-01', '有效'],
      [CABLE, CODES[1], 'GB/T 29490-2023', '18124IP002', '中知', '2024-05-10', '2027-05-09', '有效'],
      [CABLE, CODES[1], 'ISO 56005', '18124IM003', '中知', '2024-05-10', '2028-05-09', '有效'],
      [
        FARM,
        '93320509MA1ABCDE8M',
        '江苏省企业知识产权管理贯标绩效评价',
        '苏评2022001',
        '省局',
        '2022-06-01',
        '2025-05-31',
        '',
      ],
    ),
  );
});
afterAll(() => desk?.close());

describe('who a party is', () => {
  it('is what the register says, as of the day where it gives days', async () => {
    const all = await factsBy('enterprise', 'name', '2026-11-22');
    expect(all[SILK]).toMatchObject({
      uscc: CODES[0],
      kind: 'enterprise',
      status: 'active',
      active: true,
      registered: true,
      establishedOn: '2010-01-01',
      ageYears: 16,
      dissolvedOn: null,
      town: '320509105',
      industry: 'C1743',
      industrySection: 'C',
      manufacturing: true,
      capitalFen: 100_000_000,
      formerNames: 1,
      scope: '丝绸面料制造、销售',
      'mentions.pending': 0,
    });
    expect(all[CABLE]).toMatchObject({ manufacturing: false, industrySection: 'F', formerNames: 0 });
    expect(all[FARM]).toMatchObject({
      kind: 'co-operative',
      status: 'deregistered',
      active: false,
      dissolvedOn: '2024-03-01',
      manufacturing: null,
      capitalFen: null,
    });
  });

  it('was another thing before it ended, and nothing before it began', async () => {
    const past = await factsBy('enterprise', 'name', '2024-02-29');
    expect(past[FARM]).toMatchObject({ status: 'active', active: true, dissolvedOn: null, ageYears: 4 });
    expect(past[LATER]).toBeUndefined();
    expect((await factsBy('enterprise', 'name', '2021-02-28'))[FARM]).toMatchObject({ ageYears: 1 });
    expect((await factsBy('enterprise', 'name', '2021-02-27'))[FARM]).toMatchObject({ ageYears: 0 });
  });
});

describe('lists and certificates', () => {
  it('count as they stood on the day', async () => {
    const now = await factsBy('enterprise', 'name', '2026-11-22');
    expect(now[SILK]).toMatchObject({
      highTech: true,
      highTechUntil: '2027-11-29',
      highTechSince: '2021-11-30',
      aboveScale: true,
      aboveScaleYear: 2025,
      revenueFen: 8_000_000_000,
      advantage: false,
      advantageLevel: null,
      'memberships.count': 2,
    });
    expect(now[CABLE]).toMatchObject({
      highTech: false,
      highTechUntil: null,
      highTechSince: '2020-12-02',
      aboveScale: false,
      revenueFen: null,
    });
    expect(now[LATER]).toMatchObject({ highTech: false, highTechSince: null, 'memberships.count': 0 });
    const then = await factsBy('enterprise', 'name', '2023-06-30');
    // Without a printed last day three years from issue: until 2024-11-29.
    expect(then[SILK]).toMatchObject({
      highTech: true,
      highTechUntil: '2024-11-29',
      aboveScaleYear: 2023,
      revenueFen: 5_000_000_000,
    });
    expect(then[CABLE]).toMatchObject({ highTech: true, highTechUntil: '2023-12-01' });
    expect((await factsBy('enterprise', 'name', '2021-11-29'))[SILK]).toMatchObject({
      highTech: false,
      highTechSince: null,
    });
  });

  it('let the 2013 edition of the standard die with 2025 (公告2023年第27号)', async () => {
    const standard = async (name: string, asOf: string) => {
      const row = (await factsBy('enterprise', 'name', asOf))[name] ?? {};
      return Object.fromEntries(
        Object.entries(row)
          .filter(([path]) => path.startsWith('standard.'))
          .map(([path, value]) => [path.slice(9), value]),
      );
    };
    expect(await standard(SILK, '2025-12-31')).toEqual({
      valid: true,
      edition: '2013',
      expiresOn: '2026-08-01',
      daysLeft: 213,
      certificates: 1,
      superseded: false,
      evaluation: false,
      everHeld: true,
    });
    expect(await standard(SILK, '2026-01-01')).toMatchObject({
      valid: false,
      edition: null,
      expiresOn: null,
      daysLeft: null,
      superseded: true,
      everHeld: true,
    });
    expect(await standard(SILK, '2026-08-02')).toMatchObject({ superseded: false });
    // The certificate to ISO 56005 runs longer and is none of these.
    expect(await standard(CABLE, '2026-11-22')).toMatchObject({
      valid: true,
      edition: '2023',
      expiresOn: '2027-05-09',
      certificates: 1,
    });
    expect(await standard(FARM, '2025-05-31')).toMatchObject({ valid: true, evaluation: true, edition: null });
    expect(await standard(FARM, '2025-06-01')).toMatchObject({ valid: false, evaluation: false, everHeld: true });
    expect(await standard(FARM, '2022-05-31')).toMatchObject({ everHeld: false, certificates: 0 });
  });
});

const day = fc.integer({ min: 0, max: 6500 }).map((n) => addDays('2010-01-01', n));
const membership = fc.record({
  kind: fc.constantFrom('high-tech', 'standard-certified', 'above-scale', 'listed'),
  standard: fc.constantFrom(
    null,
    'GB/T 29490-2013',
    'GB/T29490—2023',
    'GB/T 29490',
    'ISO 56005',
    '企业知识产权管理规范',
  ),
  valid_from: fc.option(day, { nil: null }),
  valid_to: fc.option(day, { nil: null }),
  year: fc.constantFrom(null, 2020, 2025),
  status_text: fc.constantFrom(null, '有效', '撤销', '已暂停', '过期失效', '正常'),
});

it('says of any list entry on any day what isMembershipValid says', async () => {
  const { db } = desk.test.services;
  const drawn: MembershipFacts[] = fc.sample(membership, { numRuns: 400, seed: 29490 });
  const { rows } = await sql<{ id: string }>`select id from parties.mention limit 1`.execute(db);
  await sql`insert into parties.membership (district, id, record_key, mention_id, kind, standard, valid_from, valid_to, year, status_text, certificate_no)
    select '320509', gen_random_uuid(), 'drawn' || n, ${rows[0]?.id}, kind, standard, valid_from, valid_to, year, status_text, 'drawn' || n
    from json_to_recordset(${JSON.stringify(drawn.map((one, n) => ({ ...one, n })))}::json)
      as d(n int, kind text, standard text, valid_from date, valid_to date, year int, status_text text)`.execute(db);
  let valid = 0;
  for (const asOf of [
    '2012-06-01',
    '2013-02-28',
    '2020-02-29',
    '2023-12-31',
    '2024-01-01',
    '2025-12-31',
    '2026-01-01',
    '2026-11-22',
  ]) {
    const facts = await factsBy('membership', 'certificateNo', asOf);
    for (const [n, one] of drawn.entries()) {
      const expected = isMembershipValid(one, asOf).valid;
      // An entry that has not begun is not there yet.
      expect(facts[`drawn${n}`]?.valid ?? false, `${JSON.stringify(one)} ${asOf}`).toBe(expected);
      if (expected) valid += 1;
    }
  }
  expect(valid).toBeGreaterThan(300);
});
