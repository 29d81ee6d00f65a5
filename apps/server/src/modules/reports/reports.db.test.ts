import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { getFilePanel, performAction, proceduresModule } from '../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { registerAgency } from '../ip-agencies/index.ts';
import { judgeReportGroup } from './commands/judge-group.ts';
import { linkReportAgency, linkReports } from './commands/link-agency.ts';
import { revealReporter } from './commands/reveal-reporter.ts';
import { findReportStatus, newFormKey, reportModule } from './index.ts';
import { exportReportsOfPublic } from './queries/export-reports.ts';
import { getReportGroup, listReportGroups } from './queries/list-groups.ts';
import { listReportsOfPublic } from './queries/list-reports.ts';
import { getReportOfPublic } from './queries/show-report.ts';
import { refusalOf, send, visitor } from './testing/report-desk.ts';

let test: TestDatabase;
let officer: Ctx;
let enforcement: Ctx;
let hosts = 0;

beforeAll(async () => {
  test = await openTestDatabase([proceduresModule, reportModule]);
  officer = await test.as('ip-officer');
  enforcement = await test.as('enforcement-officer', 'district');
});
afterAll(() => test.close());

/** A visitor from an address of his own, so that tests do not count together. */
const someone = () => visitor(test, `198.51.100.${++hosts}`);
const rowOf = async (receipt: string) => {
  const { rows } = await sql<{
    id: string;
    fileId: string | null;
    sameAs: string | null;
    groupId: string | null;
  }>`select id,
    file_id as "fileId", same_as as "sameAs", group_id as "groupId" from reports.report where receipt = ${receipt}`.execute(
    test.services.db,
  );
  if (rows[0] === undefined) throw new Error(`no report ${receipt}`);
  return rows[0];
};
const act = (ctx: Ctx, fileId: string, action: string, fields: Record<string, unknown> = {}) =>
  inTransaction(ctx, (tx) => performAction(tx, ctx, fileId, action, { fields }));
const NAMED = { anonymous: '', name: '王举报', phone: '13812345678' };

