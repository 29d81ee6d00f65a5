import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshFacts, requireRule, selectSubjects } from '../../platform/facts/index.ts';
import { csv, runImport, runUndo } from '../../platform/imports/testing/run-import.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { countRightsOfParties, rightsOfParty } from './index.ts';
import { exportPatents } from './queries/export-rights.ts';
import { listGis } from './queries/list-gis.ts';
import { listMadrid } from './queries/list-madrid.ts';
import { listPatents } from './queries/list-patents.ts';
import { listTrademarks } from './queries/list-trademarks.ts';
import { getPatent, listPatentSources } from './queries/show-patent.ts';
import { getTrademark } from './queries/show-trademark.ts';
import {
  ADDRESS,
  FIRM,
  patentByNumber as findPatent,
  INCOPAT,
  openSilkDistrict,
  silk,
} from './testing/silk-district.ts';

const page = { page: 1, pageSize: 50 };

let test: TestDatabase;
let firm: string;

beforeAll(async () => {
  ({ test, firm } = await openSilkDistrict());
  await runImport(test.system(), { name: 'incopat.csv', content: csv(INCOPAT, silk()) });
});
afterAll(() => test?.close());

const patentByNumber = (number: string) => findPatent(test, number);

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
      '第999号公告',
      '2024-05-14',
      FIRM,
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
    // Whoever registered it and whoever may use it are found from the enterprise as well.
    const indications = async (path: string) => {
      const rule = requireRule(ctx, 'enterprise', `enterprise.${path}.exists(g, g.noticeNo == '第999号公告')`);
      const found = await selectSubjects(ctx, { subject: 'enterprise', rule, page: 1, pageSize: 10 });
      return found.rows.map((one) => one.id);
    };
    await refreshFacts(ctx);
    expect(await indications('ownGis')).toEqual([firm]);
    expect(await indications('gis')).toEqual([firm]);
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
