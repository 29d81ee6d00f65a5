import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchItems } from './jobs/match-items.ts';
import { openWatchDesk, type WatchDesk } from './testing/watch-desk.ts';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
  desk.at('2026-11-09');
});
afterAll(() => desk?.close());

const HEADER = '平台,店铺,商品标题,品牌,价格,链接,采集日期,发货地,经营者,统一社会信用代码';
const FIRM = '吴江示例锦溪丝绸有限公司';
const USCC = '91320509MA1T000560';

/** A listed mark of an enterprise of the register, with whom to ring up. */
async function listMark() {
  const mark = await desk.list('11000021', '锦溪月');
  const { district, db } = desk.test.system();
  const id = uuidv7();
  await sql`insert into parties.party (district, id, record_key, uscc, name, name_key, kind, status, established_on)
    values (${district}, ${id}, ${USCC}, ${USCC}, ${FIRM}, ${FIRM}, 'enterprise', 'active', '2015-01-01')`.execute(db);
  await sql`update trademark_watch.protected_mark set party_id = ${id}, holder_name = ${FIRM}, contact_phone = '0512-63000000'
    where district = ${district} and id = ${mark.id}`.execute(db);
  return { ...mark, partyId: id };
}

const shown = (id: string) => desk.call(desk.officer, 'getWatchHit', { params: { id } });
const idIn = (href: string | null | undefined, base: string): string => {
  expect(href).toMatch(new RegExp(`^${base}/[0-9a-f-]{36}$`));
  return (href as string).slice(base.length + 1);
};
const evidenceOf = async (fileId: string) =>
  (await desk.call(desk.officer, 'listEvidence', { params: { id: fileId } })).items.map(({ id, title, source }) => ({
    id,
    title,
    source,
  }));

it('a hit of a mark of an allied district carries its evidence, too', async () => {
  await desk.bring('alliance-marks', '来源区县,注册号,商标名称,权利人,类别,入选理由', [
    '昆山市,22000077,昆曲水磨,昆山示例有限公司,24,侵权多发',
  ]);
  await desk.bring('watch-listings', HEADER, [
    '淘宝,癸丝绸店,昆曲水磨床单,昆曲水磨,199,https://example.com/item/77,2026-11-08,江苏省昆山市,昆山示例癸商行,',
  ]);
  const { items } = await desk.call(desk.officer, 'listWatchHits', { query: { q: '癸丝绸店' } });
  const hit = items[0] as (typeof items)[number];
  const params = { id: hit.id };
  const judgement = { verdict: 'infringing', reason: '同种商品上使用相同文字' };
  await desk.call(desk.officer, 'judgeWatchHit', { params, body: judgement });
  await desk.call(desk.officer, 'orderHitAction', { params, body: { kind: 'cross-region' } });
  await desk.settle();
  const [done] = (await shown(hit.id)).done;
  const letter = await desk.call(desk.officer, 'getCrossRegion', {
    params: { id: idIn(done?.href, '/protection/cross-region') },
  });
  const kept = await evidenceOf(letter.fileId);
  expect(kept).toMatchObject([{ title: '监测记录：昆曲水磨床单', source: '淘宝 癸丝绸店' }]);
  const mark = await desk.call(desk.officer, 'getProtectedMark', { params: { id: hit.markId } });
  expect(await evidenceOf(mark.fileId as string)).toEqual(kept);
});

