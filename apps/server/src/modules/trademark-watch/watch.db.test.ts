import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeDropped } from './jobs/take-dropped.ts';
import { openWatchDesk, type WatchDesk } from './testing/watch-desk.ts';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
  desk.at('2026-11-10');
});
afterAll(() => desk?.close());

const HEADER = '平台,店铺,商品标题,品牌,价格,链接,采集日期';
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};
const openHits = async (q: string) =>
  (await desk.call(desk.officer, 'listWatchHits', { query: { q, state: 'open' } })).items;

describe('directory', () => {
  it('takes a mark of the register once, decided by somebody else; a mark nobody registered is refused', async () => {
    await desk.register('11000001', '云锦坊');
    const order = { criteria: ['reputed'], reason: '行业知名', way: 'hand' as const };
    const nominate = (no: string, over = {}) =>
      desk.call(desk.officer, 'nominateProtectedMarks', { body: { ...order, registrationNos: [no], ...over } });
    const { ids } = await nominate('11000001');
    expect(await refusalOf(nominate('11000001'))).toBe('trademark-watch.mark.twice');
    expect(await refusalOf(nominate('99999999'))).toBe('trademark-watch.mark.not-in-register');
    expect(await refusalOf(nominate('11000001', { criteria: ['none'] }))).toBe(
      'trademark-watch.mark.unknown-criterion',
    );
    expect(await refusalOf(nominate('11000001', { criteria: ['standing'], way: 'rule' }))).toBe(
      'trademark-watch.mark.rule-fails',
    );
    const mark = await desk.call(desk.officer, 'getProtectedMark', { params: { id: ids[0] } });
    expect([mark.state, mark.points]).toEqual(['nominated', null]);
    expect(await desk.act(desk.director, mark.fileId as string, 'list', { opinion: '同意' })).toBe('listed');
    const listed = await desk.call(desk.enforcement, 'getProtectedMark', { params: { id: ids[0] } });
    expect([listed.listedOn, listed.untilOn, listed.points]).toEqual(['2026-11-10', '2028-11-09', []]);
  });

  it('takes in the marks of allied districts with their origin, and removes them with the list', async () => {
    const { id, counts } = await desk.bring('alliance-marks', '来源区县,注册号,商标名称,权利人,类别,入选理由', [
      '昆山市,22000001,昆曲人家,昆山示例有限公司,29、30,侵权多发',
      ',22000002,无来源,某公司,25,侵权多发',
    ]);
    expect([counts.accepted, counts.refused]).toEqual([1, 1]);
    const { items } = await desk.call(desk.officer, 'listProtectedMarks', { query: { origin: 'alliance' } });
    expect(items.map((one) => [one.name, one.originName, one.classes])).toEqual([['昆曲人家', '昆山市', [29, 30]]]);
    expect(id).toMatch(/-/);
  });
});

