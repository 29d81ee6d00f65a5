import { clawBackReason } from '@jince/contract';
import { z } from 'zod';
import type { Bilingual } from '../../platform/i18n/language.ts';
import type { ProcedureAction } from '../../platform/procedures/index.ts';
import {
  CLAIM_ACCEPT,
  CLAIM_CHECK,
  CLAIM_CLAW_BACK,
  CLAIM_DECIDE,
  CLAIM_FILE,
  CLAIM_PUBLISH,
  CLAIM_RECOMMEND,
  CLAIM_RELEASE,
  CLAIM_REVIEW,
  CLAIM_SETTLE,
  OBJECTION_HANDLE,
} from './subsidies.catalogue.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });
const reason = z.object({ reason: z.string().trim().min(2).max(500).meta({ title: '理由' }) });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const fen = z.number().int().min(1).max(1e13);
/** A decision with its number; the reason is needed where the computation differs from the last. */
const decision = z.object({
  documentNo: z.string().trim().min(2).max(80).meta({ title: '文号' }),
  confirmChange: z.string().trim().max(500).optional().meta({ title: '金额变化的确认理由' }),
});

const BEFORE_DECISION = ['submitted', 'recommended', 'supplementing', 'accepted', 'checked', 'reviewed', 'cleared'];

const toAcceptance: readonly ProcedureAction[] = [
  {
    action: 'submit',
    label: both('提交', 'Submit'),
    from: ['draft'],
    to: 'submitted',
    permission: CLAIM_FILE,
    starts: ['recommendation'],
    notify: ['town'],
  },
  {
    action: 'recommend',
    label: both('推荐', 'Recommend'),
    from: ['submitted'],
    to: 'recommended',
    permission: CLAIM_RECOMMEND,
    stops: ['recommendation'],
    starts: ['acceptance'],
    notify: [{ permission: CLAIM_ACCEPT }],
  },
  {
    action: 'return-to-applicant',
    label: both('退回修改', 'Return to the applicant'),
    from: ['submitted'],
    to: 'draft',
    permission: CLAIM_RECOMMEND,
    fields: reason,
    stops: ['recommendation'],
    notify: ['applicant'],
  },
  {
    action: 'accept',
    label: both('受理', 'Accept'),
    from: ['recommended'],
    to: 'accepted',
    permission: CLAIM_ACCEPT,
    stops: ['acceptance'],
    starts: ['decision'],
    notify: ['applicant', { permission: CLAIM_CHECK }],
  },
  {
    action: 'request-supplement',
    label: both('要求补正', 'Ask for a supplement'),
    from: ['recommended'],
    to: 'supplementing',
    permission: CLAIM_ACCEPT,
    fields: z.object({
      items: z.array(z.string().trim().min(1).max(200)).min(1).max(30).meta({ title: '需补正的内容' }),
    }),
    suspends: ['acceptance'],
    starts: ['supplement'],
    notify: ['applicant'],
    confirm: both(
      '补正只能要求一次，须一次性列明全部内容。',
      'A supplement can be asked for only once; list everything.',
    ),
  },
  {
    action: 'supplement',
    label: both('提交补正', 'Hand in the supplement'),
    from: ['supplementing'],
    to: 'recommended',
    permission: CLAIM_FILE,
    needs: [{ clock: 'supplement', is: 'running' }],
    stops: ['supplement'],
    resumes: ['acceptance'],
    notify: [{ permission: CLAIM_ACCEPT }],
  },
  {
    action: 'not-accept',
    label: both('不予受理', 'Do not accept'),
    from: ['recommended', 'supplementing'],
    to: 'not-accepted',
    permission: CLAIM_ACCEPT,
    fields: reason,
    stops: ['acceptance', 'supplement'],
    notify: ['applicant', 'town'],
    confirm: both('不予受理后本件办结。', 'The file is closed by this.'),
  },
];

