import { daysBetween } from '@jince/calendar';
import { z } from 'zod';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep, ProcedureDefinition } from '../../../platform/procedures/index.ts';
import { INQUIRY_ANSWER, INQUIRY_READ, INQUIRY_SEND } from '../agency-affairs.catalogue.ts';
import { cleanText } from '../domain/values.ts';
import { findInquiry, insertAnswer, setConclusion } from '../repositories/inquiry-repository.ts';
import { both, localClock } from './terms.ts';

export const INQUIRY_PROCEDURE = 'agencies.inquiry';

export const inquiryStates = {
  draft: { label: both('拟稿', 'Draft'), standing: 'draft' },
  sent: { label: both('待答复', 'Waits for an answer'), standing: 'waiting' },
  answered: { label: both('已答复待审阅', 'Answered'), standing: 'open' },
  supplement: { label: both('待补充答复', 'More is asked'), standing: 'waiting' },
  unanswered: { label: both('逾期未答复', 'Not answered in time'), standing: 'waiting' },
  closed: { label: both('已办结', 'Closed'), standing: 'done' },
  withdrawn: { label: both('已撤回', 'Withdrawn'), standing: 'withdrawn' },
} as const;

const long = (zh: string, en: string) =>
  z
    .string()
    .trim()
    .min(2)
    .max(4000)
    .meta({ label: both(zh, en) });

/** Takes an answer whenever it comes; after the due day it says by how many days it is late. */
async function answerInquiry({ tx, ctx, file, fields }: ActionStep): Promise<ActionEffect> {
  const inquiry = await findInquiry(tx, ctx.district, file.subjectId);
  if (inquiry === undefined) throw new AppError('platform.not-found');
  const late = inquiry.due_on === null ? 0 : daysBetween(inquiry.due_on, ctx.today);
  const lateDays = late > 0 ? late : null;
  await insertAnswer(tx, ctx, inquiry.id, { text: cleanText(String(fields.answer)), dueOn: inquiry.due_on, lateDays });
  return { record: { dueOn: inquiry.due_on, lateDays } };
}

/** Only once the time is over: a limit to be kept, so the kernel's `needs` (a time to be waited out) is not used. */
async function noteUnanswered({ tx, ctx, file }: ActionStep): Promise<undefined> {
  const inquiry = await findInquiry(tx, ctx.district, file.subjectId);
  if (inquiry?.due_on == null || ctx.today <= inquiry.due_on)
    throw new AppError('agency-affairs.inquiry.not-overdue', { dueOn: inquiry?.due_on ?? '' });
}

async function closeInquiry({ tx, ctx, file, fields }: ActionStep): Promise<undefined> {
  await setConclusion(tx, ctx.district, file.subjectId, cleanText(String(fields.conclusion)));
}

/** A question of the office to an agency. */
export const inquiryProcedure: ProcedureDefinition = {
  procedure: INQUIRY_PROCEDURE,
  label: both('服务机构问询', 'Inquiry to an agency'),
  prefix: 'WX',
  initial: 'draft',
  states: inquiryStates,
  clocks: [localClock('answer', '答复期限', 'Time to answer', 'inquiry-answer')],
  documents: [
    { kind: 'proof', label: both('答复材料', 'Papers of the answer') },
    { kind: 'other', label: both('其他材料', 'Other papers') },
  ],
  readPermission: INQUIRY_READ,
  href: (file) => `/agencies/affairs/inquiries/${file.subjectId}`,
  actions: [
    {
      action: 'send',
      label: both('发出问询', 'Send'),
      from: ['draft'],
      to: 'sent',
      permission: INQUIRY_SEND,
      starts: ['answer'],
      notify: ['applicant'],
    },
    {
      action: 'answer',
      label: both('答复', 'Answer'),
      from: ['sent', 'supplement', 'unanswered'],
      to: 'answered',
      permission: INQUIRY_ANSWER,
      fields: z.object({ answer: long('答复内容', 'Answer') }),
      stops: ['answer'],
      notify: [{ permission: INQUIRY_SEND }],
    },
    {
      action: 'ask-more',
      label: both('要求补充', 'Ask for more'),
      from: ['answered'],
      to: 'supplement',
      permission: INQUIRY_SEND,
      fields: z.object({ reason: long('须补充的内容', 'What is missing') }),
      starts: ['answer'],
      notify: ['applicant'],
    },
    {
      action: 'note-unanswered',
      label: both('认定逾期未答复', 'Note that no answer came'),
      from: ['sent', 'supplement'],
      to: 'unanswered',
      permission: INQUIRY_SEND,
      notify: ['applicant'],
      confirm: both('认定后仍可答复，但记为逾期。', 'It can still be answered, and counts as late.'),
    },
    {
      action: 'close',
      label: both('办结', 'Close'),
      from: ['answered', 'unanswered'],
      to: 'closed',
      permission: INQUIRY_SEND,
      fields: z.object({ conclusion: long('办理结论', 'Conclusion') }),
      stops: ['answer'],
      notify: ['applicant'],
    },
    {
      action: 'withdraw',
      label: both('撤回问询', 'Withdraw'),
      from: ['sent', 'supplement'],
      to: 'withdrawn',
      permission: INQUIRY_SEND,
      stops: ['answer'],
      notify: ['applicant'],
      confirm: both('撤回后机构不必答复。', 'The agency need not answer then.'),
    },
  ],
  steps: { answer: answerInquiry, 'note-unanswered': noteUnanswered, close: closeInquiry },
};
