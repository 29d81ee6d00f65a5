import { addDays } from '@jince/calendar';
import { onDemoDay } from '../../../platform/auth/index.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import { addMatterItem, createMatter } from '../commands/keep-matter.ts';
import { createMeeting } from '../commands/keep-meeting.ts';
import { addDecision, createJointTask } from '../commands/set-joint-task.ts';
import type { ChainKind, Lane } from '../repositories/matter-repository.ts';
import { act, type Cast } from './cast.ts';

/** A meeting with decisions and tasks of their own; ids of the tasks. */
export async function seedTasks(ctx: Ctx, cast: Cast): Promise<string[]> {
  const on = (ago: number) => onDemoDay(ctx, addDays(ctx.today, -ago), cast.officer);
  const meeting = await createMeeting(on(40), {
    title: '虚构·知识产权行刑衔接第三季度联席会议',
    heldOn: addDays(ctx.today, -41),
    place: '区市场监管局三楼会议室（演示）',
    chairBody: 'WJ-MSB',
    bodies: ['WJ-MSB', 'WJ-P-PSB', 'WJ-P-PROC', 'WJ-P-COURT', 'WJ-P-MIIT'],
    topics: '演示：涉案物品统一保管；移送证据清单；重点市场联合检查',
    minutes: '演示：会议通报了三季度移送和答复情况，议定事项三项，分工和期限见下。',
    minutesNo: '演示纪要〔2026〕3号',
  });
  const decide = (leadBody: string, memberBodies: string[], title: string, content: string, days: number) =>
    addDecision(on(39), meeting.id, { leadBody, memberBodies, title, content, dueOn: addDays(ctx.today, days) });
  const first = await decide(
    'WJ-P-PSB',
    ['WJ-MSB', 'WJ-P-PROC'],
    '虚构·统一涉案物品保管办法',
    '演示：确定共用保管场所，明确交接手续和费用。',
    12,
  );
  const second = await decide(
    'WJ-MSB-ENF',
    ['WJ-P-PSB', 'WJ-P-PROC'],
    '虚构·编印移送证据清单范本',
    '演示：按罪名列出移送所需证据，三方确认。',
    -5,
  );
  const third = await decide('WJ-P-PROC', ['WJ-MSB'], '虚构·选编典型案例', '演示：选编行刑衔接典型案例五件。', 30);
  await act(onDemoDay(ctx, addDays(ctx.today, -8), cast.enforcement), second.fileId, 'report', {
    report: '演示：范本已编印，发各分局使用。',
  });
  await act(on(6), second.fileId, 'confirm');
  const market = await createJointTask(on(20), {
    kind: 'enforcement',
    title: '虚构·专业市场联合检查',
    content: '演示：对三处专业市场开展商标侵权联合检查。',
    leadBody: 'WJ-MSB-ENF',
    memberBodies: ['WJ-P-PSB', 'WJ-P-COM'],
    dueOn: addDays(ctx.today, -2),
  });
  const lists = await createJointTask(on(15), {
    kind: 'exchange',
    title: '虚构·更新专精特新企业名单',
    content: '演示：每季度末提供最新名单，便于比对知识产权状况。',
    leadBody: 'WJ-P-MIIT',
    memberBodies: ['WJ-MSB-IPP'],
    dueOn: addDays(ctx.today, 20),
  });
  return [first.id, second.id, third.id, market.id, lists.id];
}

interface Step {
  readonly lane: Lane;
  readonly kind: ChainKind;
  readonly ago: number;
  readonly title: string;
  readonly text: string;
  readonly documentNo?: string;
}

const STEPS: readonly Step[] = [
  {
    lane: 'own',
    kind: 'notarial',
    ago: 110,
    title: '公证购买涉案服装',
    text: '演示：公证处封存实物两件。',
    documentNo: '演示公证〔2026〕88号',
  },
  {
    lane: 'own',
    kind: 'platform',
    ago: 104,
    title: '向电商平台发出侵权通知',
    text: '演示：平台下架两个链接，一个链接提交不侵权声明。',
  },
  {
    lane: 'administrative',
    kind: 'complaint',
    ago: 95,
    title: '向市场监管部门举报',
    text: '演示：提交公证书和商标注册证。',
  },
  {
    lane: 'judicial',
    kind: 'prosecution',
    ago: 20,
    title: '检察院提起公诉',
    text: '演示：以销售假冒注册商标的商品罪起诉。',
  },
  { lane: 'judicial', kind: 'suit', ago: 12, title: '权利人提起附带民事诉讼', text: '演示：请求赔偿损失和合理开支。' },
];

/** A chain from a notarial act to the courts, with a hand-over in the midst. */
export async function seedMatter(ctx: Ctx, cast: Cast, handOver: string | undefined): Promise<void> {
  const by = onDemoDay(ctx, addDays(ctx.today, -10), cast.officer);
  const { id } = await createMatter(by, {
    title: '虚构·某服饰品牌维权',
    holderName: '虚构某服饰有限公司',
    partyId: null,
    rightKind: 'trademark',
    rightNumber: '00000000（演示）',
    note: '演示：从权利人自行取证到行政查处、刑事移送的全过程。',
    caseId: null,
  });
  for (const { ago, documentNo, ...step } of STEPS)
    await addMatterItem(by, id, {
      ...step,
      documentNo: documentNo ?? null,
      happenedOn: addDays(ctx.today, -ago),
      ref: null,
    });
  if (handOver !== undefined)
    await addMatterItem(by, id, {
      lane: 'administrative',
      kind: 'hand-over',
      happenedOn: addDays(ctx.today, -65),
      title: '移送公安机关',
      text: null,
      documentNo: null,
      ref: { kind: 'hand-over', id: handOver },
    });
}
