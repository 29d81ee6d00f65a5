import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../context/context.ts';
import { markAllStale } from '../facts/index.ts';
import { refreshFacts } from '../facts/refresh-facts.ts';
import { readWorkbook } from '../imports/testing/import-desk.ts';
import { getDigest } from './get-digest.ts';
import { handleAlert } from './handle-alerts.ts';
import { exportAlerts, listAlerts } from './list-alerts.ts';
import { kindsDue, refreshAlerts } from './refresh-alerts.ts';
import { type AlertDesk, alertsOn, GONE, LILI, MACHINE, openAlertDesk, SHENGZE, SILK } from './testing/alert-desk.ts';

const DAY = '2026-07-20';
let alerts: AlertDesk;
let officer: Ctx;
let liaison: Ctx;
let firm: Ctx;
beforeAll(async () => {
  alerts = await openAlertDesk();
  officer = await alerts.on(DAY);
  liaison = await alerts.on(DAY, 'liaison', 'town', LILI);
  firm = await alerts.on(DAY, 'enterprise', 'party', await alerts.idOf(SILK));
});
afterAll(() => alerts?.close());

const keyOf = async (code: string, ctx = officer) => (await alertsOn(ctx, { code: [code] }))[0]?.key as string;
const state = async (key: string, ctx = officer) => (await alertsOn(ctx)).find((item) => item.key === key)?.handled;

describe('the list', () => {
  it('is in order of the due day, without a day last, and counts what it shows', async () => {
    const { items, total, byCode, freshness } = await listAlerts(officer, { page: 1, pageSize: 500 });
    const days = items.map((item) => item.dueOn ?? '9999');
    expect(days).toEqual(days.toSorted());
    expect(total).toBe(items.length);
    expect(byCode.reduce((sum, kind) => sum + kind.count, 0)).toBe(total);
    for (const kind of byCode) expect(items.filter((item) => item.code === kind.code)).toHaveLength(kind.count);
    expect(freshness).toMatchObject({ asOf: DAY, pending: false });
  });

  it('pages without losing or repeating one', async () => {
    const whole = (await alertsOn(officer)).map((item) => item.key);
    const paged: string[] = [];
    for (let page = 1; page <= whole.length; page++)
      paged.push(...(await listAlerts(officer, { page, pageSize: 1 })).items.map((item) => item.key));
    expect(paged).toEqual(whole);
  });

  it('finds by level, town, holder and words', async () => {
    const all = await alertsOn(officer);
    const late = all.filter((item) => item.level === 'late').map((item) => item.key);
    expect((await alertsOn(officer, { level: ['late'] })).map((item) => item.key)).toEqual(late);
    const inLili = all.filter((item) => item.town === '黎里镇');
    expect(inLili.length).toBeGreaterThan(0);
    expect(await alertsOn(officer, { town: [LILI] })).toEqual(inLili);
    const party = await alerts.idOf(MACHINE);
    expect(await alertsOn(officer, { party })).toEqual(all.filter((item) => item.partyId === party));
    expect((await alertsOn(officer, { q: '染整' })).map((item) => item.subjectLabel)).toEqual(['一种染整装置']);
    expect(await alertsOn(officer, { q: '兆辉' })).toEqual(all.filter((item) => item.party === MACHINE));
    expect(await alertsOn(officer, { q: '%' })).toEqual([]);
  });

  it('is what the export contains', async () => {
    const rows = await readWorkbook((await exportAlerts(officer, { level: ['late'] })).content as Readable);
    const items = await alertsOn(officer, { level: ['late'] });
    expect(rows.slice(3).map((row) => [row[0], row[2]])).toEqual(items.map((item) => [item.label, item.subjectLabel]));
  });
});

