import type { ProcedureAction } from '../../../platform/procedures/index.ts';
import { CASE_APPROVE, CASE_HANDLE } from '../cases.catalogue.ts';
import { actionFields as fields } from './action-fields.ts';
import { UNDER_INVESTIGATION } from './case-states.ts';

const both = (zh: string, en: string) => ({ zh, en });
const handle = { permission: CASE_HANDLE };
const approve = { permission: CASE_APPROVE };
const told = { notify: ['handlers'] } as const;
const BEFORE_DECISION = ['clue', 'verifying', ...UNDER_INVESTIGATION] as const;
const AFTER_SERVICE = ['served', 'executing', 'published'] as const;

/** The dispute between the parties, settled beside the case. */
export const mediation: readonly ProcedureAction[] = [
  {
    action: 'begin-mediation',
    label: both('受理调解请求', 'Begin a mediation'),
    from: BEFORE_DECISION,
    to: BEFORE_DECISION,
    ...handle,
    fields: fields.mediation,
    ...told,
  },
  {
    action: 'conclude-mediation',
    label: both('登记调解结果', 'Enter how the mediation ended'),
    from: BEFORE_DECISION,
    to: BEFORE_DECISION,
    ...handle,
    fields: fields.mediationResult,
    notify: ['handlers', { permission: CASE_APPROVE }],
  },
  {
    action: 'end-mediated',
    label: both('调解结案', 'End the case by the mediation'),
    from: ['clue', 'verifying', 'filed', 'investigating', 'suspended'],
    to: 'closed',
    ...approve,
    apart: ['conclude-mediation'],
    fields: fields.reason,
    stops: ['filing', 'decision'],
    confirm: both(
      '调解解决的是当事人之间的民事争议，涉嫌违法的仍应依法查处。确认本案没有应当查处的违法行为？',
      'A mediation settles the dispute of the parties; a breach of law is pursued all the same. Is there none to pursue?',
    ),
    ...told,
  },
];

/** Reconsideration and suit of the party against the decision. */
export const disputes: readonly ProcedureAction[] = [
  {
    action: 'record-dispute',
    label: both('登记复议、诉讼', 'Enter a reconsideration or suit'),
    from: AFTER_SERVICE,
    to: AFTER_SERVICE,
    ...handle,
    fields: fields.dispute,
    ...told,
  },
  {
    action: 'conclude-dispute',
    label: both('登记复议、诉讼结果', 'Enter how it ended'),
    from: AFTER_SERVICE,
    to: AFTER_SERVICE,
    ...handle,
    fields: fields.disputeResult,
    ...told,
  },
];
