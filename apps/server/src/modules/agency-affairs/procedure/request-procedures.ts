import { z } from 'zod';
import type { ProcedureAction, ProcedureDefinition, ProcedureFile } from '../../../platform/procedures/index.ts';
import { REQUEST_DECIDE, REQUEST_FILE, REQUEST_READ } from '../agency-affairs.catalogue.ts';
import { approveRequest, submitRequest } from './request-steps.ts';
import { both, localClock } from './terms.ts';

const REGISTRATION_PROCEDURE = 'agencies.registration';
const CHANGE_PROCEDURE = 'agencies.change';

export const procedureOf = (kind: 'registration' | 'change'): string =>
  kind === 'registration' ? REGISTRATION_PROCEDURE : CHANGE_PROCEDURE;

const reason = z.object({
  reason: z
    .string()
    .trim()
    .min(2)
    .max(500)
    .meta({ label: both('理由', 'Reason') }),
});

const actions = (approved: { zh: string; en: string }): readonly ProcedureAction[] => [
  {
    action: 'submit',
    label: both('提交', 'File'),
    from: ['draft', 'returned'],
    to: 'submitted',
    permission: REQUEST_FILE,
    starts: ['decision'],
    notify: [{ permission: REQUEST_DECIDE }],
  },
  {
    action: 'approve',
    label: approved,
    from: ['submitted'],
    to: 'approved',
    permission: REQUEST_DECIDE,
    apart: ['submit'],
    stops: ['decision'],
    notify: ['applicant', 'town'],
    confirm: both('通过后立即写入机构登记簿。', 'This goes into the register of agencies at once.'),
  },
  {
    action: 'return',
    label: both('退回修改', 'Return'),
    from: ['submitted'],
    to: 'returned',
    permission: REQUEST_DECIDE,
    apart: ['submit'],
    fields: reason,
    stops: ['decision'],
    notify: ['applicant'],
  },
  {
    action: 'refuse',
    label: both('不予通过', 'Refuse'),
    from: ['submitted'],
    to: 'refused',
    permission: REQUEST_DECIDE,
    apart: ['submit'],
    fields: reason,
    stops: ['decision'],
    notify: ['applicant'],
    confirm: both('不予通过后申请结束，需要重新申请。', 'The request ends; a new one would be needed.'),
  },
  {
    action: 'withdraw',
    label: both('撤回', 'Withdraw'),
    from: ['draft', 'submitted', 'returned'],
    to: 'withdrawn',
    permission: REQUEST_FILE,
    stops: ['decision'],
    confirm: both('撤回后不能恢复，确定撤回？', 'This cannot be undone. Withdraw?'),
  },
];

export const requestStates = {
  draft: { label: both('草稿', 'Draft'), standing: 'draft' },
  submitted: { label: both('待审核', 'Waits for a decision'), standing: 'open' },
  returned: { label: both('退回修改', 'Returned'), standing: 'waiting' },
  approved: { label: both('已通过', 'Approved'), standing: 'done' },
  refused: { label: both('未通过', 'Refused'), standing: 'refused' },
  withdrawn: { label: both('已撤回', 'Withdrawn'), standing: 'withdrawn' },
} as const;

/** States in which a request can be changed. */
export const REQUEST_EDITABLE: readonly string[] = ['draft', 'returned'];

const shared = {
  initial: 'draft',
  states: requestStates,
  clocks: [localClock('decision', '办理期限', 'Time to decide', 'request-decision')],
  documents: [
    { kind: 'licence', label: both('营业执照或执业许可证', 'Licence') },
    { kind: 'filing', label: both('商标代理备案证明', 'Proof of filing') },
    { kind: 'proof', label: both('变更证明', 'Proof of the change') },
    { kind: 'other', label: both('其他材料', 'Other papers') },
  ],
  readPermission: REQUEST_READ,
  href: (file: ProcedureFile) => `/agencies/affairs/requests/${file.subjectId}`,
  steps: { submit: submitRequest, approve: approveRequest },
};

export const registrationProcedure: ProcedureDefinition = {
  ...shared,
  procedure: REGISTRATION_PROCEDURE,
  label: both('服务机构登记', 'Registration of an agency'),
  prefix: 'JD',
  actions: actions(both('通过并登记', 'Approve and register')),
};

export const changeProcedure: ProcedureDefinition = {
  ...shared,
  procedure: CHANGE_PROCEDURE,
  label: both('服务机构变更', 'Change of an agency'),
  prefix: 'JB',
  actions: actions(both('通过并变更', 'Approve and change')),
};
