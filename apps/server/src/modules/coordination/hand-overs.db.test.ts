import { routes } from '@jince/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../platform/errors/errors.ts';
import { getFilePanel } from '../../platform/procedures/index.ts';
import { saveHandOver } from './commands/save-hand-over.ts';
import { type CoordinationDesk, openCoordinationDesk, type People } from './testing/coordination-desk.ts';

let desk: CoordinationDesk;

const CRIME = {
  kind: 'criminal',
  toBody: 'WJ-P-PSB',
  title: '某商行涉嫌销售假冒注册商标的商品',
  facts: '经查，当事人销售标有他人注册商标的商品，销售金额达到追诉标准。',
  request: '请依法审查，并书面告知是否立案。',
  suspects: [{ name: '某商行（虚构）' }],
  amountFen: 16_200_000,
};

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('nothing was refused');
  return error.code;
};

async function sent(by: People = 'enforcement', body: object = {}) {
  const made = await desk.call(desk.ctx(by), 'createHandOver', { body: { ...CRIME, ...body } });
  await desk.act(desk.ctx(by), made.fileId, 'submit');
  await desk.act(desk.ctx('director'), made.fileId, 'approve');
  await desk.act(desk.ctx(by), made.fileId, 'send');
  return made;
}

const RECEIPT = { receiptNo: '吴公收〔2026〕5号', receiver: '张警官（虚构）' };
const clocks = async (fileId: string) =>
  Object.fromEntries(
    (await getFilePanel(desk.test.system(), fileId)).clocks.map((one) => [one.clock, [one.dueOn, one.standing]]),
  );

beforeAll(async () => {
  desk = await openCoordinationDesk();
  desk.at('2026-11-02');
});
afterAll(() => desk?.close());

describe('a suspected crime', () => {
  it('goes to the police with its clocks, is refused, objected to and opened; the procuratorate reads along', async () => {
    const enforcement = desk.ctx('enforcement');
    const { id, fileId } = await desk.call(enforcement, 'createHandOver', { body: CRIME });
    await desk.act(enforcement, fileId, 'submit');
    expect((await clocks(fileId)).approval).toEqual(['2026-11-05', 'running']);
    expect(await refusal(desk.act(enforcement, fileId, 'approve'))).toBe('procedures.action.not-permitted');
    await desk.act(desk.ctx('director'), fileId, 'approve');
    expect((await clocks(fileId)).sending).toEqual(['2026-11-03', 'running']);
    await desk.act(enforcement, fileId, 'send');

    const police = desk.ctx('police');
    expect(await desk.can(police, fileId)).toEqual(['receive']);
    expect(await desk.can(desk.ctx('procuratorate'), fileId)).toEqual([]);
    const waiting = await desk.call(police, 'listFiles', { query: { mine: 'true', pageSize: '200' } });
    expect(waiting.items.map((one) => one.id)).toContain(fileId);
    desk.at('2026-11-03');
    await desk.act(police, fileId, 'receive', RECEIPT);
    expect((await clocks(fileId)).acceptance).toEqual(['2026-11-06', 'running']);
    desk.at('2026-11-05');
    await desk.act(police, fileId, 'accept');
    expect((await clocks(fileId)).decision).toEqual(['2026-11-16', 'running']);
    await desk.act(police, fileId, 'extend', { reason: '案情复杂' });
    expect((await clocks(fileId)).decision?.[0]).toBe('2026-12-07');

    expect(await refusal(desk.act(police, fileId, 'answer', { answer: 'answered', text: '已阅知' }))).toBe(
      'coordination.hand-over.wrong-answer',
    );
    desk.at('2026-11-20');
    const no = { answer: 'refused', answerNo: '吴公不立字〔2026〕2号', text: '证据不足以证明销售金额。' };
    expect(await desk.act(police, fileId, 'answer', no)).toBe('refused');
    expect((await clocks(fileId)).objection).toEqual(['2026-11-23', 'running']);
    await desk.act(desk.ctx('procuratorate'), fileId, 'supervise', { text: '请说明不立案理由。' });
    expect(await desk.act(enforcement, fileId, 'object', { reason: '未销售货值应当合并计算' })).toBe('objected');
    expect(await desk.act(police, fileId, 'answer', { answer: 'filed', text: '复议后决定立案。' })).toBe('answered');

    const seen = await desk.call(desk.ctx('procuratorate'), 'getHandOver', { params: { id } });
    expect(seen).toMatchObject({ documentNo: '吴市监罪移〔2026〕1号', answer: 'filed', inTime: true });
    expect(seen.progress.map((one) => one.body)).toContain('检察院');
  });

  it('is late when the police let their time pass, and can no longer be objected to after three days', async () => {
    desk.at('2026-11-02');
    const { id, fileId } = await sent();
    desk.at('2026-11-03');
    await desk.act(desk.ctx('police'), fileId, 'receive', RECEIPT);
    desk.at('2026-11-10');
    const row = async () =>
      (await desk.call(desk.ctx('officer'), 'getHandOver', { params: { id } })) as {
        inTime: boolean | null;
        clock: { late: boolean } | null;
      };
    expect((await row()).clock?.late).toBe(true);
    await desk.act(desk.ctx('police'), fileId, 'accept');
    await desk.act(desk.ctx('police'), fileId, 'answer', { answer: 'refused', text: '没有犯罪事实。' });
    desk.at('2026-11-14');
    expect(await refusal(desk.act(desk.ctx('enforcement'), fileId, 'object', { reason: '仍有异议' }))).toBe(
      'procedures.action.clock-expired',
    );
    await desk.act(desk.ctx('enforcement'), fileId, 'accept-refusal', { text: '继续行政处罚程序' });
    expect((await row()).inTime).toBe(false);
  });

  it('answered on paper is recorded by the bureau with the days of the papers', async () => {
    desk.at('2026-11-02');
    const { id, fileId } = await sent();
    desk.at('2026-11-20');
    const by = desk.ctx('enforcement');
    expect(await refusal(desk.act(by, fileId, 'record-receipt', { ...RECEIPT, on: '2026-11-01' }))).toBe(
      'coordination.hand-over.before',
    );
    await desk.act(by, fileId, 'record-receipt', { ...RECEIPT, on: '2026-11-03' });
    await desk.act(by, fileId, 'record-acceptance', { on: '2026-11-04' });
    await desk.act(by, fileId, 'record-answer', {
      on: '2026-11-13',
      answer: 'filed',
      answerNo: '吴公立字〔2026〕9号',
      text: '决定立案侦查。',
    });
    const done = await desk.call(by, 'getHandOver', { params: { id } });
    expect(done).toMatchObject({ onPaper: true, inTime: true, answeredOn: '2026-11-13', state: 'answered' });
  });
});

