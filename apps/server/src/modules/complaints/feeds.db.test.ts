import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { listSources } from '../../platform/imports/queries/list-sources.ts';
import { getImport } from '../../platform/imports/queries/show-import.ts';
import { listImportRows } from '../../platform/imports/queries/show-rows.ts';
import { listRows } from '../../platform/imports/repositories/row-repository.ts';
import { csv, runImport, runUndo } from '../../platform/imports/testing/run-import.ts';
import { publishEvent } from '../../platform/jobs/enqueue-job.ts';
import { keepEvidence } from '../evidence/index.ts';
import { takeListed } from './jobs/take-listed.ts';
import { type ComplaintDesk, openComplaintDesk } from './testing/complaint-desk.ts';

let desk: ComplaintDesk;
beforeAll(async () => {
  desk = await openComplaintDesk();
  desk.at('2026-11-20');
});
afterAll(() => desk?.close());

const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing was refused',
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      return error.code;
    },
  );

async function publish(event: string, payload: Record<string, unknown>): Promise<void> {
  const ctx = desk.test.system();
  await inTransaction(ctx, (tx) => publishEvent(tx, ctx, event, payload));
  await desk.settle();
}

const HIT = {
  hitId: '0198f000-0000-7000-8000-000000000001',
  title: '网店商品使用近似标识',
  text: '监测发现商品详情页使用与保护商标近似的标识。',
  suspects: [
    { name: '虚构盛泽网店', address: '苏州市吴江区盛泽镇示例路8号', natural: true },
    { name: '虚构供货商', uscc: null },
  ],
  rights: [{ kind: 'trademark', number: '7654321', holder: '示例公司' }],
  receivedOn: '2026-11-18',
  electronic: true,
};

const listed = async (q: string) =>
  (await desk.call('officer', 'listComplaintMatters', { query: { q } })).items.map((one) => one.id);

it('a hit of the watch is a report for each suspect, told twice it is the same; evidence goes along, to the case as well', async () => {
  const ctx = desk.test.system();
  const first = await desk.register('officer', { subjectName: '虚构来源店', receivedOn: '2026-11-20' });
  const sha256 = createHash('sha256').update('page').digest('hex');
  const item = await inTransaction(ctx, (tx) =>
    keepEvidence(tx, ctx, {
      fileId: first.matters[0]?.id ?? '',
      kind: 'electronic',
      title: '商品页快照',
      sha256,
      size: 4,
      mediaType: 'text/html',
      capturedAt: null,
      receivedAt: ctx.now.toISOString(),
      source: '监测',
    }),
  );
  await publish('trademark-watch.hit.complaint-ordered', { ...HIT, evidenceIds: [item.id] });
  await publish('trademark-watch.hit.complaint-ordered', { ...HIT, evidenceIds: [item.id] });
  const [shop] = await listed('虚构盛泽网店');
  expect(await listed('虚构盛泽网店')).toHaveLength(1);
  expect(await listed('虚构供货商')).toHaveLength(1);
  const id = shop ?? '';
  const shown = await desk.call('branch', 'getComplaintMatter', { params: { id } });
  expect(shown).toMatchObject({
    sort: 'report',
    source: 'watch',
    person: '本局商标监测发现',
    found: true,
    electronic: true,
    organisationCode: 'WJ-MSB-B105',
    receivedOn: '2026-11-18',
  });
  // From the day of the hit, not from the click.
  expect((await desk.standing(id)).clocks).toEqual({ decision: '2026-12-09' });
  expect(await desk.act('branch', id, 'hand-on', {})).toBe('in-case');
  const { case: made } = await desk.call('branch', 'getComplaintMatter', { params: { id } });
  const there = await desk.call('branch', 'listEvidence', { params: { id: made?.id } });
  expect(there.items.map((one) => one.title)).toEqual(['商品页快照']);
});

it('a hit that repeats a matter under way is joined with it', async () => {
  const { matters } = await desk.register('officer', { subjectName: '虚构重复店', rightNumber: '7654321' });
  await publish('trademark-watch.hit.complaint-ordered', {
    ...HIT,
    hitId: '0198f000-0000-7000-8000-000000000002',
    suspects: [{ name: '虚构重复店' }],
    receivedOn: '2026-11-20',
  });
  const joined = (await listed('虚构重复店')).filter((id) => id !== matters[0]?.id);
  expect(joined).toHaveLength(1);
  expect((await desk.standing(joined[0] ?? '')).state).toBe('joined');
});

it('with nobody to tell, a report that was found is done when it is decided', async () => {
  await publish('trademark-watch.hit.complaint-ordered', {
    ...HIT,
    hitId: '0198f000-0000-7000-8000-000000000003',
    suspects: [{ name: '虚构了结店' }],
  });
  const [id = ''] = await listed('虚构了结店');
  expect(await desk.act('head', id, 'no-case', { ground: 'no-facts', reason: '已核实取得授权。' })).toBe('concluded');
  expect((await desk.standing(id)).clocks).toEqual({});
});