const toDecision: readonly ProcedureAction[] = [
  {
    action: 'check',
    label: both('初审通过', 'Pass the check'),
    from: ['accepted'],
    to: 'checked',
    permission: CLAIM_CHECK,
    apart: ['accept'],
    notify: [{ permission: CLAIM_REVIEW }],
  },
  {
    action: 'review',
    label: both('复核通过', 'Pass the review'),
    from: ['checked'],
    to: 'reviewed',
    permission: CLAIM_REVIEW,
    apart: ['accept', 'check'],
    notify: [{ permission: CLAIM_CHECK }],
  },
  {
    action: 'send-back',
    label: both('退回初审', 'Send back'),
    from: ['checked', 'reviewed', 'cleared'],
    to: 'accepted',
    permission: CLAIM_REVIEW,
    fields: reason,
    notify: [{ permission: CLAIM_CHECK }],
  },
  {
    action: 'clear-credit',
    label: both('信用审查通过', 'Credit is clear'),
    from: ['reviewed'],
    to: 'cleared',
    permission: CLAIM_CHECK,
    apart: ['review'],
    notify: [{ permission: CLAIM_DECIDE }],
  },
  {
    action: 'decide-approve',
    label: both('审定同意', 'Approve'),
    from: ['cleared'],
    to: 'approved',
    permission: CLAIM_DECIDE,
    apart: ['accept', 'check', 'review', 'clear-credit'],
    fields: decision,
    stops: ['decision'],
    notify: ['applicant', { permission: CLAIM_PUBLISH }],
    confirm: both(
      '按现有登记数据重新计算金额，并承诺预算资金。',
      'Amounts are computed anew and the money is committed.',
    ),
  },
  {
    action: 'decide-refuse',
    label: both('不予扶持', 'Refuse'),
    from: ['reviewed', 'cleared', 'approved', 'publicised', 'ready'],
    to: 'refused',
    permission: CLAIM_DECIDE,
    apart: ['accept', 'check', 'review', 'clear-credit'],
    fields: reason,
    stops: ['decision', 'publicity'],
    notify: ['applicant', 'town'],
    confirm: both('不予扶持后本件办结，已承诺的资金退回。', 'The file is closed and committed money is given back.'),
  },
  {
    action: 'withdraw',
    label: both('撤回申请', 'Withdraw'),
    from: ['draft', ...BEFORE_DECISION, 'approved', 'publicised', 'objected', 'ready'],
    to: 'withdrawn',
    permission: CLAIM_FILE,
    stops: ['recommendation', 'acceptance', 'supplement', 'decision', 'publicity'],
    notify: ['town', { permission: CLAIM_ACCEPT }],
    confirm: both('撤回后本件办结，符合条件的可重新申报。', 'The file is closed; a new claim is possible.'),
  },
];