describe('watch', () => {
  it('finds a near sign in a longer title, groups the rows of a shop, and leaves authorised shops out', async () => {
    const mark = await desk.list('11000002', '太湖雪');
    await desk.call(desk.officer, 'addAuthorisedUser', {
      params: { id: mark.id },
      body: { kind: 'licensed-shop', name: '太湖雪授权专营店', platform: '淘宝' },
    });
    const { counts } = await desk.bring('watch-listings', HEADER, [
      '淘宝,甲家纺店,正品太\u200d湖血蚕丝被 2.0m 双人,,399,https://example.com/item/1,2026-11-08',
      '淘宝,甲家纺店,正品太湖血蚕丝被 1.5m 单人,,299,https://example.com/item/2,2026-11-08',
      '淘宝,太湖雪授权专营店,太湖雪蚕丝被,太湖雪,899,https://example.com/item/3,2026-11-08',
      '京东,乙数码店,手机壳透明防摔,,19,https://example.com/item/4,2026-11-08',
      '京东,乙数码店,,,19,https://example.com/item/5,2026-11-08',
      '拼多多,丙店,<script>alert(1)</script>太湖雪抱枕,太湖雪,29,javascript:alert(1),2026-11-08',
    ]);
    expect([counts.accepted, counts.refused]).toEqual([5, 1]);
    const hits = await openHits('太湖');
    expect(hits.map((one) => [one.subject, one.level, one.times]).toSorted()).toEqual([
      ['丙店', 'identical', 1],
      ['甲家纺店', 'near', 2],
    ]);
    const near = hits.find((one) => one.subject === '甲家纺店');
    expect(near?.reasons).toContain('太湖血');
    expect(hits.find((one) => one.subject === '丙店')).toMatchObject({ url: null, field: 'brand' });
    const { runs } = await desk.call(desk.officer, 'getWatch');
    expect(runs.find((one) => one.cause === 'import')).toMatchObject({
      rows: 5,
      fresh: 2,
      again: 1,
      excluded: 1,
      state: 'done',
    });
  });

  it('keeps each row as a file whose hash is the name of its bytes', async () => {
    const [hit] = await openHits('丙店');
    const detail = await desk.call(desk.officer, 'getWatchHit', { params: { id: hit?.id } });
    const [row] = detail.rows;
    const chunks: Buffer[] = [];
    for await (const part of await desk.test.services.files.read(row?.sha256 ?? '')) chunks.push(part as Buffer);
    const bytes = Buffer.concat(chunks);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(row?.sha256);
    expect(bytes.toString('utf8')).toContain('太湖雪抱枕');
    expect(row?.capturedOn).toBe('2026-11-08');
  });

  it('remembers a judgement: what comes again is counted and not raised, and the ranking learns', async () => {
    const [hit] = await openHits('甲家纺店');
    const id = hit?.id as string;
    expect(await refusalOf(desk.call(desk.officer, 'orderHitAction', { params: { id }, body: { kind: 'case' } }))).toBe(
      'trademark-watch.hit.not-infringing',
    );
    await desk.call(desk.officer, 'judgeWatchHit', {
      params: { id },
      body: { verdict: 'infringing', reason: '同种商品上使用近似文字' },
    });
    await desk.bring('watch-listings', HEADER, [
      '淘宝,甲家纺店,正品太湖血蚕丝被 2.2m 加大,,459,https://example.com/item/9,2026-11-09',
    ]);
    expect(await openHits('甲家纺店')).toEqual([]);
    const again = await desk.call(desk.officer, 'getWatchHit', { params: { id } });
    expect([again.times, again.verdict, again.state]).toEqual([3, 'infringing', 'judged']);
    await desk.bring('watch-listings', HEADER, [
      '淘宝,甲家纺店,太湖雪儿童抱枕卡通靠垫,,59,https://example.com/item/10,2026-11-09',
    ]);
    const [other] = await openHits('甲家纺店');
    const detail = await desk.call(desk.officer, 'getWatchHit', { params: { id: other?.id } });
    expect(detail.rankReasons.map((one) => one.text).join()).toContain('该店铺（主体）有被判断为涉嫌侵权的');
  });

  it('makes a platform notice with its clock from the day the statement reached the owner', async () => {
    const { items } = await desk.call(desk.officer, 'listWatchHits', { query: { verdict: 'infringing' } });
    const notice = await desk.call(desk.officer, 'openPlatformNotice', {
      body: { hitIds: [items[0]?.id], demand: '请删除链接', facts: '标题使用近似文字' },
    });
    expect(await desk.act(desk.officer, notice.fileId, 'send', { on: '2026-11-10' })).toBe('sent');
    const measured = { on: '2026-11-10', measure: '删除链接', removed: 2, forwardedOn: '2026-11-10' };
    expect(await desk.act(desk.officer, notice.fileId, 'record-measure', measured)).toBe('measured');
    const early = { on: '2026-11-09', toldOn: '2026-11-10', statement: '经合法授权' };
    expect(await refusalOf(desk.act(desk.officer, notice.fileId, 'record-statement', early))).toBe(
      'trademark-watch.notice.day-before',
    );
    await desk.act(desk.officer, notice.fileId, 'record-statement', { ...early, on: '2026-11-10' });
    const open = await desk.call(desk.officer, 'getPlatformNotice', { params: { id: notice.id } });
    expect([open.state, open.clock?.dueOn, open.removed]).toEqual(['countered', '2026-11-25', 2]);
    expect(await refusalOf(desk.act(desk.officer, notice.fileId, 'record-restoring'))).not.toBe('done');
    desk.at('2026-11-26');
    expect(await desk.act(desk.officer, notice.fileId, 'record-restoring')).toBe('closed');
    const evidence = await sql<{
      n: number;
    }>`select count(*)::int as n from evidence.file_item where district = ${desk.test.system().district}
      and file_id = ${notice.fileId}`.execute(desk.test.system().db);
    expect(evidence.rows[0]?.n).toBe(3);
  });

  it('makes one case of a hit, with its evidence and the watch as its source', async () => {
    const { items } = await desk.call(desk.enforcement, 'listWatchHits', { query: { verdict: 'infringing' } });
    const id = items[0]?.id as string;
    const made = await desk.call(desk.enforcement, 'orderHitAction', { params: { id }, body: { kind: 'case' } });
    expect(made.number).toMatch(/^AJ2026-/);
    expect(
      await refusalOf(desk.call(desk.enforcement, 'orderHitAction', { params: { id }, body: { kind: 'case' } })),
    ).toBe('trademark-watch.hit.acted');
    const { rows } = await sql<{ kind: string; n: number }>`select c.source_kind as kind,
      (select count(*)::int from evidence.file_item e where e.district = c.district and e.file_id = c.id) as n
      from cases.case_file c where c.number = ${made.number}`.execute(desk.test.system().db);
    expect(rows[0]).toEqual({ kind: 'watch', n: 3 });
  });

  it('closes the open hits of a mark that is removed, and raises no more of it', async () => {
    const mark = await desk.list('11000003', '盛泽红');
    await desk.bring('watch-listings', HEADER, [
      '淘宝,丁店,盛泽红真丝围巾,盛泽红,99,https://example.com/item/20,2026-11-20',
    ]);
    const [hit] = await openHits('丁店');
    await desk.act(desk.director, mark.fileId, 'remove', { cause: 'own-wish', reason: '权利人书面申请' });
    const closed = await desk.call(desk.officer, 'getWatchHit', { params: { id: hit?.id } });
    expect([closed.state, closed.closedReason]).toEqual(['closed', '商标已移出名录（权利人申请移出：权利人书面申请）']);
    await desk.bring('watch-listings', HEADER, [
      '淘宝,戊店,盛泽红真丝围巾,盛泽红,99,https://example.com/item/21,2026-11-20',
    ]);
    expect(await openHits('戊店')).toEqual([]);
  });
});

