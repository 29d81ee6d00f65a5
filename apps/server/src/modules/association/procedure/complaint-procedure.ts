import { z } from 'zod';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import type {
  ClockDefinition,
  ProcedureAction,
  ProcedureDefinition,
  Standing,
} from '../../../platform/procedures/index.ts';
import { COMPLAINT_ANSWER, COMPLAINT_HANDLE, COMPLAINT_READ } from '../association.catalogue.ts';
import * as steps from './complaint-steps.ts';

export const COMPLAINT_PROCEDURE = 'association.complaint';

const both = (zh: string, en: string): Bilingual => ({ zh, en });
const state = (zh: string, en: string, standing: Standing) => ({ label: both(zh, en), standing });

export const complaintStates = {
  filed: state('待受理', 'Filed', 'open'),
  accepted: state('待答辩', 'Waits for the answer', 'waiting'),
  answered: state('待处理', 'Waits for the ruling', 'open'),
  settled: state('已调解', 'Settled', 'done'),
  breach: state('认定违约', 'Breach found', 'done'),
  'no-breach': state('不构成违约', 'No breach', 'done'),
  refused: state('不予受理', 'Not taken', 'refused'),
  withdrawn: state('已撤回', 'Withdrawn', 'withdrawn'),
} as const;

const clock = (name: 'answer' | 'ruling', zh: string, en: string): ClockDefinition => ({
  clock: name,
  label: both(zh, en),
  term: (ctx: Ctx) => {
    const term = ctx.services.jurisdiction.association.terms.find((one) => one.term === name);
    if (term === undefined) throw new Error(`no term '${name}' for complaints`);
    return term;
  },
});

const text = (zh: string, en: string, max = 2000) =>
  z
    .string()
    .trim()
    .min(2)
    .max(max)
    .meta({ label: both(zh, en) });
const PENALTIES = ['none', 'warning', 'criticism', 'suspension', 'expulsion'] as const;

export const complaintFields = {
  reason: z.object({ reason: text('理由', 'Reason') }),
  answer: z.object({ text: text('答辩意见', 'Answer') }),
  settle: z.object({ text: text('调解结果', 'What was agreed') }),
  noBreach: z.object({ text: text('处理意见', 'Ruling') }),
  breach: z.object({
    text: text('认定的事实和理由', 'Facts found and reasons'),
    penalty: z.enum(PENALTIES).meta({
      label: both('惩戒', 'Penalty'),
      choices: {
        none: both('不惩戒，责令改正', 'None, to be put right'),
        warning: both('警示提醒', 'Warning'),
        criticism: both('行业内通报批评', 'Criticism among members'),
        suspension: both('暂停会员资格', 'Suspension'),
        expulsion: both('取消会员资格', 'Expulsion'),
      },
    }),
    documentNo: text('决定文号', 'Number of the decision', 60)
      .nullable()
      .default(null)
      .meta({ label: both('决定文号（有惩戒时必填）', 'Number of the decision, with a penalty') }),
    untilOn: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .nullable()
      .default(null)
      .meta({ label: both('惩戒截止日（暂停会员资格时）', 'Last day, for a suspension') }),
  }),
} as const;

const handler = { permission: COMPLAINT_HANDLE };
const HEARD = ['accepted', 'answered'];

const actions: readonly ProcedureAction[] = [
  {
    action: 'accept',
    label: both('受理并通知答辩', 'Take up and ask for an answer'),
    from: ['filed'],
    to: 'accepted',
    ...handler,
    starts: ['answer', 'ruling'],
    notify: ['applicant'],
  },
  {
    action: 'refuse',
    label: both('不予受理', 'Not to take up'),
    from: ['filed'],
    to: 'refused',
    ...handler,
    fields: complaintFields.reason,
  },
  {
    action: 'answer',
    label: both('答辩', 'Answer'),
    from: ['accepted'],
    to: 'answered',
    permission: COMPLAINT_ANSWER,
    fields: complaintFields.answer,
    stops: ['answer'],
    notify: [{ permission: COMPLAINT_HANDLE }],
  },
  {
    action: 'go-on',
    label: both('逾期未答辩，继续处理', 'Go on without an answer'),
    from: ['accepted'],
    to: 'answered',
    ...handler,
    needs: [{ clock: 'answer', is: 'expired' }],
    stops: ['answer'],
  },
  {
    action: 'settle',
    label: both('调解结案', 'Settle'),
    from: HEARD,
    to: 'settled',
    ...handler,
    fields: complaintFields.settle,
    stops: ['answer', 'ruling'],
    notify: ['applicant'],
  },
  {
    action: 'find-breach',
    label: both('认定违约', 'Find a breach'),
    from: ['answered'],
    to: 'breach',
    ...handler,
    fields: complaintFields.breach,
    stops: ['ruling'],
    notify: ['applicant'],
    confirm: both('惩戒自今日起记入信用事件。确定？', 'The penalty becomes an event of credit today. Go on?'),
  },
  {
    action: 'find-no-breach',
    label: both('不构成违约', 'Find no breach'),
    from: ['answered'],
    to: 'no-breach',
    ...handler,
    fields: complaintFields.noBreach,
    stops: ['ruling'],
    notify: ['applicant'],
  },
  {
    action: 'withdraw',
    label: both('投诉人撤回', 'Withdrawn by the complainant'),
    from: ['filed', ...HEARD],
    to: 'withdrawn',
    ...handler,
    fields: complaintFields.reason,
    stops: ['answer', 'ruling'],
    notify: ['applicant'],
  },
];

/** A complaint of one member about another. The file's party is the one complained about, who must be heard. */
export const complaintProcedure: ProcedureDefinition = {
  procedure: COMPLAINT_PROCEDURE,
  label: both('会员投诉', 'Complaint between members'),
  prefix: 'TS',
  initial: 'filed',
  states: complaintStates,
  clocks: [clock('answer', '答辩期限', 'Time to answer'), clock('ruling', '处理期限', 'Time to rule')],
  documents: [
    { kind: 'evidence', label: both('投诉证据', 'Evidence') },
    { kind: 'answer', label: both('答辩材料', 'Papers of the answer') },
    { kind: 'ruling', label: both('处理决定', 'Ruling') },
  ],
  readPermission: COMPLAINT_READ,
  body: (ctx) => ctx.services.jurisdiction.association.body,
  href: (file) => `/agencies/association/complaints/${file.subjectId}`,
  actions,
  steps: {
    refuse: steps.refuse,
    answer: steps.answer,
    settle: steps.settle,
    'find-breach': steps.findBreach,
    'find-no-breach': steps.findNoBreach,
    withdraw: steps.withdraw,
  },
};