describe('a report', () => {
  it('is followed by receipt and code from its arrival to the answer', async () => {
    const citizen = someone();
    const { receipt, code, way } = await send(citizen, { statement: '冒用他人代理机构代码提交申请。' });
    expect(way).toBe('taken-up');
    expect(await findReportStatus(citizen, { receipt, code })).toMatchObject({
      state: 'received',
      dueOn: '2026-12-11',
      article: expect.stringContaining('行政处罚程序规定'),
    });
    const { id, fileId } = await rowOf(receipt);
    await act(officer, fileId as string, 'assign', { handler: '知识产权保护科' });
    await act(enforcement, fileId as string, 'accept');
    await act(enforcement, fileId as string, 'answer', { outcome: 'case-opened', reply: '经核查属实，已立案调查。' });
    const status = await findReportStatus(citizen, { receipt: receipt.toLowerCase(), code: code.replaceAll('-', ' ') });
    expect(status).toMatchObject({
      state: 'answered',
      reply: '经核查属实，已立案调查。',
      outcome: { zh: '已立案' },
      dueOn: null,
    });
    expect(status.steps.map((step) => step.label.zh)).toEqual(['收到', '核查中', '办理中', '已答复']);
    expect(await getReportOfPublic(officer, id)).toMatchObject({ reply: status.reply, outcome: '已立案' });
  });

  it('has the terms of its sort: seven working days for a complaint, and one extension for tips alone', async () => {
    const complaint = await send(someone(), {
      ...NAMED,
      sort: 'complaint',
      statement: '收取代理费后拒不退还，要求退款。',
    });
    const tip = await send(someone(), { statement: '挂靠资格证，代理师从未到岗。' });
    const [mine, theirs] = [await rowOf(complaint.receipt), await rowOf(tip.receipt)];
    const clock = async (fileId: string | null) => (await getFilePanel(officer, fileId as string)).clocks.at(-1);
    expect(await clock(mine.fileId)).toMatchObject({ clock: 'acceptance', dueOn: '2026-12-01' });
    for (const { fileId } of [mine, theirs]) await act(officer, fileId as string, 'assign', { handler: '执法大队' });
    const director = await test.as('director');
    const extend = (fileId: string | null) => act(director, fileId as string, 'extend', { reason: '案情复杂' });
    expect(await refusalOf(extend(mine.fileId))).toEqual({ code: 'reports.report.extended' });
    await extend(theirs.fileId);
    expect(await clock(theirs.fileId)).toMatchObject({ clock: 'extension', dueOn: '2026-12-11' });
    expect((await refusalOf(extend(theirs.fileId))).code).toMatch(/^procedures\./);
  });

  it('sent twice by one form is one report with one receipt', async () => {
    const citizen = someone();
    const key = newFormKey(citizen);
    const [first, second] = await Promise.all([
      send(citizen, { statement: '双击提交按钮两次的举报。' }, [], key),
      send(citizen, { statement: '双击提交按钮两次的举报。' }, [], key),
    ]);
    expect(second).toMatchObject({ receipt: first.receipt, code: first.code });
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from reports.report where receipt = ${first.receipt}`.execute(test.services.db);
    expect(rows[0]?.n).toBe(1);
  });

  it('is not taken by a form made up or a day old', async () => {
    const citizen = someone();
    const day = { ...citizen, now: new Date(citizen.now.getTime() + 25 * 3_600_000) };
    for (const [ctx, key] of [
      [citizen, 'made.up.key'],
      [day, newFormKey(citizen)],
    ] as const)
      expect(await refusalOf(send(ctx, {}, [], key))).toEqual({ code: 'reports.report.form-expired' });
  });

  it('keeps scripts and quotes of every field as the text they are', async () => {
    const script = `<script>alert('x')</script>"'; drop table reports.report; --`;
    const given = {
      subjectName: script,
      statement: `${script}${script}`,
      wish: script,
      name: script.slice(0, 40),
      phone: '13900000000',
    };
    const { receipt, code } = await send(someone(), { ...given, anonymous: '' });
    const { id } = await rowOf(receipt);
    expect(await getReportOfPublic(officer, id)).toMatchObject({
      subjectName: script,
      statement: given.statement,
      wish: script,
    });
    expect(await revealReporter(enforcement, id, '核实举报内容')).toMatchObject({ name: script.slice(0, 40) });
    expect((await findReportStatus(someone(), { receipt, code })).subjectName).toBe(script);
  });
});

describe('the query code', () => {
  it('is kept as a hash alone', async () => {
    const { receipt, code } = await send(someone(), { statement: '查询码不得以明文保存。' });
    const { rows } = await sql<{
      text: string;
    }>`select r::text as text from reports.report r where receipt = ${receipt}`.execute(test.services.db);
    expect(rows[0]?.text).not.toContain(code);
    expect(rows[0]?.text).not.toContain(code.replaceAll('-', ''));
  });

  it('answers a wrong code like an unknown number, and stops a scraper', async () => {
    const { receipt, code } = await send(someone(), { statement: '有人在猜测别人的查询码。' });
    const scraper = someone();
    const unknown = await refusalOf(findReportStatus(scraper, { receipt: 'R20261122-AAAAAA', code }));
    const wrong = await refusalOf(findReportStatus(scraper, { receipt, code: 'AAAA-AAAA-AAAA-AAAA' }));
    expect(wrong).toEqual(unknown);
    expect(wrong).toEqual({ code: 'reports.status.not-found' });
    const { wrongCodesPerAddressAndDay } = test.services.jurisdiction.reportSettings.limits;
    for (let tries = 2; tries < wrongCodesPerAddressAndDay; tries++)
      await refusalOf(findReportStatus(scraper, { receipt, code: `${tries}` }));
    expect(await refusalOf(findReportStatus(scraper, { receipt, code: 'once more' }))).toEqual({
      code: 'reports.status.too-many',
    });
    expect(await refusalOf(findReportStatus(scraper, { receipt, code }))).toEqual({ code: 'reports.status.too-many' });
    expect((await findReportStatus(someone(), { receipt, code })).receipt).toBe(receipt);
  });
});