describe('reach', () => {
  it('shows a town the hits of its own shops alone: what it may not read does not exist', async () => {
    const { test } = desk;
    const district = test.system().district;
    const people = [
      { who: desk.enforcement, towns: null },
      { who: await test.as('enforcement-officer', 'town', '320509105'), towns: ['320509105'] },
      { who: await test.as('enforcement-officer', 'town', '320509104'), towns: ['320509104'] },
      { who: await test.as('enterprise', 'party', '0198f000-0000-7000-8000-000000000001'), towns: [] },
    ];
    const { rows: hits } = await sql<{
      id: string;
    }>`select id from trademark_watch.hit where district = ${district} and state <> 'closed'
      order by id`.execute(test.system().db);
    expect(hits.length).toBeGreaterThan(1);
    for (const [at, { id }] of hits.entries())
      await sql`update trademark_watch.hit set town_code = ${at % 2 === 0 ? '320509105' : '320509104'} where district = ${district} and id = ${id}`.execute(
        test.system().db,
      );
    for (const { who, towns } of people) {
      const listed = new Set(
        (await desk.call(who, 'listWatchHits', { query: { pageSize: '200' } })).items.map((one) => one.id),
      );
      for (const [at, { id }] of hits.entries()) {
        const mayRead = towns === null || towns.includes(at % 2 === 0 ? '320509105' : '320509104');
        expect(listed.has(id)).toBe(mayRead);
        const read = await refusalOf(desk.call(who, 'getWatchHit', { params: { id } }));
        const judged = await refusalOf(
          desk.call(who, 'judgeWatchHit', { params: { id }, body: { verdict: 'unsure', reason: '待核实' } }),
        );
        expect([read, judged]).toEqual(mayRead ? ['done', 'done'] : ['platform.not-found', 'platform.not-found']);
      }
    }
  });
});

