import type { ProcedureAction } from '../../../platform/procedures/index.ts';
import {
  PROJECT_ACCEPT,
  PROJECT_CHECK,
  PROJECT_DECIDE,
  PROJECT_FILE,
  PROJECT_RECOMMEND,
  PROJECT_REVIEW,
  PROJECT_SIGN,
} from '../programs.catalogue.ts';
import { actionFields as fields } from './action-fields.ts';
import { BEFORE_DECISION } from './project-states.ts';

const both = (zh: string, en: string) => ({ zh, en });

/** What the applicant's side does. */
export const FILED: readonly string[] = [
  'submit',
  'supplement',
  'submit-mid-term',
  'request-change',
  'apply-acceptance',
];
const RECOMMENDED = ['recommend', 'return-to-applicant'];
/** The formal check. */
export const CHECKED: readonly string[] = ['accept-formal', 'request-supplement', 'refuse-formal'];
/** Organising the review. */
const REVIEWED = ['start-review', 'rank'];
const DECIDED = ['publicise', 'not-select', 'approve'];

const checker = { permission: PROJECT_CHECK, apart: [...FILED, ...RECOMMENDED, ...REVIEWED, ...DECIDED] };
const organiser = { permission: PROJECT_REVIEW, apart: [...FILED, ...RECOMMENDED, ...CHECKED, ...DECIDED] };
const decider = { permission: PROJECT_DECIDE, apart: [...FILED, ...RECOMMENDED, ...CHECKED, ...REVIEWED] };
const accepter = { permission: PROJECT_ACCEPT, apart: [...FILED, ...DECIDED] };

const filing: readonly ProcedureAction[] = [
  {
    action: 'submit',
    label: both('提交申报', 'File the application'),
    from: ['draft', 'returned'],
    to: 'submitted',
    permission: PROJECT_FILE,
    notify: ['town'],
  },
  {
    action: 'recommend',
    label: both('推荐', 'Recommend'),
    from: ['submitted'],
    to: 'recommended',
    permission: PROJECT_RECOMMEND,
    apart: FILED,
    starts: ['formal-check'],
    notify: ['applicant', { permission: PROJECT_CHECK }],
  },
  {
    action: 'return-to-applicant',
    label: both('退回修改', 'Return to the applicant'),
    from: ['submitted'],
    to: 'returned',
    permission: PROJECT_RECOMMEND,
    apart: FILED,
    fields: fields.reason,
    notify: ['applicant'],
  },
  {
    action: 'withdraw',
    label: both('撤回申报', 'Withdraw the application'),
    from: BEFORE_DECISION,
    to: 'withdrawn',
    permission: PROJECT_FILE,
    stops: ['formal-check', 'supplement', 'publicity', 'objection'],
    confirm: both('撤回后不能恢复，确定撤回？', 'This cannot be undone. Withdraw?'),
  },
];

const checking: readonly ProcedureAction[] = [
  {
    action: 'accept-formal',
    label: both('形式审查通过', 'Pass the formal check'),
    from: ['recommended', 'supplemented'],
    to: 'checked',
    ...checker,
    stops: ['formal-check'],
    notify: ['applicant', { permission: PROJECT_REVIEW }],
  },
  {
    action: 'request-supplement',
    label: both('一次性补正', 'Ask once for what is missing'),
    from: ['recommended'],
    to: 'supplementing',
    ...checker,
    fields: fields.reason,
    suspends: ['formal-check'],
    starts: ['supplement'],
    notify: ['applicant'],
  },
  {
    action: 'supplement',
    label: both('提交补正', 'File the supplement'),
    from: ['supplementing'],
    to: 'supplemented',
    permission: PROJECT_FILE,
    needs: [{ clock: 'supplement', is: 'running' }],
    stops: ['supplement'],
    resumes: ['formal-check'],
    notify: [{ permission: PROJECT_CHECK }],
  },
  {
    action: 'refuse-formal',
    label: both('不予受理', 'Do not take the application'),
    from: ['recommended', 'supplementing', 'supplemented'],
    to: 'not-accepted',
    ...checker,
    fields: fields.reason,
    stops: ['formal-check', 'supplement'],
    confirm: both('不予受理后本件办结，确定？', 'This closes the file. Go on?'),
    notify: ['applicant'],
  },
];

const reviewing: readonly ProcedureAction[] = [
  {
    action: 'start-review',
    label: both('开始评审', 'Begin the review'),
    from: ['checked'],
    to: 'reviewing',
    ...organiser,
  },
  {
    action: 'rank',
    label: both('评审结束并排序', 'End the review and rank'),
    from: ['reviewing'],
    to: 'ranked',
    ...organiser,
    notify: [{ permission: PROJECT_DECIDE }],
  },
];

