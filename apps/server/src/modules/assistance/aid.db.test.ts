import { computeUsccCheck } from '@jince/identifiers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/context/context.ts';
import { inTransaction } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { publishEvent } from '../../platform/jobs/enqueue-job.ts';
import { getFilePanel, performAction } from '../../platform/procedures/index.ts';
import { type AidDesk, listFilesOf, openAidDesk } from './testing/aid-desk.ts';

const ELSEWHERE = '320506';

let desk: AidDesk;
let firm: { id: string; name: string; uscc: string };
let rival: { id: string; name: string; uscc: string };
let enterprise: Ctx;
let stranger: Ctx;

const refusal = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('nothing was refused');
  return error;
};

async function party(name: string, no: number) {
  const { district, db } = desk.test.system();
  const first = `91320509MA3E${String(no).padStart(5, '0')}`;
  const uscc = first + computeUsccCheck(first);
  const id = uuidv7();
  await sql`insert into parties.party (district, id, record_key, uscc, name, name_key, kind, status, established_on)
    values (${district}, ${id}, ${uscc}, ${uscc}, ${name}, ${name}, 'enterprise', 'active', '2015-01-01')`.execute(db);
  return { id, name, uscc };
}

beforeAll(async () => {
  desk = await openAidDesk();
  desk.at('2026-11-02');
  firm = await party('苏州甲援助有限公司', 1);
  rival = await party('苏州乙对方有限公司', 2);
  enterprise = await desk.test.as('enterprise', 'party', firm.id);
  stranger = await desk.test.as('enterprise', 'party', rival.id);
});
afterAll(() => desk?.close());

describe('a request of an enterprise', () => {
  it('is accepted, helped by somebody without conflict, answered in time and rated; others never see it', async () => {
    const { id, fileId } = await desk.call(enterprise, 'fileAidRequest', {
      body: {
        kinds: ['infringement-opinion'],
        partyId: firm.id,
        contact: '王（虚构）13800000000',
        opponentName: rival.name,
        title: '外观设计是否被侵权',
        facts: '对方在网店销售近似产品。',
        wish: '请出具侵权判定意见。',
        rights: [{ kind: 'patent', number: '202530000000.0', name: '外观设计' }],
      },
    });
    expect((await desk.clocks(fileId)).acceptance).toEqual(['2026-11-09', 'running']);
    expect((await refusal(desk.call(stranger, 'getAidRequest', { params: { id } }))).code).toBe('platform.not-found');
    expect(await listFilesOf(desk, stranger)).not.toContain(fileId);
    expect(await listFilesOf(desk, enterprise)).toContain(fileId);

    await desk.act(desk.officer, fileId, 'accept');
    expect((await desk.clocks(fileId)).handling).toEqual(['2026-11-30', 'running']);
    const opinion = { opinion: '整体视觉效果近似，建议公证取证。' };
    const early = await refusal(desk.act(desk.officer, fileId, 'give-opinion', opinion));
    expect(early.code).toBe('assistance.request.nobody-assigned');

    const expert = (name: string, employer: string) =>
      desk.call(desk.officer, 'createAidExpert', { body: { name, employer } });
    const { id: hostile } = await expert('赵专家（虚构）', rival.name);
    const { id: fair } = await expert('钱专家（虚构）', '某大学（虚构）');
    const helpers = await desk.call(desk.officer, 'listAidHelpers', { params: { id }, query: { part: 'expert' } });
    expect(helpers.items.map((one) => [one.id, one.free])).toEqual([
      [fair, true],
      [hostile, false],
    ]);
    const assign = (helperId: string) =>
      desk.call(desk.officer, 'assignAidHelper', {
        params: { id },
        body: { part: 'expert', helperId, declared: true },
      });
    const conflict = await refusal(assign(hostile));
    expect(desk.test.services.sentence(conflict, 'zh').text).toContain(rival.name);
    await assign(fair);
    expect((await refusal(assign(fair))).code).toBe('assistance.helper.twice');

    desk.at('2026-11-20');
    await desk.act(desk.officer, fileId, 'give-opinion', opinion);
    expect(await desk.act(enterprise, fileId, 'rate', { stars: 5 })).toBe('done');
    const seen = await desk.call(enterprise, 'getAidRequest', { params: { id } });
    expect(seen).toMatchObject({ opinionNo: '吴市监援〔2026〕1号', inTime: true, stars: 5 });
    expect(seen.assignments[0]?.checks).toEqual([]);
    expect(await desk.act(desk.officer, fileId, 'archive')).toBe('archived');
  });

  it('entered at the desk runs from the day it came in, and cannot come from another enterprise', async () => {
    desk.at('2026-11-20');
    const body = {
      kinds: ['consultation'],
      title: '商标被抢注的咨询',
      facts: '他人在类似商品上申请相同商标。',
      wish: '请指导异议程序。',
    };
    const { fileId } = await desk.call(desk.officer, 'createAidRequest', {
      body: { ...body, applicantName: '某合作社（虚构）', receivedOn: '2026-11-16' },
    });
    expect((await desk.clocks(fileId)).acceptance).toEqual(['2026-11-23', 'running']);
    const foreign = await refusal(
      desk.call(stranger, 'fileAidRequest', { body: { ...body, partyId: firm.id, contact: '某人' } }),
    );
    expect(foreign.code).toBe('assistance.request.not-own');
  });
});

