import type { CasePaperLine } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import {
  ARCHIVE_MAKE,
  ARCHIVE_SEAL,
  PAPER_DRAFT,
  PAPER_ISSUE,
  PUBLICITY_PUBLISH,
  SERVICE_RECORD,
} from '../case-papers.catalogue.ts';
import { type GivenApproval, nextStep } from '../domain/approval-way.ts';
import type { PaperRow, PaperState } from '../repositories/paper-repository.ts';
import { STEP_LABELS } from './fill-paper.ts';
import { formOf } from './read-sources.ts';

const STATES: Readonly<Record<PaperState, { readonly zh: string; readonly en: string }>> = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '审批中', en: 'in approval' },
  approved: { zh: '已批准', en: 'approved' },
  issued: { zh: '已制发', en: 'issued' },
  served: { zh: '已送达', en: 'served' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

export const stateLabel = (ctx: Ctx, state: PaperState): string => STATES[state][ctx.language];

const WAITS = {
  draft: { zh: '承办人', en: 'the officer' },
  approved: { zh: '制发', en: 'being issued' },
  issued: { zh: '送达', en: 'service' },
} as const;

function waitsFor(ctx: Ctx, paper: PaperRow, approvals: readonly GivenApproval[]): string | null {
  const form = formOf(ctx, paper.form);
  if (paper.state === 'submitted') {
    const step = nextStep(form.approvals, approvals);
    return step === undefined ? null : STEP_LABELS[step][ctx.language];
  }
  if (paper.state === 'issued') return form.service === 'none' ? null : WAITS.issued[ctx.language];
  return paper.state === 'draft' || paper.state === 'approved' ? WAITS[paper.state][ctx.language] : null;
}

/** A paper in a list; `others` are the papers of the case, to name the one it corrects. */
export function toLine(
  ctx: Ctx,
  paper: PaperRow,
  approvals: readonly GivenApproval[],
  others: readonly PaperRow[],
): CasePaperLine {
  const form = formOf(ctx, paper.form);
  const corrects = others.find(({ id }) => id === paper.corrects);
  return {
    id: paper.id,
    caseId: paper.caseId,
    form: paper.form,
    title: paper.title,
    group: form.group,
    state: paper.state,
    stateLabel: stateLabel(ctx, paper.state),
    number: paper.number,
    version: paper.version,
    issuedOn: paper.issuedOn,
    servedOn: paper.servedOn,
    pages: paper.pages,
    waitsFor: waitsFor(ctx, paper, approvals),
    createdBy: paper.createdByName,
    createdAt: paper.createdAt,
    corrects: corrects === undefined ? null : { id: corrects.id, number: corrects.number, title: corrects.title },
    service: form.service,
  };
}

/** What the actor may do with papers of a case that is within reach; nothing once the file is sealed. */
export function rightsOf(ctx: Ctx, sealed: boolean) {
  const can = (permission: string) => !sealed && may(ctx, permission);
  return {
    draft: can(PAPER_DRAFT),
    issue: can(PAPER_ISSUE),
    serve: can(SERVICE_RECORD),
    publish: may(ctx, PUBLICITY_PUBLISH),
    archive: can(ARCHIVE_MAKE),
    seal: can(ARCHIVE_SEAL),
  };
}
