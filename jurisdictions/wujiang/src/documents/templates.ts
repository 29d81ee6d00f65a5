import acceptanceNotice from '../../documents/acceptance-notice.json' with { type: 'json' };
import acceptanceOpinion from '../../documents/acceptance-opinion.json' with { type: 'json' };
import awardOrder from '../../documents/award-order.json' with { type: 'json' };
import clawbackDecision from '../../documents/clawback-decision.json' with { type: 'json' };
import creditFinalResult from '../../documents/credit-final-result.json' with { type: 'json' };
import creditObjectionReply from '../../documents/credit-objection-reply.json' with { type: 'json' };
import creditPreliminaryNotice from '../../documents/credit-preliminary-notice.json' with { type: 'json' };
import creditRepairDecision from '../../documents/credit-repair-decision.json' with { type: 'json' };
import nonAcceptanceNotice from '../../documents/non-acceptance-notice.json' with { type: 'json' };
import objectionReply from '../../documents/objection-reply.json' with { type: 'json' };
import projectApproval from '../../documents/project-approval.json' with { type: 'json' };
import publicList from '../../documents/public-list.json' with { type: 'json' };
import rejectionDecision from '../../documents/rejection-decision.json' with { type: 'json' };
import reviewForm from '../../documents/review-form.json' with { type: 'json' };
import supplementNotice from '../../documents/supplement-notice.json' with { type: 'json' };
import taskAgreement from '../../documents/task-agreement.json' with { type: 'json' };
import { requireUnique } from '../shape.ts';
import { adjudicationFiles } from './adjudication-files.ts';
import { caseFiles } from './case-files.ts';
import { complaintFiles } from './complaint-files.ts';
import { coordinationFiles } from './coordination-files.ts';
import { inspectionFiles } from './inspection-files.ts';
import { readDocumentTemplate } from './read-template.ts';
import type { DocumentTemplate } from './template.ts';

const files: readonly (readonly [string, unknown])[] = [
  ['documents/acceptance-notice.json', acceptanceNotice],
  ['documents/supplement-notice.json', supplementNotice],
  ['documents/non-acceptance-notice.json', nonAcceptanceNotice],
  ['documents/review-form.json', reviewForm],
  ['documents/public-list.json', publicList],
  ['documents/objection-reply.json', objectionReply],
  ['documents/award-order.json', awardOrder],
  ['documents/rejection-decision.json', rejectionDecision],
  ['documents/clawback-decision.json', clawbackDecision],
  ['documents/project-approval.json', projectApproval],
  ['documents/task-agreement.json', taskAgreement],
  ['documents/acceptance-opinion.json', acceptanceOpinion],
  ['documents/credit-preliminary-notice.json', creditPreliminaryNotice],
  ['documents/credit-objection-reply.json', creditObjectionReply],
  ['documents/credit-final-result.json', creditFinalResult],
  ['documents/credit-repair-decision.json', creditRepairDecision],
  ...complaintFiles,
  ...caseFiles,
  ...adjudicationFiles,
  ...inspectionFiles,
  ...coordinationFiles,
];

function readAll(): readonly DocumentTemplate[] {
  const templates = files.map(([name, file]) => readDocumentTemplate(file, name));
  requireUnique(templates, 'documents', (template) => template.code);
  return templates;
}

/** Official papers of the district, in the order of the work. The wording is a proposal, to be confirmed by the office. */
export const documentTemplates: readonly DocumentTemplate[] = readAll();
