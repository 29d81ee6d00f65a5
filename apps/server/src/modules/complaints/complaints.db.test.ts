import { routes } from '@jince/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../platform/errors/errors.ts';
import { previewFileDocument } from '../../platform/procedures/queries/preview-file-document.ts';
import { newFormKey, submitReport } from '../reports/index.ts';
import { hearCase } from './jobs/hear-cases.ts';
import { listComplaintMatters } from './queries/list-matters.ts';
import { type ComplaintDesk, openComplaintDesk } from './testing/complaint-desk.ts';

let desk: ComplaintDesk;
beforeAll(async () => {
  desk = await openComplaintDesk();
});
beforeEach(() => desk.at('2026-11-20'));
afterAll(() => desk?.close());

const refused = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('nothing was refused');
  return error.code;
};
const one = async (over: Record<string, unknown> = {}) => {
  const { matters } = await desk.register('officer', over);
  return matters[0] as (typeof matters)[number];
};

describe('a letter', () => {
  it('that holds both is two files, each with its own clock, routed by the place of business', async () => {
    const { matters } = await desk.register('officer', { sort: 'both', subjectName: '盛泽甲布行' });
    expect(matters.map((matter) => matter.sort)).toEqual(['complaint', 'report']);
    const [complaint = { id: '' }, report = { id: '' }] = matters;
    expect(await desk.standing(complaint.id)).toEqual({ state: 'registered', clocks: { acceptance: '2026-12-01' } });
    expect(await desk.standing(report.id)).toEqual({ state: 'registered', clocks: { decision: '2026-12-11' } });
    const shown = await desk.call('branch', 'getComplaintMatter', { params: { id: complaint.id } });
    expect(shown).toMatchObject({
      organisationCode: 'WJ-MSB-B105',
      person: '张*',
      sibling: { label: expect.stringContaining('JB') },
    });
    expect(shown.route.join()).toContain('盛泽');
  });

  it('entered late needs a reason, and its clock runs from the day it came in', async () => {
    desk.at('2026-11-25');
    const late = { subjectName: '盛泽乙布行', receivedOn: '2026-11-16' };
    expect(await refused(desk.register('officer', late))).toBe('complaints.letter.back-dated');
    expect(await refused(desk.register('officer', { receivedOn: '2026-11-26' }))).toBe('complaints.letter.future');
    const { id } = await one({ ...late, backDatedReason: '窗口代收后补录' });
    expect((await desk.standing(id)).clocks).toEqual({ decision: '2026-12-07' });
    expect(await desk.call('officer', 'getComplaintMatter', { params: { id } })).toMatchObject({
      backDatedReason: '窗口代收后补录',
    });
  });

  it('without a name is a report, never a complaint', async () => {
    expect(await refused(desk.register('officer', { sort: 'both', anonymous: true }))).toBe(
      'complaints.letter.anonymous-complaint',
    );
    expect(await refused(desk.register('officer', { person: { name: '张三' } }))).toBe('complaints.letter.no-person');
  });

  it('keeps who sent it sealed: only asked for with a reason, and each look is in the log', async () => {
    const { id } = await one({ subjectName: '盛泽丙布行' });
    const { db } = desk.test.system();
    const stored = await sql<{ text: string }>`select (select string_agg(l::text, '') from complaints.letter l)
      || (select string_agg(f::text, '') from procedures.file f) || (select string_agg(n::text, '') from procedures.notice n) as text`.execute(
      db,
    );
    expect(stored.rows[0]?.text).not.toContain('张三丰');
    expect(stored.rows[0]?.text).not.toContain('13812345678');
    const told = await desk.call('branch', 'revealComplaintPerson', {
      params: { id },
      body: { reason: '联系核实情况' },
    });
    expect(told).toMatchObject({ name: '张三丰', phone: '13812345678' });
    const log = await sql<{ text: string }>`select a::text as text from platform.audit_entry a
      where action = 'complaints.person.reveal'`.execute(db);
    expect(log.rows).toHaveLength(1);
    expect(log.rows[0]?.text).toContain('联系核实情况');
    expect(log.rows[0]?.text).not.toContain('张三丰');
  });
});

