import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createModules } from '../../modules.ts';
import { csv, runImport, runUndo } from '../../platform/imports/testing/run-import.ts';
import { drainJobs } from '../../platform/jobs/drain-jobs.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { classifyStrategicTask } from './jobs/classify-strategic.ts';
import { openSmallDistrict, P1, P3, P4 } from './testing/small-district.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openSmallDistrict();
});
afterAll(() => test?.close());

const control = {
  runId: 'test',
  progress: async () => undefined,
  checkCancelled: async () => undefined,
  signal: new AbortController().signal,
};
const classify = () => classifyStrategicTask.run(test.system(), {} as never, control);

async function industries(): Promise<Record<string, string>> {
  const { rows } = await sql<{ key: string; codes: string[]; basis: string | null }>`
    select record_key as key, strategic_codes as codes, strategic_basis as basis from ip_rights.patent`.execute(
    test.services.db,
  );
  return Object.fromEntries(
    rows.map(({ key, codes, basis }) => [key, basis === null ? 'none' : `${codes.join('+')} ${basis}`]),
  );
}

const TABLE = ['code', 'name', 'ipc_pattern', 'keyword_condition'];

it('classifies by the shipped table as patents come in; what a file states goes before', async () => {
  expect(await industries()).toMatchObject({ [P1]: 'none', [P4]: 'none' });
  const header = ['申请号', '标题 (中文)', '申请日', '公开（公告）日', 'IPC', '新兴产业分类', '当前权利人'];
  await runImport(test.system(), {
    name: '分类.csv',
    kind: 'patents',
    content: csv(
      header,
      [`CN${P3}`, '一种卷取装置', '2024-06-03', '2024-12-20', 'B25J 9/16', '', ''],
      [
        `CN${P1}`,
        '一种丝绸织造方法',
        '2020-05-10',
        '',
        'D03D 15/00',
        '3.5 (高性能纤维及制品和复合材料); 新能源产业',
        '',
      ],
    ),
  });
  expect(await industries()).toMatchObject({ [P3]: '2.1 ipc-keyword', [P1]: '3.5+6 sender' });
});

it('is replaced as a whole by the table of the office, and restored by taking it back', async () => {
  const first = await runImport(test.system(), {
    name: '对照表.csv',
    kind: 'strategic-industries',
    content: csv(
      TABLE,
      ['1.2', '电子核心产业', 'G02B6* -G02B6/02', ''],
      ['3.5', '高性能纤维', 'D06M11/00; D03D*', '高性能纤维'],
      ['8.9', '', 'H04L', ''],
      ['1.1', '下一代', 'H04L1/00*', ''],
    ),
  });
  expect(first.counts).toMatchObject({ accepted: 2, refused: 2 });
  await classify();
  // P1 keeps what its file states; P3's robot is nothing in this table; P4 is met by IPC alone.
  expect(await industries()).toMatchObject({ [P4]: '1.2 ipc', [P3]: 'none', [P1]: '3.5+6 sender' });

  const second = await runImport(test.system(), {
    name: '对照表2.csv',
    kind: 'strategic-industries',
    content: csv(TABLE, ['9.9', '另一产业', 'G02B6/44', '']),
  });
  await classify();
  expect((await industries())[P4]).toBe('9.9 ipc');
  await runUndo(test.system(), second.id);
  await classify();
  expect((await industries())[P4]).toBe('1.2 ipc');
  await runUndo(test.system(), first.id);
  await classify();
  expect(await industries()).toMatchObject({ [P4]: 'none', [P3]: '2.1 ipc-keyword' });
});

it('marks what it changed, and does nothing when the table is the same', async () => {
  const { db } = test.services;
  await sql`update ip_rights.strategic_state set table_hash = 'another'`.execute(db);
  await sql`update ip_rights.patent set strategic_codes = '{}', strategic_basis = null where record_key = ${P3}`.execute(
    db,
  );
  await sql`delete from facts.stale`.execute(db);
  await classify();
  const { rows } = await sql<{
    key: string;
  }>`select p.record_key as key from facts.stale s join ip_rights.patent p on p.id = s.subject_id`.execute(db);
  expect(rows.map((row) => row.key)).toEqual([P3]);
  await sql`delete from facts.stale`.execute(db);
  await classify();
  expect((await sql`select 1 from facts.stale`.execute(db)).rows).toHaveLength(0);
});

it('is ordered by the change of the table', async () => {
  const { tasks } = createModules();
  expect(tasks.has(classifyStrategicTask.task)).toBe(true);
  await runImport(test.system(), {
    name: '对照表3.csv',
    kind: 'strategic-industries',
    content: csv(TABLE, ['1.2', '电子核心产业', 'G02B*', '']),
  });
  await drainJobs(test.services, tasks);
  expect((await industries())[P4]).toBe('1.2 ipc');
});
