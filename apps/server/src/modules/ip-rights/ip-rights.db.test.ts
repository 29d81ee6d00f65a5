import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { importsModule } from '../../platform/imports/imports.module.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { createPartiesModule } from '../parties/index.ts';
import { countRightsOfParties, ipRightsModule, rightsOfParty, rightsPort } from './index.ts';
import { exportPatents } from './queries/export-rights.ts';
import { listGis } from './queries/list-gis.ts';
import { listMadrid } from './queries/list-madrid.ts';
import { listPatents } from './queries/list-patents.ts';
import { listTrademarks } from './queries/list-trademarks.ts';
import { getPatent, listPatentSources } from './queries/show-patent.ts';
import { getTrademark } from './queries/show-trademark.ts';
import { refreshPassedDue } from './repositories/annuity-repository.ts';
import { csv, runImport, runUndo } from './testing/run-import.ts';

const INCOPAT = [
  '标题 (中文)',
  '申请人',
  '标准化申请人',
  '当前权利人',
  '公开（公告）号',
  '公开（公告）日',
  '申请号',
  '申请日',
  '专利类型',
  '中国申请人区县',
  'IPC',
  '申请人地址',
  '专利有效性',
  '当前法律状态',
  '授权公告日',
  '失效日',
  '合享价值度',
];
const FIRM = '苏州市吴江区恒力丝绸有限公司';
const ADDRESS = '江苏省苏州市吴江区盛泽镇西二环路1号';
const page = { page: 1, pageSize: 50 };

let test: TestDatabase;
let firm: string;

const silk = (over: Partial<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    '标题 (中文)': '一种丝绸织造方法',
    申请人: FIRM,
    标准化申请人: FIRM,
    当前权利人: FIRM,
    '公开（公告）号': 'CN111222333B',
    '公开（公告）日': '2023-02-10',
    申请号: 'CN202010123456.2',
    申请日: '2020-05-10',
    专利类型: '发明授权',
    中国申请人区县: '吴江区',
    IPC: 'D03D 15/00; D03D 1/00',
    申请人地址: ADDRESS,
    专利有效性: '有效',
    当前法律状态: '授权',
    授权公告日: '2023-02-10',
    失效日: '',
    合享价值度: '8',
  };
  return INCOPAT.map((header) => ({ ...cells, ...over })[header] ?? '');
};

beforeAll(async () => {
  test = await openTestDatabase([importsModule, createPartiesModule(rightsPort), ipRightsModule]);
  const ctx = test.system();
  await runImport(ctx, {
    name: '登记.csv',
    kind: 'market-register',
    content: csv(
      ['企业名称', '统一社会信用代码', '企业类型', '经营状态', '成立日期', '注册地址'],
      [FIRM, '91320509MA1ABCDE8U', '有限责任公司', '存续', '2010-01-01', ADDRESS],
    ),
  });
  const { rows } = await sql<{ id: string }>`select id from parties.party where name = ${FIRM}`.execute(ctx.db);
  firm = rows[0]?.id as string;
});
afterAll(() => test?.close());

async function patentByNumber(number: string) {
  const { rows } = await sql<{
    id: string;
    next_due_on: string | null;
  }>`select id, next_due_on from ip_rights.patent where record_key = ${number}`.execute(test.services.db);
  return rows[0];
}

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

