import type { ProcedureAction, ProcedureDefinition } from '../../../platform/procedures/index.ts';
import { HAND_OVER_READ, RECEIVE, REFER } from '../coordination.catalogue.ts';
import { actionFields as fields } from './action-fields.ts';
import { handOverHref } from './hand-over-procedure.ts';
import * as steps from './referral-steps.ts';
import { referralTemplates } from './referral-templates.ts';
import { referralStates } from './states.ts';

export const REFERRAL_PROCEDURE = 'coordination.referral';

const both = (zh: string, en: string) => ({ zh, en });
const sender = { permission: REFER, bodyAt: 0 };
const bureau = { permission: RECEIVE, bodyAt: 1 };

const actions: readonly ProcedureAction[] = [
  {
    action: 'send',
    label: both('移交', 'Hand over'),
    from: ['draft'],
    to: 'sent',
    ...sender,
    notify: ['organisations', { permission: RECEIVE }],
  },
  {
    action: 'receive',
    label: both('签收', 'Receive'),
    from: ['sent'],
    to: 'received',
    ...bureau,
    fields: fields.receive,
    starts: ['answer'],
    notify: ['organisations'],
  },
  {
    action: 'return',
    label: both('退回补充材料', 'Ask for more'),
    from: ['received'],
    to: 'supplement',
    ...bureau,
    aside: true,
    fields: fields.text,
    stops: ['answer'],
    notify: ['organisations'],
  },
  {
    action: 'supplement',
    label: both('补充材料', 'Supply'),
    from: ['supplement'],
    to: 'received',
    ...sender,
    fields: fields.text,
    starts: ['answer'],
    notify: ['organisations'],
  },
  {
    action: 'accept',
    label: both('接收办理', 'Take on'),
    from: ['received'],
    to: 'accepted',
    ...bureau,
    fields: fields.take,
    notify: ['organisations'],
  },
  {
    action: 'decline',
    label: both('不属职责退回', 'Not competent'),
    from: ['received'],
    to: 'declined',
    ...bureau,
    aside: true,
    fields: fields.reason,
    stops: ['answer'],
    notify: ['organisations'],
  },
  {
    action: 'answer',
    label: both('答复办理结果', 'Answer'),
    from: ['accepted'],
    to: 'answered',
    ...bureau,
    fields: fields.result,
    stops: ['answer'],
    notify: ['organisations'],
  },
  {
    action: 'withdraw',
    label: both('撤回', 'Withdraw'),
    from: ['sent'],
    to: 'withdrawn',
    ...sender,
    aside: true,
    fields: fields.reason,
    notify: ['organisations'],
  },
];

/** What police, court, procuratorate or a department hands to the bureau. */
export const referralProcedure: ProcedureDefinition = {
  procedure: REFERRAL_PROCEDURE,
  label: both('移交来件', 'Handed to the bureau'),
  prefix: 'YJ',
  initial: 'draft',
  states: referralStates,
  clocks: [{ clock: 'answer', label: both('答复期限', 'Time to answer'), rule: 'case.assistance' }],
  documents: [
    { kind: 'letter', label: both('移交函', 'Letter') },
    { kind: 'evidence', label: both('证据材料', 'Evidence') },
    { kind: 'reply', label: both('复函', 'Reply') },
    { kind: 'other', label: both('其他材料', 'Other') },
  ],
  templates: referralTemplates,
  readPermission: HAND_OVER_READ,
  href: handOverHref,
  actions,
  steps: {
    receive: steps.receive,
    return: steps.returnIt,
    supplement: steps.supplement,
    accept: steps.accept,
    decline: steps.decline,
    answer: steps.answer,
    withdraw: steps.withdraw,
  },
};
