import { isLocalDate } from '@jince/calendar';
import { z } from 'zod';
import type { Bilingual } from '../../../platform/i18n/language.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });
const text = (zh: string, en: string, min = 2, max = 4000) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .meta({ label: both(zh, en) });
const optional = (zh: string, en: string, max = 4000) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .default(null)
    .meta({ label: both(zh, en) });
const day = (zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine(isLocalDate, '没有这一天 / no such day')
    .meta({ label: both(zh, en) });
const yes = (zh: string, en: string) =>
  z
    .boolean()
    .default(false)
    .meta({ label: both(zh, en) });
const money = (zh: string, en: string) =>
  z
    .number()
    .int()
    .min(0)
    .max(1_000_000_000_000)
    .default(0)
    .meta({ label: both(zh, en) });

/** The day something was done, where it is not today; an earlier day needs a reason. */
const dated = {
  on: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .default(null)
    .meta({
      label: both('办理日期', 'Day'),
      help: both('留空为今天；早于今天的属于补录', 'Empty: today; an earlier day is a back-dated entry'),
    }),
  backDatedReason: z
    .string()
    .trim()
    .max(500)
    .nullable()
    .default(null)
    .meta({ label: both('补录理由', 'Reason for a back-dated entry') }),
};

const causes = {
  testing: both('检测、检验、检疫、鉴定', 'Testing or appraisal'),
  identification: both('权利人辨认、鉴别', 'Identification by the owner'),
  announcement: both('公告', 'Public announcement'),
  hearing: both('听证', 'Hearing'),
} as const;

const cause = <K extends keyof typeof causes>(...names: [K, ...K[]]) =>
  z.enum(names).meta({
    label: both('扣除事由', 'Cause'),
    choices: Object.fromEntries(names.map((name) => [name, causes[name]])),
  });

const period = { from: day('扣除开始日', 'First day left out'), to: day('扣除截止日', 'Last day left out') };

const outcome = {
  warning: yes('警告或者通报批评', 'Warning'),
  fineFen: money('罚款', 'Fine'),
  confiscatedFen: money('没收违法所得', 'Confiscated gain'),
  confiscatedGoods: optional('没收物品', 'Confiscated goods', 1000),
  other: optional('其他处罚、责令改正', 'Other measures', 1000),
};

export const actionFields = {
  reason: z.object({ reason: text('理由', 'Reason'), ...dated }),
  exclude: z.object({
    cause: cause('testing', 'identification'),
    ...period,
    document: optional('委托书、函件文号', 'Document', 120),
  }),
  excludeDecision: z.object({
    cause: cause('testing', 'identification', 'announcement'),
    ...period,
    document: optional('委托书、函件、公告文号', 'Document', 120),
  }),
  propose: z.object({
    evidence: yes('有证据初步证明存在违法行为', 'There is first evidence of a breach'),
    punishable: yes('依法应当给予行政处罚', 'It calls for a penalty'),
    competent: yes('属于本部门管辖', 'This office is competent'),
    inTime: yes('在追责期限之内', 'It is in time'),
    opinion: text('立案理由', 'Why'),
  }),
  notFile: z.object({
    ground: z.enum(['minor', 'first', 'no-fault', 'no-facts', 'other']).meta({
      label: both('不予立案事由', 'Ground'),
      choices: {
        minor: both('轻微并及时改正，没有危害后果', 'Slight, put right in time, no harm'),
        first: both('初次违法，危害后果轻微并及时改正', 'First offence, slight, put right in time'),
        'no-fault': both('有证据足以证明没有主观过错', 'Proof of no fault'),
        'no-facts': both('违法事实不成立或者不符合立案条件', 'No breach, or the conditions are not met'),
        other: both('其他', 'Other'),
      },
    }),
    reason: text('说明', 'Reason'),
  }),
  elsewhere: z.object({
    toOrganisation: text('受移送机关', 'Handed to', 2, 120),
    reason: text('移送理由和依据', 'Reason and ground'),
  }),
  extendCollective: z.object({
    days: z
      .number()
      .int()
      .min(1)
      .max(365)
      .meta({ label: both('继续延长的日数', 'Days more') }),
    reason: text('集体讨论决定', 'Decision of the heads'),
  }),
  report: z.object({
    facts: text('查明的事实和证据', 'Facts and evidence', 4, 20000),
    opinion: text('性质认定和处理建议', 'Opinion', 4, 8000),
    decisionKind: z.enum(['penalty', 'no-penalty', 'transfer-elsewhere', 'cancelled']).meta({
      label: both('建议决定', 'Proposed decision'),
      choices: {
        penalty: both('给予行政处罚', 'Penalty'),
        'no-penalty': both('不予行政处罚', 'No penalty'),
        'transfer-elsewhere': both('移送其他部门', 'Transfer elsewhere'),
        cancelled: both('撤销案件', 'Cancel'),
      },
    }),
    ...outcome,
    complex: yes('情节复杂或者重大违法行为', 'Complex or serious'),
    legalReviewGround: z
      .enum(['none', 'public-interest', 'complex', 'statutory'])
      .default('none')
      .meta({
        label: both('应当法制审核的情形', 'Ground for a legal review'),
        choices: {
          none: both('没有', 'None'),
          'public-interest': both('涉及重大公共利益', 'Public interest'),
          complex: both('疑难复杂、涉及多个法律关系', 'Complex in law'),
          statutory: both('法律、法规规定的其他情形', 'Set by statute'),
        },
      }),
  }),
  review: z.object({
    kind: z.enum(['review', 'legal-review']).meta({
      label: both('审核类别', 'Kind'),
      choices: { review: both('案件审核', 'Review'), 'legal-review': both('法制审核', 'Legal review') },
    }),
    opinion: z.enum(['agree', 'amend', 'return']).meta({
      label: both('审核意见', 'Opinion'),
      choices: {
        agree: both('同意', 'Agree'),
        amend: both('建议修改后办理', 'Amend'),
        return: both('退回补充调查', 'Return'),
      },
    }),
    text: text('审核说明', 'Remarks'),
  }),
  notice: z.object({
    ...outcome,
    hearing: yes('告知听证权利', 'The right to a hearing is told'),
    reasons: text('告知的事实、理由和依据', 'Facts, reasons and ground'),
  }),
  service: z.object({
    on: day('送达日期', 'Day of service'),
    mode: z.enum(['direct', 'leave', 'electronic', 'post', 'entrusted', 'forwarded', 'announcement']).meta({
      label: both('送达方式', 'Mode'),
      choices: {
        direct: both('直接送达', 'In person'),
        leave: both('留置送达', 'Left behind'),
        electronic: both('电子送达', 'Electronic'),
        post: both('邮寄送达', 'By post'),
        entrusted: both('委托送达', 'Entrusted'),
        forwarded: both('转交送达', 'Forwarded'),
        announcement: both('公告送达', 'Announced'),
      },
    }),
    receiver: optional('收件人', 'Received by', 120),
    backDatedReason: dated.backDatedReason,
  }),
  statement: z.object({
    text: text('陈述申辩内容', 'What was stated'),
    accepted: yes('意见成立并采纳', 'Accepted'),
    answer: text('复核意见', 'Answer'),
    ...dated,
  }),
  hearingRequest: z.object({ by: text('申请人', 'Who asks', 1, 200), ...dated }),
  hearing: z.object({
    heldOn: day('听证举行日', 'Day of the hearing'),
    notifiedOn: day('听证通知送达日', 'Day the notice was served')
      .nullable()
      .default(null)
      .meta({
        label: both('听证通知送达日', 'Day the notice was served'),
        help: both('登记过听证通知书送达的，以登记的为准', 'The service on file goes before it'),
      }),
    presider: text('主持人（非本案调查人员）', 'Presider, none of the investigators', 2, 60),
    report: text('听证报告意见', 'Opinion of the report'),
  }),
  discussion: z.object({
    participants: text('参加讨论的负责人', 'Who took part', 2, 500),
    opinion: text('讨论结论', 'Conclusion'),
    ...dated,
  }),
  decide: z.object({
    kind: z.enum(['penalty', 'no-penalty', 'transfer-elsewhere', 'cancelled']).meta({
      label: both('决定种类', 'Decision'),
      choices: {
        penalty: both('行政处罚', 'Penalty'),
        'no-penalty': both('不予行政处罚', 'No penalty'),
        'transfer-elsewhere': both('移送其他部门', 'Transfer elsewhere'),
        cancelled: both('撤销案件', 'Cancelled'),
      },
    }),
    ...outcome,
    ground: optional('不予处罚、移送、撤销的依据', 'Ground where there is no penalty', 1000),
    reasons: text('裁量理由', 'Reasons'),
    toOrganisation: optional('受移送部门', 'Handed to', 120),
    ...dated,
  }),
  onSpot: z.object({
    warning: outcome.warning,
    fineFen: outcome.fineFen,
    reasons: text('违法事实和处罚依据', 'Facts and ground'),
    place: text('当场处罚地点', 'Place', 2, 200),
  }),
  transfer: z.object({
    decision: z.enum(['transfer', 'keep']).meta({
      label: both('移送决定', 'Decision'),
      choices: { transfer: both('移送公安机关', 'Transfer to the police'), keep: both('不移送', 'Do not transfer') },
    }),
    reason: text('理由', 'Reason'),
    ...dated,
  }),
  payment: z.object({
    kind: z.enum(['fine', 'confiscation', 'surcharge']).meta({
      label: both('款项', 'What for'),
      choices: {
        fine: both('罚款', 'Fine'),
        confiscation: both('没收违法所得', 'Confiscated gain'),
        surcharge: both('加处罚款', 'Surcharge'),
      },
    }),
    paidFen: z
      .number()
      .int()
      .min(1)
      .max(1_000_000_000_000)
      .meta({ label: both('金额', 'Amount') }),
    voucher: text('票据号', 'Voucher', 1, 80),
    ...dated,
  }),
  mediation: z.object({
    by: text('请求人', 'Who asks', 1, 120),
    other: text('另一方', 'The other party', 1, 120),
    matter: z.enum(['compensation', 'other']).meta({
      label: both('争议事项', 'What about'),
      choices: {
        compensation: both('侵权赔偿数额', 'Compensation'),
        other: both('当事人之间的其他争议', 'Another dispute of the parties'),
      },
    }),
    mediators: text('主持调解的人员', 'Mediators', 2, 120),
    ...dated,
  }),
  mediationResult: z.object({
    result: z.enum(['agreed', 'failed', 'withdrawn']).meta({
      label: both('调解结果', 'Result'),
      choices: {
        agreed: both('达成协议', 'Agreed'),
        failed: both('未达成协议', 'Failed'),
        withdrawn: both('请求人撤回', 'Withdrawn'),
      },
    }),
    agreement: optional('协议内容', 'What was agreed').transform((value) => (value === '' ? null : value)),
    documentNo: optional('调解书文号', 'Number of the agreement', 120),
    amountFen: money('约定的赔偿', 'Compensation agreed'),
    paidFen: money('其中已经履行', 'Paid of it'),
    effect: z
      .enum(['goes-on', 'ends'])
      .default('goes-on')
      .meta({
        label: both('对本案的影响', 'What becomes of the case'),
        help: both('调解不影响对违法行为的查处', 'A breach of law is pursued all the same'),
        choices: {
          'goes-on': both('本案继续办理', 'The case goes on'),
          ends: both('没有应当查处的违法行为，建议调解结案', 'Nothing is left to pursue: end it'),
        },
      }),
    ...dated,
  }),
  dispute: z.object({
    kind: z.enum(['reconsideration', 'suit']).meta({
      label: both('类别', 'Kind'),
      choices: { reconsideration: both('行政复议', 'Reconsideration'), suit: both('行政诉讼', 'Suit') },
    }),
    body: text('复议机关或者法院', 'Authority or court', 2, 120),
    documentNo: optional('受理通知书文号、案号', 'Number', 120),
    ...dated,
  }),
  disputeResult: z.object({
    result: z.enum(['upheld', 'changed', 'revoked', 'withdrawn']).meta({
      label: both('结果', 'Result'),
      choices: {
        upheld: both('维持决定、驳回请求', 'Upheld'),
        changed: both('变更', 'Changed'),
        revoked: both('撤销、确认违法', 'Revoked'),
        withdrawn: both('申请人撤回', 'Withdrawn'),
      },
    }),
    documentNo: optional('文书文号', 'Number', 120),
    ...dated,
    on: dated.on.meta({
      label: both('复议决定送达日、裁判生效日', 'Day it was received or became final'),
      help: both('期限从这一天起算', 'Clocks run from this day'),
    }),
  }),
  publication: z.object({ address: text('公示平台或者网址', 'Where', 2, 300), ...dated }),
  closing: z.object({ summary: text('结案意见', 'Conclusion'), ...dated }),
} as const;

/** Fields of an action as the kernel hands them on, already parsed by the schema. */
export const fieldsOf = <K extends keyof typeof actionFields>(
  _name: K,
  fields: Readonly<Record<string, unknown>>,
): z.output<(typeof actionFields)[K]> => fields as z.output<(typeof actionFields)[K]>;