describe('help between districts', () => {
  const letter = {
    kind: 'investigate',
    title: '核查侵权商品来源',
    facts: '查获商品标签载明产地在对方辖区。',
    wish: '请核查生产单位。',
    marks: ['注册商标00000000'],
  };
  const there = (): Ctx => ({ ...desk.test.system(), district: ELSEWHERE });

  it('in one installation is filed on both sides, answered there, and comes back with the answer', async () => {
    desk.at('2026-11-02');
    await sql`insert into platform.district (code, name) values (${ELSEWHERE}, '吴中区')`.execute(
      desk.test.system().db,
    );
    const { id, fileId } = await desk.call(desk.officer, 'createCrossRegion', {
      body: { ...letter, otherDistrict: ELSEWHERE, otherName: '吴中区' },
    });
    expect(await desk.act(desk.officer, fileId, 'send')).toBe('awaiting');
    expect((await desk.clocks(fileId)).answer).toEqual(['2026-11-23', 'running']);
    const peer = await inTransaction(there(), async (tx) => {
      const { rows } = await sql<{
        fileId: string;
        title: string;
        theirNo: string;
      }>`select file_id as "fileId", title, their_no as "theirNo"
        from assistance.cross_region where district = ${ELSEWHERE}`.execute(tx);
      return rows;
    });
    expect(peer).toMatchObject([{ title: letter.title, theirNo: '吴市监协〔2026〕1号' }]);
    const paper = await refusal(
      desk.act(desk.officer, fileId, 'record-answer', {
        on: '2026-11-02',
        result: 'done',
        answerNo: 'x',
        answer: '已查',
      }),
    );
    expect(paper.code).toBe('assistance.cross-region.joined');
    await desk.call(desk.officer, 'addJointAction', {
      params: { id },
      body: { on: '2026-11-02', place: '某市场', bodies: '两地市场监管局', text: '联合检查。' },
    });
    desk.at('2026-11-10');
    await inTransaction(there(), (tx) =>
      performAction(tx, there(), peer[0]?.fileId ?? '', 'answer', {
        fields: { result: 'part', answerNo: null, answer: '生产单位已停业，登记资料附后。' },
      }),
    );
    const back = await desk.call(desk.officer, 'getCrossRegion', { params: { id } });
    expect(back).toMatchObject({ state: 'answered', result: 'part', inTime: true, answeredOn: '2026-11-10' });
    const shared = await inTransaction(there(), async (tx) => {
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::int as n from assistance.joint_action where district = ${ELSEWHERE}`.execute(tx);
      return rows[0]?.n;
    });
    expect(shared).toBe(1);
  });

  it('two districts editing one hand-over at the same moment: it is answered once, the same on both sides, and not taken back', async () => {
    desk.at('2026-11-02');
    const { id, fileId } = await desk.call(desk.officer, 'createCrossRegion', {
      body: { ...letter, title: '核查同一批商品', otherDistrict: ELSEWHERE, otherName: '吴中区' },
    });
    await desk.act(desk.officer, fileId, 'send');
    const theirs = async () =>
      inTransaction(there(), async (tx) => {
        const { rows } = await sql<{ fileId: string; answer: string | null }>`select file_id as "fileId", answer
          from assistance.cross_region where district = ${ELSEWHERE} and peer_file_id = ${fileId}`.execute(tx);
        return rows[0];
      });
    const peerFileId = (await theirs())?.fileId ?? '';
    const reply = (answer: string) =>
      inTransaction(there(), (tx) =>
        performAction(tx, there(), peerFileId, 'answer', { fields: { result: 'done', answerNo: null, answer } }),
      );
    const [first, second, withdrawn] = await Promise.allSettled([
      reply('甲承办人的答复。'),
      reply('乙承办人的答复。'),
      desk.act(desk.officer, fileId, 'withdraw', { reason: '拟自行核查' }),
    ]);
    expect([first?.status, second?.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(withdrawn?.status).toBe('rejected');
    const stands = first?.status === 'fulfilled' ? '甲承办人的答复。' : '乙承办人的答复。';
    const ours = await desk.call(desk.officer, 'getCrossRegion', { params: { id } });
    expect([ours.state, ours.answer, (await theirs())?.answer]).toEqual(['answered', stands, stands]);
  });

  it('with an outside district runs from its receipt and is answered by a paper', async () => {
    desk.at('2026-11-20');
    const { id, fileId } = await desk.call(desk.officer, 'createCrossRegion', {
      body: { ...letter, otherName: '昆山市市场监督管理局' },
    });
    await desk.act(desk.officer, fileId, 'send');
    await desk.act(desk.officer, fileId, 'acknowledge', { on: '2026-11-20' });
    expect((await getFilePanel(desk.test.system(), fileId)).clocks[0]?.dueOn).toBe('2026-12-11');
    const origin = { region: '昆山市', kind: 'made', goods: '丝绸面料', notedOn: '2026-11-20', source: '协查来函' };
    await desk.call(desk.officer, 'addOrigin', { body: { ...origin, crossRegionId: id } });
    const list = await desk.call(desk.officer, 'listOrigins', { query: {} });
    expect(list.regions).toEqual([{ region: '昆山市', count: 1 }]);
  });
});

it('a hit of the watch opens one request for its holder and one letter, told twice or not, and says what they became', async () => {
  desk.at('2026-11-02');
  const ctx = desk.test.system();
  const hit = {
    hitId: 'h-1',
    title: '监测命中：外地网店使用近似标识',
    text: '监测发现外地网店销售使用近似标识的商品。',
    href: '/trademarks/watch/hits/h-1',
    rights: [{ kind: 'trademark', number: '1234567', holder: firm.name }],
    suspects: [{ name: rival.name, uscc: rival.uscc }],
  };
  for (const _ of [1, 2])
    await inTransaction(ctx, async (tx) => {
      await publishEvent(tx, ctx, 'trademark-watch.hit.aid-ordered', { ...hit, applicant: { partyId: firm.id } });
      await publishEvent(tx, ctx, 'trademark-watch.hit.cross-region-ordered', { ...hit, otherName: '虚构外区市监局' });
    });
  await desk.settle();
  const aids = (await desk.call(desk.officer, 'listAidRequests', { query: { q: '监测命中' } })).items;
  expect(aids).toMatchObject([{ applicant: firm.name, opponent: rival.name, receivedOn: '2026-11-02' }]);
  const own = await desk.call(enterprise, 'getAidRequest', { params: { id: aids[0]?.id } });
  expect(own).toMatchObject({ title: hit.title, sourceHref: null });
  expect(await desk.call(desk.officer, 'getAidRequest', { params: { id: aids[0]?.id } })).toMatchObject({
    sourceHref: hit.href,
  });
  const letters = (await desk.call(desk.officer, 'listCrossRegions', { query: { q: '虚构外区' } })).items;
  expect(letters).toMatchObject([{ direction: 'out', state: 'draft', other: '虚构外区市监局' }]);
});

it('a helper is released with a reason and another can be assigned', async () => {
  const { id } = await desk.call(enterprise, 'fileAidRequest', {
    body: {
      kinds: ['expert'],
      partyId: firm.id,
      contact: '王（虚构）',
      title: '请指派专家',
      facts: '对方销售近似产品。',
      wish: '请指派专家。',
      rights: [],
    },
  });
  const { id: helperId } = await desk.call(desk.officer, 'createAidExpert', {
    body: { name: '赵专家（虚构）', employer: '某大学', fields: ['商标'], fromOn: '2026-01-01' },
  });
  const assign = () =>
    desk.call(desk.officer, 'assignAidHelper', { params: { id }, body: { part: 'expert', helperId, declared: true } });
  const { id: assignmentId } = await assign();
  const end = { params: { id, assignmentId }, query: { reason: '专家出差' } };
  await desk.call(desk.officer, 'endAidAssignment', end);
  const shown = await desk.call(desk.officer, 'getAidRequest', { params: { id } });
  expect(shown.assignments).toMatchObject([{ endedOn: '2026-11-02', endedReason: '专家出差' }]);
  expect((await refusal(desk.call(desk.officer, 'endAidAssignment', end))).code).toBe('platform.not-found');
  await assign();
});

it('list, record, file and inbox agree for every role and place: nobody reads what is another’s', async () => {
  desk.at('2026-11-20');
  const as = desk.test.as;
  const branch = await as('enforcement-officer', 'organisation', 'WJ-MSB-B105');
  const ask = (who: Ctx, partyId: string) =>
    desk.call(who, 'fileAidRequest', {
      body: {
        kinds: ['consultation'],
        partyId,
        contact: '某人（虚构）',
        title: '可见范围核对',
        facts: '他人使用近似标识。',
        wish: '请指导维权。',
      },
    });
  const write = (who: Ctx) =>
    desk.call(who, 'createCrossRegion', {
      body: {
        kind: 'investigate',
        title: '可见范围核对',
        facts: '商品产地在对方辖区。',
        wish: '请核查。',
        marks: [],
        otherName: '虚构外区市监局',
      },
    });
  const files = [
    { get: 'getAidRequest', list: 'listAidRequests', ...(await ask(enterprise, firm.id)) },
    { get: 'getAidRequest', list: 'listAidRequests', ...(await ask(stranger, rival.id)) },
    { get: 'getCrossRegion', list: 'listCrossRegions', ...(await write(desk.officer)) },
    { get: 'getCrossRegion', list: 'listCrossRegions', ...(await write(branch)) },
  ] as const;
  const { aidDesk } = desk.test.services.jurisdiction.coordinationSettings;
  const people: readonly [string, Ctx, readonly [boolean, boolean, boolean, boolean]][] = [
    ['officer', desk.officer, [true, true, true, true]],
    ['director', await as('director'), [true, true, true, true]],
    ['head of the desk', await as('section-head', 'organisation', aidDesk), [true, true, true, false]],
    ['head of a branch', await as('section-head', 'organisation', 'WJ-MSB-B105'), [false, false, false, true]],
    ['branch', branch, [false, false, false, true]],
    ['other branch', await as('enforcement-officer', 'organisation', 'WJ-MSB-B104'), [false, false, false, false]],
    ['who asked', enterprise, [true, false, false, false]],
    ['another enterprise', stranger, [false, true, false, false]],
    ['partner', await as('department', 'organisation', 'WJ-P-PSB'), [false, false, false, false]],
    ['town', await as('liaison', 'town', '320509105'), [false, false, false, false]],
  ];
  const reads = (work: Promise<unknown>) =>
    work.then(
      () => true,
      (error: unknown) => {
        expect(error).toMatchObject({ code: 'platform.not-found' });
        return false;
      },
    );
  for (const [name, who, expected] of people) {
    const inbox = await listFilesOf(desk, who);
    for (const [at, { id, fileId, get, list }] of files.entries()) {
      const permission = get === 'getAidRequest' ? 'assistance.request.read' : 'assistance.cross-region.read';
      const listed =
        who.actor.permissions.has(permission) &&
        (await desk.call(who, list, { query: { pageSize: '200' } })).items.some((one) => one.id === id);
      const seen = {
        record: await reads(desk.call(who, get, { params: { id } })),
        file: await reads(getFilePanel({ ...desk.test.system(), actor: who.actor }, fileId)),
        inbox: inbox.includes(fileId),
        listed,
      };
      const may = expected[at];
      expect([name, at, seen]).toEqual([name, at, { record: may, file: may, inbox: may, listed: may }]);
    }
  }
});