it('an infringing hit becomes a report, rights aid and a letter to another district, each with what was found, and is told what they are', async () => {
  const mark = await listMark();
  await desk.bring('watch-listings', HEADER, [
    '淘宝,己丝绸店,锦溪月真丝围巾,锦溪月,199,https://example.com/item/31,2026-11-08,江苏省昆山市,昆山示例己商行,',
  ]);
  const { items } = await desk.call(desk.officer, 'listWatchHits', { query: { q: '己丝绸店' } });
  const id = items[0]?.id as string;
  await desk.call(desk.officer, 'judgeWatchHit', {
    params: { id },
    body: { verdict: 'infringing', reason: '同种商品上使用相同文字' },
  });
  desk.at('2026-11-11');
  for (const kind of ['complaint', 'aid', 'cross-region'])
    await desk.call(desk.officer, 'orderHitAction', { params: { id }, body: { kind, note: '请一并核查库存' } });
  expect((await shown(id)).done.map(({ state, href }) => [state, href])).toEqual(Array(3).fill(['ordered', null]));
  await desk.settle();

  const made = new Map((await shown(id)).done.map((one) => [one.kind, one]));
  expect([...made.values()].map((one) => one.state)).toEqual(['done', 'done', 'done']);
  const title = '己丝绸店涉嫌侵犯“锦溪月”商标专用权';
  const told = ['监测发现：淘宝，己丝绸店，“锦溪月真丝围巾”', 'https://example.com/item/31', '请一并核查库存'];
  const holds = (text: string) => expect(told.filter((part) => !text.includes(part))).toEqual([]);
  const back = `/protection/watch/hits/${id}`;

  const matter = await desk.call(desk.officer, 'getComplaintMatter', {
    params: { id: idIn(made.get('complaint')?.href, '/protection/complaints') },
  });
  expect(matter).toMatchObject({
    number: made.get('complaint')?.number,
    sort: 'report',
    source: 'watch',
    title,
    subjectName: '昆山示例己商行',
    address: '江苏省昆山市',
    found: true,
    electronic: true,
    // The office knows since the day of the judgement, not of the order.
    receivedOn: '2026-11-09',
    sourceLink: { href: back },
  });
  expect(matter.right).toContain('11000021');
  expect(matter.behaviour).not.toBeNull();
  holds(matter.statement);

  const aid = await desk.call(desk.officer, 'getAidRequest', {
    params: { id: idIn(made.get('aid')?.href, '/protection/rights-aid') },
  });
  expect(aid).toMatchObject({
    number: made.get('aid')?.number,
    title,
    applicant: FIRM,
    applicantCode: USCC,
    partyId: mark.partyId,
    applicantContact: '0512-63000000',
    opponent: '昆山示例己商行',
    rights: [{ kind: 'trademark', number: '11000021' }],
    receivedOn: '2026-11-11',
    sourceHref: back,
  });
  holds(aid.facts);

  const letter = await desk.call(desk.officer, 'getCrossRegion', {
    params: { id: idIn(made.get('cross-region')?.href, '/protection/cross-region') },
  });
  expect(letter).toMatchObject({
    number: made.get('cross-region')?.number,
    direction: 'out',
    state: 'draft',
    other: '江苏省昆山市市场监督管理部门',
    title,
    marks: ['11000021'],
    sourceHref: back,
  });
  holds(letter.facts);

  // One item of evidence, kept once in the file of the mark and linked from there to all three.
  const kept = await evidenceOf(mark.fileId);
  expect(kept).toMatchObject([{ title: '监测记录：锦溪月真丝围巾', source: '淘宝 己丝绸店' }]);
  for (const fileId of [matter.id, aid.fileId, letter.fileId]) expect(await evidenceOf(fileId)).toEqual(kept);
});

const LISTING = '平台,店铺,商品标题,品牌,价格,链接,采集日期';
const openHits = async (q: string) =>
  (await desk.call(desk.officer, 'listWatchHits', { query: { q, state: 'open' } })).items;

describe('order of hits', () => {
  it('puts the same sign on goods of the mark above goods of another class, and says which word it went by', async () => {
    await desk.list('11000031', '垂虹秋');
    await desk.bring('watch-listings', LISTING, [
      '淘宝,庚店,垂虹秋真丝床单,垂虹秋,99,https://example.com/goods/1,2026-11-20',
      '淘宝,辛店,垂虹秋螺丝刀套装,垂虹秋,99,https://example.com/goods/2,2026-11-20',
    ]);
    const [first, second] = await openHits('垂虹秋');
    expect([first?.subject, second?.subject]).toEqual(['庚店', '辛店']);
    expect(first?.reasons).toContain('按“床单”推断商品类别：同属第 24 类');
    expect(second?.reasons).toContain('按“螺丝刀”推断商品类别：第 8 类与第 24 类不同类别');
    const why = async (id: string | undefined) =>
      (await desk.call(desk.officer, 'getWatchHit', { params: { id } })).rankReasons.map((one) => one.text);
    expect(await why(first?.id)).toContain('商品同类');
    expect(await why(second?.id)).toContain('商品不类似');
  });

  it('goes by what people said: goods they cleared fall behind goods they found infringing', async () => {
    await desk.list('11000032', '松陵月');
    const line = (at: number, goods: string) =>
      `淘宝,判${at}店,松陵月${goods},松陵月,99,https://example.com/learn/${at},2026-11-20`;
    const bed = Array.from({ length: 12 }, (_, at) => line(at, '床单'));
    const tool = Array.from({ length: 12 }, (_, at) => line(100 + at, '螺丝刀'));
    await desk.bring('watch-listings', LISTING, [...bed, ...tool]);
    const hits = async () =>
      (await desk.call(desk.officer, 'listWatchHits', { query: { q: '松陵月', state: 'open', pageSize: '50' } })).items;
    const before = await hits();
    expect(before[0]?.title).toContain('床单');
    // Turned round: what the weights of the start take for harmless is what people find infringing.
    for (const hit of before.filter((_, at) => at % 12 < 10))
      await desk.call(desk.officer, 'judgeWatchHit', {
        params: { id: hit.id },
        body: hit.title.includes('床单')
          ? { verdict: 'not-similar', reason: '不会混淆' }
          : { verdict: 'infringing', reason: '会混淆' },
      });
    await desk.settle();
    const after = await hits();
    expect(after.map((one) => one.title.slice(3))).toEqual(['螺丝刀', '螺丝刀', '床单', '床单']);
    const { ranking } = await desk.call(desk.officer, 'getWatch');
    expect(ranking.version).toBeGreaterThan(0);
    expect(ranking.learnedFrom).toBeGreaterThanOrEqual(20);
  });
});

