import type { ClockDefinition, ProcedureDefinition } from '../../../platform/procedures/index.ts';
import { SCORE_READ } from '../agency-credit.catalogue.ts';
import { CLOCKS, termOf } from '../queries/terms.ts';
import { evaluationActions } from './evaluation-actions.ts';
import { evaluationStates } from './evaluation-states.ts';
import * as steps from './evaluation-steps.ts';
import { evaluationTemplates } from './evaluation-templates.ts';

export const EVALUATION_PROCEDURE = 'agency-credit.evaluation';

const LABELS: Readonly<Record<keyof typeof CLOCKS, readonly [string, string]>> = {
  objection: ['异议期', 'Time to object'],
  'objection-first-review': ['异议审核期限', 'First review of the objection'],
  'objection-second-review': ['异议复核期限', 'Second review of the objection'],
  'repair-first-review': ['修复审核期限', 'First review of the repair'],
  'repair-second-review': ['修复复核期限', 'Second review of the repair'],
};

const clocks = (Object.keys(CLOCKS) as (keyof typeof CLOCKS)[]).map(
  (clock): ClockDefinition => ({
    clock,
    label: { zh: LABELS[clock][0], en: LABELS[clock][1] },
    term: (_ctx, _file, on) => termOf(clock, on),
  }),
);

const paper = (kind: string, zh: string, en: string) => ({ kind, label: { zh, en } });

/** The evaluation of one agency or person in a round: preliminary result, objection, result, repair (domain §9.1). */
export const evaluationProcedure: ProcedureDefinition = {
  procedure: EVALUATION_PROCEDURE,
  label: { zh: '服务机构信用评价', en: 'Credit evaluation of an agency' },
  prefix: 'XY',
  initial: 'preliminary',
  states: evaluationStates,
  clocks,
  documents: [
    paper('evidence', '异议或修复的证明材料', 'Evidence for an objection or repair'),
    paper('preliminary-notice', '初评结果告知书', 'Notice of the preliminary result'),
    paper('objection-reply', '异议答复书', 'Reply to the objection'),
    paper('final-result', '评价结果通知书', 'Final result'),
    paper('repair-decision', '信用修复决定书', 'Decision on the repair'),
  ],
  templates: evaluationTemplates,
  readPermission: SCORE_READ,
  untold: ['preliminary'],
  href: (file) => `/agencies/credit/evaluations/${file.subjectId}`,
  actions: evaluationActions,
  steps: {
    notice: steps.notice,
    object: steps.object,
    'review-objection': steps.reviewObjection,
    'decide-objection': steps.decideObjection,
    conclude: steps.conclude,
    'confirm-result': steps.conclude,
    'request-repair': steps.requestRepair,
    'review-repair': steps.reviewRepair,
    'decide-repair': steps.decideRepair,
  },
};