describe('trademarks', () => {
  const HEADER = [
    '商标名称',
    '申请/注册号',
    '国际分类',
    '申请日期',
    '申请人名称（中文）',
    '申请人地址（中文）',
    '初审公告日期',
    '注册公告日期',
    '专用权期限',
    '商标状态',
    '商品/服务项目',
    '类似群',
  ];
  const mark = (number: string, niceClass: string, state = '商标已注册', term = '2013年05月21日至2023年05月20日') => [
    '丝语',
    number,
    niceClass,
    '2011-11-01',
    FIRM,
    ADDRESS,
    '2013-02-20',
    '2013-05-21',
    term,
    state,
    '丝绸;布料',
    '2401;2402',
  ];

  it('keeps one record per number and class with its term', async () => {
    const ctx = test.system();
    await runImport(ctx, {
      name: 'tm.csv',
      asOf: '2023-01-01',
      content: csv(
        HEADER,
        mark('10142531', '24'),
        mark('10142531', '25', '商标已注册', '2013年05月21日至2033年05月20日'),
      ),
    });
    const { items, total } = await listTrademarks(ctx, { ...page, sort: 'niceClass' });
    expect(total).toBe(2);
    expect(items.map((item) => [item.niceClass, item.status])).toEqual([
      [24, 'lapsed'],
      [25, 'registered'],
    ]);
    const detail = await getTrademark(ctx, items[0]?.id as string, '2023-08-01');
    expect(detail).toMatchObject({ status: 'grace', goods: ['丝绸', '布料'], similarGroups: ['2401', '2402'] });
    expect(detail.otherClasses).toEqual([{ id: items[1]?.id, niceClass: 25, status: 'registered' }]);
    expect(detail.deadlines.find((deadline) => deadline.code === 'grace-ends')).toMatchObject({ on: '2023-11-20' });
    expect((await listTrademarks(ctx, { ...page, niceClass: ['25'], party: firm })).total).toBe(1);
  });

  it('refuses a row that lists several classes and says what to do', async () => {
    const done = await runImport(test.system(), { name: 'tm2.csv', content: csv(HEADER, mark('20142532', '9;25')) });
    expect(done.counts).toMatchObject({ refused: 1, accepted: 0 });
    const { rows } = await sql<{
      issues: { code: string; zh: string }[];
    }>`select issues from imports.import_row where import_id = ${done.id}`.execute(test.services.db);
    expect(rows[0]?.issues[0]).toMatchObject({ code: 'trademark.several-classes' });
    expect(rows[0]?.issues[0]?.zh).toContain('每类一行');
  });
});

describe('Madrid registrations and indications', () => {
  it('adds up the designations of several rows', async () => {
    const ctx = test.system();
    const header = [
      '国际注册号',
      '国际注册日期',
      '有效期至',
      '持有人',
      '商标名称',
      '国际分类',
      '国内基础注册号',
      '指定成员代码',
      '指定成员',
      '指定日期',
      '保护状态',
    ];
    const row = (code: string, name: string, state: string, on: string) => [
      '1524000',
      '2024-10-29',
      '2034-10-29',
      FIRM,
      '丝语',
      '24,25',
      '10142531',
      code,
      name,
      on,
      state,
    ];
    const done = await runImport(ctx, {
      name: 'ir.csv',
      content: csv(header, row('US', '美国', '指定中', '2026-01-29'), row('JP', '日本', '全部核准', '2024-10-29')),
    });
    expect(done.kind).toBe('madrid');
    const { items } = await listMadrid(ctx, page);
    expect(items[0]).toMatchObject({
      irNo: '1524000',
      partyId: firm,
      dependent: true,
      dependencyEndsOn: '2029-10-29',
      niceClasses: [24, 25],
      status: '有效',
    });
    expect(items[0]?.designations.map((d) => [d.member, d.memberLabel, d.status])).toEqual([
      ['JP', '日本', 'protected'],
      ['US', '美国', 'pending'],
    ]);
    expect((await listMadrid(ctx, { ...page, q: '无' })).total).toBe(0);
  });

  it('keeps every authorised user of an indication', async () => {
    const ctx = test.system();
    const header = [
      '地理标志名称',
      '类别',
      '注册号/公告号',
      '注册(认定)日期',
      '注册人/申请人',
      '产地范围',
      '核准使用企业',
      '统一社会信用代码',
      '核准使用日期',
      '停用日期',
      '备注',
    ];
    const row = (user: string, uscc: string) => [
      '吴江香青菜',
      '地理标志产品',
      '',
      '',
      '',
      '苏州市吴江区',
      user,
      uscc,
      '2025-01-01',
      '',
      '',
    ];
    const done = await runImport(ctx, {
      name: 'gi.csv',
      content: csv(header, row(FIRM, '91320509MA1ABCDE8U'), row('某某合作社', '')),
    });
    expect(done.kind).toBe('gi');
    const { items } = await listGis(ctx, page);
    expect(items[0]).toMatchObject({ name: '吴江香青菜', channel: 'product', channelLabel: '地理标志产品' });
    expect(items[0]?.authorisedUsers.map((user) => [user.name, user.partyId]).sort()).toEqual(
      [
        [FIRM, firm],
        ['某某合作社', null],
      ].sort(),
    );
    // It is common to the district: a town sees it whole, who has no grant sees nothing.
    expect((await listGis(await test.as('liaison', 'town', '320509104'), page)).total).toBe(1);
    expect((await listGis(await test.as('audit-admin'), page)).total).toBe(0);
    await runUndo(ctx, done.id);
    expect((await listGis(ctx, page)).total).toBe(0);
  });
});

