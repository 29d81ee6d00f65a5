import { addDays } from '@jince/calendar';
import { sql } from 'kysely';
import { findDemoActor, onDemoDay } from '../../../platform/auth/index.ts';
import { type Actor, type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { addOrigin } from '../commands/add-origin.ts';
import { assignAidHelper } from '../commands/assign-helper.ts';
import { createAidExpert } from '../commands/keep-experts.ts';
import { addJointAction, createCrossRegion, receiveCrossRegion } from '../commands/open-cross-region.ts';
import { createAidRequest } from '../commands/open-request.ts';
import type { AidKind } from '../domain/labels.ts';

const act = (ctx: Ctx, fileId: string, action: string, fields?: Record<string, unknown>) =>
  inTransaction(ctx, (tx) => performAction(tx, ctx, fileId, action, fields === undefined ? {} : { fields }));

const EXPERTS: readonly (readonly [name: string, employer: string, title: string, fields: string[]])[] = [
  ['虚构专家甲', '虚构某大学知识产权学院', '教授', ['商标', '不正当竞争']],
  ['虚构专家乙', '虚构某律师事务所', '律师', ['专利侵权', '诉讼']],
  ['虚构专家丙', '虚构某专利审查协作机构', '研究员', ['外观设计', '实用新型']],
  ['虚构专家丁', '虚构某海外纠纷应对中心', '顾问', ['海外', '美国337调查']],
];

interface DemoRequest {
  readonly kinds: readonly AidKind[];
  readonly applicant: string;
  readonly opponent: string | null;
  readonly title: string;
  readonly daysAgo: number;
  readonly until: 'submitted' | 'supplement' | 'accepted' | 'given' | 'archived' | 'refused';
  readonly days?: number;
}

const REQUESTS: readonly DemoRequest[] = [
  {
    kinds: ['consultation'],
    applicant: '虚构某合作社',
    opponent: null,
    title: '演示：地理标志使用规范咨询',
    daysAgo: 70,
    until: 'archived',
    days: 6,
  },
  {
    kinds: ['infringement-opinion'],
    applicant: '虚构某纺织公司',
    opponent: '虚构某家纺店',
    title: '演示：花型外观设计侵权判定',
    daysAgo: 60,
    until: 'archived',
    days: 18,
  },
  {
    kinds: ['expert', 'overseas'],
    applicant: '虚构某电子公司',
    opponent: '虚构某境外公司',
    title: '演示：收到境外律师函的应对',
    daysAgo: 55,
    until: 'archived',
    days: 40,
  },
  {
    kinds: ['infringement-opinion', 'expert'],
    applicant: '虚构某电梯部件公司',
    opponent: '虚构某机电公司',
    title: '演示：实用新型专利被仿制',
    daysAgo: 20,
    until: 'given',
    days: 12,
  },
  {
    kinds: ['exhibition'],
    applicant: '虚构某面料公司',
    opponent: null,
    title: '演示：展会驻点维权',
    daysAgo: 9,
    until: 'accepted',
  },
  {
    kinds: ['infringement-opinion'],
    applicant: '虚构某线缆公司',
    opponent: '虚构某电缆经营部',
    title: '演示：包装装潢近似',
    daysAgo: 6,
    until: 'accepted',
  },
  {
    kinds: ['funding'],
    applicant: '虚构某小微企业',
    opponent: null,
    title: '演示：申请维权费用资助',
    daysAgo: 5,
    until: 'supplement',
  },
  {
    kinds: ['consultation'],
    applicant: '虚构某食品厂',
    opponent: null,
    title: '演示：商标被抢注咨询',
    daysAgo: 2,
    until: 'submitted',
  },
  {
    kinds: ['consultation'],
    applicant: '虚构某个人',
    opponent: null,
    title: '演示：合同纠纷（不属援助范围）',
    daysAgo: 30,
    until: 'refused',
  },
];

async function playRequest(ctx: Ctx, officer: Actor, one: DemoRequest, expert: string | undefined): Promise<void> {
  const on = (after: number) => onDemoDay(ctx, addDays(ctx.today, Math.min(0, after - one.daysAgo)), officer);
  const { id, fileId } = await createAidRequest(on(0), {
    kinds: one.kinds,
    partyId: null,
    applicantName: one.applicant,
    applicantCode: null,
    applicantContact: '演示联系人',
    opponentName: one.opponent,
    opponentCode: null,
    rights: [{ kind: 'other', number: '演示权利', name: null }],
    title: one.title,
    facts: '演示：申请人陈述的事实，内容为虚构。',
    wish: '演示：请给予指导和帮助。',
    receivedOn: on(0).today,
  });
  if (one.until === 'submitted') return;
  if (one.until === 'refused') {
    await act(on(2), fileId, 'refuse', { reason: '演示：申请事项不属于知识产权维权援助范围。' });
    return;
  }
  if (one.until === 'supplement') {
    await act(on(1), fileId, 'ask-supplement', { text: '演示：请补充费用票据。' });
    return;
  }
  await act(on(2), fileId, 'accept');
  if (expert !== undefined && one.kinds.some((kind) => kind === 'infringement-opinion' || kind === 'expert'))
    await assignAidHelper(on(3), id, { part: 'expert', helperId: expert });
  if (one.until === 'accepted') return;
  await act(on(one.days ?? 10), fileId, 'give-opinion', { opinion: '演示：根据现有材料提出的援助意见，内容为虚构。' });
  if (one.until === 'given') return;
  await act(on((one.days ?? 10) + 3), fileId, 'conclude', { result: '演示：申请人表示满意，未在线评价。' });
  await act(on((one.days ?? 10) + 5), fileId, 'archive');
}

const OTHERS = ['虚构·昆山市市场监督管理局', '虚构·嘉善县市场监督管理局', '虚构·青浦区市场监督管理局'];

async function playRegions(ctx: Ctx, officer: Actor): Promise<number> {
  const on = (ago: number) => onDemoDay(ctx, addDays(ctx.today, -ago), officer);
  const input = (title: string) => ({
    kind: 'investigate' as const,
    title,
    facts: '演示：查获商品标签载明产地在对方辖区，需要核实来源。',
    wish: '演示：请核查生产单位登记情况和进销货凭证。',
    marks: ['演示商标00000000'],
  });
  const [first = '', second = '', third = ''] = OTHERS;
  const answered = await createCrossRegion(on(50), {
    ...input('虚构·核查丝绸面料来源'),
    otherDistrict: null,
    otherName: first,
    caseId: null,
  });
  await act(on(50), answered.fileId, 'send');
  await act(on(46), answered.fileId, 'acknowledge', { on: on(48).today, theirNo: '演示收文12号' });
  await addJointAction(on(40), answered.id, {
    on: on(41).today,
    place: '演示：对方辖区某加工点',
    bodies: '两地市场监管部门',
    text: '演示：联合检查，查获侵权面料。',
  });
  await act(on(32), answered.fileId, 'record-answer', {
    on: on(33).today,
    result: 'done',
    answerNo: '演示复函〔2026〕5号',
    answer: '演示：已查清来源，附登记资料和询问笔录。',
  });
  const running = await createCrossRegion(on(26), {
    ...input('虚构·核实网店经营主体'),
    otherDistrict: null,
    otherName: second,
    caseId: null,
  });
  await act(on(26), running.fileId, 'send');
  await act(on(24), running.fileId, 'acknowledge', { on: on(25).today, theirNo: null });
  await createCrossRegion(on(1), {
    ...input('虚构·请协助送达文书'),
    kind: 'serve',
    otherDistrict: null,
    otherName: third,
    caseId: null,
  });
  await receiveCrossRegion(on(10), {
    ...input('虚构·来函核实我区企业授权情况'),
    kind: 'verify',
    otherName: third,
    theirNo: '演示协〔2026〕9号',
    receivedOn: on(11).today,
  });
  for (const [region, kind, goods] of [
    ['昆山市（演示）', 'made', '丝绸面料'],
    ['嘉善县（演示）', 'shipped', '电梯配件'],
    ['昆山市（演示）', 'market', '服装'],
  ] as const)
    await addOrigin(on(30), {
      region,
      kind,
      goods,
      mark: '演示商标',
      partyName: null,
      notedOn: on(31).today,
      source: '演示：协查复函',
      crossRegionId: answered.id,
    });
  return 4;
}

async function hasAny(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`select 1 from assistance.request where district = ${ctx.district} limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** Requests over all states, experts, letters between districts; all of it is invented and says so. */
export async function seedDemoAssistance(ctx: Ctx): Promise<{ requests: number; letters: number }> {
  const officer = await findDemoActor(ctx, 'officer');
  if (officer === undefined || (await hasAny(ctx))) return { requests: 0, letters: 0 };
  const entered = onDemoDay(ctx, addDays(ctx.today, -120), officer);
  const experts: string[] = [];
  for (const [name, employer, title, fields] of EXPERTS)
    experts.push(
      (await createAidExpert(entered, { name, employer, title, fields, employerCode: null, phone: null })).id,
    );
  for (const [at, one] of REQUESTS.entries()) await playRequest(ctx, officer, one, experts[at % experts.length]);
  return { requests: REQUESTS.length, letters: await playRegions(ctx, officer) };
}
