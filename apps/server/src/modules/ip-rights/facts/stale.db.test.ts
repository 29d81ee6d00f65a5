import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { patentFile } from '../../../platform/imports/testing/patent-file.ts';
import { csv, runImport, runUndo } from '../../../platform/imports/testing/run-import.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { CABLE, FARM, openSmallDistrict, P1, P2, patentRows, SILK, UNIVERSITY } from '../testing/small-district.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openSmallDistrict();
});
beforeEach(() => sql`delete from facts.stale`.execute(test.services.db));
afterAll(() => test?.close());

/** Names, or numbers, of the subjects that wait to be computed anew. */
async function waiting(subject: 'enterprise' | 'patent' | 'trademark' | 'madrid' | 'gi'): Promise<string[]> {
  const table = {
    enterprise: 'parties.party',
    patent: 'ip_rights.patent',
    trademark: 'ip_rights.trademark',
    madrid: 'ip_rights.madrid',
    gi: 'ip_rights.gi',
  };
  const { rows } = await sql<{
    key: string;
  }>`select distinct r.record_key as key from facts.stale s join ${sql.table(table[subject])} r on r.id = s.subject_id
    where s.subject = ${subject}`.execute(test.services.db);
  return rows.map((row) => row.key).sort();
}
const keys: Record<string, string> = {
  [SILK]: '91320509MA1ABCDE8U',
  [CABLE]: '91320509MA1T000560',
  [FARM]: '93320509MA1ABCDE8M',
};

it('marks the holder before and the holder after when a patent changes hands', async () => {
  const done = await runImport(test.system(), {
    name: '转让.csv',
    kind: 'patents',
    content: patentFile({ ...patentRows[P1], 当前权利人: CABLE }),
  });
  expect(await waiting('patent')).toEqual([P1]);
  expect(await waiting('enterprise')).toEqual([keys[SILK], keys[CABLE]].sort());
  await sql`delete from facts.stale`.execute(test.services.db);
  await runUndo(test.system(), done.id);
  expect(await waiting('enterprise')).toEqual([keys[SILK], keys[CABLE]].sort());
});

it('marks the holder of a patent that vanishes with its import', async () => {
  const row = { ...patentRows[P2], 申请号: 'CN202010123456.2', 当前权利人: CABLE, '公开（公告）号': 'CN111222333B' };
  const done = await runImport(test.system(), { name: '又一件.csv', kind: 'patents', content: patentFile(row) });
  await sql`delete from facts.stale`.execute(test.services.db);
  await runUndo(test.system(), done.id);
  expect(await waiting('enterprise')).toEqual([keys[CABLE]]);
  const { rows } = await sql<{
    n: number;
  }>`select count(distinct subject_id) as n from facts.stale where subject = 'patent' and subject_id <> '00000000-0000-0000-0000-000000000000'`.execute(
    test.services.db,
  );
  expect(rows[0]?.n).toBe(1);
});

it('marks the patent and its holders when a fee is reported', async () => {
  await runImport(test.system(), {
    name: '年费.csv',
    kind: 'annuities',
    content: csv(['申请号', '应缴年度', '应缴年费', '缴费日期', '缴费状态'], [P2, '12', '4000', '2025-03-01', '已缴']),
  });
  expect(await waiting('patent')).toEqual([P2]);
  expect(await waiting('enterprise')).toEqual([keys[SILK], `name:${UNIVERSITY}`].sort());
});

it('marks every right that bears a name of a party that changes, and who holds it with it', async () => {
  await runImport(test.system(), {
    name: '更新.csv',
    kind: 'market-register',
    content: csv(
      ['企业名称', '统一社会信用代码', '企业类型', '登记状态', '成立日期', '注册地址'],
      [SILK, keys[SILK] as string, '有限责任公司', '存续', '2010-01-01', '江苏省苏州市吴江区七都镇丝绸路1号'],
    ),
  });
  expect(await waiting('enterprise')).toEqual([keys[SILK], `name:${UNIVERSITY}`].sort());
  expect((await waiting('patent')).length).toBe(4);
  expect((await waiting('trademark')).length).toBe(2);
  expect((await waiting('madrid')).length).toBe(1);
  expect((await waiting('gi')).length).toBe(1);
});

it('orders one refresh for all that was marked', async () => {
  const { rows } = await sql<{
    state: string;
  }>`select state from platform.job_run where task = 'facts.refresh'`.execute(test.services.db);
  expect(rows.map((row) => row.state)).toEqual(['queued']);
});
