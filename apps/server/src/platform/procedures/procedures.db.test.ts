import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { writeZip } from '../imports/readers/testing/zip-writer.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { attachDocument } from './commands/attach-document.ts';
import { saveHolidayNotice } from './commands/save-holiday-notice.ts';
import { withdrawDocument } from './commands/withdraw-document.ts';
import { getFilePanel, openFile, performAction, proceduresModule } from './index.ts';
import { listFiles } from './queries/list-files.ts';
import { listNotices, readNotices } from './queries/list-notices.ts';
import { sampleModule } from './testing/sample-procedure.ts';

const TOWN = '320509105';
const PDF = Buffer.from('%PDF-1.7\nsmall');

function zipOf(parts: Record<string, string>): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'jince-paper-'));
  try {
    writeZip(join(folder, 'a.zip'), parts);
    return readFileSync(join(folder, 'a.zip'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('procedures', () => {
  let test: TestDatabase;
  let officer: Ctx;
  let colleague: Ctx;
  let director: Ctx;

  beforeAll(async () => {
    test = await openTestDatabase([proceduresModule, sampleModule]);
    [officer, colleague, director] = [
      await test.as('ip-officer'),
      await test.as('ip-officer'),
      await test.as('director'),
    ];
  });
  afterAll(() => test.close());

  const open = (ctx: Ctx, townCode: string | null = TOWN) =>
    inTransaction(ctx, (tx) =>
      openFile(tx, ctx, {
        procedure: 'sample.request',
        subject: { kind: 'thing', id: '1', label: '某公司' },
        townCode,
      }),
    );
  const act = (ctx: Ctx, id: string, action: string, input = {}) =>
    inTransaction(ctx, (tx) => performAction(tx, ctx, id, action, input));
  const attach = (ctx: Ctx, id: string, content: Buffer, fileName = '申请表.pdf', kind = 'form') =>
    attachDocument(ctx, id, { fileName, mediaType: '', content: Readable.from([content]), fields: { kind } });
  const refusalOf = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(AppError);
    return error as AppError;
  };
  /** A file of the officer, brought as far as it was filed. */
  async function filed() {
    const file = await open(officer);
    await attach(officer, file.id, PDF);
    await act(officer, file.id, 'file');
    return file.id;
  }
  async function later<T>(iso: string, role: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    test.setNow(iso);
    try {
      return await work(await test.as(role));
    } finally {
      test.setNow('2026-11-22T02:00:00Z');
    }
  }

  it('goes its way: number, states, log, audit and notices together', async () => {
    const id = await filed();
    await act(colleague, id, 'accept', { fields: { fit: true }, note: '材料齐全' });
    const panel = await getFilePanel(officer, id);
    expect(panel.file.number).toMatch(/^YL2026-\d{5}$/);
    expect(panel.file).toMatchObject({ state: 'accepted', stateLabel: '已受理', version: 3 });
    expect(panel.timeline.map((entry) => [entry.label, entry.note])).toEqual([
      ['受理', '材料齐全'],
      ['提交', null],
      ['建立办件', null],
    ]);
    const audit = await sql<{
      action: string;
    }>`select action from platform.audit_entry where subject_id = ${id} order by seq`.execute(test.services.db);
    expect(audit.rows.map((row) => row.action)).toEqual([
      'procedures.document.attach',
      'sample.request.file',
      'sample.request.accept',
    ]);
  });

  it('refuses what the state does not allow, and says the state', async () => {
    const id = await filed();
    const refusal = await refusalOf(act(director, id, 'publish'));
    expect(refusal.code).toBe('procedures.action.not-available');
    expect(test.services.sentence(refusal, 'zh')).toEqual({ status: 409, text: '办件现为“已提交”，不能“公示”。' });
  });

  it('keeps duties apart: who filed may not accept', async () => {
    const id = await filed();
    expect((await refusalOf(act(officer, id, 'accept', { fields: { fit: true } }))).code).toBe(
      'procedures.action.apart',
    );
    const accept = (await getFilePanel(officer, id)).actions.find((one) => one.action === 'accept');
    expect(accept).toMatchObject({ possible: false, reason: expect.stringContaining('岗位分离') });
    const other = (await getFilePanel(colleague, id)).actions.find((one) => one.action === 'accept');
    expect(other).toMatchObject({ possible: true, reason: null, fields: { type: 'object' } });
  });

  it('asks for papers and fields before it moves, and moves nothing when refused', async () => {
    const file = await open(officer);
    const missing = await refusalOf(act(officer, file.id, 'file'));
    expect(test.services.sentence(missing, 'zh').text).toBe('“提交”前须有材料：申请表。');
    const id = await filed();
    const fields = await refusalOf(act(colleague, id, 'accept', { fields: { fit: '是' } }));
    expect(fields.fieldErrors[0]?.path).toBe('fit');
    expect((await getFilePanel(officer, id)).file).toMatchObject({ state: 'filed', version: 2 });
  });

  it('lets the step of the module pick the end', async () => {
    const id = await filed();
    await act(colleague, id, 'accept', { fields: { fit: false } });
    expect((await getFilePanel(officer, id)).file).toMatchObject({ state: 'refused', closedAt: expect.any(String) });
  });

  it('counts working days from the day after, with the reason', async () => {
    const id = await filed(); // Sunday 2026-11-22
    const clock = (await getFilePanel(officer, id)).clocks[0];
    expect(clock).toMatchObject({
      clock: 'acceptance',
      startedOn: '2026-11-22',
      dueOn: '2026-11-27',
      standing: 'running',
    });
    expect(clock?.steps[0]).toBe('依据：样例办法第三条');
  });

  it('adds exactly the suspension to a clock', async () => {
    const id = await filed();
    await later('2026-11-24T02:00:00Z', 'ip-officer', (ctx) => act(ctx, id, 'ask'));
    expect((await getFilePanel(officer, id)).clocks[0]).toMatchObject({ dueOn: null, standing: 'suspended' });
    await later('2026-12-01T02:00:00Z', 'ip-officer', (ctx) => act(ctx, id, 'file'));
    const clocks = (await getFilePanel(officer, id)).clocks;
    expect(clocks.map((clock) => [clock.round, clock.standing])).toEqual([
      [1, 'stopped'],
      [2, 'running'],
    ]);
  });

  it('waits until the publicity is over', async () => {
    const id = await filed();
    await act(colleague, id, 'accept', { fields: { fit: true } });
    await act(director, id, 'publish');
    const early = await refusalOf(act(director, id, 'finish'));
    expect(test.services.sentence(early, 'zh').text).toBe('“公示期”至 2026-11-27 届满，届满后才能“办结”。');
    await refusalOf(later('2026-11-27T02:00:00Z', 'director', (ctx) => act(ctx, id, 'finish')));
    await later('2026-11-28T02:00:00Z', 'director', (ctx) => act(ctx, id, 'finish'));
    expect((await getFilePanel(officer, id)).file.standing).toBe('done');
    await expect(attach(officer, id, PDF)).rejects.toThrowError('procedures.file.closed');
  });

  it('reads running clocks again when a holiday notice comes, and says from which day to which', async () => {
    const id = await filed();
    const notice = {
      year: 2026,
      title: '国办发明电〔2026〕9号',
      daysOff: { '2026-11-26': '临时' },
      workedWeekends: {},
    };
    try {
      expect(await saveHolidayNotice(officer, notice)).toBeGreaterThan(0);
      const clock = (await getFilePanel(officer, id)).clocks[0];
      expect(clock?.dueOn).toBe('2026-11-30');
      expect(clock?.steps.at(-1)).toBe('节假日安排更新（国办发明电〔2026〕9号）：届满日由2026-11-27改为2026-11-30');
      await expect(saveHolidayNotice(officer, { ...notice, year: 2029, daysOff: {} })).rejects.toThrowError(
        'procedures.calendar.year-missing',
      );
      await expect(saveHolidayNotice(officer, { ...notice, year: 2027 })).rejects.toThrowError(
        'procedures.calendar.not-of-year',
      );
    } finally {
      await sql`delete from procedures.holiday_notice`.execute(test.services.db);
    }
  });

  it('names each action in the log without the module naming it again', () => {
    expect(test.services.actionLabel('sample.request.accept')).toEqual({
      zh: '样例申请：受理',
      en: 'Sample request: Accept',
    });
  });

  it('lets one of two people at the same moment act, and tells the other', async () => {
    const id = await filed();
    const both = await Promise.allSettled([
      act(colleague, id, 'accept', { fields: { fit: true }, version: 2 }),
      later('2026-11-22T02:00:00Z', 'ip-officer', (ctx) =>
        act(ctx, id, 'accept', { fields: { fit: true }, version: 2 }),
      ),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await getFilePanel(officer, id)).timeline).toHaveLength(3);
  });

  it('never changes or deletes its log', async () => {
    await expect(sql`delete from procedures.action_log`.execute(test.services.db)).rejects.toThrowError(
      'never changed',
    );
    await expect(sql`update procedures.action_log set note = 'x'`.execute(test.services.db)).rejects.toThrowError(
      'never changed',
    );
  });

  it('shows a town its own files only; another’s do not exist', async () => {
    const mine = await open(officer, TOWN);
    const other = await open(officer, '320509104');
    const liaison = await test.as('liaison', 'town', TOWN);
    expect((await getFilePanel(liaison, mine.id)).file.id).toBe(mine.id);
    await expect(getFilePanel(liaison, other.id)).rejects.toThrowError('platform.not-found');
    await expect(act(liaison, other.id, 'file')).rejects.toThrowError('platform.not-found');
    const page = { page: 1, pageSize: 500 };
    const ids = (await listFiles(liaison, page)).items.map((item) => item.id);
    expect(ids).toContain(mine.id);
    expect(ids).not.toContain(other.id);
    const auditor = await test.as('audit-admin');
    expect((await listFiles(auditor, page)).total).toBe(0);
  });

  it('lists what waits for a person, the nearest clock first', async () => {
    const id = await filed();
    const mine = await listFiles(colleague, { page: 1, pageSize: 500, mine: true, closed: false });
    expect(mine.items.find((item) => item.id === id)).toMatchObject({
      waitsFor: ['受理', '要求补正'],
      dueOn: '2026-11-27',
      dueLabel: '受理期限',
    });
    expect(
      (await listFiles(director, { page: 1, pageSize: 500, mine: true })).items.map((item) => item.id),
    ).not.toContain(id);
  });

  it('lets nothing wait for whoever must leave it to another', async () => {
    const id = await filed();
    const ids = async (ctx: Ctx) =>
      (await listFiles(ctx, { page: 1, pageSize: 500, mine: true })).items.map((item) => item.id);
    expect(await ids(officer)).not.toContain(id);
    expect(await ids(colleague)).toContain(id);
  });

  it('tells others, and forgets nothing until it is read', async () => {
    const id = await filed();
    const notices = await listNotices(colleague, { page: 1, pageSize: 50 });
    const notice = notices.items.find((item) => item.fileId === id);
    expect(notice).toMatchObject({ href: `/sample/${id}`, readAt: null });
    await readNotices(colleague, [notice?.id as string]);
    expect((await listNotices(colleague, { page: 1, pageSize: 50 })).unread).toBe(notices.unread - 1);
    expect((await listNotices(officer, { page: 1, pageSize: 50 })).unread).toBeGreaterThanOrEqual(notices.unread);
  });

  const PAPERS: readonly [string, Buffer, string][] = [
    [
      '病毒.pdf',
      Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!'].join('')),
      '病毒',
    ],
    ['工具.pdf', Buffer.from('MZ\x90\0'), '可执行'],
    ['脚本.docx', Buffer.from('#!/bin/sh\n'), '可执行'],
    ['旧.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '旧版'],
    ['说明.txt', Buffer.from('文字'), '只收'],
    ['空.pdf', Buffer.alloc(0), ''],
  ];
  it.each(PAPERS)('refuses %s', async (fileName, content, reason) => {
    const file = await open(officer);
    const refusal = await refusalOf(attach(officer, file.id, content, fileName));
    expect(test.services.sentence(refusal, 'zh').text).toContain(reason === '' ? '空文件' : reason);
    expect((await getFilePanel(officer, file.id)).documents).toEqual([]);
  });

  it('refuses a docx with macros by what is inside, and takes one without', async () => {
    const file = await open(officer);
    const macro = zipOf({ 'word/document.xml': '<x/>', 'word/vbaProject.bin': 'x' });
    const refusal = await refusalOf(attach(officer, file.id, macro, '合同.docx'));
    expect(test.services.sentence(refusal, 'zh').text).toContain('宏');
    await attach(officer, file.id, zipOf({ 'word/document.xml': '<x/>' }), '合同.docx');
    expect((await getFilePanel(officer, file.id)).documents[0]?.mediaType).toContain('wordprocessingml');
  });

  it('stops a paper of 300 MB at the limit, and keeps nothing of it', async () => {
    const file = await open(officer);
    const piece = Buffer.alloc(1024 * 1024, 'x');
    let sent = 0;
    const content = Readable.from(
      (function* pieces() {
        for (; sent < 300; sent++) yield piece;
      })(),
    );
    // Becomes a 413 with the limit in its sentence (platform/http/problem.ts).
    await expect(
      attachDocument(officer, file.id, { fileName: '大.pdf', mediaType: '', content, fields: { kind: 'form' } }),
    ).rejects.toMatchObject({ name: 'FileTooLarge', maxBytes: 100 * 1024 * 1024 });
    expect(sent).toBeLessThan(150);
    expect((await getFilePanel(officer, file.id)).documents).toEqual([]);
  });

  it('takes a paper back only by who added it, and keeps it in the file', async () => {
    const file = await open(officer);
    const id = await attach(officer, file.id, PDF);
    await expect(withdrawDocument(colleague, file.id, id)).rejects.toThrowError('platform.not-found');
    await withdrawDocument(officer, file.id, id);
    expect((await getFilePanel(officer, file.id)).documents[0]?.withdrawnAt).not.toBeNull();
    expect((await refusalOf(act(officer, file.id, 'file'))).code).toBe('procedures.action.missing-document');
  });
});