describe('gazette', () => {
  it('sees similar goods of another class by their groups, and hands what was published to the oppositions', async () => {
    const { district, db } = desk.test.system();
    const { id: markId } = await desk.list('11000009', '鲈乡红');
    await sql`update ip_rights.trademark set similar_groups = '{2403}' where district = ${district}
      and registration_no = '11000009'`.execute(db);
    await desk.call(desk.officer, 'saveProtectedMark', {
      params: { id: markId },
      body: { sensitivity: 'usual', watchClasses: [24], paused: false },
    });
    await desk.settle();
    await desk.bring('watch-gazette', '申请号,商标,类别,申请人,商品服务,类似群,初审公告日,初审公告期号', [
      '90000001,鲈乡红,27,甲申请人,非纺织品制壁挂,2704,2026-11-06,1900',
      '90000002,鲈乡红,1,乙申请人,工业用化学品,0102,2026-11-06,1900',
      '90000003,鲈乡红,27,丙申请人,地毯,,2026-11-06,1900',
    ]);
    const hits = await openHits('鲈乡红');
    expect(hits.map((one) => [one.kind, one.subject])).toEqual([['gazette', '甲申请人']]);
    expect(hits[0]?.reasons).toMatch(/2403.*2704|2704.*2403/);

    const id = hits[0]?.id as string;
    const order = (hitId: string) =>
      desk.call(desk.officer, 'orderHitAction', { params: { id: hitId }, body: { kind: 'opposition' } });
    await desk.call(desk.officer, 'judgeWatchHit', {
      params: { id },
      body: { verdict: 'infringing', reason: '类似商品上的相同文字' },
    });
    const judged = await desk.call(desk.officer, 'getWatchHit', { params: { id } });
    expect([judged.verdictLabel, judged.fits]).toEqual(['近似，建议异议', ['aid', 'owner', 'opposition']]);
    expect(await refusalOf(desk.call(desk.officer, 'orderHitAction', { params: { id }, body: { kind: 'case' } }))).toBe(
      'trademark-watch.hit.application-only',
    );
    await order(id);
    await desk.settle();
    const { done } = await desk.call(desk.officer, 'getWatchHit', { params: { id } });
    expect(done).toMatchObject([{ kind: 'opposition', state: 'done', number: '90000001' }]);
    expect(done[0]?.href).toContain('90000001');
    const threats = await desk.call(desk.officer, 'listThreats', { query: { q: '90000001' } });
    expect(threats.items).toMatchObject([
      {
        source: 'watch',
        applicant: '甲申请人',
        publishedClass: 27,
        publishedOn: '2026-11-06',
        own: { registrationNo: '11000009', niceClass: 24 },
        level: 'identical',
      },
    ]);
    expect(await refusalOf(order(id))).toBe('trademark-watch.hit.acted');
    const { items } = await desk.call(desk.officer, 'listWatchHits', { query: { kind: 'listing', state: 'judged' } });
    const listing = items[0]?.id as string;
    await desk.call(desk.officer, 'judgeWatchHit', {
      params: { id: listing },
      body: { verdict: 'infringing', reason: '同种商品上使用近似文字' },
    });
    expect(await refusalOf(order(listing))).toBe('trademark-watch.hit.not-published');
  });
});