describe('the kept alerts', () => {
  const patentsStale = async (ctx: Ctx) => {
    await inTransaction(ctx, (tx) => markAllStale(tx, ctx, 'patent'));
    await refreshFacts(ctx);
  };

  it('are worked out again of what has new facts, and of nothing else', async () => {
    const ctx = alerts.desk.test.system();
    expect(await kindsDue(ctx)).toEqual([]);
    await patentsStale(ctx);
    expect((await listAlerts(officer, { page: 1, pageSize: 1 })).freshness.pending).toBe(true);
    const due = (await kindsDue(ctx)).map((kind) => kind.subject);
    expect(due).toContain('patent');
    expect(due).not.toContain('officer');
    expect(await refreshAlerts(ctx)).toEqual(due);
    expect((await listAlerts(officer, { page: 1, pageSize: 1 })).freshness.pending).toBe(false);
  });

  it('follow a refresh of the facts by a job', async () => {
    const ctx = alerts.desk.test.system();
    const before = (await alertsOn(officer)).length;
    await sql`delete from alerts.alert where subject = 'patent'`.execute(ctx.db);
    await patentsStale(ctx);
    expect((await alertsOn(officer)).length).toBeLessThan(before);
    await alerts.desk.drain();
    expect((await alertsOn(officer)).length).toBe(before);
  });
});

describe('scope', () => {
  it('shows a liaison the alerts of his towns that are meant for him', async () => {
    const items = await alertsOn(liaison);
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map((item) => item.town))).toEqual(new Set(['黎里镇']));
    const all = await alertsOn(officer);
    expect(items).toEqual(all.filter((item) => item.town === '黎里镇' && item.code !== 'madrid-dependency'));
  });

  it('shows an enterprise its own alone, and none that are for officers', async () => {
    const items = await alertsOn(firm);
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map((item) => item.party))).toEqual(new Set([SILK]));
    expect(items.some((item) => item.code.startsWith('officer-'))).toBe(false);
  });

  it('lets nobody deal with what he does not see', async () => {
    const key = await keyOf('late-fee');
    await expect(handleAlert(liaison, { keys: [key], undo: false })).rejects.toMatchObject({
      code: 'platform.not-found',
    });
    await expect(handleAlert(officer, { keys: [`${key}x`], undo: false })).rejects.toMatchObject({
      code: 'platform.not-found',
    });
    await expect(handleAlert(officer, { keys: [key.replace('late-fee', 'lapse')], undo: false })).rejects.toMatchObject(
      { code: 'platform.not-found' },
    );
    expect(await state(key)).toBeNull();
  });
});

