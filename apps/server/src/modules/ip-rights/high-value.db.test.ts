import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, runImport } from '../../platform/imports/testing/run-import.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { judgeHighValue } from './domain/high-value.ts';
import { explainHighValue } from './queries/explain-high-value.ts';
import { getPatent, listPatentSources } from './queries/show-patent.ts';
import { factsBy } from './testing/read-facts.ts';
import { openSmallDistrict, P1, P2, P3, SILK } from './testing/small-district.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openSmallDistrict();
  const ctx = test.system();
  await runImport(ctx, {
    name: '质押.csv',
    content: csv(
      ['专利号', '出质人', '质权人', '质押登记号', '质押金额', '登记日', '解除日'],
      [P1, SILK, '苏州银行', 'Y1', '1200万元', '2024-05-10', '2025-05-09'],
      [P2, SILK, '苏州银行', 'Y2', '300万元', '2024-06-01', ''],
    ),
  });
  await runImport(ctx, {
    name: '获奖.csv',
    content: csv(
      ['专利号', '专利权人', '奖项', '等级', '年度'],
      [P1, SILK, '江苏省专利奖', '银奖', '2023'],
      [P2, SILK, '中国专利奖', '优秀奖', '2022'],
    ),
  });
  await runImport(ctx, {
    name: '通报.csv',
    content: csv(
      ['申请号', '发明名称', '申请人', '通报批次', '通报日期', '撤回状态'],
      [P3, '一种卷取装置', SILK, '第一批', '2026-03-01', '未撤回'],
    ),
  });
  await sql`update ip_rights.patent set strategic_codes = '{3.5}', strategic_basis = 'sender' where record_key = ${P1}`.execute(
    ctx.db,
  );
});
afterAll(() => test?.close());

async function idOf(key: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from ip_rights.patent where record_key = ${key}`.execute(
    test.services.db,
  );
  return rows[0]?.id as string;
}

describe('the reasons of high value', () => {
  it('say for each category whether and why', async () => {
    const { any, note, categories } = await explainHighValue(test.system(), await idOf(P2), '2026-11-22');
    expect([any, note]).toEqual([true, null]);
    expect(categories.map((one) => [one.code, one.met, one.reason])).toEqual([
      ['strategic', false, '各IPC分类号均不在参照关系表内'],
      ['family', true, '同族国家或地区：US；在海外是否已授权，来源没有说明'],
      ['longLived', true, '申请日2014-03-01，已于2024-03-01满10年，至2026-11-22已超过'],
      ['pledged', false, '质押登记Y2（2024-06-01）金额300万元，未达到参数1000万元'],
      ['awarded', true, '2022年获中国专利奖优秀奖'],
    ]);
    expect(categories.every((one) => one.article !== null)).toBe(true);
    expect(categories[3]?.article).toContain('平台参数');
  });

  it('say what is not known, and of the day', async () => {
    const by = async (key: string, asOf: string) => {
      const { categories } = await explainHighValue(test.system(), await idOf(key), asOf);
      return Object.fromEntries(categories.map((one) => [one.code, one]));
    };
    const now = await by(P1, '2026-11-22');
    expect(now.strategic).toMatchObject({ met: true, reason: '来源文件载明：3.5 高性能纤维及制品和复合材料' });
    expect(now.family).toMatchObject({ met: null, reason: '来源没有同族信息，无法判断，统计时不计' });
    expect(now.pledged).toMatchObject({
      met: true,
      reason: '质押登记Y1（2024-05-10）金额1200万元，达到参数1000万元',
    });
    expect(now.awarded).toMatchObject({ met: false, reason: '江苏省专利奖银奖不属国家科学技术奖或中国专利奖' });
    expect((await by(P1, '2024-05-09')).pledged).toMatchObject({ met: false, reason: '没有质押登记记录' });
    expect((await by(P2, '2024-03-01')).longLived).toMatchObject({ met: false });
    expect((await by(P2, '2024-03-02')).longLived).toMatchObject({ met: true });
  });

  it('count no patent that is no Chinese invention in force', async () => {
    expect(await explainHighValue(test.system(), await idOf(P3), '2026-11-22')).toEqual({
      any: false,
      note: '仅在统计日有效的中国发明专利计入高价值发明专利',
      categories: [],
    });
    expect((await explainHighValue(test.system(), await idOf(P1), '2022-01-01')).categories).toEqual([]);
  });

  it('agree with the facts, patent by patent and day by day', async () => {
    const { rows } = await sql<{
      id: string;
      number: string;
    }>`select id, application_no as number from ip_rights.patent`.execute(test.services.db);
    for (const asOf of ['2026-11-22', '2024-06-01', '2024-03-01', '2022-06-30']) {
      const facts = await factsBy(test, 'patent', 'applicationNo', asOf);
      for (const { id, number } of rows) {
        const row = facts[number];
        if (row === undefined) continue;
        const { any, categories } = await explainHighValue(test.system(), id, asOf);
        expect(row['highValue.any'], `${number} ${asOf}`).toBe(any);
        for (const one of categories)
          expect(row[`highValue.${one.code}`], `${number} ${asOf} ${one.code}`).toBe(one.met === true);
      }
    }
  });
});

it('stands on the page of the patent, with what other lists tell of it', async () => {
  const page = await getPatent(test.system(), await idOf(P2));
  expect(page.highValue).toMatchObject({ any: true });
  expect(page.events.filter((event) => ['pledge-registered', 'awarded'].includes(event.kind))).toMatchObject([
    { on: '2022-01-01', label: '获奖', detail: '中国专利奖 优秀奖' },
    { on: '2024-06-01', label: '质押登记', detail: 'Y2 苏州银行 300万元' },
  ]);
  const { sources } = await listPatentSources(test.system(), await idOf(P2));
  expect(sources.filter((one) => one.field === 'registrationNo')).toMatchObject([
    { fieldLabel: '质押登记号', value: 'Y2', fileName: '质押.csv' },
  ]);
  expect((await getPatent(test.system(), await idOf(P3), '2026-02-28')).abnormal).toBe(false);
  expect((await getPatent(test.system(), await idOf(P3))).abnormal).toBe(true);
});

it('reads a candidate as one', () => {
  const { categories } = judgeHighValue(
    {
      counts: true,
      filedOn: '2024-01-01',
      ipc: ['G02B6/02'],
      strategicCodes: ['1.2'],
      strategicBasis: 'ipc-keyword',
      hits: [
        {
          code: '1.2',
          name: '电子核心产业',
          symbol: 'G02B6/02',
          pattern: 'G02B6*',
          keywords: ['光纤制造'],
          certain: false,
        },
      ],
      familyCountries: [],
      familySize: 1,
      pledges: [{ registrationNo: 'Y9', registeredOn: '2025-01-01', amountFen: null }],
      awards: [],
    },
    '2026-11-22',
  );
  expect(categories[0]).toMatchObject({ met: true });
  expect(categories[0]?.reason).toContain('另限定关键词“光纤制造”，仅凭IPC不能确认，按候选计入');
  expect(categories[1]).toMatchObject({ met: false });
  expect(categories[3]).toMatchObject({ met: null });
});