const toPayment: readonly ProcedureAction[] = [
  {
    action: 'publicise',
    label: both('列入公示', 'Put into publicity'),
    from: ['approved'],
    to: 'publicised',
    permission: CLAIM_PUBLISH,
    fields: z.object({ listId: z.uuid() }),
    starts: ['publicity'],
    notify: ['applicant'],
  },
  {
    action: 'object',
    label: both('登记异议', 'Register an objection'),
    from: ['publicised'],
    to: 'objected',
    permission: OBJECTION_HANDLE,
    fields: z.object({ objectionId: z.uuid() }),
    suspends: ['publicity'],
    notify: ['applicant', { permission: OBJECTION_HANDLE }],
  },
  {
    action: 'answer-objection',
    label: both('异议不成立，恢复公示', 'Dismiss objections, publicity goes on'),
    from: ['objected'],
    to: 'publicised',
    permission: OBJECTION_HANDLE,
    fields: z.object({ objectionId: z.uuid() }),
    resumes: ['publicity'],
    notify: ['applicant'],
  },
  {
    action: 'uphold-objection',
    label: both('异议成立，重新审议', 'Uphold the objection, decide anew'),
    from: ['objected'],
    to: 'cleared',
    permission: OBJECTION_HANDLE,
    fields: z.object({ objectionId: z.uuid() }),
    stops: ['publicity'],
    starts: ['decision'],
    notify: ['applicant', { permission: CLAIM_DECIDE }],
  },
  {
    action: 'conclude-publicity',
    label: both('公示期满', 'Publicity has run out'),
    from: ['publicised'],
    to: 'ready',
    permission: CLAIM_PUBLISH,
    needs: [{ clock: 'publicity', is: 'expired' }],
    notify: [{ permission: CLAIM_RELEASE }],
  },
  {
    action: 'release',
    label: both('下达', 'Release'),
    from: ['ready'],
    to: 'released',
    permission: CLAIM_RELEASE,
    apart: ['accept', 'check', 'review', 'clear-credit'],
    fields: decision,
    needs: [{ clock: 'publicity', is: 'expired' }],
    stops: ['publicity'],
    notify: ['applicant'],
    confirm: both('按现有登记数据重新计算，形成应付款项。', 'Amounts are computed anew and become payable.'),
  },
  {
    action: 'note-failure',
    label: both('支付失败', 'Payment failed'),
    from: ['released'],
    to: 'released',
    permission: CLAIM_SETTLE,
    notify: ['applicant', { permission: CLAIM_RELEASE }],
  },
  {
    action: 'pay-confirm',
    label: both('确认已拨付', 'Payment confirmed'),
    from: ['released'],
    to: 'paid',
    permission: CLAIM_SETTLE,
    notify: ['applicant', 'town'],
  },
];

const afterwards: readonly ProcedureAction[] = [
  {
    action: 'archive',
    label: both('归档', 'Archive'),
    from: ['paid'],
    to: 'archived',
    permission: CLAIM_ACCEPT,
  },
  {
    action: 'spot-check',
    label: both('抽查', 'Spot check'),
    from: ['paid', 'archived'],
    to: ['paid', 'archived'],
    permission: CLAIM_REVIEW,
    fields: z.object({
      result: z.enum(['pass', 'problem']).meta({ title: '结果' }),
      findings: z.string().trim().min(2).max(2000).meta({ title: '抽查情况' }),
    }),
    notify: [{ permission: CLAIM_CLAW_BACK }],
  },
  {
    action: 'claw-back',
    label: both('决定追回', 'Claw back'),
    from: ['paid', 'archived'],
    to: 'clawing-back',
    permission: CLAIM_CLAW_BACK,
    fields: z.object({
      decisionNo: z.string().trim().min(2).max(80).meta({ title: '决定书文号' }),
      reason: clawBackReason.meta({ title: '追回原因' }),
      statement: z.string().trim().min(4).max(2000).meta({ title: '事实和理由' }),
      amountFen: fen.meta({ title: '追回金额（分）' }),
      instalments: z
        .array(z.object({ dueOn: day, amountFen: fen }))
        .min(1)
        .max(24)
        .meta({ title: '缴还安排' }),
      dishonesty: z.boolean().meta({ title: '登记失信' }),
      banYears: z.number().int().min(0).max(10).optional().meta({ title: '限制申报年限' }),
    }),
    notify: ['applicant', 'town'],
    confirm: both('作出追回决定，形成应收款项，并按规定限制申报。', 'A debt is opened and new claims are barred.'),
  },
  {
    action: 'settle',
    label: both('确认已追回', 'Confirm it came back'),
    from: ['clawing-back'],
    to: 'clawed-back',
    permission: CLAIM_SETTLE,
    notify: ['applicant', { permission: CLAIM_CLAW_BACK }],
  },
];

/** Every action of `subsidies.claim`, in order of the way. */
export const claimActions: readonly ProcedureAction[] = [...toAcceptance, ...toDecision, ...toPayment, ...afterwards];