describe('dealing with an alert', () => {
  it('keeps who said so, when and why, leaves an entry in the log, and can be taken back', async () => {
    const key = await keyOf('late-fee');
    await handleAlert(officer, { keys: [key], note: '已电话通知', undo: false });
    expect(await state(key)).toMatchObject({ by: officer.actor.displayName, note: '已电话通知', until: null });
    expect((await alertsOn(officer, { handled: true })).map((item) => item.key)).toEqual([key]);
    expect((await alertsOn(officer, { handled: false })).map((item) => item.key)).not.toContain(key);
    const kind = (await listAlerts(officer, { page: 1, pageSize: 1 })).byCode.find((one) => one.code === 'late-fee');
    expect(kind).toMatchObject({ count: 1, handled: 1 });
    const { rows } = await sql<{ action: string; details: { keys: string[]; note: string } }>`
      select action, details::jsonb from platform.audit_entry where action = 'alerts.alert.handle' order by seq desc limit 1`.execute(
      officer.db,
    );
    expect(rows[0]?.details).toMatchObject({ keys: [key], note: '已电话通知', undo: false });
    await handleAlert(officer, { keys: [key], undo: true });
    expect(await state(key)).toBeNull();
  });

  it('counts until the day it is put off to, and no longer', async () => {
    const key = await keyOf('late-fee');
    await handleAlert(officer, { keys: [key], until: '2026-08-01', undo: false });
    expect(await state(key, await alerts.on('2026-08-01'))).toMatchObject({ until: '2026-08-01' });
    expect(await state(key, await alerts.on('2026-08-02'))).toBeNull();
    await expect(
      handleAlert(await alerts.on('2026-08-02'), { keys: [key], until: '2026-08-01', undo: false }),
    ).rejects.toMatchObject({ code: 'alerts.mark.until-past' });
    await handleAlert(await alerts.on('2026-08-02'), { keys: [key], undo: true });
  });

  it('is over when the tier of the late fee changes: that is another occasion', async () => {
    const key = await keyOf('late-fee', await alerts.on(DAY));
    await handleAlert(officer, { keys: [key], undo: false });
    const next = await alertsOn(await alerts.on('2026-08-11'), { code: ['late-fee'] });
    expect(next.map((item) => [item.dueOn, item.handled])).toEqual([['2026-09-10', null]]);
    expect(await state(key, await alerts.on(DAY))).not.toBeNull();
    await handleAlert(officer, { keys: [key], undo: true });
  });

  it('is all or nothing for many at once', async () => {
    const keys = (await alertsOn(await alerts.on(DAY), { town: [SHENGZE] })).map((item) => item.key);
    expect(keys.length).toBeGreaterThan(1);
    await expect(
      handleAlert(officer, { keys: [...keys, `lapse:${keys[0]?.split(':')[1]}:2026-01-01`], undo: false }),
    ).rejects.toMatchObject({ code: 'platform.not-found' });
    expect(await alertsOn(officer, { handled: true })).toEqual([]);
    await handleAlert(officer, { keys, undo: false });
    expect((await alertsOn(officer, { handled: true })).map((item) => item.key)).toEqual(keys);
    await handleAlert(officer, { keys, undo: true });
  });
});

describe('the digest', () => {
  it('puts what presses to towns and their liaisons, the rest to the district', async () => {
    const digest = await getDigest(await alerts.on(DAY), { by: 'officer', days: 30 });
    const shengze = digest.groups.find((group) => group.key === SHENGZE);
    expect(shengze).toMatchObject({ label: '盛泽镇', note: '尚无联络员账号，由区级人员处理' });
    expect(shengze?.items.map((item) => item.code)).toContain('late-fee');
    expect(digest.groups.find((group) => group.key === LILI)?.note).toBe(`联络员：${liaison.actor.displayName}`);
    const pressing = (await alertsOn(officer)).filter(
      (item) => (item.dueOn !== null && item.dueOn <= '2026-08-19') || (item.dueOn === null && item.level !== 'info'),
    );
    const shown = digest.groups.flatMap((group) => group.items.map((item) => item.key));
    expect(shown.toSorted()).toEqual(pressing.map((item) => item.key).toSorted());
    for (const { counts, items } of digest.groups) expect(counts.late + counts.soon + counts.info).toBe(items.length);
  });

  it('shows a liaison his own towns', async () => {
    const digest = await getDigest(liaison, { by: 'officer', days: 400 });
    expect(digest.groups.map((group) => group.key)).toEqual([LILI]);
  });

  it('groups by enterprise, the most pressing first, or tells of one alone', async () => {
    const digest = await getDigest(officer, { by: 'party', days: 400 });
    expect(digest.groups.map((group) => group.label)).toEqual([SILK, MACHINE, GONE]);
    const party = await alerts.idOf(MACHINE);
    const own = await getDigest(officer, { by: 'party', party, days: 400 });
    expect(own.groups.map((group) => group.label)).toEqual([MACHINE]);
    expect(own.groups[0]?.items).toEqual(digest.groups[1]?.items);
  });

  it('leaves out what somebody deals with', async () => {
    const key = await keyOf('late-fee');
    await handleAlert(officer, { keys: [key], undo: false });
    const { groups } = await getDigest(officer, { by: 'officer', days: 30 });
    expect(groups.flatMap((group) => group.items.map((item) => item.key))).not.toContain(key);
    await handleAlert(officer, { keys: [key], undo: true });
  });
});
