import type { ProcedureAction, ProcedureDefinition } from '../../../platform/procedures/index.ts';
import { REGION_DELIVER, REGION_HANDLE, REGION_READ } from '../assistance.catalogue.ts';
import { actionFields as fields } from './action-fields.ts';
import * as steps from './cross-region-steps.ts';
import { crossRegionTemplates } from './cross-region-templates.ts';
import { crossRegionStates } from './states.ts';

export const REGION_PROCEDURE = 'assistance.cross-region';

const both = (zh: string, en: string) => ({ zh, en });
const handle = { permission: REGION_HANDLE };

const actions: readonly ProcedureAction[] = [
  {
    action: 'send',
    label: both('发函', 'Send'),
    from: ['draft'],
    to: ['sent', 'awaiting'],
    ...handle,
    notify: ['organisations'],
    confirm: both('发函后内容不能再改；同平台的区县会立即收到。确定发函？', 'The other district has it at once. Send?'),
  },
  {
    action: 'arrive',
    label: both('收到来函', 'Arrive'),
    from: ['draft'],
    to: 'received',
    permission: REGION_DELIVER,
    notify: [{ permission: REGION_HANDLE }],
  },
  {
    action: 'enter',
    label: both('登记来函', 'Enter'),
    from: ['draft'],
    to: 'received',
    ...handle,
  },
  {
    action: 'acknowledge',
    label: both('登记对方签收', 'Record the receipt'),
    from: ['sent'],
    to: 'awaiting',
    ...handle,
    aside: true,
    fields: fields.acknowledge,
  },
  {
    action: 'answer',
    label: both('复函', 'Answer'),
    from: ['received'],
    to: 'answered',
    ...handle,
    fields: fields.answer,
    stops: ['answer'],
    notify: ['organisations'],
  },
  {
    action: 'record-answer',
    label: both('登记对方复函', 'Record the reply'),
    from: ['awaiting'],
    to: 'answered',
    ...handle,
    aside: true,
    fields: fields.recordAnswer,
    stops: ['answer'],
    notify: ['handlers'],
  },
  {
    action: 'be-answered',
    label: both('收到复函', 'The reply came'),
    from: ['awaiting'],
    to: 'answered',
    permission: REGION_DELIVER,
    stops: ['answer'],
    notify: ['handlers', 'organisations'],
  },
  {
    action: 'withdraw',
    label: both('撤回', 'Withdraw'),
    from: ['draft', 'sent'],
    to: 'withdrawn',
    ...handle,
    aside: true,
    fields: fields.reason,
  },
];

/** Help asked of another district or by one; each district keeps its own side. */
export const crossRegionProcedure: ProcedureDefinition = {
  procedure: REGION_PROCEDURE,
  label: both('跨区域协查', 'Help between districts'),
  prefix: 'XC',
  initial: 'draft',
  states: crossRegionStates,
  clocks: [{ clock: 'answer', label: both('复函期限', 'Time to answer'), rule: 'cross-region.answer' }],
  documents: [
    { kind: 'letter', label: both('协助调查函', 'Letter') },
    { kind: 'evidence', label: both('证据材料', 'Evidence') },
    { kind: 'reply', label: both('复函', 'Reply') },
    { kind: 'other', label: both('其他材料', 'Other') },
  ],
  templates: crossRegionTemplates,
  readPermission: REGION_READ,
  href: (file) => `/protection/cross-region/${file.subjectId}`,
  actions,
  guards: {
    acknowledge: steps.onlyOutside,
    'record-answer': steps.onlyOutside,
  },
  steps: {
    send: steps.send,
    arrive: steps.arrive,
    enter: steps.arrive,
    acknowledge: steps.acknowledge,
    answer: steps.answer,
    'record-answer': steps.recordAnswer,
    withdraw: steps.withdraw,
  },
};