describe('the same matter', () => {
  it('is joined with its reason, goes along with the first, and can be parted', async () => {
    const first = await one({ subjectName: '盛泽丁布行' });
    desk.at('2026-11-24');
    const second = await one({
      subjectName: '盛泽丁布行',
      receivedOn: '2026-11-24',
      person: { name: '李四', phone: '1' },
    });
    const third = await one({ subjectName: '盛泽丁布行', receivedOn: '2026-11-24', anonymous: true });
    expect([second.joinedTo, third.joinedTo]).toEqual([first.id, first.id]);
    expect(await desk.standing(second.id)).toEqual({ state: 'joined', clocks: {} });
    const shown = await desk.call('branch', 'getComplaintMatter', { params: { id: second.id } });
    expect(shown.joinedReason).toBe('被举报（投诉）人名称相同；涉及同一权利（1234567）；相隔4日');

    await desk.call('head', 'partComplaintMatter', { params: { id: second.id }, body: { reason: '另一门店的行为' } });
    expect(await desk.standing(second.id)).toEqual({ state: 'registered', clocks: { decision: '2026-12-15' } });
    await desk.call('head', 'joinComplaintMatter', {
      params: { id: second.id },
      body: { to: first.id, reason: '实为同一门店' },
    });
    desk.at('2026-12-01');
    const fields = { ground: 'no-facts', reason: '经现场核查，商品有合法授权。' };
    expect(await desk.act('head', first.id, 'no-case', fields)).toBe('decided');
    expect(await desk.standing(second.id)).toEqual({ state: 'decided', clocks: { answer: '2026-12-08' } });
    expect((await desk.standing(third.id)).state).toBe('concluded');
  });

  it('is not joined across persons of complaints, nor with what is closed', async () => {
    const complaint = { sort: 'complaint', subjectName: '盛泽戊布行' };
    const first = await one(complaint);
    const other = await one({ ...complaint, person: { name: '李四', phone: '13900000000' } });
    const again = await one(complaint);
    expect([other.joinedTo, again.joinedTo]).toEqual([null, first.id]);
    const join = { params: { id: other.id }, body: { to: first.id, reason: '想合并处理' } };
    expect(await refused(desk.call('head', 'joinComplaintMatter', join))).toBe('complaints.matter.join-other-person');
    await desk.act('branch', first.id, 'not-accept', { ground: 'in-court', reason: '法院已立案受理同一争议。' });
    expect((await desk.standing(again.id)).state).toBe('not-accepted');
    expect((await one(complaint)).joinedTo).toBeNull();
  });
});

describe('a complaint', () => {
  it('is accepted, mediated with a standstill, settled, with gapless numbers on its papers', async () => {
    const { id } = await one({ sort: 'complaint', subjectName: '盛泽己布行' });
    desk.at('2026-11-24');
    expect(await desk.act('branch', id, 'accept')).toBe('mediating');
    expect((await desk.standing(id)).clocks).toEqual({ mediation: '2027-01-08' });
    desk.at('2026-12-01');
    await desk.act('branch', id, 'send-testing', { reason: '委托检验机构鉴定' });
    expect((await desk.standing(id)).clocks).toEqual({ mediation: null });
    desk.at('2026-12-11');
    await desk.act('branch', id, 'testing-back');
    expect((await desk.standing(id)).clocks).toEqual({ mediation: '2027-01-18' });
    await desk.act('branch', id, 'settle', { result: '退还货款并赔偿。', agreedFen: 120_000 });
    const shown = await desk.call('branch', 'getComplaintMatter', { params: { id } });
    expect(shown).toMatchObject({ outcome: '调解达成一致', agreedFen: 120_000 });
    const paper = JSON.stringify(await previewFileDocument(desk.ctx('branch'), id, 'complaint-mediation'));
    expect(paper).toContain('1,200元');
    expect(paper).not.toContain('张三丰');
    const next = await one({ sort: 'complaint', subjectName: '盛泽庚布行', receivedOn: '2026-12-11' });
    await desk.act('branch', next.id, 'accept');
    const acceptance = JSON.stringify(await previewFileDocument(desk.ctx('branch'), next.id, 'complaint-acceptance'));
    expect(acceptance).toContain('吴市监投受〔2026〕2号');
  });
});

