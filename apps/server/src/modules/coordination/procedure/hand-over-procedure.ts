import type {
  ClockDefinition,
  ProcedureAction,
  ProcedureDefinition,
  ProcedureFile,
} from '../../../platform/procedures/index.ts';
import {
  HAND_OVER_APPROVE,
  HAND_OVER_HANDLE,
  HAND_OVER_PREPARE,
  HAND_OVER_READ,
  HAND_OVER_SUPERVISE,
} from '../coordination.catalogue.ts';
import { actionFields as fields } from './action-fields.ts';
import * as steps from './hand-over-steps.ts';
import { handOverTemplates } from './hand-over-templates.ts';
import { handOverStates } from './states.ts';

export const HAND_OVER_PROCEDURE = 'coordination.hand-over';

const both = (zh: string, en: string) => ({ zh, en });

const clock = (name: string, zh: string, en: string, rule: string): ClockDefinition => ({
  clock: name,
  label: both(zh, en),
  rule,
});

/** Places of the file's bodies: who hands over, who receives, who gets a copy. */
const [SENDER, RECEIVER, COPY] = [0, 1, 2];
const sender = { permission: HAND_OVER_PREPARE, bodyAt: SENDER };
const receiver = { permission: HAND_OVER_HANDLE, bodyAt: RECEIVER };

const preparing: readonly ProcedureAction[] = [
  {
    action: 'submit',
    label: both('报请批准', 'Ask for approval'),
    from: ['draft'],
    to: 'approval',
    ...sender,
    notify: [{ permission: HAND_OVER_APPROVE }],
  },
  {
    action: 'approve',
    label: both('批准移送', 'Approve'),
    from: ['approval'],
    to: 'approved',
    permission: HAND_OVER_APPROVE,
    apart: ['submit'],
    stops: ['approval'],
    notify: ['handlers', { permission: HAND_OVER_PREPARE }],
  },
  {
    action: 'turn-back',
    label: both('退回修改', 'Turn back'),
    from: ['approval'],
    to: 'draft',
    permission: HAND_OVER_APPROVE,
    fields: fields.reason,
    stops: ['approval'],
    notify: ['handlers', { permission: HAND_OVER_PREPARE }],
  },
  {
    action: 'send',
    label: both('移送', 'Send'),
    from: ['approved'],
    to: 'sent',
    ...sender,
    stops: ['sending'],
    notify: ['organisations'],
    confirm: both(
      '移送后接收单位即可看到全部内容和证据，内容不能再改。确定移送？',
      'The receiver sees all of it at once. Send?',
    ),
  },
  {
    action: 'withdraw',
    label: both('撤回', 'Withdraw'),
    from: ['draft', 'approval', 'approved', 'sent'],
    to: 'withdrawn',
    ...sender,
    aside: true,
    fields: fields.reason,
    stops: ['approval', 'sending'],
    notify: ['organisations'],
  },
];

const receiving: readonly ProcedureAction[] = [
  {
    action: 'receive',
    label: both('签收', 'Receive'),
    from: ['sent'],
    to: 'received',
    ...receiver,
    fields: fields.receive,
    notify: ['organisations'],
  },
  {
    action: 'return',
    label: both('退回补充材料', 'Ask for more'),
    from: ['received'],
    to: 'supplement',
    ...receiver,
    aside: true,
    fields: fields.text,
    stops: ['acceptance'],
    notify: ['organisations'],
  },
  {
    action: 'supplement',
    label: both('补充材料', 'Supply'),
    from: ['supplement'],
    to: 'received',
    ...sender,
    fields: fields.text,
    notify: ['organisations'],
  },
  {
    action: 'accept',
    label: both('受理', 'Accept'),
    from: ['received'],
    to: 'accepted',
    ...receiver,
    stops: ['acceptance'],
    notify: ['organisations'],
  },
  {
    action: 'extend',
    label: both('延长审查期限', 'Take longer'),
    from: ['accepted'],
    to: 'accepted',
    ...receiver,
    aside: true,
    fields: fields.reason,
    notify: ['organisations'],
  },
  {
    action: 'answer',
    label: both('答复', 'Answer'),
    from: ['accepted', 'objected'],
    to: ['answered', 'refused'],
    ...receiver,
    fields: fields.answer,
    stops: ['decision', 'answer'],
    notify: ['organisations', 'handlers'],
  },
];

