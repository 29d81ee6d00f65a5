import type { ProjectDetail, TraceNode } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { stageLabel } from '../commands/grant-money.ts';
import { missingRoles } from '../domain/check-consortium.ts';
import { fieldsOf } from '../procedure/action-fields.ts';
import { EDITABLE, REPORTING } from '../procedure/project-states.ts';
import { EXPERT_READ, PROJECT_FILE, PROJECT_READ, PROJECT_REVIEW, PROJECT_SIGN } from '../programs.catalogue.ts';
import { listChanges, listObjections } from '../repositories/matter-repository.ts';
import { findLastAction } from '../repositories/paper-repository.ts';
import {
  listInstalments,
  listMembers,
  listMilestones,
  listTargets,
  type MilestoneRow,
  type TargetRow,
} from '../repositories/part-repository.ts';
import type { ProjectRow, StoredEligibility } from '../repositories/project-repository.ts';
import { toProjectSummary } from './list-projects.ts';
import { toTerms } from './program-terms.ts';
import { mayOnProject, reachProject } from './reach-project.ts';
import { toParts } from './read-reviews.ts';

export function toEligibility(eligibility: StoredEligibility | null): ProjectDetail['eligibility'] {
  if (eligibility === null) return null;
  return { ...eligibility, trace: (eligibility.trace as TraceNode | null) ?? null };
}

/** How much of the way from the baseline to the goal was gone, in percent; null without a result. */
function shareReached({ baseline, goal, reached }: TargetRow): number | null {
  if (reached === null) return null;
  const way = goal - (baseline ?? 0);
  if (way === 0) return reached >= goal ? 100 : 0;
  return Math.round(((reached - (baseline ?? 0)) / way) * 100);
}

const toTarget = (row: TargetRow): ProjectDetail['targets'][number] => ({
  code: row.code,
  label: row.label,
  unit: row.unit,
  baseline: row.baseline,
  goal: row.goal,
  reached: row.reached,
  reachedOn: row.reached_on,
  evidence: row.evidence,
  share: shareReached(row),
});

const toMilestone =
  (today: string, ended: boolean) =>
  (row: MilestoneRow): ProjectDetail['milestones'][number] => ({
    position: row.position,
    label: row.label,
    dueOn: row.due_on,
    doneOn: row.done_on,
    note: row.note,
    late: !ended && row.done_on === null && row.due_on < today,
  });

/** Changes that alter the record by a step of their own; a new term is set by its approval. */
const CARRIED_OUT: ReadonlySet<string> = new Set(['members', 'targets', 'budget']);

async function mattersOf(
  ctx: Ctx,
  id: string,
  mayApply: boolean,
): Promise<Pick<ProjectDetail, 'objections' | 'changes'>> {
  const objections = await listObjections(ctx.db, ctx.district, id);
  const changes = await listChanges(ctx.db, ctx.district, id);
  return {
    objections: objections.map((row) => ({
      id: row.id,
      by: row.by_name,
      text: row.text,
      receivedOn: row.received_on,
      answer: row.answer,
      upheld: row.upheld,
      answeredOn: row.answered_on,
    })),
    changes: changes.map((row) => ({
      id: row.id,
      kind: row.kind,
      reason: row.reason,
      proposal: row.proposal,
      termTo: row.term_to,
      askedOn: row.asked_on,
      decision: row.decision,
      decidedOn: row.decided_on,
      note: row.decision_note,
      appliedOn: row.applied_on,
      mayApply: mayApply && row.decision === 'approved' && row.applied_on === null && CARRIED_OUT.has(row.kind),
    })),
  };
}

async function endingOf(ctx: Ctx, row: ProjectRow): Promise<ProjectDetail['ending']> {
  if (row.ended_as !== 'failed' && row.ended_as !== 'terminated') return null;
  const action = row.ended_as === 'failed' ? 'fail' : 'terminate';
  const last = await findLastAction(ctx.db, ctx.district, row.file_id, action);
  if (last === undefined) return null;
  const { decisionNo, reason, clawBackFen } = fieldsOf('clawBack', last.fields);
  return { on: last.day, decisionNo, reason, clawBackFen };
}

/** One project with everything but its reviews. Who objected is told to officers only. @throws AppError 404 */
export async function getProject(ctx: Ctx, id: string): Promise<ProjectDetail> {
  const row = await reachProject(ctx, id, PROJECT_READ);
  const { db, district } = ctx;
  const members = await listMembers(db, district, id);
  const instalments = await listInstalments(db, district, [id]);
  const targets = await listTargets(db, district, id);
  const milestones = await listMilestones(db, district, id);
  const { objections, changes } = await mattersOf(
    ctx,
    id,
    mayOnProject(ctx, PROJECT_SIGN, row) && REPORTING.includes(row.state),
  );
  const maySeeReview = may(ctx, EXPERT_READ);
  const own = mayOnProject(ctx, PROJECT_FILE, row);
  return {
    ...toProjectSummary(ctx, row, { instalments, members: members.length }),
    abstract: row.abstract,
    field: row.field,
    draftVersion: row.draft_version,
    leadHref: `/enterprises/${row.lead_party_id}`,
    consortium: members.map(({ role, party_id, name, uscc, task }) => ({
      role,
      roleLabel: row.terms.roles.find((one) => one.role === role)?.label ?? role,
      partyId: party_id,
      name,
      uscc,
      task,
      href: party_id === null ? null : `/enterprises/${party_id}`,
    })),
    missingRoles: missingRoles(row.terms.roles, members).map(({ label }) => label),
    team: [...row.team],
    budget: [...row.budget],
    targets: targets.map(toTarget),
    milestones: milestones.map(toMilestone(ctx.today, row.ended_on !== null)),
    grant: instalments.map((part) => ({
      id: part.id,
      stage: part.stage,
      label: stageLabel(ctx, part.stage),
      percent: part.percent,
      amountFen: part.amount_fen,
      state: part.state,
      documentNo: part.document_no,
      payableOn: part.payable_on,
      paidOn: part.paid_on,
      reason: part.reason,
    })),
    eligibility: toEligibility(row.eligibility),
    objections: maySeeReview ? objections : objections.map((one) => ({ ...one, by: null })),
    changes,
    approvalNo: row.approval_no,
    agreementNo: row.agreement_no,
    conclusion: row.conclusion,
    performance: row.performance,
    ending: await endingOf(ctx, row),
    scoreParts: maySeeReview && row.score_parts !== null ? toParts(row.score_parts) : null,
    terms: toTerms(ctx, row.terms),
    maySave: own && EDITABLE.includes(row.state),
    mayReport: own && REPORTING.includes(row.state),
    mayReview: mayOnProject(ctx, PROJECT_REVIEW, row) && ['checked', 'reviewing'].includes(row.state),
    maySeeReview,
  };
}