describe('scope', () => {
  it('shows a liaison the rights of the own town only; elsewhere they do not exist', async () => {
    const id = (await patentByNumber('2020101234562'))?.id as string;
    const own = await test.as('liaison', 'town', '320509105');
    const other = await test.as('liaison', 'town', '320509104');
    expect((await listPatents(own, page)).total).toBe(1);
    expect((await getPatent(own, id)).id).toBe(id);
    expect((await listPatents(other, page)).total).toBe(0);
    expect((await listTrademarks(other, page)).total).toBe(0);
    expect((await listMadrid(other, page)).total).toBe(0);
    await expect(getPatent(other, id)).rejects.toMatchObject({ code: 'platform.not-found' });
    await expect(listPatentSources(other, id)).rejects.toMatchObject({ code: 'platform.not-found' });
  });

  it('shows an enterprise its own rights', async () => {
    const own = await test.as('enterprise', 'party', firm);
    const other = await test.as('enterprise', 'party', '00000000-0000-7000-8000-000000000000');
    expect((await listPatents(own, page)).total).toBe(1);
    expect((await listTrademarks(own, page)).total).toBe(2);
    expect((await listMadrid(own, page)).total).toBe(1);
    expect((await listPatents(other, page)).total).toBe(0);
  });

  it('shows an unlinked patent by its own town', async () => {
    const ctx = test.system();
    const row = silk({
      申请号: 'CN202110123456.7',
      申请人: '某某个人',
      标准化申请人: '某某个人',
      当前权利人: '某某个人',
      '公开（公告）号': 'CN115555555A',
      授权公告日: '',
      '公开（公告）日': '2021-08-01',
      申请日: '2021-02-01',
      当前法律状态: '公开',
      专利有效性: '审中',
    });
    const done = await runImport(ctx, { name: 'person.csv', content: csv(INCOPAT, row) });
    expect((await listPatents(await test.as('liaison', 'town', '320509105'), { ...page, linked: false })).total).toBe(
      1,
    );
    expect((await listPatents(await test.as('liaison', 'town', '320509104'), { ...page, linked: false })).total).toBe(
      0,
    );
    await runUndo(ctx, done.id);
  });

  it('gives a role without the permission nothing', async () => {
    const auditor = await test.as('audit-admin');
    expect((await listPatents(auditor, page)).total).toBe(0);
  });
});

describe('rights of parties', () => {
  it('counts valid rights on a day', async () => {
    const ctx = test.system();
    const none = '00000000-0000-7000-8000-000000000000';
    const counts = await countRightsOfParties(ctx, [firm, none], '2026-11-22');
    expect(counts.get(firm)).toEqual({ patents: 1, inventions: 1, trademarks: 1 });
    expect(counts.get(none)).toEqual({ patents: 0, inventions: 0, trademarks: 0 });
    expect((await countRightsOfParties(ctx, [firm], '2015-01-01')).get(firm)).toEqual({
      patents: 0,
      inventions: 0,
      trademarks: 2,
    });
    const owned = await rightsOfParty(ctx, firm, '2026-11-22');
    expect(owned.patents).toEqual([{ code: 'invention.granted', label: '发明 · 有效', count: 1 }]);
    expect(owned).toMatchObject({ madrid: 1, gis: 0 });
  });

  it('says what is next', async () => {
    const owned = await rightsOfParty(test.system(), firm, '2027-04-01');
    expect(owned.nextSteps[0]).toMatchObject({ code: 'patent.annuity', dueOn: '2027-05-10', level: 'soon' });
  });
});

it('exports exactly the filtered list with its day and filter', async () => {
  const { default: exceljs } = await import('exceljs');
  const answer = await exportPatents(test.system(), { ...page, q: '丝绸', pageSize: 1 });
  const chunks: Buffer[] = [];
  for await (const chunk of answer.content as AsyncIterable<Buffer>) chunks.push(chunk);
  const book = new exceljs.Workbook();
  await book.xlsx.load(Buffer.concat(chunks) as never);
  const sheet = book.worksheets[0];
  expect(sheet?.getCell('A2').text).toContain('关键词：丝绸');
  expect(sheet?.getCell('A2').text).toContain('2026-11-22');
  expect(sheet?.getRow(3).getCell(1).text).toBe('申请号');
  expect(sheet?.getRow(4).getCell(1).text).toBe('202010123456.2');
  expect(sheet?.rowCount).toBe(4);
});