describe('one text, two writers', () => {
  it('refuses the second, keeps what it wrote and shows both', async () => {
    desk.at('2026-11-02');
    const first = desk.ctx('enforcement');
    const second = desk.ctx('officer');
    const { id, fileId } = await desk.call(first, 'createHandOver', { body: CRIME });
    const save = (who: typeof first, facts: string, revision: number) =>
      desk.call(who, 'saveHandOver', { params: { id }, body: { ...CRIME, facts, revision } });
    expect(await save(first, '第一人补充的事实。', 1)).toEqual({ saved: true, revision: 2, current: null });
    const came = await save(second, '第二人补充的事实。', 1);
    expect(came).toMatchObject({ saved: false, revision: 2, current: { content: { facts: '第一人补充的事实。' } } });
    const { items } = await desk.call(second, 'listHandOverVersions', { params: { id } });
    expect(items.map((one) => [one.content.facts, one.kept]).sort()).toEqual(
      [
        [CRIME.facts, true],
        ['第一人补充的事实。', true],
        ['第二人补充的事实。', false],
      ].sort(),
    );
    expect((await desk.call(first, 'getHandOver', { params: { id } })).content.facts).toBe('第一人补充的事实。');
    // Two districts never write one text: to another one it does not exist.
    const elsewhere = { ...first, district: '320506' };
    const content = routes.saveHandOver.body.parse({ ...CRIME, facts: '外区修改的事实。', revision: 2 });
    expect(await refusal(saveHandOver(elsewhere, id, content))).toBe('platform.not-found');
    await desk.act(first, fileId, 'submit');
    expect(await refusal(save(first, '再次修改的事实。', 2))).toBe('coordination.hand-over.not-editable');
  });
});