describe('lists of 12315', () => {
  const HEADER = ['编号', '类型', '登记时间', '投诉人', '被投诉人', 'USCC', '涉及问题', '环节', '处理单位', '时限'];
  it('open a file for each line, refuse what cannot be handled, and are taken back when nobody has worked on them', async () => {
    const content = csv(
      HEADER,
      ['12315-1', '举报', '2026-11-18', '赵六', '震泽一店', '', '销售假冒商标商品', '核查', '震泽分局', '2026-12-09'],
      ['12315-2', '投诉/举报', '2026-11-18', '赵六', '震泽二店', '', '购买的围巾是假冒的', '受理', '', ''],
      ['12315-3', '咨询', '2026-11-18', '孙七', '震泽三店', '', '询问商标', '', '', ''],
      ['12315-4', '投诉', '2026-11-18', '匿名', '震泽四店', '', '要求退货', '受理', '', ''],
    );
    const imported = await runImport(desk.test.system(), { name: '12315线索.csv', content, kind: '12315-clues' });
    expect(imported.counts).toMatchObject({ accepted: 2, refused: 1, doubtful: 1 });
    await takeListed(desk.test.system());
    const list = () => desk.call('officer', 'listComplaintMatters', { query: { source: '12315' } });
    const before = await list();
    expect(before.items.map((item) => `${item.sortLabel} ${item.subjectName} ${item.person}`).sort()).toEqual([
      '举报 震泽一店 赵*',
      '举报 震泽二店 赵*',
      '投诉 震泽二店 赵*',
    ]);
    const worked = before.items.find((item) => item.sort === 'complaint');
    expect(before.items.find((item) => item.subjectName === '震泽一店')?.organisation).toBe('震泽分局');
    await desk.act('head', worked?.id ?? '', 'accept');
    await runUndo(desk.test.system(), imported.id);
    await takeListed(desk.test.system());
    expect((await list()).items.map((item) => item.state).sort()).toEqual(['mediating', 'withdrawn', 'withdrawn']);
  });

  it('keep who wrote under seal in the rows, whoever reads them; what is sent back comes again as it was', async () => {
    const NOTED = [...HEADER, '备注'];
    const content = csv(
      NOTED,
      [
        '12315-5',
        '举报',
        '2026-11-18',
        '钱八',
        '震泽五店',
        '',
        '销售假冒商品',
        '',
        '',
        '',
        '举报人钱八，手机13800000000',
      ],
      ['12315-6', '投诉', '2026-11-18', '周九九', '震泽六店', '', '要求退货', '受理', '', '2026-13-09', ''],
      ['12315-7', '咨询', '2026-11-18', '吴十', '震泽七店', '', '询问商标', '', '', '', ''],
    );
    const system = desk.test.system();
    const imported = await runImport(system, { name: '含身份.csv', content, kind: '12315-clues' });
    await takeListed(system);
    const held = await sql<{ text: string }>`select (select string_agg(r::text, '') from imports.import_row r)
      || (select string_agg(i::text, '') from imports.import i) as text`.execute(system.db);
    const officer = desk.ctx('officer');
    const shown = JSON.stringify([
      await getImport(officer, imported.id),
      await listImportRows(officer, imported.id, { page: 1, pageSize: 100 }),
      await listSources(officer, '12315-clue', ['12315-5']),
    ]);
    for (const text of [held.rows[0]?.text ?? '', shown])
      for (const name of ['钱八', '周九九', '吴十', '13800000000']) expect(text).not.toContain(name);
    expect(shown).toContain('已封存');
    expect((await listImportRows(officer, imported.id, { page: 1, pageSize: 100, q: '钱八' })).total).toBe(0);
    // The letter knows the person all the same.
    const { items } = await desk.call('officer', 'listComplaintMatters', { query: { source: '12315', q: '震泽五店' } });
    expect(items.map((item) => item.person)).toEqual(['钱*']);

    const row = (
      await listRows(system.db, system.district, imported.id, { status: ['refused'] }, { limit: 9, offset: 0 })
    ).rows[0];
    const cells = JSON.parse(row?.raw ?? '[]') as string[];
    cells[1] = '举报';
    await runImport(system, { name: '更正.csv', content: csv(NOTED, cells), kind: '12315-clues' });
    await takeListed(system);
    const again = await desk.call('officer', 'listComplaintMatters', { query: { source: '12315', q: '震泽七店' } });
    expect(again.items.map((item) => item.person)).toEqual(['吴*']);
    const opened = await desk.call('head', 'revealComplaintPerson', {
      params: { id: again.items[0]?.id ?? '' },
      body: { reason: '核实举报内容需要联系' },
    });
    expect(opened.name).toBe('吴十');
  });

  it('lie open as files to those alone who may know who wrote, and each look is logged', async () => {
    const content = csv(HEADER, [
      '12315-8',
      '举报',
      '2026-11-18',
      '郑十一',
      '震泽八店',
      '',
      '销售假冒商品',
      '',
      '',
      '',
    ]);
    const { id } = await runImport(desk.test.system(), { name: '原件.csv', content, kind: '12315-clues' });
    expect((await getImport(desk.ctx('officer'), id)).mayOpenFile).toBe(false);
    expect((await getImport(desk.ctx('head'), id)).mayOpenFile).toBe(true);
    expect(await refused(desk.call('officer', 'downloadImportFile', { params: { id } }))).toBe('imports.file.sealed');
    await desk.call('head', 'downloadImportFile', { params: { id } });
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.audit_entry
      where action = 'imports.file.open' and subject_id = ${id}`.execute(desk.test.system().db);
    expect(rows[0]?.n).toBe(1);
  });

  it('is known by its headers', async () => {
    const content = csv(HEADER, ['12315-9', '举报', '2026-11-18', '', '震泽九店', '', '销售假冒商品', '', '', '']);
    const imported = await runImport(desk.test.system(), { name: '清单.csv', content });
    expect(imported.kind).toBe('12315-clues');
  });
});