const deciding: readonly ProcedureAction[] = [
  {
    action: 'publicise',
    label: both('拟立项公示', 'Publish as to be funded'),
    from: ['ranked'],
    to: 'publicised',
    ...decider,
    fields: fields.publicise,
    starts: ['publicity'],
    notify: ['applicant'],
  },
  {
    action: 'not-select',
    label: both('不予立项', 'Do not select'),
    from: ['ranked', 'publicised'],
    to: 'not-selected',
    ...decider,
    fields: fields.reason,
    stops: ['publicity'],
    notify: ['applicant'],
  },
  {
    action: 'object',
    label: both('登记异议', 'Note an objection'),
    from: ['publicised', 'objected'],
    to: 'objected',
    permission: PROJECT_CHECK,
    fields: fields.object,
    suspends: ['publicity'],
    starts: ['objection'],
    notify: [{ permission: PROJECT_DECIDE }],
  },
  {
    action: 'answer-objection',
    label: both('答复异议', 'Answer the objection'),
    from: ['objected'],
    to: ['publicised', 'not-selected'],
    permission: PROJECT_CHECK,
    fields: fields.answer,
    stops: ['objection'],
    resumes: ['publicity'],
    notify: ['applicant'],
  },
  {
    action: 'approve',
    label: both('批准立项', 'Approve'),
    from: ['publicised'],
    to: 'approved',
    ...decider,
    fields: fields.approve,
    needs: [{ clock: 'publicity', is: 'expired' }],
    stops: ['publicity'],
    starts: ['agreement'],
    notify: ['applicant', 'town', { permission: PROJECT_SIGN }],
  },
];

const running: readonly ProcedureAction[] = [
  {
    action: 'sign-agreement',
    label: both('签订任务书', 'Sign the agreement'),
    from: ['approved'],
    to: 'running',
    permission: PROJECT_SIGN,
    apart: [...FILED, ...DECIDED],
    fields: fields.sign,
    documents: ['agreement'],
    stops: ['agreement'],
    notify: ['applicant'],
  },
  {
    action: 'submit-mid-term',
    label: both('提交中期报告', 'File the mid-term report'),
    from: ['running'],
    to: 'midterm',
    permission: PROJECT_FILE,
    documents: ['mid-term-report'],
    notify: [{ permission: PROJECT_ACCEPT }],
  },
  {
    action: 'pass-mid-term',
    label: both('中期评估', 'Evaluate mid-term'),
    from: ['midterm'],
    to: 'running',
    ...accepter,
    fields: fields.midterm,
    notify: ['applicant'],
  },
  {
    action: 'request-change',
    label: both('申请变更', 'Ask for a change'),
    from: ['running'],
    to: 'change-requested',
    permission: PROJECT_FILE,
    fields: fields.change,
    notify: [{ permission: PROJECT_DECIDE }],
  },
  {
    action: 'approve-change',
    label: both('同意变更', 'Approve the change'),
    from: ['change-requested'],
    to: 'running',
    ...decider,
    notify: ['applicant'],
  },
  {
    action: 'refuse-change',
    label: both('不同意变更', 'Refuse the change'),
    from: ['change-requested'],
    to: 'running',
    ...decider,
    fields: fields.reason,
    notify: ['applicant'],
  },
];

const ending: readonly ProcedureAction[] = [
  {
    action: 'apply-acceptance',
    label: both('申请验收', 'Apply for acceptance'),
    from: ['running'],
    to: 'acceptance-applied',
    permission: PROJECT_FILE,
    documents: ['acceptance-report', 'final-account'],
    notify: [{ permission: PROJECT_ACCEPT }],
  },
  {
    action: 'accept',
    label: both('验收通过', 'Accept'),
    from: ['acceptance-applied'],
    to: 'accepted',
    ...accepter,
    fields: fields.accept,
    notify: ['applicant', 'town'],
  },
  {
    action: 'fail',
    label: both('验收不通过', 'Fail the acceptance'),
    from: ['acceptance-applied'],
    to: 'failed',
    ...accepter,
    fields: fields.clawBack,
    confirm: both(
      '验收不通过将取消未付资助并追回已付资助，确定？',
      'Unpaid parts are cancelled and paid ones claimed back. Go on?',
    ),
    notify: ['applicant', 'town'],
  },
  {
    action: 'terminate',
    label: both('终止项目', 'Terminate'),
    from: ['running', 'midterm', 'change-requested'],
    to: 'terminated',
    ...decider,
    fields: fields.clawBack,
    confirm: both('终止后不能恢复，确定终止？', 'This cannot be undone. Terminate?'),
    notify: ['applicant', 'town'],
  },
  {
    action: 'evaluate',
    label: both('绩效评价并办结', 'Evaluate and close'),
    from: ['accepted'],
    to: 'closed',
    ...accepter,
    fields: fields.evaluate,
    notify: ['applicant'],
  },
];

export const projectActions: readonly ProcedureAction[] = [
  ...filing,
  ...checking,
  ...reviewing,
  ...deciding,
  ...running,
  ...ending,
];