describe('what comes in', () => {
  it('becomes a clue of a case, and the police hears what became of it', async () => {
    desk.at('2026-11-02');
    const police = desk.ctx('police');
    const body = { ...CRIME, kind: 'clue', fromBody: 'WJ-P-PSB', toBody: null };
    expect(await refusal(desk.call(desk.ctx('department'), 'referHandOver', { body }))).toBe(
      'coordination.body.not-own',
    );
    const { id, fileId } = await desk.call(police, 'referHandOver', { body });
    const by = desk.ctx('enforcement');
    await desk.act(by, fileId, 'receive', { receiptNo: null, receiver: '李执法（虚构）' });
    expect((await clocks(fileId)).answer).toEqual(['2026-11-23', 'running']);
    await desk.act(by, fileId, 'accept', { how: 'clue', text: null });
    const seen = await desk.call(by, 'getHandOver', { params: { id } });
    expect(seen.clue?.href).toMatch(/^\/protection\/cases\//);
    const told = await desk.call(police, 'getHandOver', { params: { id } });
    expect(told.clue).toMatchObject({ number: seen.clue?.number, href: null });
    expect(await desk.act(by, fileId, 'answer', { answerNo: null, text: '已立案调查。' })).toBe('answered');
  });
});

it('what comes in can be registered as a report to be looked into first; the sender is told its number', async () => {
  desk.at('2026-11-02');
  const [police, by] = [desk.ctx('police'), desk.ctx('enforcement')];
  const body = { ...CRIME, kind: 'clue', fromBody: 'WJ-P-PSB', toBody: null };
  const take = { how: 'complaint', text: null };
  const nobody = await desk.call(police, 'referHandOver', { body: { ...body, suspects: [] } });
  await desk.act(by, nobody.fileId, 'receive', { receiptNo: null, receiver: '李执法（虚构）' });
  expect(await refusal(desk.act(by, nobody.fileId, 'accept', take))).toBe('coordination.referral.no-suspect');

  const { id, fileId } = await desk.call(police, 'referHandOver', { body });
  await desk.act(by, fileId, 'receive', { receiptNo: null, receiver: '李执法（虚构）' });
  await desk.act(by, fileId, 'accept', take);
  await desk.settle();
  const { items } = await desk.call(by, 'listComplaintMatters', { query: { source: 'hand-over' } });
  expect(items.map((one) => [one.sort, one.person, one.receivedOn])).toEqual([
    ['report', '其他机关移送', '2026-11-02'],
  ]);
  const told = await desk.call(police, 'getHandOver', { params: { id } });
  expect(told.progress.map((one) => one.text)).toEqual([`已登记为举报 ${items[0]?.number}，正在核查`]);
});

describe('joint tasks and meetings', () => {
  it('tracks a decision to done; only the body that leads reports', async () => {
    desk.at('2026-11-02');
    const officer = desk.ctx('officer');
    const meeting = await desk.call(officer, 'createMeeting', {
      body: {
        title: '行刑衔接联席会议',
        heldOn: '2026-10-30',
        chairBody: 'WJ-MSB',
        bodies: ['WJ-MSB', 'WJ-P-PSB', 'WJ-P-PROC'],
        topics: '案件移送标准',
      },
    });
    const decision = {
      title: '统一涉案物品保管办法',
      content: '三方共用保管场所。',
      leadBody: 'WJ-P-PSB',
      memberBodies: ['WJ-MSB'],
      dueOn: '2026-11-30',
    };
    const { id, fileId } = await desk.call(officer, 'addDecision', { params: { id: meeting.id }, body: decision });
    expect((await clocks(fileId)).due).toEqual(['2026-11-30', 'running']);
    expect(await refusal(desk.call(desk.ctx('department'), 'getMeeting', { params: { id: meeting.id } }))).toBe(
      'platform.not-found',
    );
    await desk.call(desk.ctx('police'), 'addTaskProgress', { params: { id }, body: { text: '已选定场所。' } });
    expect(await desk.can(desk.ctx('police'), fileId)).toEqual(['report']);
    await desk.act(desk.ctx('police'), fileId, 'report', { report: '办法已印发。' });
    await desk.act(officer, fileId, 'confirm');
    const shown = await desk.call(desk.ctx('police'), 'getMeeting', { params: { id: meeting.id } });
    expect(shown).toMatchObject({ decisions: 1, done: 1, tasks: [{ state: 'done', meeting: { decisionNo: 1 } }] });
  });
});

it('a town named in a joint task sees it, hears of it and reports; towns that are not named do not', async () => {
  desk.at('2026-11-02');
  const task = {
    kind: 'enforcement',
    title: '盛泽面料市场联合检查',
    content: '检查商户进货凭证。',
    dueOn: '2026-11-30',
  };
  const { id, fileId } = await desk.call(desk.ctx('officer'), 'createJointTask', {
    body: { ...task, leadBody: 'WJ-T-105', memberBodies: ['WJ-MSB', 'WJ-P-PSB'] },
  });
  const town = desk.ctx('liaison');
  const { items } = await desk.call(town, 'listJointTasks', { query: {} });
  expect(items.map((one) => one.id)).toEqual([id]);
  expect((await desk.call(town, 'listNotices', { query: {} })).items.some((one) => one.text.includes(task.title))).toBe(
    true,
  );
  await desk.call(town, 'addTaskProgress', { params: { id }, body: { text: '已走访二十户。' } });
  expect((await desk.call(town, 'getJointTask', { params: { id } })).progress).toMatchObject([{ body: '盛泽镇' }]);
  expect(await desk.can(town, fileId)).toEqual(['report']);
  expect(await desk.act(town, fileId, 'report', { report: '检查完成，问题商户已移交。' })).toBe('reported');
  const elsewhere = await desk.call(desk.ctx('officer'), 'createJointTask', {
    body: { ...task, leadBody: 'WJ-T-104', memberBodies: ['WJ-MSB'] },
  });
  expect(await refusal(desk.call(town, 'getJointTask', { params: { id: elsewhere.id } }))).toBe('platform.not-found');
});

it('a chain points at complaints, aid and letters, each told to who may read it; a step is taken back with its reason', async () => {
  desk.at('2026-11-02');
  const officer = desk.ctx('officer');
  const { id } = await desk.call(officer, 'createMatter', {
    body: { title: '示例商标保护链条', holderName: '示例公司' },
  });
  const { matters } = await desk.call(officer, 'registerComplaintLetter', {
    body: {
      sort: 'report',
      receivedOn: '2026-11-02',
      anonymous: true,
      person: {},
      subjectName: '虚构链条商行',
      title: '销售近似商品的举报',
      statement: '店内销售近似标识商品。',
    },
  });
  const ref = { kind: 'complaint', id: matters[0]?.id };
  const step = { lane: 'administrative', kind: 'complaint', happenedOn: '2026-11-02', title: '举报', ref };
  const item = await desk.call(officer, 'addMatterItem', { params: { id }, body: step });
  expect(await refusal(desk.call(officer, 'addMatterItem', { params: { id }, body: step }))).toBe(
    'coordination.matter.item-twice',
  );
  const wrong = { ...step, ref: { ...ref, kind: 'aid' } };
  expect(await refusal(desk.call(officer, 'addMatterItem', { params: { id }, body: wrong }))).toBe(
    'platform.not-found',
  );
  const shown = await desk.call(officer, 'getMatter', { params: { id } });
  expect(shown.chain).toMatchObject([
    { kind: 'complaint', title: `${matters[0]?.number} 举报`, href: `/protection/complaints/${matters[0]?.id}` },
  ]);
  const away = { params: { id, itemId: item.id }, query: { reason: '登记有误' } };
  await desk.call(officer, 'withdrawMatterItem', away);
  expect((await desk.call(officer, 'getMatter', { params: { id } })).chain).toEqual([]);
  expect(await refusal(desk.call(officer, 'withdrawMatterItem', away))).toBe('platform.not-found');
});

describe('who reads what', () => {
  const STATES = ['draft', 'approval', 'approved', 'sent', 'received', 'accepted', 'answered'] as const;
  const STEPS: Record<string, (fileId: string) => Promise<unknown>> = {
    approval: (fileId) => desk.act(desk.ctx('branch'), fileId, 'submit'),
    approved: (fileId) => desk.act(desk.ctx('director'), fileId, 'approve'),
    sent: (fileId) => desk.act(desk.ctx('branch'), fileId, 'send'),
    received: (fileId) => desk.act(desk.ctx('police'), fileId, 'receive', RECEIPT),
    accepted: (fileId) => desk.act(desk.ctx('police'), fileId, 'accept'),
    answered: (fileId) => desk.act(desk.ctx('police'), fileId, 'answer', { answer: 'filed', text: '决定立案侦查。' }),
  };
  const AFTER_SENDING = new Set(['sent', 'received', 'accepted', 'answered']);
  const ALWAYS: readonly People[] = ['officer', 'enforcement', 'head', 'director', 'branch'];
  const ONCE_SENT: readonly People[] = ['police', 'procuratorate'];
  const NEVER: readonly People[] = ['department', 'other-branch', 'liaison'];

  it('a partner sees what was handed to it, from the day it was sent; nobody else does, in any state', async () => {
    desk.at('2026-11-02');
    const { id, fileId } = await desk.call(desk.ctx('branch'), 'createHandOver', { body: CRIME });
    for (const state of STATES) {
      await STEPS[state]?.(fileId);
      const expected = new Set([...ALWAYS, ...(AFTER_SENDING.has(state) ? ONCE_SENT : [])]);
      for (const who of [...ALWAYS, ...ONCE_SENT, ...NEVER]) {
        const ctx = desk.ctx(who);
        const reads = async (work: () => Promise<unknown>) =>
          work().then(
            () => true,
            (error: unknown) => {
              expect(error).toMatchObject({ code: 'platform.not-found' });
              return false;
            },
          );
        const shown = await reads(() => desk.call(ctx, 'getHandOver', { params: { id } }));
        const panel = await reads(() => getFilePanel(ctx, fileId));
        const listed =
          who === 'liaison'
            ? false
            : (await desk.call(ctx, 'listHandOvers', { query: { pageSize: '200' } })).items.some(
                (one) => one.id === id,
              );
        const inbox = (await desk.call(ctx, 'listFiles', { query: { pageSize: '200' } })).items.some(
          (one) => one.id === fileId,
        );
        expect({ who, state, shown, panel, listed, inbox }).toEqual({
          who,
          state,
          shown: expected.has(who),
          panel: expected.has(who),
          listed: expected.has(who),
          inbox: expected.has(who),
        });
      }
    }
  });
});