describe('watched folder', () => {
  it('takes in what nobody writes to any more, once, as an import a person applies', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jince-dropped-'));
    const system = desk.test.system();
    const config = { ...system.services.config, watchFolder: folder };
    const ctx = { ...system, services: { ...system.services, config } };
    const quiet = new Date(Date.now() - 60_000);
    await writeFile(
      join(folder, '监测清单.csv'),
      `\uFEFF${HEADER}\n淘宝,己店,普通商品,,1,https://example.com/drop/1,2026-11-20\n`,
    );
    await utimes(join(folder, '监测清单.csv'), quiet, quiet);
    await writeFile(join(folder, '正在写.csv'), HEADER);
    await writeFile(join(folder, '.隐藏.csv'), HEADER);
    await utimes(join(folder, '.隐藏.csv'), quiet, quiet);
    expect(await takeDropped(ctx)).toBe(1);
    expect(await takeDropped(ctx)).toBe(0);
    expect((await readdir(folder)).toSorted()).toEqual(['.隐藏.csv', 'taken', '正在写.csv'].toSorted());
    await desk.settle();
    const { items } = await desk.call(desk.officer, 'listImports', { query: { q: '监测清单' } });
    expect(items).toMatchObject([
      { fileName: '监测清单.csv', kind: 'watch-listings', uploadedBy: '监测文件夹', committedAt: null },
    ]);
    expect(await readdir(join(folder, 'taken'))).toEqual([`${items[0]?.id}-监测清单.csv`]);

    const dropped = join(folder, '二十日监测');
    await mkdir(join(dropped, '图片'), { recursive: true });
    const files = ['清单.csv', '图片/1.png', '图片/.缓存.png'].map((name) => join(dropped, name));
    await writeFile(
      files[0] as string,
      `\uFEFF${HEADER},图片\n淘宝,庚店,普通商品,,1,https://e.com/2,2026-11-20,1.png\n`,
    );
    for (const file of files.slice(1)) await writeFile(file, Buffer.from('89504e470d0a1a0a00', 'hex'));
    expect(await takeDropped(ctx)).toBe(0);
    for (const path of [...files, dropped]) await utimes(path, quiet, quiet);
    expect(await takeDropped(ctx)).toBe(1);
    await desk.settle();
    const [archive] = (await desk.call(desk.officer, 'listImports', { query: { q: '二十日监测' } })).items;
    expect(archive).toMatchObject({ fileName: '二十日监测.zip', kind: 'watch-listings' });
    const { rows } = await sql<{ name: string }>`select name from trademark_watch.enclosure
      where import_id = ${archive?.id}`.execute(desk.test.system().db);
    expect(rows).toEqual([{ name: '图片/1.png' }]);
    await rm(folder, { recursive: true, force: true });
  });
});

describe('long lists', () => {
  it('goes through them a lot at a time, row errors aside, and has looked at every row', async () => {
    const lines = Array.from({ length: 2500 }, (_, at) =>
      at % 500 === 0
        ? `淘宝,长店,,,1,https://example.com/long/${at},2026-11-20`
        : `淘宝,长店,普通商品${at},,1,https://example.com/long/${at},2026-11-20`,
    );
    const { counts } = await desk.bring('watch-listings', HEADER, lines);
    expect([counts.accepted, counts.refused]).toEqual([2495, 5]);
    const watch = await desk.call(desk.officer, 'getWatch');
    expect(watch.runs.filter((one) => one.rows === 2495).map((one) => one.state)).toEqual(['done']);
    expect(watch.sources.find((one) => one.kind === 'listing')?.pending).toBe(0);
  });
});