describe('who reported', () => {
  it('is sealed, opened with a permission alone, and each time logged with the reason', async () => {
    const citizen = someone();
    const { receipt } = await send(citizen, { ...NAMED, statement: '实名举报，请为我保密。' });
    const { id } = await rowOf(receipt);
    const { rows: sealed } = await sql<{
      sealed: string;
    }>`select sealed from reports.reporter where report_id = ${id}`.execute(test.services.db);
    expect(sealed[0]?.sealed).not.toMatch(/王举报|13812345678/);
    expect(officer.actor.permissions.has('reports.reporter.reveal')).toBe(false);
    expect(JSON.stringify(await getReportOfPublic(enforcement, id))).not.toMatch(/王举报|13812345678/);
    expect(await revealReporter(enforcement, id, '电话核实细节')).toEqual({
      name: '王举报',
      phone: '13812345678',
      email: null,
    });
    const { rows } = await sql<{
      action: string;
      details: string;
      source: string | null;
      actor: string;
    }>`select action, details, source,
      actor_name as actor from platform.audit_entry where subject_id = ${id} or subject_label like ${`%${receipt}%`} order by seq`.execute(
      test.services.db,
    );
    expect(rows.at(-1)).toMatchObject({
      action: 'reports.reporter.reveal',
      details: expect.stringContaining('电话核实细节'),
    });
    expect(JSON.stringify(rows)).not.toMatch(/王举报|13812345678/);
    const submitted = rows.find((row) => row.action === 'reports.report.submit');
    expect(submitted).toMatchObject({ source: null, actor: '公众' });
  });

  it('is nowhere when the report is anonymous, nor is the address it came from', async () => {
    const citizen = visitor(test, '203.0.113.77');
    const { receipt } = await send(citizen, {
      name: '不该留下',
      phone: '13700000000',
      statement: '匿名举报，不留任何身份。',
    });
    const { id } = await rowOf(receipt);
    expect(await refusalOf(revealReporter(enforcement, id, '想知道是谁'))).toEqual({
      code: 'reports.reporter.anonymous',
    });
    for (const table of [
      'reports.report',
      'reports.address_day',
      'platform.audit_entry',
      'platform.job_run',
      'procedures.file',
      'procedures.action_log',
    ]) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(table)} t
        where t::text ~ '203\\.0\\.113\\.77|不该留下|13700000000'`.execute(test.services.db);
      expect(rows[0]?.n, table).toBe(0);
    }
  });

  it('is not found by an officer of another town', async () => {
    const [here, there] = test.services.jurisdiction.towns.map((one) => one.code) as [string, string];
    const { receipt } = await send(someone(), { townCode: here, statement: '某镇一家服务部无证代理。' });
    const { id } = await rowOf(receipt);
    const local = await test.as('enforcement-officer', 'town', here);
    const other = await test.as('enforcement-officer', 'town', there);
    expect((await getReportOfPublic(local, id)).receipt).toBe(receipt);
    expect(await refusalOf(getReportOfPublic(other, id))).toEqual({ code: 'platform.not-found' });
    expect(await refusalOf(revealReporter(other, id, '不该看到'))).toEqual({ code: 'platform.not-found' });
    const list = await listReportsOfPublic(other, { page: 1, pageSize: 50 });
    expect(list.items.map((one) => one.receipt)).not.toContain(receipt);
  });
});

describe('many reports', () => {
  it('a hundred of one sender are kept and held in one group for one review', async () => {
    const sender = visitor(test, '192.0.2.100');
    const receipts = [];
    for (let n = 1; n <= 100; n++) receipts.push(await send(sender, { statement: `第 ${n} 封内容各不相同的举报信。` }));
    const { reportsBeforeReview } = test.services.jurisdiction.reportSettings.limits;
    expect(receipts.filter((one) => one.way === 'taken-up')).toHaveLength(reportsBeforeReview);
    const held = receipts.filter((one) => one.way === 'held');
    expect(held).toHaveLength(100 - reportsBeforeReview);
    const groups = await listReportGroups(officer, { page: 1, pageSize: 10, open: true });
    expect(groups.items).toHaveLength(1);
    const group = await getReportGroup(officer, groups.items[0]?.id as string);
    expect(group.entries.map((one) => one.receipt)).toEqual(held.map((one) => one.receipt));
    const last = held.at(-1) as (typeof held)[number];
    expect(await findReportStatus(sender, last)).toMatchObject({ state: 'held' });
    const chosen = group.entries.slice(0, 2).map((one) => one.id);
    await judgeReportGroup(officer, group.id, { decision: 'release', reports: chosen, reason: '两件线索具体' });
    const again = { decision: 'set-aside' as const, reports: [], reason: '重复审核' };
    expect(await refusalOf(judgeReportGroup(officer, group.id, again))).toEqual({ code: 'reports.group.decided' });
    const first = await getReportOfPublic(officer, chosen[0] as string);
    expect(first.joined).toHaveLength(100 - reportsBeforeReview - 2);
    expect(await findReportStatus(sender, last)).toMatchObject({
      state: 'received',
      meaning: { zh: expect.stringContaining('合并') },
    });
  });

  it('set aside, they stay and their senders read why', async () => {
    const sender = visitor(test, '192.0.2.101');
    const receipts = [];
    for (let n = 1; n <= 6; n++) receipts.push(await send(sender, { statement: `滥发的第 ${n} 条信息，没有事实。` }));
    const last = receipts.at(-1) as (typeof receipts)[number];
    const { groupId } = await rowOf(last.receipt);
    const release = { decision: 'release' as const, reports: [], reason: '没有选择' };
    expect(await refusalOf(judgeReportGroup(officer, groupId as string, release))).toEqual({
      code: 'reports.group.nothing-chosen',
    });
    await judgeReportGroup(officer, groupId as string, { decision: 'set-aside', reports: [], reason: '没有具体线索' });
    expect(await findReportStatus(someone(), last)).toMatchObject({ state: 'set-aside', reply: '没有具体线索' });
    expect((await getReportGroup(officer, groupId as string)).entries).toHaveLength(1);
  });

  it('one sender behind many addresses is known by contact', async () => {
    const ways = [];
    for (let n = 1; n <= 7; n++)
      ways.push(
        (
          await send(visitor(test, `192.0.2.${n}`), {
            ...NAMED,
            phone: '13655556666',
            statement: `换地址提交的第 ${n} 封举报。`,
          })
        ).way,
      );
    expect(ways.filter((way) => way === 'held')).toHaveLength(2);
  });

  it('the same report again is joined while the first is open, and follows it', async () => {
    const words = { statement: '某某事务所承诺包授权。' };
    const first = await send(someone(), words);
    const second = await send(someone(), { statement: ' 某某事务所 承诺包授权！' });
    expect(second.way).toBe('joined');
    const root = await rowOf(first.receipt);
    expect((await rowOf(second.receipt)).sameAs).toBe(root.id);
    await act(enforcement, root.fileId as string, 'not-accept', { reply: '不属于本局管辖。' });
    expect(await findReportStatus(someone(), second)).toMatchObject({
      state: 'not-accepted',
      reply: '不属于本局管辖。',
    });
    expect((await send(someone(), words)).way).toBe('taken-up');
  });

  it('end at the number an address may send in a day; the next day it may again', async () => {
    const sender = visitor(test, '192.0.2.200');
    const { reportsPerAddressAndDay } = test.services.jurisdiction.reportSettings.limits;
    await sql`update reports.address_day set reports = 0`.execute(test.services.db);
    await send(sender, { statement: '这个地址今天的第一封举报。' });
    await sql`update reports.address_day set reports = ${reportsPerAddressAndDay} where reports = 1`.execute(
      test.services.db,
    );
    expect(await refusalOf(send(sender, { statement: '这个地址今天的最后一封举报。' }))).toEqual({
      code: 'reports.report.too-many',
    });
    const tomorrow = { ...sender, today: '2026-11-23', now: new Date('2026-11-23T02:00:00Z') };
    expect((await send(tomorrow, { statement: '第二天可以再次提交举报。' })).way).toBe('taken-up');
  });
});

describe('the agency a report names', () => {
  const register = (name: string, uscc?: string) =>
    inTransaction(test.system(), (tx) =>
      registerAgency(tx, test.system(), { name, kinds: ['patent'], status: 'active', ...(uscc ? { uscc } : {}) }),
    );
  const shown = async (receipt: string) => getReportOfPublic(officer, (await rowOf(receipt)).id);

  it('is linked by machine where it is certain, and shows on the list of the agency', async () => {
    const id = await register('苏州锦溪专利代理事务所（普通合伙）');
    const { receipt } = await send(someone(), {
      subjectName: '苏州锦溪专利代理事务所(普通合伙)',
      statement: '该所出借资格证，本人从未到岗。',
    });
    expect(await shown(receipt)).toMatchObject({ agency: { id }, agencyBy: 'machine', agencyCandidates: [] });
    const { items } = await listReportsOfPublic(officer, { page: 1, pageSize: 20, agency: id });
    expect(items.map((one) => one.receipt)).toEqual([receipt]);
  });

  it('is never guessed: names only alike, and a code that speaks against the name, are left to an officer', async () => {
    const uscc = '91320509MA1T000560';
    const [east, west] = [
      await register('苏州东篱知识产权代理有限公司'),
      await register('苏州西塘专利代理有限公司', uscc),
    ];
    const alike = await send(someone(), { subjectName: '东篱知识产权', statement: '收费后失去联系，无法退款。' });
    const first = await shown(alike.receipt);
    expect(first).toMatchObject({ agency: null, agencyBy: null, mayLink: true });
    expect(first.agencyCandidates.map((one) => one.id)).toContain(east);
    const crossed = await send(someone(), {
      subjectName: '苏州东篱知识产权代理有限公司',
      subjectUscc: uscc,
      statement: '名称和代码对不上的机构。',
    });
    const second = await shown(crossed.receipt);
    expect(second.agency).toBeNull();
    expect(second.agencyCandidates.map((one) => one.id).sort()).toEqual([east, west].sort());

    await linkReportAgency(officer, first.id, east);
    expect(await shown(alike.receipt)).toMatchObject({ agency: { id: east }, agencyBy: 'officer' });
    await linkReportAgency(officer, second.id, null);
    await linkReports(test.system());
    expect(await shown(crossed.receipt)).toMatchObject({ agency: null, agencyBy: 'officer', agencyCandidates: [] });
    await expect(linkReportAgency(enforcement, second.id, east)).rejects.toThrow();
  });

  it('is found later, when the agency comes into the register', async () => {
    const name = '苏州后来商标代理有限公司';
    const { receipt } = await send(someone(), { subjectName: name, statement: '未备案从事商标代理业务。' });
    expect((await shown(receipt)).agency).toBeNull();
    const id = await register(name);
    expect(await linkReports(test.system())).toBeGreaterThan(0);
    expect(await linkReports(test.system())).toBe(0);
    expect(await shown(receipt)).toMatchObject({ agency: { id }, agencyBy: 'machine' });
  });
});

describe('the export', () => {
  it('holds exactly the rows of the list, as filtered, and nothing of who sent them', async () => {
    const subjectName = '苏州导出演示服务部';
    for (const statement of ['第一件：未备案从事代理业务。', '第二件：收费不开发票也不签合同。'])
      await send(someone(), { ...NAMED, subjectName, statement });
    await send(someone(), { subjectName: '另一家服务部', statement: '另一家的举报内容在此说明。' });
    const query = { page: 1, pageSize: 50, q: subjectName, sort: 'receivedAt' };
    const { items } = await listReportsOfPublic(officer, query);
    const { content, fileName } = exportReportsOfPublic(officer, { ...query, format: 'csv' });
    const lines = (await text(content as Readable)).trim().split('\r\n');
    expect(fileName).toMatch(/\.csv$/);
    expect(items).toHaveLength(2);
    expect(lines).toHaveLength(3);
    expect(lines.slice(1).map((line) => line.split(',').at(-1))).toEqual(items.map((one) => one.receipt));
    expect(lines.join()).not.toMatch(/王举报|13812345678|另一家/);
  });
});
