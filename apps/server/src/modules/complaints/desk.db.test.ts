import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import type { FileAnswer } from '../../platform/module.ts';
import { assignHandlers } from '../../platform/procedures/index.ts';
import { type ComplaintDesk, openComplaintDesk } from './testing/complaint-desk.ts';

let desk: ComplaintDesk;
const ids: Record<string, string> = {};

const give = async (id: string, who: 'branch' | 'enforcement') => {
  const { userId, displayName } = desk.ctx(who).actor;
  const ctx = desk.test.system();
  await inTransaction(ctx, (tx) =>
    assignHandlers(tx, ctx, id, [{ userId: userId as string, name: displayName, part: 'lead' }]),
  );
};
const enter = async (name: string, receivedOn: string, sort = 'complaint') => {
  desk.at(receivedOn);
  const { matters } = await desk.register('officer', { sort, subjectName: name, receivedOn });
  ids[name] = matters[0]?.id ?? '';
};

beforeAll(async () => {
  desk = await openComplaintDesk();
  // Seven working days from these: 2026-11-11 (overdue), 11-20 (today), 11-24 (later), and one report in two weeks.
  await enter('甲店', '2026-11-02');
  await enter('乙店', '2026-11-11');
  await enter('丙店', '2026-11-13');
  await enter('丁店', '2026-11-12', 'report');
  desk.at('2026-11-20');
  for (const name of ['甲店', '乙店', '丁店']) await give(ids[name] as string, 'branch');
});
afterAll(() => desk?.close());

it('puts my files by their nearest clock, and what waits for others apart', async () => {
  const mine = await desk.call('branch', 'getDesk', { query: { mine: 'true' } });
  const shown = mine.items.map(
    (item) => `${item.bucket} ${item.subjectLabel.slice(0, 2)} ${item.dueOn} ${item.daysLeft}`,
  );
  expect(shown).toEqual(['overdue 甲店 2026-11-11 -9', 'today 乙店 2026-11-20 0', 'later 丁店 2026-12-03 13']);
  expect(mine.counts).toMatchObject({ overdue: 1, today: 1, week: 0, later: 1, others: 0 });
  // Nobody handles the third: it waits for whoever may.
  const office = await desk.call('branch', 'getDesk', { query: {} });
  expect(office.counts).toMatchObject({ overdue: 1, today: 1, week: 0, later: 2 });
  expect(office.items.find((item) => item.subjectLabel.startsWith('丙店'))).toMatchObject({
    role: 'office',
    bucket: 'later',
  });
  expect(office.days.find((day) => day.on === '2026-11-24')).toEqual({ on: '2026-11-24', count: 1, working: true });
  const other = await desk.call('other', 'getDesk', { query: {} });
  expect(other.items).toEqual([]);

  await desk.act('branch', ids.丁店 as string, 'hand-on', {});
  const after = await desk.call('branch', 'getDesk', { query: { bucket: 'others' } });
  expect(after.items.map((item) => item.id)).toContain(ids.丁店);
});

it('counts the load by officer and section, and who has nobody', async () => {
  const load = await desk.call('head', 'getWorkload', { query: { procedure: 'complaints.complaint' } });
  expect(load.officers).toHaveLength(1);
  expect(load.officers[0]).toMatchObject({ open: 2, lead: 2, overdue: 1, week: 1 });
  expect(load.sections).toEqual([
    expect.objectContaining({ code: 'WJ-MSB-B105', name: '盛泽分局', open: 3, overdue: 1, unassigned: 1 }),
  ]);
});

it('tells the head before a breach, each last day once, and again when the day moves', async () => {
  const first = await desk.call('head', 'escalateClocks');
  // 甲店 is late, 乙店 ends today, 丙店 within three working days; the report is far off.
  expect(first.told).toBe(3);
  const again = await desk.call('head', 'escalateClocks');
  expect(again).toEqual({ told: 0, notices: 0 });
  const { rows } = await sql<{
    text: string;
  }>`select text from procedures.notice where user_id = ${desk.ctx('head').actor.userId}
    and text like '期限提醒%' order by text`.execute(desk.test.system().db);
  expect(rows).toHaveLength(3);
  expect(rows.map((row) => row.text).join('\n')).toContain('已于 2026-11-11 届满');
  expect(rows.map((row) => row.text).join('\n')).toContain('尚无承办人');
  const mine = await desk.call('branch', 'getDesk', { query: { mine: 'true', bucket: 'overdue' } });
  expect(mine.items[0]?.warned).toBe(true);
  await sql`update procedures.clock set due_on = '2026-11-24' where file_id = ${ids.乙店} and stopped_on is null`.execute(
    desk.test.system().db,
  );
  expect((await desk.call('head', 'escalateClocks')).told).toBe(1);
});

it('gives a calendar behind a secret address that ends when it is revoked or renewed', async () => {
  const made = await desk.call('branch', 'makeCalendarFeed');
  const token = made.path.split('/').at(-1) as string;
  const read = (of: string) =>
    desk.call('branch', 'readCalendarFeed', { params: { token: of } }) as Promise<FileAnswer>;
  const text = String((await read(token)).content).replace(/\r\n /g, '');
  expect(text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThanOrEqual(2);
  expect(text).toContain('DTSTART;VALUE=DATE:20261111');
  expect(text).not.toContain('甲店');
  const kept = await sql<{ text: string }>`select c::text as text from procedures.calendar_feed c`.execute(
    desk.test.system().db,
  );
  expect(kept.rows[0]?.text).not.toContain(token);
  const renewed = (await desk.call('branch', 'makeCalendarFeed')).path.split('/').at(-1) as string;
  await expect(read(token)).rejects.toThrow(AppError);
  await expect(read(renewed)).resolves.toMatchObject({ fileName: 'jince-desk.ics' });
  expect((await desk.call('branch', 'getCalendarFeed')).readAt).not.toBeNull();
  await desk.call('branch', 'revokeCalendarFeed');
  await expect(read(renewed)).rejects.toThrow(AppError);
});
