import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { ProcedureAction, ProcedureDefinition } from '../../../platform/procedures/index.ts';
import { MATTER_ASSIGN, MATTER_FOLLOW, MATTER_HANDLE, MATTER_READ, MATTER_REGISTER } from '../complaints.catalogue.ts';
import { fields } from './fields.ts';
import { matterPapers, paperKinds } from './papers.ts';
import { COMPLAINT, complaintStates } from './states.ts';
import * as steps from './steps.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });
const handled = { permission: MATTER_HANDLE } as const;

const actions: readonly ProcedureAction[] = [
  {
    action: 'receive',
    label: both('登记', 'Enter'),
    from: ['arriving'],
    to: 'registered',
    permission: MATTER_REGISTER,
    starts: ['acceptance'],
    notify: ['organisations'],
  },
  {
    action: 'accept',
    label: both('受理', 'Accept'),
    onward: true,
    from: ['registered'],
    to: 'mediating',
    ...handled,
    fields: fields.accept,
    stops: ['acceptance'],
    starts: ['mediation'],
  },
  {
    action: 'not-accept',
    label: both('不予受理', 'Do not accept'),
    from: ['registered'],
    to: 'not-accepted',
    ...handled,
    fields: fields.notAccept,
    stops: ['acceptance'],
    confirm: both(
      '不予受理须有法定情形并书面告知投诉人，本件随即办结。',
      'This closes the file; the complainant is told why.',
    ),
  },
  {
    action: 'ask-identity',
    label: both('限期提供身份证明', 'Ask for proof of identity'),
    from: ['registered'],
    to: 'registered',
    ...handled,
    fields: fields.reason,
    aside: true,
  },
  {
    action: 'record-session',
    label: both('记录调解', 'Record a mediation'),
    from: ['mediating'],
    to: 'mediating',
    ...handled,
    fields: fields.session,
    aside: true,
  },
  {
    action: 'send-testing',
    label: both('送检测、鉴定', 'Send for testing'),
    from: ['mediating'],
    to: 'mediating',
    ...handled,
    suspends: [{ clock: 'mediation', cause: 'testing' }],
    fields: fields.reason,
    aside: true,
  },
  {
    action: 'testing-back',
    label: both('检测、鉴定已回', 'Testing is back'),
    from: ['mediating'],
    to: 'mediating',
    ...handled,
    resumes: ['mediation'],
    aside: true,
  },
  {
    action: 'settle',
    label: both('达成调解协议', 'Settled'),
    onward: true,
    from: ['mediating'],
    to: 'settled',
    ...handled,
    fields: fields.settle,
    stops: ['mediation'],
  },
  {
    action: 'end',
    label: both('终止调解', 'End the mediation'),
    onward: false,
    from: ['mediating'],
    to: 'ended',
    ...handled,
    fields: fields.end,
    stops: ['mediation'],
  },
  {
    action: 'refer',
    label: both('分送其他机关', 'Send to another authority'),
    from: ['registered'],
    to: 'referred',
    permission: MATTER_ASSIGN,
    fields: fields.refer,
    stops: ['acceptance'],
    aside: true,
    confirm: both('分送后本件在本局办结。', 'This closes the file here.'),
  },
  {
    action: 'join',
    label: both('并案', 'Join'),
    from: ['registered'],
    to: 'joined',
    permission: MATTER_FOLLOW,
    stops: ['acceptance'],
  },
  {
    action: 'part',
    label: both('分案', 'Part'),
    from: ['joined'],
    to: 'registered',
    permission: MATTER_FOLLOW,
    notify: ['organisations'],
  },
  {
    action: 'follow-root',
    label: both('随并案办结', 'Ends with the joined one'),
    from: ['joined'],
    to: ['settled', 'ended', 'not-accepted', 'referred'],
    permission: MATTER_FOLLOW,
    fields: fields.followRoot,
  },
  {
    action: 'take-back',
    label: both('随清单撤回', 'Taken back with its list'),
    from: ['registered', 'joined'],
    to: 'withdrawn',
    permission: MATTER_FOLLOW,
    stops: ['acceptance'],
  },
];

/** A complaint (投诉): somebody's own dispute with a business, accepted or not, then mediated. Order 121. */
export const complaintProcedure: ProcedureDefinition = {
  procedure: COMPLAINT,
  label: both('投诉', 'Complaint'),
  prefix: 'TS',
  states: complaintStates,
  initial: 'arriving',
  actions,
  clocks: [
    { clock: 'acceptance', label: both('受理期限', 'Time to accept'), rule: 'complaint.acceptance' },
    { clock: 'mediation', label: both('调解期限', 'Time to mediate'), rule: 'complaint.mediation' },
  ],
  documents: paperKinds,
  templates: matterPapers.complaint,
  readPermission: MATTER_READ,
  href: (file) => `/protection/complaints/${file.id}`,
  steps: {
    receive: steps.receive,
    accept: steps.accept,
    'not-accept': steps.notAccept,
    settle: steps.settle,
    end: steps.end,
    refer: steps.refer,
    part: steps.part,
    'follow-root': steps.followRoot,
  },
};
