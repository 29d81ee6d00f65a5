import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { csv, runImport, runUndo } from '../../platform/imports/testing/run-import.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { listPatents } from './queries/list-patents.ts';
import { getPatent, listPatentSources } from './queries/show-patent.ts';
import { refreshPassedDue } from './repositories/annuity-repository.ts';
import { FIRM, patentByNumber as findPatent, INCOPAT, openSilkDistrict, silk } from './testing/silk-district.ts';

const page = { page: 1, pageSize: 50 };

let test: TestDatabase;
let firm: string;

beforeAll(async () => {
  ({ test, firm } = await openSilkDistrict());
});
afterAll(() => test?.close());

const patentByNumber = (number: string) => findPatent(test, number);

describe('patents', () => {
  it('goes from a vendor export to a record with holder, events and periods', async () => {
    const ctx = test.system();
    const done = await runImport(ctx, { name: 'a.csv', asOf: '2026-11-01', content: csv(INCOPAT, silk()) });
    expect(done).toMatchObject({ kind: 'patents', sender: 'incopat', state: 'committed' });
    const { items, total } = await listPatents(ctx, page);
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      applicationNo: '202010123456.2',
      kind: 'invention',
      status: 'granted',
      town: '盛泽镇',
      publicationNo: 'CN111222333B',
      ipcMain: 'D03D15/00',
    });
    expect(items[0]?.holders).toEqual([{ name: FIRM, partyId: firm }]);
    const detail = await getPatent(ctx, items[0]?.id as string);
    expect(detail.periods.map(({ status, from, to }) => [status, from, to])).toEqual([
      ['pending', '2020-05-10', '2023-02-10'],
      ['granted', '2023-02-10', '2040-05-10'],
      ['expired', '2040-05-10', null],
    ]);
    expect(detail.statusReason).toContain('授权公告');
    expect(detail.events.find((event) => event.kind === 'granted')).toMatchObject({
      on: '2023-02-10',
      importId: done.id,
      rowNo: 1,
    });
    expect(detail.vendorScores).toEqual([{ vendor: 'incoPat', name: '合享价值度', value: '8' }]);
  });

  it('answers for any day, with the reason', async () => {
    const ctx = test.system();
    const id = (await patentByNumber('2020101234562'))?.id as string;
    expect((await getPatent(ctx, id, '2022-01-01')).status).toBe('pending');
    expect((await getPatent(ctx, id, '2041-01-01')).status).toBe('expired');
    expect((await listPatents(ctx, { ...page, status: ['granted'], asOf: '2022-01-01' })).total).toBe(0);
    expect((await listPatents(ctx, { ...page, status: ['pending'], asOf: '2022-01-01' })).total).toBe(1);
    expect((await getPatent(ctx, id, '2019-01-01')).status).toBe('unknown');
  });

  it('changes nothing when the same file comes again', async () => {
    const again = await runImport(test.system(), { name: 'a.csv', asOf: '2026-11-01', content: csv(INCOPAT, silk()) });
    expect(again.counts).toMatchObject({ accepted: 1, unchanged: 1, new: 0, changed: 0 });
    expect((await listPatents(test.system(), page)).total).toBe(1);
  });

  it('joins the publication and the grant of one application, keeps its id and the newest document', async () => {
    const ctx = test.system();
    const before = await patentByNumber('2020101234562');
    const a = silk({
      '公开（公告）号': 'CN111222333A',
      '公开（公告）日': '2020-09-01',
      专利类型: '发明申请',
      授权公告日: '',
      专利有效性: '审中',
      当前法律状态: '公开',
    });
    await runImport(ctx, { name: 'old.csv', asOf: '2021-01-01', content: csv(INCOPAT, a) });
    const after = await patentByNumber('2020101234562');
    expect(after?.id).toBe(before?.id);
    const detail = await getPatent(ctx, after?.id as string);
    expect(detail).toMatchObject({
      publicationNo: 'CN111222333A',
      publishedOn: '2020-09-01',
      grantNo: 'CN111222333B',
      status: 'granted',
    });
    expect((await listPatents(ctx, page)).items[0]?.publicationNo).toBe('CN111222333B');
  });

  it('lets a lapse in and takes it back when its import is undone', async () => {
    const ctx = test.system();
    const lapsed = silk({ 专利有效性: '失效', 当前法律状态: '未缴年费', 失效日: '2025-05-10' });
    const done = await runImport(ctx, { name: 'lapse.csv', asOf: '2026-06-01', content: csv(INCOPAT, lapsed) });
    const id = (await patentByNumber('2020101234562'))?.id as string;
    expect(await getPatent(ctx, id)).toMatchObject({ status: 'lapsed', nextDueOn: null });
    expect((await getPatent(ctx, id, '2025-05-09')).status).toBe('granted');
    await runUndo(ctx, done.id);
    expect((await getPatent(ctx, id)).status).toBe('granted');
    expect((await patentByNumber('2020101234562'))?.next_due_on).toBe('2027-05-10');
  });

  it('dates an ending without a date by the first file that told of it', async () => {
    const ctx = test.system();
    const row = silk({
      申请号: 'CN202120123456.2',
      申请日: '2021-05-10',
      专利类型: '实用新型',
      '公开（公告）号': 'CN212345678U',
      专利有效性: '失效',
      当前法律状态: '未缴年费',
      失效日: '',
    });
    const done = await runImport(ctx, { name: 'undated.csv', asOf: '2026-03-01', content: csv(INCOPAT, row) });
    const id = (await patentByNumber('2021201234562'))?.id as string;
    const detail = await getPatent(ctx, id);
    expect(detail.status).toBe('lapsed');
    expect(detail.events.at(-1)).toMatchObject({ kind: 'lapsed', on: '2026-03-01', importId: done.id });
    expect((await getPatent(ctx, id, '2026-02-28')).status).toBe('granted');
    await runUndo(ctx, done.id);
    expect(await patentByNumber('2021201234562')).toBeUndefined();
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from ip_rights.patent_period where patent_id = ${id}`.execute(ctx.db);
    expect(rows[0]?.n).toBe(0);
  });

  it('holds a wrong check digit back with a suggestion', async () => {
    const done = await runImport(test.system(), {
      name: 'digit.csv',
      content: csv(INCOPAT, silk({ 申请号: 'CN202010123456.7' })),
    });
    expect(done.counts).toMatchObject({ doubtful: 1, accepted: 0 });
    const { rows } = await sql<{
      issues: { suggestion?: string }[];
    }>`select issues from imports.import_row where import_id = ${done.id}`.execute(test.services.db);
    expect(rows[0]?.issues[0]?.suggestion).toBe('202010123456.2');
  });

  it('finds by part of title, number or holder, and sorts', async () => {
    const ctx = test.system();
    for (const q of ['丝绸织造', '1234562', '恒力', 'CN111222333', 'yzsczz'])
      expect((await listPatents(ctx, { ...page, q })).total, q).toBe(1);
    expect((await listPatents(ctx, { ...page, q: '无此专利' })).total).toBe(0);
    expect(
      (
        await listPatents(ctx, {
          ...page,
          ipc: ['D03D 1/'],
          kind: ['invention'],
          town: ['320509105'],
          party: firm,
          linked: true,
        })
      ).total,
    ).toBe(1);
    expect((await listPatents(ctx, { ...page, ipc: ['H01B'] })).total).toBe(0);
    expect((await listPatents(ctx, { ...page, filedFrom: '2020-05-11' })).total).toBe(0);
  });

  it('names file and line of each field', async () => {
    const id = (await patentByNumber('2020101234562'))?.id as string;
    const { sources } = await listPatentSources(test.system(), id);
    expect(sources.find((source) => source.field === 'grantNo' && source.current)).toMatchObject({
      fileName: 'a.csv',
      line: 2,
      value: 'CN111222333B',
    });
  });
});

describe('annual fees', () => {
  const HEADER = [
    '申请号/专利号',
    '专利名称',
    '专利权人',
    '申请日',
    '授权日',
    '应缴年度',
    '应缴年费',
    '滞纳金',
    '费减比例',
    '缴费截止日',
    '缴费状态',
  ];
  const line = (year: string, fee: string, due: string, state: string) => [
    'ZL202010123456.2',
    '一种丝绸织造方法',
    FIRM,
    '2020-05-10',
    '2023-02-10',
    year,
    fee,
    '0',
    '85%',
    due,
    state,
  ];

  it('moves the next due day with the payments, and back on undo', async () => {
    test.setNow('2026-07-20T02:00:00Z');
    const ctx = test.system();
    const done = await runImport(ctx, {
      name: 'fees.csv',
      content: csv(HEADER, line('6', '180', '2025-05-10', '已缴'), line('7', '300', '2026-05-11', '未缴')),
    });
    expect(done).toMatchObject({ kind: 'annuities', state: 'committed' });
    const patent = await patentByNumber('2020101234562');
    expect(patent?.next_due_on).toBe('2026-05-11');
    const detail = await getPatent(ctx, patent?.id as string);
    const year = (n: number) => detail.annuities.find((entry) => entry.year === n);
    expect(year(6)).toMatchObject({ state: 'paid', payableFen: 18000, feeFen: 120000 });
    expect(year(5)).toMatchObject({ state: 'presumed-paid' });
    expect(year(7)).toMatchObject({
      state: 'overdue',
      payableFen: 30000,
      lateFeeFen: 20000,
      totalFen: 50000,
      dueOn: '2026-05-11',
    });
    // Six months after 2026-05-10 it should have lapsed by the payments, while the register still shows it in force.
    const later = await getPatent(ctx, patent?.id as string, '2026-11-22');
    expect(later.annuities.find((entry) => entry.year === 7)).toMatchObject({ state: 'lapsed' });
    expect(later).toMatchObject({ status: 'granted', annuityNote: expect.stringContaining('请核对') });
    const undone = await runUndo(ctx, done.id);
    expect(undone.state).toBe('undone');
    expect((await patentByNumber('2020101234562'))?.next_due_on).toBe('2027-05-10');
    test.setNow('2026-11-22T02:00:00Z');
  });

  it('rolls a passed due day on', async () => {
    const { db, district } = test.services;
    await sql`update ip_rights.patent set next_due_on = '2026-05-11' where district = ${district.code}`.execute(db);
    expect(await inTransaction(test.system(), (tx) => refreshPassedDue(tx, test.system()))).toBe(1);
    expect((await patentByNumber('2020101234562'))?.next_due_on).toBe('2027-05-10');
  });
});
