import { addDays, addMonths } from '@jince/calendar';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { clawBackGrant, releaseInstalment } from '../commands/grant-money.ts';
import { markLead } from '../commands/mark-lead.ts';
import { targetError } from '../domain/target-error.ts';
import { refusalOf } from '../queries/judge-targets.ts';
import { decideChange, insertChange } from '../repositories/matter-repository.ts';
import {
  insertMilestones,
  listInstalments,
  listMilestones,
  listTargets,
  setMilestone,
} from '../repositories/part-repository.ts';
import { type ProjectRow, updateProject } from '../repositories/project-repository.ts';
import { fieldsOf } from './action-fields.ts';
import { projectOf } from './project-of.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (day: string) => DAY.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

/** Signs the agreement: term and milestones begin, the first instalment falls due. */
export async function signAgreement({ tx, ctx, file, fields }: ActionStep): Promise<ActionEffect> {
  const { agreementNo, startsOn } = fieldsOf('sign', fields);
  if (!isDay(startsOn)) throw new AppError('programs.agreement.term', { startsOn });
  const project = await projectOf(tx, ctx, file);
  const { milestones, termMonths } = project.terms;
  const termTo = addDays(addMonths(startsOn, termMonths), -1);
  await updateProject(tx, ctx.district, project.id, {
    agreement_no: agreementNo,
    term_from: startsOn,
    term_to: termTo,
  });
  await insertMilestones(
    tx,
    ctx.district,
    project.id,
    milestones.map(({ label, month }) => ({ label, dueOn: addDays(addMonths(startsOn, month), -1) })),
  );
  await releaseInstalment(tx, ctx, project, { stage: 'agreement', documentNo: agreementNo });
  await markLead(tx, ctx, project);
  return { record: { termTo } };
}

/** Evaluates mid-term; what is to be rectified first is not paid. */
export async function passMidTerm({ tx, ctx, file, fields }: ActionStep): Promise<undefined> {
  const { conclusion } = fieldsOf('midterm', fields);
  const project = await projectOf(tx, ctx, file);
  if (conclusion !== 'rectify')
    await releaseInstalment(tx, ctx, project, {
      stage: 'mid-term',
      documentNo: `${project.agreement_no ?? project.number}（中期）`,
    });
}

/** Asks for a change; new targets must not count filings either, a new last day must be later. */
export async function requestChange({ tx, ctx, file, fields }: ActionStep): Promise<undefined> {
  const { kind, proposal, reason, termTo } = fieldsOf('change', fields);
  const project = await projectOf(tx, ctx, file);
  if (kind === 'term' && (termTo === null || !isDay(termTo) || termTo <= (project.term_to ?? '')))
    throw new AppError('programs.change.term', { termTo: termTo ?? '', now: project.term_to });
  if (kind === 'targets') {
    const target = { label: proposal, unit: project.terms.units[0] ?? '' };
    const refusal = refusalOf(ctx, target, project.terms.units);
    if (refusal?.code === 'counted') throw targetError(target, refusal, ctx.language);
  }
  await insertChange(tx, ctx, project.id, { kind, proposal, reason, termTo: kind === 'term' ? termTo : null });
}

export async function approveChange({ tx, ctx, file, note }: ActionStep): Promise<ActionEffect> {
  const project = await projectOf(tx, ctx, file);
  const change = await decideChange(tx, ctx, project.id, { decision: 'approved', note });
  if (change?.term_to != null) await updateProject(tx, ctx.district, project.id, { term_to: change.term_to });
  return { record: { kind: change?.kind ?? null, termTo: change?.term_to ?? null } };
}

export async function refuseChange({ tx, ctx, file, fields }: ActionStep): Promise<undefined> {
  const { reason } = fieldsOf('reason', fields);
  const project = await projectOf(tx, ctx, file);
  await decideChange(tx, ctx, project.id, { decision: 'refused', note: reason });
}

/** Applies for acceptance once every target has a reported result. */
export async function applyAcceptance({ tx, ctx, file }: ActionStep): Promise<undefined> {
  const project = await projectOf(tx, ctx, file);
  const silent = (await listTargets(tx, ctx.district, project.id)).filter((target) => target.reached === null);
  if (silent.length > 0)
    throw new AppError('programs.report.missing', {
      count: silent.length,
      names: silent.map((target) => target.label).join('、'),
    });
}

async function end(
  tx: Tx,
  ctx: Ctx,
  project: ProjectRow,
  ended: 'accepted' | 'failed' | 'terminated',
  conclusion: string,
) {
  await updateProject(tx, ctx.district, project.id, { ended_as: ended, ended_on: ctx.today, conclusion });
  await markLead(tx, ctx, project);
}

/** The last milestone of an agreement is its acceptance. */
async function reachLastMilestone(tx: Tx, ctx: Ctx, project: ProjectRow): Promise<void> {
  const last = (await listMilestones(tx, ctx.district, project.id)).at(-1);
  if (last === undefined || last.done_on !== null) return;
  const { position, note } = last;
  await setMilestone(tx, ctx.district, project.id, { position, doneOn: ctx.today, note });
}

/** Accepts: the last instalment falls due. */
export async function accept({ tx, ctx, file, fields }: ActionStep): Promise<undefined> {
  const { conclusion, opinionNo } = fieldsOf('accept', fields);
  const project = await projectOf(tx, ctx, file);
  await releaseInstalment(tx, ctx, project, { stage: 'acceptance', documentNo: opinionNo });
  await reachLastMilestone(tx, ctx, project);
  await end(tx, ctx, project, 'accepted', conclusion);
}

async function stop({ tx, ctx, file, fields }: ActionStep, ended: 'failed' | 'terminated'): Promise<undefined> {
  const order = fieldsOf('clawBack', fields);
  const project = await projectOf(tx, ctx, file);
  await clawBackGrant(tx, ctx, project, order);
  await end(tx, ctx, project, ended, ended);
}

export const fail = (step: ActionStep) => stop(step, 'failed');
export const terminate = (step: ActionStep) => stop(step, 'terminated');

/** Evaluates the finished project; only when all of its grant is paid. */
export async function evaluate({ tx, ctx, file, fields }: ActionStep): Promise<undefined> {
  const { performance } = fieldsOf('evaluate', fields);
  const project = await projectOf(tx, ctx, file);
  const open = (await listInstalments(tx, ctx.district, [project.id])).filter(
    (part) => part.state !== 'paid' && part.state !== 'cancelled',
  );
  if (open.length > 0) throw new AppError('programs.grant.unpaid', { count: open.length });
  await updateProject(tx, ctx.district, project.id, { performance });
}
