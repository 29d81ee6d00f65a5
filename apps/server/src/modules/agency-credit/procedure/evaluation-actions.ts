import { z } from 'zod';
import type { ProcedureAction } from '../../../platform/procedures/index.ts';
import {
  EVALUATION_APPEAL,
  EVALUATION_DECIDE,
  EVALUATION_NOTICE,
  EVALUATION_REVIEW,
} from '../agency-credit.catalogue.ts';

const both = (zh: string, en: string) => ({ zh, en });
const text = (zh: string, en: string) =>
  z
    .string()
    .trim()
    .min(2)
    .max(4000)
    .meta({ label: both(zh, en) });
const yes = (zh: string, en: string) => z.boolean().meta({ label: both(zh, en) });

/** The page asks which events it is about with a dialog of its own. */
const appeal = z.object({
  text: text('理由', 'Reason'),
  eventIds: z
    .array(z.uuid())
    .default([])
    .meta({ label: both('涉及事项', 'Events') }),
});
const firstReview = z.object({
  opinion: text('审核意见', 'Opinion'),
  supports: yes('支持申请人', 'Supports the applicant'),
});
const decision = z.object({
  decision: text('复核意见', 'Decision'),
  granted: yes('申请成立', 'Granted'),
});

export const evaluationFields = { appeal, firstReview, decision } as const;

/** What each action asks for, as the kernel hands it on, already parsed. */
export const fieldsOf = <K extends keyof typeof evaluationFields>(
  _name: K,
  fields: Readonly<Record<string, unknown>>,
): z.output<(typeof evaluationFields)[K]> => fields as z.output<(typeof evaluationFields)[K]>;

const DECIDED = ['decide-objection', 'decide-repair', 'conclude', 'confirm-result'];
const concluding = {
  label: both('确定评价结果', 'Make the result final'),
  to: 'final',
  permission: EVALUATION_DECIDE,
  apart: ['notice', 'review-objection'],
  confirm: both(
    '结果将按今天重新计算的得分确定并对外公示，确定？',
    'The result is computed once more, made final and published. Go on?',
  ),
  notify: ['applicant'],
} as const;

/** How an evaluation proceeds. */
export const evaluationActions: readonly ProcedureAction[] = [
  {
    action: 'notice',
    label: both('告知初评结果', 'Tell the preliminary result'),
    from: ['preliminary'],
    to: 'noticed',
    permission: EVALUATION_NOTICE,
    starts: ['objection'],
    notify: ['applicant'],
  },
  {
    action: 'object',
    label: both('提出异议', 'Object'),
    from: ['noticed'],
    to: 'objected',
    permission: EVALUATION_APPEAL,
    needs: [{ clock: 'objection', is: 'running' }],
    fields: appeal,
    stops: ['objection'],
    starts: ['objection-first-review'],
    notify: [{ permission: EVALUATION_REVIEW }],
  },
  {
    action: 'review-objection',
    label: both('审核异议', 'Review the objection'),
    from: ['objected'],
    to: 'objection-reviewed',
    permission: EVALUATION_REVIEW,
    apart: ['notice', 'object', ...DECIDED],
    fields: firstReview,
    stops: ['objection-first-review'],
    starts: ['objection-second-review'],
    notify: [{ permission: EVALUATION_DECIDE }],
  },
  {
    action: 'decide-objection',
    label: both('复核异议', 'Decide the objection'),
    from: ['objection-reviewed'],
    to: 'settled',
    permission: EVALUATION_DECIDE,
    apart: ['object', 'review-objection'],
    fields: decision,
    stops: ['objection-second-review'],
    notify: ['applicant'],
  },
  {
    ...concluding,
    action: 'conclude',
    from: ['noticed'],
    needs: [{ clock: 'objection', is: 'expired' }],
    stops: ['objection'],
  },
  { ...concluding, action: 'confirm-result', from: ['settled'] },
  {
    action: 'request-repair',
    label: both('申请信用修复', 'Ask for repair'),
    from: ['final', 'repaired'],
    to: 'repair-requested',
    permission: EVALUATION_APPEAL,
    fields: appeal,
    starts: ['repair-first-review'],
    notify: [{ permission: EVALUATION_REVIEW }],
  },
  {
    action: 'review-repair',
    label: both('审核修复申请', 'Review the repair'),
    from: ['repair-requested'],
    to: 'repair-reviewed',
    permission: EVALUATION_REVIEW,
    apart: ['request-repair', ...DECIDED],
    fields: firstReview,
    stops: ['repair-first-review'],
    starts: ['repair-second-review'],
    notify: [{ permission: EVALUATION_DECIDE }],
  },
  {
    action: 'decide-repair',
    label: both('复核修复申请', 'Decide the repair'),
    from: ['repair-reviewed'],
    to: ['repaired', 'final'],
    permission: EVALUATION_DECIDE,
    apart: ['request-repair', 'review-repair'],
    fields: decision,
    stops: ['repair-second-review'],
    notify: ['applicant'],
  },
];