describe('a report', () => {
  it('becomes the clue of a case, learns whether it was opened, and its reporter is told within five working days', async () => {
    const { id } = await one({ subjectName: '盛泽辛布行' });
    const joined = await one({ subjectName: '盛泽辛布行', person: { name: '王五', phone: '2' } });
    expect(await desk.act('branch', id, 'hand-on', { reason: '现场见到标有该商标的商品' })).toBe('in-case');
    const view = await desk.call('branch', 'getComplaintMatter', { params: { id } });
    expect(view.case?.number).toMatch(/^AJ2026-/);
    desk.at('2026-12-02');
    const told = { caseId: view.case?.id ?? '', on: '2026-12-01' };
    await hearCase(desk.test.system(), told, 'filed');
    expect(await desk.standing(id)).toEqual({ state: 'decided', clocks: { answer: '2026-12-08' } });
    expect((await desk.standing(joined.id)).clocks).toEqual({ answer: '2026-12-08' });
    await hearCase(desk.test.system(), told, 'filed');
    await desk.act('branch', id, 'answer', { mode: 'phone', result: '你举报的事项已经立案。' });
    expect(await desk.standing(id)).toEqual({ state: 'answered', clocks: {} });
    const { caseId } = told;
    const { rows } = await sql<{
      text: string;
    }>`select c::text as text from cases.clue c where case_id = ${caseId}`.execute(desk.test.system().db);
    expect(rows[0]?.text).not.toContain('张三丰');
  });

  it('is extended once by the head alone', async () => {
    desk.at('2026-10-12');
    const { id } = await one({ subjectName: '盛泽壬布行', receivedOn: '2026-10-12' });
    const reason = { reason: '案情复杂，需要延长核查' };
    expect(await refused(desk.act('branch', id, 'extend', reason))).toBe('procedures.action.not-permitted');
    await desk.act('head', id, 'extend', reason);
    expect((await desk.standing(id)).clocks).toEqual({ decision: '2026-11-23' });
    expect(await refused(desk.act('head', id, 'extend', reason))).toBe('procedures.clock.refused');
  });
});

describe('the public site', () => {
  it('sends reports of enforcement here, and their senders see there how it goes', async () => {
    const ctx = { ...desk.test.system(), source: '198.51.100.7' };
    const content = {
      sort: 'tip' as const,
      kind: 'trademark-infringement',
      subjectName: '七都某蟹庄',
      subjectUscc: null,
      townCode: '320509107',
      happenedOn: null,
      statement: '门店使用他人注册商标。',
      wish: null,
      anonymous: true,
      name: null,
      phone: null,
      email: null,
    };
    await submitReport(ctx, newFormKey(ctx), content, []);
    await submitReport(ctx, newFormKey(ctx), { ...content, kind: 'unlicensed-agency', statement: '无证代理。' }, []);
    await desk.settle();
    const { items } = await desk.call('officer', 'listComplaintMatters', { query: { source: 'public' } });
    expect(items).toHaveLength(1);
    const [taken] = items as [(typeof items)[number]];
    expect(taken).toMatchObject({ organisation: '七都分局', person: '匿名', receivedOn: '2026-11-20' });
    await desk.act('head', taken.id, 'no-case', { ground: 'no-facts', reason: '使用有许可，核查属实。' });
    await desk.settle();
    const { rows } = await sql<{ state: string; reply: string }>`select f.state, r.reply from reports.report r
      join procedures.file f on f.id = r.file_id where r.kind = 'trademark-infringement'`.execute(ctx.db);
    expect(rows).toEqual([{ state: 'answered', reply: '经核查没有违法事实' }]);
  });
});

