import { systemActor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import type { ActionEffect, ActionStep } from '../../../platform/procedures/index.ts';
import { listEvidence } from '../../evidence/index.ts';
import { noteHandOver } from '../commands/note-change.ts';
import { registerFromReferral } from '../queries/case-bridge.ts';
import {
  findHandOver,
  type HandOverChange,
  type HandOverRecord,
  updateHandOver,
} from '../repositories/hand-over-repository.ts';
import { addProgress } from '../repositories/progress-repository.ts';
import { fieldsOf } from './action-fields.ts';

async function recordOf({ tx, ctx, file }: ActionStep): Promise<HandOverRecord> {
  const record = await findHandOver(tx, ctx, file.subjectId);
  if (record === undefined) throw new AppError('platform.not-found');
  return record;
}

async function change({ tx, ctx }: ActionStep, record: HandOverRecord, values: HandOverChange): Promise<void> {
  await updateHandOver(tx, ctx, record.id, values);
  await noteHandOver(tx, ctx, record.id);
}

const said = ({ tx, ctx }: ActionStep, record: HandOverRecord, body: string, text: string) =>
  addProgress(tx, ctx, { fileId: record.file_id, body, text });

export async function receive(step: ActionStep): Promise<undefined> {
  const record = await recordOf(step);
  const { receiptNo, receiver } = fieldsOf('receive', step.fields);
  await change(step, record, { received_on: step.ctx.today, receipt_no: receiptNo, receiver_name: receiver });
  return undefined;
}

export async function returnIt(step: ActionStep): Promise<undefined> {
  const record = await recordOf(step);
  await said(step, record, record.to_body, fieldsOf('text', step.fields).text);
  return undefined;
}

export async function supplement(step: ActionStep): Promise<undefined> {
  const record = await recordOf(step);
  await said(step, record, record.from_body, fieldsOf('text', step.fields).text);
  return undefined;
}

/** Taken on; a clue of a case, or a report to be looked into, is registered from it where that is how it is handled. */
export async function accept(step: ActionStep): Promise<ActionEffect> {
  const record = await recordOf(step);
  const { how, text } = fieldsOf('take', step.fields);
  if (how === 'complaint') await orderReport(step, record);
  const clue = how === 'clue' ? await registerFromReferral(step.tx, step.ctx, record) : null;
  await change(step, record, {
    accepted_on: step.ctx.today,
    ...(clue === null ? {} : { clue_case_id: clue.caseId, clue_case_number: clue.number }),
  });
  if (text !== null && text !== '') await said(step, record, record.to_body, text);
  return { record: clue === null ? {} : { clue: clue.number } };
}

/** The module of complaints opens the report; it joins what repeats a matter under way. */
async function orderReport({ tx, ctx }: ActionStep, record: HandOverRecord): Promise<void> {
  if (record.suspects.length === 0) throw new AppError('coordination.referral.no-suspect');
  const evidence = await listEvidence({ ...ctx, db: tx as typeof ctx.db, actor: systemActor }, record.file_id);
  await publishEvent(tx, ctx, 'coordination.referral.complaint-ordered', {
    referralId: record.id,
    title: record.title,
    text: record.facts,
    suspects: record.suspects,
    receivedOn: record.received_on,
    evidenceIds: evidence.filter((one) => one.setAside === null).map((one) => one.id),
  });
}

export async function decline(step: ActionStep): Promise<undefined> {
  const record = await recordOf(step);
  const { reason } = fieldsOf('reason', step.fields);
  await change(step, record, {
    answered_on: step.ctx.today,
    answer: 'refused',
    answer_text: reason,
    closed_on: step.ctx.today,
  });
  return undefined;
}

export async function answer(step: ActionStep): Promise<undefined> {
  const record = await recordOf(step);
  const { answerNo, text } = fieldsOf('result', step.fields);
  await change(step, record, {
    answered_on: step.ctx.today,
    answer: 'answered',
    answer_no: answerNo,
    answer_text: text,
    closed_on: step.ctx.today,
  });
  return undefined;
}

export async function withdraw(step: ActionStep): Promise<undefined> {
  await change(step, await recordOf(step), { closed_on: step.ctx.today });
  return undefined;
}