const onPaper: readonly ProcedureAction[] = [
  {
    action: 'record-receipt',
    label: both('代录纸质回执', 'Record a receipt on paper'),
    from: ['sent'],
    to: 'received',
    ...sender,
    aside: true,
    fields: fields.receiveOnPaper,
    notify: ['organisations'],
  },
  {
    action: 'record-acceptance',
    label: both('代录纸质受理', 'Record an acceptance on paper'),
    from: ['received'],
    to: 'accepted',
    ...sender,
    aside: true,
    fields: fields.acceptOnPaper,
    stops: ['acceptance'],
    notify: ['organisations'],
  },
  {
    action: 'record-answer',
    label: both('代录纸质答复', 'Record an answer on paper'),
    from: ['accepted', 'objected'],
    to: ['answered', 'refused'],
    ...sender,
    aside: true,
    fields: fields.answerOnPaper,
    stops: ['decision', 'answer'],
    notify: ['organisations', 'handlers'],
  },
];

const afterwards: readonly ProcedureAction[] = [
  {
    action: 'object',
    label: both('提请复议', 'Ask to reconsider'),
    from: ['refused'],
    to: 'objected',
    ...sender,
    fields: fields.reason,
    needs: [{ clock: 'objection', is: 'running' }],
    stops: ['objection'],
    notify: ['organisations'],
  },
  {
    action: 'accept-refusal',
    label: both('接受不予立案，继续行政办理', 'Go on administratively'),
    from: ['refused'],
    to: 'answered',
    ...sender,
    fields: fields.text,
    stops: ['objection'],
    notify: ['organisations'],
  },
  {
    action: 'supervise',
    label: both('对不予立案提出监督意见', 'Give an opinion on the refusal'),
    from: ['refused'],
    to: 'refused',
    permission: HAND_OVER_SUPERVISE,
    bodyAt: COPY,
    aside: true,
    fields: fields.text,
    notify: ['organisations'],
  },
];

export const handOverHref = (file: Pick<ProcedureFile, 'subjectId'>) => `/coordination/hand-overs/${file.subjectId}`;

/** What the bureau hands to a partner body, from the draft to the answer. */
export const handOverProcedure: ProcedureDefinition = {
  procedure: HAND_OVER_PROCEDURE,
  label: both('移送', 'Hand-over'),
  prefix: 'YS',
  initial: 'draft',
  states: handOverStates,
  clocks: [
    clock('approval', '批准移送期限', 'Time to approve', 'transfer.approval'),
    clock('sending', '移送期限', 'Time to send', 'transfer.sending'),
    clock('acceptance', '公安机关受理期限', 'Time of the police to accept', 'transfer.police-acceptance'),
    clock('decision', '公安机关立案审查期限', 'Time of the police to decide', 'transfer.police-decision'),
    clock('answer', '答复期限', 'Time to answer', 'case.assistance'),
    clock('objection', '提请复议期限', 'Time to ask to reconsider', 'transfer.objection'),
  ],
  documents: [
    { kind: 'letter', label: both('移送书、移送函', 'Letter') },
    { kind: 'list', label: both('涉案物品清单、证据清单', 'Lists of things and evidence') },
    { kind: 'report', label: both('调查报告', 'Report of the investigation') },
    { kind: 'opinion', label: both('检验、鉴定意见', 'Opinions of examiners') },
    { kind: 'receipt', label: both('回执', 'Receipt') },
    { kind: 'answer', label: both('立案或者不予立案通知书、复函', 'Answer') },
    { kind: 'objection', label: both('提请复议书', 'Request to reconsider') },
    { kind: 'other', label: both('其他材料', 'Other') },
  ],
  templates: handOverTemplates,
  readPermission: HAND_OVER_READ,
  href: handOverHref,
  actions: [...preparing, ...receiving, ...onPaper, ...afterwards],
  guards: { extend: steps.onlyCriminal, object: steps.onlyCriminal },
  steps: {
    submit: steps.submit,
    approve: steps.approve,
    send: steps.send,
    withdraw: steps.withdraw,
    receive: steps.receive,
    'record-receipt': steps.receive,
    supplement: steps.supplement,
    return: steps.say,
    accept: steps.accept,
    'record-acceptance': steps.accept,
    extend: steps.extend,
    answer: steps.answer,
    'record-answer': steps.answer,
    object: steps.object,
    'accept-refusal': steps.acceptRefusal,
    supervise: steps.supervise,
  },
};