describe('a mark taken out while the watch runs', () => {
  it('raises nothing any more, though the look had begun with it', async () => {
    const mark = await desk.list('11000033', '震泽丝');
    const { district, db } = desk.test.system();
    await desk.bring('watch-listings', LISTING, [
      '淘宝,壬店,震泽丝床单,震泽丝,99,https://example.com/gone/1,2026-11-20',
    ]);
    await sql`delete from trademark_watch.hit where district = ${district} and mark_id = ${mark.id}`.execute(db);
    await sql`update trademark_watch.item set pending = true where district = ${district}`.execute(db);
    let removed = false;
    const counts = await matchItems(
      desk.now(desk.officer),
      { cause: 'hand' },
      {
        runId: mark.id,
        signal: new AbortController().signal,
        progress: () => Promise.resolve(),
        checkCancelled: async () => {
          if (removed) return;
          removed = true;
          await desk.act(desk.director, mark.fileId, 'remove', { cause: 'own-wish', reason: '权利人书面申请' });
        },
      },
    );
    expect(counts.rows).toBeGreaterThan(0);
    expect(await openHits('震泽丝')).toEqual([]);
    const { rows } =
      await sql`select 1 from trademark_watch.hit where district = ${district} and mark_id = ${mark.id}`.execute(db);
    expect(rows).toEqual([]);
  });
});

const MOST_TURNS = 12;

it('an order nobody could take up is told to who gave it and to who may try it anew, and goes on when that is done', async () => {
  await desk.bring('watch-listings', HEADER, [
    '淘宝,辛丝绸店,锦溪月真丝枕套,锦溪月,99,https://example.com/item/41,2026-11-08,江苏省昆山市,昆山示例辛商行,',
  ]);
  const { items } = await desk.call(desk.officer, 'listWatchHits', { query: { q: '辛丝绸店' } });
  const id = items[0]?.id as string;
  const params = { id };
  await desk.call(desk.officer, 'judgeWatchHit', { params, body: { verdict: 'infringing', reason: '使用相同文字' } });
  await desk.call(desk.officer, 'orderHitAction', { params, body: { kind: 'complaint' } });
  const { db } = desk.test.system();
  const broken = sql`payload ? 'hitId' and payload ->> 'hitId' = ${id} and task = 'complaints.take-watch'`;
  await sql`update platform.job_run set payload = payload || jsonb_build_object('suspects', 7, 'kept', payload -> 'suspects')
    where ${broken}`.execute(db);
  const runOf = async () =>
    (await sql<{ id: string; state: string }>`select id, state from platform.job_run where ${broken}`.execute(db)).rows;
  // A queue that is held at the moment is passed over, so more turns than tries may be needed.
  for (let turn = 0; turn < MOST_TURNS && (await runOf()).some(({ state }) => state === 'queued'); turn++) {
    await desk.settle();
    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(db);
  }
  const runs = await runOf();
  expect(runs.map(({ state }) => state)).toEqual(['failed']);
  expect((await shown(id)).done).toMatchObject([{ kind: 'complaint', state: 'refused' }]);
  const told = await desk.call(desk.officer, 'listNotices', { query: {} });
  expect(told.items[0]).toMatchObject({
    text: expect.stringMatching(
      /^“监测命中转入举报办理”（辛丝绸店涉嫌侵犯“锦溪月”.*）多次未能完成：处理时出现系统错误/,
    ),
    href: '/jobs?state=failed&task=complaints.take-watch',
  });

  await sql`update platform.job_run set payload = payload || jsonb_build_object('suspects', payload -> 'kept') where ${broken}`.execute(
    db,
  );
  await desk.call(desk.officer, 'retryJob', { params: { id: runs[0]?.id } });
  await desk.settle();
  expect((await shown(id)).done).toMatchObject([{ kind: 'complaint', state: 'done' }]);
});