describe('who may see what', () => {
  it('a branch sees its own alone, a town none, and sending it on moves the reach', async () => {
    const { id } = await one({ subjectName: '盛泽癸布行' });
    const get = (who: Parameters<ComplaintDesk['call']>[0]) => desk.call(who, 'getComplaintMatter', { params: { id } });
    await expect(get('branch')).resolves.toMatchObject({ id });
    expect(await refused(get('other'))).toBe('platform.not-found');
    expect(await refused(get('liaison'))).toBe('platform.not-found');
    expect(await refused(desk.act('other', id, 'hand-on', {}))).toBe('platform.not-found');
    const own = await desk.call('other', 'listComplaintMatters', { query: {} });
    expect(own.items.every((item) => item.organisationCode === 'WJ-MSB-B108')).toBe(true);
    const { items } = await desk.call('head', 'listComplaintHandlers', { query: { organisation: 'WJ-MSB-B108' } });
    expect(items.map((item) => item.userId)).toEqual([desk.ctx('other').actor.userId]);
    const assign = (version: number) =>
      desk.call('head', 'assignComplaintMatter', {
        params: { id },
        body: {
          organisationCode: 'WJ-MSB-B108',
          handlers: items.map((item) => item.userId),
          reason: '行为发生在震泽',
          version,
        },
      });
    expect(await refused(assign(1))).toBe('procedures.action.stale');
    await assign(2);
    await expect(get('other')).resolves.toMatchObject({ handlers: [{ part: 'lead' }] });
    expect(await refused(get('branch'))).toBe('platform.not-found');
    expect(
      await refused(desk.call('branch', 'revealComplaintPerson', { params: { id }, body: { reason: '想看看是谁' } })),
    ).toBe('platform.not-found');
  });

  it('list, record, file and identity agree for every role and place, and follow the body alone', async () => {
    const ids = [
      await one({ subjectName: '盛泽子店' }),
      await one({ subjectName: '震泽丑店', address: '苏州市吴江区震泽镇示例路1号' }),
      await one({ subjectName: '某地寅店', address: null }),
    ].map((matter) => matter.id);
    const bodies = ['WJ-MSB-B105', 'WJ-MSB-B108', 'WJ-MSB-ENF'];
    const actors: [string, 'district' | 'organisation' | 'town', string | undefined, readonly string[]][] = [
      ['ip-officer', 'district', undefined, bodies],
      ['legal-reviewer', 'district', undefined, bodies],
      ['section-head', 'organisation', 'WJ-MSB-B108', ['WJ-MSB-B108']],
      ['enforcement-officer', 'organisation', 'WJ-MSB-ENF', ['WJ-MSB-ENF']],
      ['enforcement-officer', 'town', '320509105', []],
      ['finance-officer', 'district', undefined, []],
      ['department', 'organisation', 'WJ-P-PSB', []],
      ['liaison', 'town', '320509105', []],
    ];
    const bindings = new Map(desk.routes.map((route) => [route.name, route]));
    for (const [role, kind, place, reach] of actors) {
      const actor = (await desk.test.as(role, kind, place)).actor;
      const ctx = { ...desk.test.system(), actor };
      const tried = async (name: 'getComplaintMatter' | 'getFilePanel' | 'revealComplaintPerson', id: string) =>
        bindings
          .get(name)
          ?.handle(ctx, { params: { id }, query: {}, body: { reason: '核实情况' } } as never)
          .then(() => true)
          .catch((error: unknown) => {
            if (error instanceof AppError && error.code === 'platform.not-found') return false;
            throw error;
          });
      for (const [at, id] of ids.entries()) {
        const expected = reach.includes(bodies[at] as string);
        expect([role, place, at, await tried('getComplaintMatter', id)]).toEqual([role, place, at, expected]);
        expect([role, place, at, await tried('getFilePanel', id)]).toEqual([role, place, at, expected]);
        const sees = expected && actor.permissions.has('complaints.person.reveal');
        expect([role, place, at, await tried('revealComplaintPerson', id)]).toEqual([role, place, at, sees]);
      }
      if (!actor.permissions.has('complaints.matter.read')) continue;
      const listed = await listComplaintMatters(ctx, routes.listComplaintMatters.query.parse({ pageSize: 500 }));
      expect(ids.map((id) => listed.items.some((item) => item.id === id))).toEqual(
        bodies.map((body) => reach.includes(body)),
      );
    }
  });
});
