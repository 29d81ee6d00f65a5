import { sql } from 'kysely';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { imposePenalty } from '../commands/decide-penalty.ts';
import {
  type ComplaintChange,
  type ComplaintRow,
  selectComplaints,
  updateComplaint,
} from '../repositories/complaint-repository.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => textOf(value) || null;

async function complaintOf({ tx, ctx, file }: ActionStep): Promise<ComplaintRow> {
  const { rows } = await selectComplaints(tx, ctx.district, sql`c.id = ${file.subjectId}`);
  if (rows[0] === undefined) throw new AppError('platform.not-found');
  return rows[0];
}

async function end(
  step: ActionStep,
  outcome: NonNullable<ComplaintRow['outcome']>,
  ruling: string,
): Promise<undefined> {
  const change: ComplaintChange = { outcome, ruling, ruled_on: step.ctx.today };
  await updateComplaint(step.tx, step.ctx.district, step.file.subjectId, change);
  return undefined;
}

export const refuse = (step: ActionStep) => end(step, 'refused', textOf(step.fields.reason));
export const withdraw = (step: ActionStep) => end(step, 'withdrawn', textOf(step.fields.reason));
export const settle = (step: ActionStep) => end(step, 'settled', textOf(step.fields.text));
export const findNoBreach = (step: ActionStep) => end(step, 'no-breach', textOf(step.fields.text));

export async function answer(step: ActionStep): Promise<undefined> {
  await updateComplaint(step.tx, step.ctx.district, step.file.subjectId, {
    answer: textOf(step.fields.text),
    answered_on: step.ctx.today,
  });
  return undefined;
}

/** The breach is an event by itself; a penalty, where there is one, is written with it. */
export async function findBreach(step: ActionStep): Promise<ActionEffect | undefined> {
  const { tx, ctx, fields } = step;
  const complaint = await complaintOf(step);
  const text = textOf(fields.text);
  await end(step, 'breach', text);
  if (fields.penalty === 'none') return undefined;
  const documentNo = textOrNull(fields.documentNo);
  if (documentNo === null) throw new AppError('association.penalty.needs-number');
  const penaltyId = await imposePenalty(tx, ctx, {
    agencyId: complaint.respondent_id,
    complaintId: complaint.id,
    sort: textOf(fields.penalty),
    documentNo,
    text,
    untilOn: textOrNull(fields.untilOn),
  });
  return { record: { penaltyId } };
}
